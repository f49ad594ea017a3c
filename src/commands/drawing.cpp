#include "drawing.hpp"

#include "kith/core/text.hpp"

namespace kith::commands {

bool has_utf8_locale(const Environment& environment) {
    for (const std::string name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const auto locale = environment.variable(name);
        if (!locale || locale->empty()) continue;
        // language_TERRITORY.codeset@modifier
        const auto whole = locale->substr(0, locale->find('@'));
        const auto dot = whole.find('.');
        const auto codeset = dot == std::string::npos ? std::string{} : core::fold(whole.substr(dot + 1));
        return codeset == "utf-8" || codeset == "utf8";
    }
    return true;
}

render::Layout drawing_layout(const Session& session, bool wants_ascii) {
    auto layout = session.layout();
    if (wants_ascii || !has_utf8_locale(session.environment())) layout.signs = render::Signs::ascii;
    return layout;
}

std::string_view between_texts(const Session& session) {
    return has_utf8_locale(session.environment()) ? " · " : " - ";
}

} // namespace kith::commands
