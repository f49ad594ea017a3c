#include "generated_documents.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace kith::test {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 12> plain_keys{"id",  "name",    "note", "with", "aliases", "handles",
                                                      "met", "minutes", "tags", "url",  "x-y_9",   "1234"};
constexpr std::array<std::string_view, 5> odd_keys{"\"two words\"", "'sin gle'", "\"\"", "\"ключ\"", "\"tab\\tkey\""};
constexpr std::array<std::string_view, 28> values{
    "\"plain\"",
    "\"\"",
    "'lit \"eral\" \\n'",
    "\"esc \\\" \\\\ \\u00e9 \\U0001F600 \\t\"",
    "\"# no comment\"",
    "\"José 李波 ñ\"",
    "12",
    "-7",
    "+0",
    "0",
    "true",
    "false",
    "2026-11-22",
    "2024-02-29",
    "2026-11-22T18:30:00",
    "2026-11-22 18:30:00",
    "1.5",
    "-0.25",
    "1_000",
    "0xff",
    "6.02e23",
    "inf",
    "18:30:00",
    "2026-11-22T18:30:00Z",
    "2026-11-22T18:30:00.250",
    "[1, 2]",
    "[[\"a\"], [\"b\"]]",
    "{ a = 1, b.c = \"x\" }",
};
constexpr std::array<std::string_view, 14> lists{
    "[]",
    "[ ]",
    "[\"a\"]",
    "[ \"a\", 'b' ]",
    "[\"a\", \"b\", \"c\",]",
    "[\n    \"a\",\n    \"b\",\n]",
    "[\n  \"a\", # first\n  # about b\n  \"b\" # no comma\n]",
    "[\"a\",\n \"b\",\n \"c\"]",
    "[ # open\n\n  \"a\", \"b\",\n  \"c\"\n]",
    "[\n  # none yet\n]",
    "[\n]",
    "[ \"a\"\n, \"b\"\n, \"c\"\n]",
    "[\n  \"a\" # before the comma\n  , # after it\n  \"b\"\n  # the end\n  ]",
    "[\"\"\"x\ny\"\"\", \"a\"]",
};
constexpr std::array<std::string_view, 6> tables{
    "{}",
    "{ }",
    "{ linkedin = \"in/ana\" }",
    "{linkedin=\"in/ana\",mastodon='@ana'}",
    "{ \"two words\" = \"x\", a = 'y' }",
    "{ linkedin = \"\"\"in\n[[person]]\"\"\" }",
};
constexpr std::array<std::string_view, 5> long_texts{
    "\"\"\"\n[[person]]\nid = \"no record\"\n\"\"\"",
    "'''\n# no comment\n[group.no]\n'''",
    "\"\"\"one \\\n    line\"\"\"",
    "\"\"\"two \"\" quotes \\\"\"\" and three\"\"\"\"\"",
    "''''quoted''''",
};
constexpr std::array<std::string_view, 6> comments{"# note",       "#",           "# [[person]]", "#\tid = \"x\"",
                                                   "  # indented", "# ñ “quoted”"};
constexpr std::array<std::string_view, 6> texts{"",          "a",           "Ana \"Souza\"", "back\\slash\ttab\nline",
                                                "José 李波", "\x1b[31m\x7f"};

std::string some_value(Chance& chance) {
    switch (chance.below(8)) {
    case 0:
    case 1:
        return std::string(chance.of(lists));
    case 2:
        return std::string(chance.of(tables));
    case 3:
        return std::string(chance.of(long_texts));
    default:
        return std::string(chance.of(values));
    }
}

std::string line_end(Chance& chance) {
    std::string result = chance.one_in(8) ? "  " : "";
    if (chance.one_in(5)) result += " # beside";
    return result + "\n";
}

std::string noise(Chance& chance) {
    std::string result;
    while (chance.one_in(3)) result += chance.one_in(2) ? "\n" : std::string(chance.of(comments)) + "\n";
    return result;
}

/// Distinct keys with values, one a line.
std::string some_keys(Chance& chance, std::size_t most) {
    std::vector<std::string_view> keys(plain_keys.begin(), plain_keys.end());
    keys.insert(keys.end(), odd_keys.begin(), odd_keys.end());
    std::string result;
    for (auto count = chance.below(most + 1); count > 0; --count) {
        const auto index = chance.below(keys.size());
        const auto key = keys[index];
        keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(index));
        result += chance.one_in(12) ? "\t" : "";
        if (chance.one_in(9)) {
            result += std::string(key) + ".linkedin = \"in/dotted\"" + line_end(chance);
            if (chance.one_in(2)) result += std::string(key) + " . 'mastodon'=\"@x\"" + line_end(chance);
        } else {
            result += std::string(key) + (chance.one_in(4) ? "=" : " = ") + some_value(chance) + line_end(chance);
        }
        result += noise(chance);
    }
    return result;
}

std::string some_record(Chance& chance) {
    constexpr std::array<std::string_view, 5> headers{"[[person]]", "[[ person ]]", "[[event]]", "[[\"event\"]]",
                                                      "  [[person]]"};
    const auto header = chance.of(headers);
    const bool person = header.find("person") != std::string_view::npos;
    auto result = std::string(header) + line_end(chance) + noise(chance) + some_keys(chance, 7);
    if (person && chance.one_in(4)) {
        result += noise(chance) + "[person.sub]" + line_end(chance) + "linkedin = \"in/sub\"\n" + noise(chance);
        if (chance.one_in(2)) result += "github = 'sub'\n";
    }
    if (person && chance.one_in(9)) result += "[[person.log]]\nx = 1\n[person.log.deep]\ny = \"z\"\n";
    return result;
}

std::string with_returns(const std::string& text, Chance& chance, bool mixed) {
    std::string result;
    for (const char byte : text) {
        if (byte == '\n' && !(mixed && chance.one_in(3))) result += '\r';
        result += byte;
    }
    return result;
}

} // namespace

std::string generated_document(Chance& chance) {
    std::string result;
    if (chance.one_in(3)) result += "# the file\n# begins so\n";
    if (chance.one_in(2)) result += "\n";
    if (chance.one_in(4)) result += "week_start = \"monday\"\n" + noise(chance);
    if (chance.one_in(6)) result += "group.rust.every = \"3w\"\ngroup.rust.late = \"5w\" # dotted\n";
    for (auto count = chance.below(7); count > 0; --count) {
        if (!chance.one_in(6)) result += "\n";
        result += noise(chance);
        result += some_record(chance);
        if (chance.one_in(6))
            result += "\n[table." + std::string("t") + std::to_string(count) + "]\n" + some_keys(chance, 3);
    }
    if (chance.one_in(4)) result += "\n[balance]\nin_person = 40\n";
    result += noise(chance);
    if (chance.one_in(5) && !result.empty()) result.pop_back();
    if (chance.one_in(3)) result = with_returns(result, chance, chance.one_in(3));
    return chance.one_in(8) ? "\xEF\xBB\xBF" + result : result;
}

std::string odd_value(Chance& chance) {
    constexpr std::array<std::string_view, 40> pieces{
        "0",  "1",  "9",  "00", "12",         "+",        "-",  "_",      ".",   ":",     "e",    "E",  "T", "Z",
        "0x", "0o", "0b", "f",  "2026-11-22", "23:59:59", " ",  "\t",     "\"",  "'",     "\\",   "[",  "]", "{",
        "}",  ",",  "=",  "#",  "a",          "inf",      "\n", "\"\"\"", "'''", "u00e9", "true", "nan"};
    std::string result = "a = ";
    for (auto count = 1 + chance.below(7); count > 0; --count) result += chance.of(pieces);
    return result + "\n";
}

std::string odd_tables(Chance& chance) {
    constexpr std::array<std::string_view, 22> lines{
        "[a]",       "[a.b]",  "[a.b.c]",   "[b]",       "[[a]]",         "[[a.b]]",   "[[b]]",
        "[[a.b.c]]", "a = 1",  "b = 1",     "a.b = 1",   "a.b.c = 1",     "b.c = 1",   "c.d = 'x'",
        "a = {}",    "a = []", "\"a\" = 1", "'b'.c = 1", "a = { b = 1 }", "[\"a\".b]", "a.b = { c = 'x' }",
        "d = [{}]"};
    std::string result;
    for (auto count = 1 + chance.below(7); count > 0; --count) result += std::string(chance.of(lines)) + "\n";
    return result;
}

std::string mutated(std::string text, Chance& chance) {
    constexpr std::string_view bytes = "\"'[]{}=.,#\n\r\t -_:+0123456789azTZ\\\x01\x7f\xc3\xa9\xff";
    for (auto count = 1 + chance.below(3); count > 0 && !text.empty(); --count) {
        const auto at = chance.below(text.size());
        const auto length = std::min(chance.below(30), text.size() - at);
        switch (chance.below(5)) {
        case 0:
            text[at] = chance.of(bytes);
            break;
        case 1:
            text.insert(at, 1, chance.of(bytes));
            break;
        case 2:
            text.erase(at, 1 + chance.below(4));
            break;
        case 3:
            text.insert(chance.below(text.size()), text.substr(at, length));
            break;
        default:
            text.erase(at, length);
        }
    }
    return text;
}

core::Value generated_value(Chance& chance) {
    const auto some_texts = [&] {
        std::vector<std::string> result;
        constexpr std::array<std::string_view, 6> elements{"a", "b", "c", "d", "e\"", "x\ny"};
        for (auto count = chance.below(5); count > 0; --count) result.emplace_back(chance.of(elements));
        return result;
    };
    switch (chance.below(7)) {
    case 0:
        return static_cast<std::int64_t>(chance.below(100)) - 50;
    case 1:
        return chance.one_in(2);
    case 2:
        return core::Moment{core::Date{std::chrono::days{20000 + static_cast<int>(chance.below(1000))}}, std::nullopt};
    case 3:
        return core::Moment{core::Date{std::chrono::days{20000}}, std::chrono::seconds{chance.below(86400)}};
    case 4:
        return some_texts();
    case 5: {
        core::TextTable table;
        constexpr std::array<std::string_view, 4> keys{"linkedin", "mastodon", "two words", "a"};
        for (const auto key : keys) {
            if (chance.one_in(2)) table.emplace_back(key, chance.of(texts));
        }
        return table;
    }
    default:
        return std::string(chance.of(texts));
    }
}

core::Change generated_change(const core::Fields& fields, Chance& chance) {
    constexpr std::array<std::string_view, 4> new_keys{"name", "added", "new key", ""};
    if (fields.empty() || chance.one_in(4)) return {std::string(chance.of(new_keys)), generated_value(chance)};
    const auto& field = chance.of(fields);
    if (chance.one_in(4)) return {field.key, std::nullopt};
    // Often of the type it has, so that lists and tables change by their parts.
    auto value = generated_value(chance);
    for (int tries = 0; tries < 12 && value.index() != field.value.index(); ++tries) value = generated_value(chance);
    return {field.key, value};
}

core::Fields generated_fields(Chance& chance) {
    core::Fields result;
    for (const auto key : plain_keys) {
        if (chance.one_in(3)) result.push_back({std::string(key), generated_value(chance), 0});
    }
    return result;
}

} // namespace kith::test
