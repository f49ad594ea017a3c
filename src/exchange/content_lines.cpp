#include "content_lines.hpp"

#include "kith/core/text.hpp"

#include "plain_text.hpp"

#include <algorithm>

namespace kith::exchange {
namespace {

constexpr std::size_t longest_value = 1024 * 1024;
constexpr std::size_t longest_head = 64 * 1024;
constexpr int most_folds_of_head = 100;

/// Where `wanted` first stands outside of double quotes.
std::size_t find_unquoted(std::string_view text, char wanted) {
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') is_quoted = !is_quoted;
        if (!is_quoted && text[at] == wanted) return at;
    }
    return std::string_view::npos;
}

/// Without quotes, and with `^n`, `^'` and `^^` of RFC 6868 as what they stand for.
std::string parameter_value(std::string_view text) {
    std::string value;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char after = at + 1 < text.size() ? text[at + 1] : '\0';
        if (text[at] == '"') continue;
        if (text[at] == '^' && (after == 'n' || after == '\'' || after == '^')) {
            value += after == 'n' ? '\n' : after == '\'' ? '"' : '^';
            ++at;
        } else {
            value += text[at];
        }
    }
    return value;
}

/// What stands alone in version 2.1 is mostly a type: `TEL;CELL;PREF`.
std::pair<std::string, std::string> parameter_of(std::string_view text) {
    const auto equals = find_unquoted(text, '=');
    if (equals != text.npos) {
        return {upper(core::trim(text.substr(0, equals))), parameter_value(core::trim(text.substr(equals + 1)))};
    }
    const auto alone = upper(core::trim(text));
    const bool is_encoding = alone == "QUOTED-PRINTABLE" || alone == "BASE64" || alone == "8BIT" || alone == "7BIT";
    return {is_encoding ? "ENCODING" : "TYPE", alone};
}

/// What stands before the colon.
void take_head(ContentLine& line, std::string_view head) {
    auto end = find_unquoted(head, ';');
    auto name = core::trim(head.substr(0, end));
    if (const auto dot = name.rfind('.'); dot != name.npos) {
        line.group = upper(name.substr(0, dot));
        name.remove_prefix(dot + 1);
    }
    line.name = upper(name);
    while (end != head.npos) {
        head.remove_prefix(end + 1);
        end = find_unquoted(head, ';');
        if (const auto text = head.substr(0, end); !text.empty()) line.parameters.push_back(parameter_of(text));
    }
}

void append(ContentLine& line, std::string_view part, bool is_wanted) {
    if (!is_wanted || line.is_too_long) return;
    line.is_too_long = line.value.size() + part.size() > longest_value;
    if (line.is_too_long)
        line.value.clear();
    else
        line.value += part;
}

bool is_quoted_printable(const ContentLine& line) {
    return equals_ignoring_case(line.parameter("ENCODING"), "QUOTED-PRINTABLE");
}

bool is_base64(const ContentLine& line) {
    const auto encoding = line.parameter("ENCODING");
    return equals_ignoring_case(encoding, "BASE64") || equals_ignoring_case(encoding, "B");
}

} // namespace

std::string_view ContentLine::parameter(std::string_view parameter_name) const {
    const auto found = std::ranges::find(parameters, parameter_name, &std::pair<std::string, std::string>::first);
    return found == parameters.end() ? std::string_view{} : std::string_view(found->second);
}

bool ContentLine::has_type(std::string_view type) const {
    return std::ranges::any_of(parameters, [type](const auto& parameter) {
        if (parameter.first != "TYPE") return false;
        return std::ranges::any_of(split(parameter.second, ","),
                                   [type](auto each) { return equals_ignoring_case(core::trim(each), type); });
    });
}

ContentLines::ContentLines(const Pull& pull, Wants wants)
    : lines_(pull, longest_value + longest_head), wants_(wants), has_line_(lines_.next()) {}

bool ContentLines::is_folded() const {
    return has_line_ && !lines_.text().empty() && (lines_.text()[0] == ' ' || lines_.text()[0] == '\t');
}

std::optional<ContentLine> ContentLines::next() {
    while (has_line_ && core::trim(lines_.text()).empty()) has_line_ = lines_.next();
    if (!has_line_) return std::nullopt;
    ContentLine line;
    line.line = lines_.number();
    std::string first(lines_.text());
    has_line_ = lines_.next();
    auto colon = find_unquoted(first, ':');
    for (int folds = 0; colon == first.npos && is_folded() && folds < most_folds_of_head; ++folds) {
        first += lines_.text().substr(1);
        has_line_ = lines_.next();
        colon = find_unquoted(first, ':');
    }
    if (colon == first.npos) return line;
    const std::string_view whole = first;
    take_head(line, whole.substr(0, colon));
    const bool is_wanted = wants_(line.name);
    line.is_empty = core::trim(whole.substr(colon + 1)).empty() && !is_folded();
    append(line, whole.substr(colon + 1), is_wanted);
    unfold(line, is_wanted, is_quoted_printable(line) && whole.ends_with('='));
    return line;
}

void ContentLines::unfold(ContentLine& line, bool is_wanted, bool is_open) {
    const bool is_printable = is_quoted_printable(line);
    const bool is_binary = is_base64(line);
    for (; has_line_; has_line_ = lines_.next()) {
        const auto text = lines_.text();
        const bool is_more_binary = is_binary && !core::trim(text).empty() && text.find(':') == text.npos;
        if (is_open) {
            if (!line.value.empty()) line.value.pop_back(); // The `=` of a soft line break.
            append(line, text, is_wanted);
        } else if (is_folded() || is_more_binary) {
            append(line, text.substr(is_folded() ? 1 : 0), is_wanted);
        } else {
            return;
        }
        is_open = is_printable && text.ends_with('=');
    }
}

} // namespace kith::exchange
