#include "manual.hpp"

#include "kith/commands/command.hpp"
#include "kith/core/text.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <span>
#include <stdexcept>

namespace kith::test {
namespace {

using commands::Command;

constexpr std::string_view made = ".\\\" made: ";
constexpr std::string_view end = ".\\\" end";

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto length = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, length));
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines;
}

std::string noun_of(const Command& command) {
    return std::string(command.path.substr(0, command.path.find(' ')));
}

/// All commands of a noun; kith alone for an empty one.
std::vector<Command> commands_of(const std::string& noun) {
    std::vector<Command> found;
    std::ranges::copy_if(commands::all_commands(), std::back_inserter(found),
                         [&](const Command& command) { return noun_of(command) == noun; });
    return found;
}

/// Text as it stands in a line of mdoc.
std::string escaped(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char before = i == 0 ? ' ' : text[i - 1];
        const bool begins_option = text[i] == '-' && std::string_view(" ('\"-").find(before) != std::string_view::npos;
        if (text[i] == '\\')
            line += "\\e";
        else if (begins_option)
            line += "\\-";
        else
            line += text[i];
    }
    return (line.starts_with('.') || line.starts_with('\'') ? "\\&" : "") + line;
}

/// Sentences, each beginning a line of its own, none longer than 80 columns.
std::string sentences(std::string_view text) {
    constexpr std::size_t width = 74;
    std::string lines;
    while (!text.empty()) {
        std::size_t stop = text.find(". ");
        while (stop != std::string_view::npos && std::isupper(static_cast<unsigned char>(text[stop + 2])) == 0)
            stop = text.find(". ", stop + 1);
        const auto sentence = text.substr(0, stop == std::string_view::npos ? stop : stop + 1);
        for (const auto& line : core::wrap(sentence, width)) lines += escaped(line) + "\n";
        text.remove_prefix(stop == std::string_view::npos ? text.size() : stop + 2);
    }
    return lines;
}

/// `who with (repeatable)` as a sentence.
std::string as_sentence(std::string_view text) {
    std::string sentence(text);
    if (!sentence.empty()) sentence.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence[0])));
    return sentence + (sentence.ends_with('.') ? "" : ".");
}

/// `a|b` as `Cm a | Cm b`, `--x|--y` as `Fl -x | Fl -y`, `WHO...` as `Ar WHO ...`.
std::string marked_up(std::string_view word) {
    std::string text;
    for (std::size_t begin = 0; begin <= word.size();) {
        const auto stop = std::min(word.find('|', begin), word.size());
        auto each = word.substr(begin, stop - begin);
        begin = stop + 1;
        const bool is_repeated = each.ends_with("...");
        if (is_repeated) each.remove_suffix(3);
        const bool is_literal = !each.empty() && std::islower(static_cast<unsigned char>(each.front())) != 0;
        std::string quoted(each);
        for (auto at = quoted.find('"'); at != std::string::npos; at = quoted.find('"')) quoted.replace(at, 1, "\\(dq");
        if (!text.empty()) text += " | ";
        if (each == "--")
            text += "Fl -";
        else if (each.starts_with("-"))
            text += "Fl " + std::string(each.substr(1));
        else
            text += (is_literal ? "Cm " : "Ar ") + quoted;
        if (is_repeated) text += " ...";
    }
    return text;
}

/// The usage of a command, a macro a line.
std::string synopsis(const Command& command) {
    std::string text = fmt::format(".Nm kith {}", command.path);
    while (text.ends_with(' ')) text.pop_back();
    text += '\n';
    std::string line;
    bool is_optional = false;
    for (auto word : core::words(command.arguments)) {
        const bool opens = word.starts_with('[');
        if (opens) word.remove_prefix(1);
        is_optional = is_optional || opens;
        const bool closes = word.ends_with(']');
        if (closes) word.remove_suffix(1);
        const bool begins_line = line.empty();
        line += (begins_line ? (is_optional ? ".Op " : ".") : " ") + marked_up(word);
        const bool is_waiting = (word.starts_with('-') && word.find('|') == word.npos && word != "--" && !closes) ||
                                (is_optional && !closes);
        if (is_waiting) continue;
        text += line + "\n";
        line.clear();
        is_optional = false;
    }
    return text + (line.empty() ? "" : line + "\n");
}

std::string item_of(const CLI::Option& option) {
    std::string item = ".It";
    for (const auto& name : option.get_snames()) item += " Fl " + name + " ,";
    for (const auto& name : option.get_lnames()) item += " Fl -" + name;
    std::string value = option.get_type_name();
    if (value.empty()) return item + "\n";
    if (value.starts_with('[')) return item + " Op " + marked_up(value.substr(1, value.size() - 2)) + "\n";
    for (auto at = value.find(' '); at != std::string::npos; at = value.find(' ', at + 2)) value.replace(at, 1, "\\ ");
    return item + " " + marked_up(value) + "\n";
}

/// The options of a group, in a list; empty where there are none.
std::string options_of(const Command& command, std::string_view group) {
    const auto app = commands::app_of(command);
    std::string items;
    for (const CLI::Option* option : app->get_options())
        if (!option->get_positional() && option->get_group() == group)
            items += item_of(*option) + sentences(as_sentence(option->get_description()));
    return items.empty() ? items : ".Bl -tag -width Ds\n" + items + ".El\n";
}

std::string filters() {
    for (const auto& command : commands::all_commands())
        if (command.arguments.find("[FILTERS]") != std::string_view::npos) return options_of(command, "Filters");
    return {};
}

std::string section_of(const Command& command) {
    std::string text = fmt::format(".Ss kith {}\n", command.path) + sentences(as_sentence(command.summary));
    text += sentences(command.details);
    const auto own_filters = options_of(command, "Filters");
    if (own_filters == filters())
        text += "It takes the filters of\n.Xr kith 1 .\n";
    else if (!own_filters.empty())
        text += "Of the filters it takes these:\n" + own_filters;
    return text + options_of(command, "Options");
}

std::string examples_of(const std::vector<Command>& commands) {
    std::string text;
    for (const auto& command : commands) {
        if (!text.empty()) text += ".Pp\n";
        std::string summary = as_sentence(command.summary);
        summary.back() = ':';
        text += sentences(summary) + ".Bd -literal -offset indent\n";
        for (const auto line : lines_of(command.example)) text += escaped(line) + "\n";
        text += ".Ed\n";
    }
    return text;
}

std::string list_of_nouns() {
    std::string text = ".Bl -tag -width Ds\n";
    for (const auto& noun : nouns())
        text += fmt::format(".It Xr kith-{} 1\n", noun) + sentences(as_sentence(commands_of(noun).front().summary));
    return text + ".El\n";
}

std::string make(std::string_view part, const std::string& noun) {
    const auto own = commands_of(noun);
    const auto for_each = [&own](const auto& write) {
        std::string text;
        for (const auto& command : own) text += write(command);
        return text;
    };
    const std::map<std::string_view, std::function<std::string()>> parts{
        {"name",
         [&] { return fmt::format(".Nm kith{}{}\n.Nd {}\n", noun.empty() ? "" : "-", noun, own.front().summary); }},
        {"synopsis", [&] { return for_each(synopsis); }},
        {"commands", [&] { return for_each(section_of); }},
        {"examples", [&] { return examples_of(own); }},
        {"nouns", list_of_nouns},
        {"everywhere", [&] { return options_of(own.front(), "Everywhere"); }},
        {"filters", filters}};
    const auto found = parts.find(part);
    if (found == parts.end()) throw std::runtime_error("no part of a man page is called " + std::string(part));
    return found->second();
}

} // namespace

std::vector<std::string> nouns() {
    std::vector<std::string> found;
    for (const auto& command : commands::all_commands())
        if (!command.path.empty() && (found.empty() || found.back() != noun_of(command)))
            found.push_back(noun_of(command));
    return found;
}

std::string remade(std::string_view page, const std::string& noun) {
    std::string text;
    bool is_in_part = false;
    for (const auto line : lines_of(page)) {
        if (line == end) is_in_part = false;
        if (!is_in_part) text += std::string(line) + "\n";
        if (!line.starts_with(made)) continue;
        text += make(line.substr(made.size()), noun);
        is_in_part = true;
    }
    if (is_in_part) throw std::runtime_error("a part of the man page does not end");
    return text;
}

std::string new_page(const std::string& noun, std::string_view date_line) {
    std::string title = "KITH-" + noun;
    std::ranges::transform(title, title.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto part = [](std::string_view name) { return fmt::format("{}{}\n{}\n", made, name, end); };
    return remade(
        fmt::format(".\\\" What stands between \"made\" and \"end\" comes from the definitions of the commands; see "
                    "CONTRIBUTING.md.\n{}\n.Dt {} 1\n.Os\n.Sh NAME\n{}.Sh SYNOPSIS\n{}.Sh DESCRIPTION\n{}"
                    ".Sh EXIT STATUS\nAs of every command, see\n.Xr kith 1 .\n.Sh EXAMPLES\n{}"
                    ".Sh SEE ALSO\n.Xr kith 1 ,\n.Xr kith-format 5\n",
                    date_line, title, part("name"), part("synopsis"), part("commands"), part("examples")),
        noun);
}

std::vector<std::string> examples_in(std::string_view page) {
    std::vector<std::string> examples;
    bool is_literal = false;
    for (const auto line : lines_of(page)) {
        if (line.starts_with(".Bd ") || line == ".Ed") is_literal = line.starts_with(".Bd -literal");
        if (!is_literal || !line.starts_with("kith ")) continue;
        std::string example(line);
        for (const auto& [from, to] : {std::pair("\\-", "-"), {"\\e", "\\"}})
            for (auto at = example.find(from); at != std::string::npos; at = example.find(from, at + 1))
                example.replace(at, 2, to);
        for (const std::string_view redirection : {" > ", " < "}) // What the shell does with it is not ours to try.
            example.erase(std::min(example.find(redirection), example.size()));
        examples.push_back(std::move(example));
    }
    return examples;
}

} // namespace kith::test
