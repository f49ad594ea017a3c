#include "ids_in_text.hpp"

#include "byte_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace kith::store {
namespace {

std::string_view after_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text;
}

/// What follows `id =`, however that is written; nothing for a line that says no id.
std::optional<std::string_view> id_value(std::string_view line) {
    line = after_blanks(line);
    const bool is_id = line.starts_with("id") || line.starts_with("\"id\"") || line.starts_with("'id'");
    if (!is_id) return std::nullopt;
    line = after_blanks(line.substr(line.front() == 'i' ? 2 : 4));
    if (!line.starts_with('=')) return std::nullopt;
    return after_blanks(line.substr(1));
}

void each_id_in_lines(std::string_view text, const TakeId& take) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        // What a line begins with that says an id; most are told by it.
        const bool may_be_id = std::string_view("i \t\"'").find(text.front()) != std::string_view::npos;
        if (auto value = may_be_id ? id_value(text.substr(0, end)) : std::nullopt) {
            value->remove_prefix(std::min(value->find_first_not_of("\"'"), value->size()));
            take(value->substr(0, value->find_first_of("\"'\r")));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace

std::size_t each_leading_id(std::string_view text, std::string_view kind, const TakeId& take) {
    const auto begin = fmt::format("[[{}]]\nid = \"", kind);
    for (auto at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
        if (at != 0 && text[at - 1] != '\n') continue;
        const std::size_t id = at + begin.size();
        const std::size_t end = text.substr(at).starts_with(begin) ? end_of_basic(text, id) : text.size();
        if (text.substr(end, 1) != "\"") return at; // What an escape stands for shows to a parser.
        take(text.substr(id, end - id));
        at = end;
    }
    return text.size();
}

void each_id(std::string_view text, std::string_view kind, const TakeId& take) {
    each_id_in_lines(text.substr(each_leading_id(text, kind, take)), take);
}

} // namespace kith::store
