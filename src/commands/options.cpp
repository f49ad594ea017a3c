#include "options.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kith::commands {
namespace {

constexpr char guard_mark = '\x1f';
/// Stands for a value that was not given; nothing that is typed comes guarded like this.
constexpr auto no_value = "\x1f"
                          "all";

std::string unguarded(const std::string& text) {
    return !text.empty() && text.front() == guard_mark ? text.substr(1) : text;
}

} // namespace

std::string guard(const std::string& argument) {
    const bool is_special = !argument.empty() && (argument.front() == '[' || argument.front() == '{' ||
                                                  argument.front() == '%' || argument.front() == guard_mark);
    return is_special ? guard_mark + argument : argument;
}

void option(CLI::App& app, const std::string& name, Text& target, const std::string& value, const std::string& help) {
    const auto take = [&target](const CLI::results_t& results) {
        target = unguarded(results.back());
        return true;
    };
    app.add_option(name, take, help)->type_name(value)->expected(1);
}

void options(CLI::App& app, const std::string& name, Texts& target, const std::string& value, const std::string& help) {
    const auto take = [&target](const CLI::results_t& results) {
        target.clear();
        std::ranges::transform(results, std::back_inserter(target), unguarded);
        return true;
    };
    app.add_option(name, take, help + " (repeatable)")
        ->type_name(value)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void removal(CLI::App& app, const std::string& name, Removal& target, const std::string& value,
             const std::string& help) {
    const auto take = [&target](const CLI::results_t& results) {
        target = {};
        for (const auto& result : results) {
            if (result == no_value)
                target.all = true;
            else
                target.values.push_back(unguarded(result));
        }
        return true;
    };
    app.add_option(name, take, help)
        ->type_name("[" + value + "]")
        ->expected(0, 1)
        ->default_str(no_value)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void flag(CLI::App& app, const std::string& name, bool& target, const std::string& help) {
    app.add_flag(name, target, help);
}

void words(CLI::App& app, const std::string& value, Texts& target, const std::string& help) {
    const auto take = [&target](const CLI::results_t& results) {
        target.clear();
        std::ranges::transform(results, std::back_inserter(target), unguarded);
        return true;
    };
    app.add_option(value, take, help)
        ->type_name("")
        ->expected(-1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void in_group(CLI::App& app, const std::string& group, const std::function<void()>& declare) {
    const std::size_t before = app.get_options().size();
    declare();
    const auto options = app.get_options([](const CLI::Option*) { return true; });
    for (std::size_t i = before; i < options.size(); ++i) options[i]->group(group);
}

int require_number(const std::string& text, std::string_view what, int least, int most) {
    int number = 0;
    const std::string_view trimmed = core::trim(text);
    const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
    if (error != std::errc{} || end != trimmed.data() + trimmed.size() || number < least || number > most)
        core::fail_usage(fmt::format("{}: '{}' is not a whole number from {} to {}", what, text, least, most));
    return number;
}

const std::string& require_choice(const std::string& text, std::string_view what,
                                  const std::vector<std::string>& choices) {
    const auto found = std::ranges::find(choices, text);
    if (found != choices.end()) return *found;
    const std::vector<std::string_view> candidates(choices.begin(), choices.end());
    const auto near = core::nearest(text, candidates);
    std::string hint = near ? fmt::format("did you mean {}? ", *near) : std::string{};
    core::fail_usage(fmt::format("{}: there is no '{}'", what, text), hint + "it takes " + core::join(choices, ", "));
}

std::string require_text(const std::string& text, std::string_view what) {
    const std::string_view trimmed = core::trim(text);
    if (trimmed.empty()) core::fail_usage(fmt::format("{} is empty", what));
    return std::string(trimmed);
}

} // namespace kith::commands
