#include "terminal_layout.hpp"

#include "kith/core/text.hpp"

#include <charconv>
#include <string>
#include <system_error>

namespace kith::commands {

std::optional<std::size_t> width_of(const Environment& environment) {
    const auto& terminal = environment.terminal;
    const auto told = terminal.output_is_terminal ? environment.variable("COLUMNS") : std::nullopt;
    if (!told) return terminal.width;
    std::size_t columns = 0;
    const auto [end, error] = std::from_chars(told->data(), told->data() + told->size(), columns);
    return error == std::errc{} && end == told->data() + told->size() && columns > 0 ? columns : terminal.width;
}

render::Signs signs_of(const Environment& environment) {
    for (const std::string name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const auto locale = environment.variable(name);
        if (!locale || locale->empty()) continue;
        // language_TERRITORY.codeset@modifier
        const auto whole = locale->substr(0, locale->find('@'));
        const auto dot = whole.find('.');
        const auto codeset = dot == std::string::npos ? std::string{} : core::fold(whole.substr(dot + 1));
        return codeset == "utf-8" || codeset == "utf8" ? render::Signs::unicode : render::Signs::ascii;
    }
    return render::Signs::unicode;
}

} // namespace kith::commands
