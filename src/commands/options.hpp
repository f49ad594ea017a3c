// How commands declare their options: thin words over CLI11 that keep every value as it was typed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace kith::commands {

using Text = std::optional<std::string>;
using Texts = std::vector<std::string>;

/// `--name VALUE`, at most once.
void option(CLI::App& app, const std::string& name, Text& target, const std::string& value, const std::string& help);
/// `--name VALUE`, as often as wanted, one value each.
void options(CLI::App& app, const std::string& name, Texts& target, const std::string& value, const std::string& help);
/// `--name`.
void flag(CLI::App& app, const std::string& name, bool& target, const std::string& help);
/// The words that are no options, in their order, also between these.
void words(CLI::App& app, const std::string& value, Texts& target, const std::string& help);

/// Puts the options that `declare` declares into a group, by which the manual speaks of them: `Filters`.
void in_group(CLI::App& app, const std::string& group, const std::function<void()>& declare);

/// What `--no-tag [TAG]` takes off: these values, or all where it is said without one.
struct Removal {
    bool all = false;
    Texts values;
    [[nodiscard]] bool is_asked() const { return all || !values.empty(); }
};
/// `--no-tag [TAG]`, as often as wanted. The word after it is its value, also where that was meant for words().
void removal(CLI::App& app, const std::string& name, Removal& target, const std::string& value,
             const std::string& help);

/// CLI11 gives texts such as `[a]` a meaning of its own. Guarded, they come through as they are; option() and the
/// others take the guard off.
[[nodiscard]] std::string guard(const std::string& argument);

/// The number that an option was given, or a usage Failure that names the option and the bounds.
[[nodiscard]] int require_number(const std::string& text, std::string_view what, int least, int most);
/// The text, or a usage Failure that lists `choices` and the nearest of them.
[[nodiscard]] const std::string& require_choice(const std::string& text, std::string_view what,
                                                const std::vector<std::string>& choices);
/// The text without blanks around it, or a usage Failure where nothing is left.
[[nodiscard]] std::string require_text(const std::string& text, std::string_view what);

} // namespace kith::commands
