#include "toml_reason.hpp"

#include <array>
#include <utility>

namespace kith::store {

namespace {

struct Reason {
    std::string_view scope;
    std::string_view text;
};

/// Takes `Error while parsing SCOPE: TEXT` apart.
Reason reason_of(std::string_view description) {
    constexpr std::string_view opening = "Error while parsing ";
    const auto colon = description.find(": ");
    if (!description.starts_with(opening) || colon == std::string_view::npos) return {{}, description};
    return {description.substr(opening.size(), colon - opening.size()), description.substr(colon + 2)};
}

/// The first thing between single quotes.
std::string quoted(std::string_view text) {
    const auto begin = text.find('\'');
    const auto end = begin == std::string_view::npos ? begin : text.find('\'', begin + 1);
    return std::string(end == std::string_view::npos ? "it" : text.substr(begin, end - begin + 1));
}

std::string redefinition(std::string_view text) {
    if (text.find("as dotted key-value pair") != std::string_view::npos) return "a key of this name is there already";
    if (text.starts_with("cannot redefine existing table ") && text.find("' as ") == std::string_view::npos) {
        return "the table " + quoted(text) + " is there twice";
    }
    if (text.find("' as ") != std::string_view::npos) return quoted(text) + " is there already, as something else";
    return "the key " + quoted(text) + " is there twice";
}

} // namespace

std::string short_reason(std::string_view description) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> said_anew{{
        {"could not determine value type", "this is no value; a text needs quotes around it"},
        {"expected keys, tables, whitespace or comments", "expected a key, a table or a comment"},
        {"expected a comment or whitespace", "expected the end of the line"},
        {"expected value-terminator", "expected the end of the value"},
        {"expected bare key starting character or string delimiter", "expected a key"},
        {"expected value, saw", "expected a value, saw"},
        {"control characters other than TAB (U+0009) are explicitly prohibited in comments",
         "a comment cannot hold a control character"},
        {"control characters other than TAB (U+0009) are explicitly prohibited",
         "a text on one line cannot hold a line end or another control character; is a quote missing"},
        {"unescaped control characters other than TAB (U+0009) are explicitly prohibited",
         "a text on one line cannot hold a line end or another control character; is a quote missing"},
    }};
    const auto [scope, text] = reason_of(description);
    if (text.starts_with("cannot redefine")) return redefinition(text);
    if (text == "encountered end-of-file") return "the file ends before the " + std::string(scope) + " does";
    for (const auto& [theirs, ours] : said_anew) {
        if (text.starts_with(theirs)) return std::string(ours) + std::string(text.substr(theirs.size()));
    }
    return std::string(text);
}

} // namespace kith::store
