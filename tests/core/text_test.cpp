#include "kith/core/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace kith::core;

namespace {

struct Case {
    std::string_view text;
    std::string_view expected;
};

/// A UTF-8 text for one code point.
std::string encoded(unsigned value) {
    const auto byte = [](unsigned bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
    if (value < 0x80) return {byte(value)};
    if (value < 0x800) return {byte(0xc0 | value >> 6), byte(0x80 | (value & 0x3f))};
    if (value < 0x10000)
        return {byte(0xe0 | value >> 12), byte(0x80 | (value >> 6 & 0x3f)), byte(0x80 | (value & 0x3f))};
    return {byte(0xf0 | value >> 18), byte(0x80 | (value >> 12 & 0x3f)), byte(0x80 | (value >> 6 & 0x3f)),
            byte(0x80 | (value & 0x3f))};
}

/// Texts with everything that has made terminals and comparisons stumble.
const std::vector<std::string>& awkward_texts() {
    static const std::vector<std::string> texts{
        "",
        " ",
        "a",
        "Coffee with Ana about the Rust meetup",
        "José  ÁLVAREZ",
        "e\u0301e\u0301e\u0301",
        "李波 met 山田太郎 in 東京",
        "👩‍👩‍👧‍👦 family 👍🏽 ok",
        "🇵🇹🇧🇷🇩🇪 flags",
        "❤️ and ❤",
        "1️⃣2️⃣",
        "averyveryverylongwordwithoutanyblank",
        "https://example.org/a/very/long/address?with=parameters",
        "tab\tand\nnew line\r\n",
        "\x1b[31mred\x1b[0m",
        "bad \xff\xfe bytes \xc3",
        "\xc3 \xc2\xad\xa9",
        "\u202eesrever\u202c",
        "zero\u200bwidth\u200djoin",
        "한국어 문장 하나",
        "नमस्ते दुनिया",
        "Straße İstanbul ıssız",
        "ǅ ﬁ Ａｎａ ½",
        "\u0301 leading mark",
        "Z\u0351\u036b\u0343a\u0321l\u0322g\u0328o\u0301",
    };
    return texts;
}

} // namespace

TEST_CASE("folding takes off case and accents") {
    const auto cases = std::to_array<Case>({
        {"", ""},
        {"Ana", "ana"},
        {"José  ÁLVAREZ", "jose alvarez"},
        {"jose alvarez", "jose alvarez"},
        {"  Ana \t Souza\n", "ana souza"},
        {"\u00a0Ana\u3000Souza\u2028", "ana souza"},
        {"Jose\u0301", "jose"},
        {"Straße", "strasse"},
        {"STRASSE", "strasse"},
        {"Søren Ørsted", "soren orsted"},
        {"Łukasz", "lukasz"},
        {"Đặng Văn", "dang van"},
        {"Æsir œuvre", "aesir oeuvre"},
        {"Þór Guðmundsson", "thor gudmundsson"},
        {"ISTANBUL İstanbul ıssız", "istanbul istanbul issiz"},
        {"Ångström", "angstrom"},
        {"Škvorecký", "skvorecky"},
        {"Gonçalves", "goncalves"},
        {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
        {"Σίσυφος", "σισυφοσ"},
        {"Алёна", "алена"},
        {"李波", "李波"},
        {"Ａｎａ", "ana"},
        {"ﬁne", "fine"},
        {"O’Brien", "o'brien"},
        {"Jean‐Luc", "jean-luc"},
        {"한국", "한국"},
        {"がか", "がか"},
        {"soft\u00adhyphen", "softhyphen"},
        {"Ana \xff ZED", "ana \xff zed"},
        {"\xc3", "\xc3"},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(fold(text) == expected);
    }
}

TEST_CASE("folding keeps vowel signs that tell words apart") {
    CHECK(fold("राम") != fold("रमा"));
}

TEST_CASE("folding twice changes nothing more") {
    for (const auto& text : awkward_texts()) {
        CAPTURE(text);
        CHECK(fold(fold(text)) == fold(text));
    }
    for (unsigned value = 1; value < 0x20000; ++value) {
        if (value >= 0xd800 && value < 0xe000) continue;
        const auto once = fold("a" + encoded(value) + "b");
        if (fold(once) != once) FAIL_CHECK("code point ", value);
    }
}

TEST_CASE("a slug is ASCII where the name has ASCII letters") {
    const auto cases = std::to_array<Case>({
        {"Ana Souza", "ana-souza"},
        {"  Ana   Souza  ", "ana-souza"},
        {"José Álvarez", "jose-alvarez"},
        {"O’Brien", "o-brien"},
        {"Jean-Luc Picard", "jean-luc-picard"},
        {"Straße 9", "strasse-9"},
        {"RustConf 2026!", "rustconf-2026"},
        {"--Ana--", "ana"},
        {"李波", "李波"},
        {"李 波", "李-波"},
        {"Bo Li (李波)", "bo-li"},
        {"МАРИЯ Кузнецова", "мария-кузнецова"},
        {"Сергей", "сергей"},
        {"2026", "2026"},
        {"Мария 2", "мария-2"},
        {"", ""},
        {"?!", ""},
        {"👍", ""},
        {"नमस्ते", "नमस्ते"},
        {"Ana \xff", "ana"},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(slug(text) == expected);
    }
    CHECK(slug(std::string(100, 'x')) == std::string(60, 'x'));
    CHECK(slug(std::string(59, 'x') + " y") == std::string(59, 'x'));
    std::string many;
    for (int i = 0; i < 50; ++i) many += "李";
    CHECK(slug(many).size() == 60);
    CHECK(is_valid_utf8(slug(many)));
}

TEST_CASE("width on a terminal") {
    const auto cases = std::to_array<std::pair<std::string_view, std::size_t>>({
        {"", 0},
        {"Ana", 3},
        {"José", 4},
        {"Jose\u0301", 4},
        {"李波", 4},
        {"한국", 4},
        {"👍", 2},
        {"👍🏽", 2},
        {"👩‍👩‍👧‍👦", 2},
        {"🇵🇹", 2},
        {"🇵🇹🇧🇷", 4},
        {"❤", 1},
        {"❤️", 2},
        {"1️⃣", 2},
        {"a\ufe0f", 1},
        {"…", 1},
        {"\u200b", 0},
        {"Ａ", 2},
        {"█", 1},
        {"\xff", 1},
        {"a\xff", 2},
        {"\x1b", 0},
        {"Ana 李 👍 é", 11},
        {"🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2},
        {"👨‍💻 Bo", 5},
        {"\u1112\u1161\u11ab", 2},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(display_width(text) == expected);
    }
}

TEST_CASE("truncating ends in an ellipsis and keeps characters whole") {
    struct Cut {
        std::string_view text;
        std::size_t width;
        std::string_view expected;
    };
    const auto cases = std::to_array<Cut>({
        {"Ana Souza", 9, "Ana Souza"},
        {"Ana Souza", 8, "Ana Sou…"},
        {"Ana Souza", 1, "…"},
        {"Ana Souza", 0, ""},
        {"", 0, ""},
        {"李波太郎", 8, "李波太郎"},
        {"李波太郎", 7, "李波太…"},
        {"李波太郎", 6, "李波…"},
        {"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
        {"👩‍👩‍👧‍👦👍🏽👍🏽", 5, "👩‍👩‍👧‍👦👍🏽…"},
        {"🇵🇹🇧🇷🇩🇪", 4, "🇵🇹…"},
    });
    for (const auto& [text, width, expected] : cases) {
        CAPTURE(text);
        CAPTURE(width);
        CHECK(truncate(text, width) == expected);
    }
}

TEST_CASE("truncated and padded texts keep to the width") {
    for (const auto& text : awkward_texts()) {
        for (std::size_t width = 0; width < 40; ++width) {
            CAPTURE(text);
            CAPTURE(width);
            const auto cut = truncate(text, width);
            CHECK(display_width(cut) <= width);
            CHECK(display_width(pad(cut, width)) == width);
            CHECK(pad(text, width).starts_with(text));
        }
    }
}

TEST_CASE("wrapping breaks between words") {
    using Lines = std::vector<std::string>;
    CHECK(wrap("Coffee with Ana", 20) == Lines{"Coffee with Ana"});
    CHECK(wrap("Coffee with Ana", 15) == Lines{"Coffee with Ana"});
    CHECK(wrap("Coffee with Ana", 11) == Lines{"Coffee with", "Ana"});
    CHECK(wrap("Coffee with Ana", 10) == Lines{"Coffee", "with Ana"});
    CHECK(wrap("see abcdefghij now", 4) == Lines{"see", "abcd", "efgh", "ij", "now"});
    CHECK(wrap("abcd efgh", 4) == Lines{"abcd", "efgh"});
    CHECK(wrap("abcdef gh", 4) == Lines{"abcd", "ef", "gh"});
    CHECK(wrap("abcde f g", 4) == Lines{"abcd", "e f", "g"});
    CHECK(wrap("", 10) == Lines{""});
    CHECK(wrap("  \n ", 10) == Lines{""});
    CHECK(wrap("a  b\nc", 10) == Lines{"a b c"});
    CHECK(wrap("李波太郎", 5) == Lines{"李波", "太郎"});
    CHECK(wrap("李波", 1) == Lines{"李", "波"});
    CHECK(wrap("abc", 0) == Lines{"a", "b", "c"});
}

TEST_CASE("wrapping loses nothing and keeps to the width") {
    const auto letters = [](std::string_view text) {
        std::string kept;
        for (const auto word : words(text)) kept += word;
        return kept;
    };
    for (const auto& text : awkward_texts()) {
        for (std::size_t width = 2; width < 40; ++width) {
            CAPTURE(text);
            CAPTURE(width);
            const auto lines = wrap(text, width);
            CHECK(letters(join(lines, " ")) == letters(text));
            CHECK(std::ranges::all_of(lines, [&](const auto& line) { return display_width(line) <= width; }));
            for (const auto word : words(text)) {
                if (display_width(word) > width) continue;
                CHECK(std::ranges::any_of(lines, [&](const auto& line) { return line.find(word) != line.npos; }));
            }
        }
    }
}

TEST_CASE("what could steer a terminal or hide on it is escaped") {
    const auto cases = std::to_array<Case>({
        {"plain text", "plain text"},
        {"José 李波 👩‍👩‍👧‍👦", "José 李波 👩‍👩‍👧‍👦"},
        {"a\nb\tc\rd", "a\\nb\\tc\\rd"},
        {"\x1b[31m", "\\x1b[31m"},
        {"\x07\x7f", "\\x07\\x7f"},
        {"\u0085\u009b", "\\u0085\\u009b"},
        {"\u2028\u2029", "\\u2028\\u2029"},
        {"\u202a\u202e", "\\u202a\\u202e"},
        {"\u2066\u2069", "\\u2066\\u2069"},
        {"\u200e\u200f\u061c", "\\u200e\\u200f\\u061c"},
        {"A\u200bna\u00ad S\u200c\u200do\u2060u\u2064z\ufeffa",
         "A\\u200bna\\u00ad S\\u200c\\u200do\\u2060u\\u2064z\\ufeffa"},
        {"\U000e0041na", "\\udb40\\udc41na"},
        {"a\ufe0f \ufe0f \u3164", "a\\ufe0f \\ufe0f \\u3164"},
        {"❤️‍🔥 1️⃣ 👩🏽‍🚀 🏳️‍🌈 葛\U000e0100城",
         "❤️‍🔥 1️⃣ 👩🏽‍🚀 🏳️‍🌈 葛\U000e0100城"},
        {"❤\ufe0f\ufe0f 👩\u200d\u200d👩 👩\u200d", "❤\ufe0f\\ufe0f 👩\\u200d\\u200d👩 👩\\u200d"},
        {"می\u200cخواهم क्\u200dष র\u200d্য", "می\u200cخواهم क्\u200dष র\u200d্য"},
        {"می\u200c خ\u200cA", "می\\u200c خ\\u200cA"},
        {"\xff\xc3", "\\xff\\xc3"},
        {"\xed\xa0\x80", "\\xed\\xa0\\x80"},
        {"back\\slash", "back\\slash"},
        {std::string_view("\0", 1), "\\x00"},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(expected);
        CHECK(escape_controls(text) == expected);
    }
}

TEST_CASE("escaped texts are valid, and have nothing left to escape") {
    for (unsigned value = 0; value < 256; ++value) {
        const auto escaped = escape_controls("a" + std::string(1, static_cast<char>(value)) + "é");
        CAPTURE(value);
        CHECK(is_valid_utf8(escaped));
        CHECK(escape_controls(escaped) == escaped);
        CHECK(std::ranges::none_of(escaped, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }));
    }
    for (unsigned value = 0x80; value < 0xd800; ++value) {
        const auto escaped = escape_controls(encoded(value));
        if (escape_controls(escaped) != escaped) FAIL_CHECK("code point ", value);
    }
    for (const auto& text : awkward_texts()) CHECK(is_valid_utf8(escape_controls(text)));
}

TEST_CASE("valid UTF-8") {
    for (const std::string_view text : {"", "a", "é", "李", "👍", "\x7f"}) {
        CAPTURE(text);
        CHECK(is_valid_utf8(text));
    }
    for (const std::string_view text :
         {"\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\x80", "\xe6\x9d"}) {
        CHECK_FALSE(is_valid_utf8(text));
    }
}

TEST_CASE("trimming, words and joining") {
    CHECK(trim("  Ana Souza\t\n") == "Ana Souza");
    CHECK(trim(" \n ").empty());
    CHECK(trim("").empty());
    CHECK(words(" a  bc\td\n") == std::vector<std::string_view>{"a", "bc", "d"});
    CHECK(words("").empty());
    CHECK(words("   ").empty());
    CHECK(join(std::vector<std::string>{"a", "b", "c"}, ", ") == "a, b, c");
    CHECK(join(std::vector<std::string>{"a"}, ", ") == "a");
    CHECK(join(std::vector<std::string>{}, ", ").empty());
    CHECK(join(std::vector<std::string>{"", ""}, "-") == "-");
}

TEST_CASE("containing, without regard to case and accents") {
    CHECK(contains_folded("Coffee with JOSÉ", "jose"));
    CHECK(contains_folded("anything", ""));
    CHECK_FALSE(contains_folded("Coffee with Ana", "jose"));
}

TEST_CASE("distance counts slips") {
    struct Pair {
        std::string_view left;
        std::string_view right;
        std::size_t expected;
    };
    const auto cases = std::to_array<Pair>({
        {"", "", 0},
        {"ana", "", 3},
        {"", "ana", 3},
        {"ana", "ANÁ", 0},
        {"list", "lsit", 1},
        {"list", "lst", 1},
        {"list", "liist", 1},
        {"list", "lost", 1},
        {"ca", "abc", 3},
        {"kitten", "sitting", 3},
        {"李波", "李", 1},
        {"souza", "suza", 1},
        {"Anna Suza", "Ana Souza", 2},
    });
    for (const auto& [left, right, expected] : cases) {
        CAPTURE(left);
        CAPTURE(right);
        CHECK(edit_distance(left, right) == expected);
        CHECK(edit_distance(right, left) == expected);
    }
}

TEST_CASE("candidates may be asked about one by one") {
    Nearest nearest("koffee");
    CHECK_FALSE(nearest.is_nearer("tea"));
    CHECK(nearest.is_nearer("kofe"));
    CHECK_FALSE(nearest.is_nearer("cafe")); // No farther, and no nearer.
    CHECK(nearest.is_nearer("koffer"));
    CHECK_FALSE(nearest.is_nearer("CÔFFEE"));
    CHECK(nearest.is_nearer("KÔFFEE"));
    CHECK_FALSE(nearest.is_nearer("koffee"));
}

TEST_CASE("the nearest candidate is one that a slip explains") {
    const std::vector<std::string_view> commands{"log", "list", "report", "followup", "person", "last"};
    const auto cases = std::to_array<Case>({
        {"lsit", "list"},
        {"lis", "list"},
        {"lits", "list"},
        {"reprot", "report"},
        {"repotr", "report"},
        {"folowup", "followup"},
        {"fllowpu", "followup"},
        {"PERSON", "person"},
        {"lg", "log"},
        {"lst", "list"},
    });
    for (const auto& [word, expected] : cases) {
        CAPTURE(word);
        CHECK(nearest(word, commands) == expected);
    }
    for (const std::string_view word : {"coffee", "lisssst", "x", "", "rprt", "prsn"}) {
        CAPTURE(word);
        CHECK_FALSE(nearest(word, commands).has_value());
    }
    CHECK_FALSE(nearest("a", std::vector<std::string_view>{"b"}).has_value());
    CHECK_FALSE(nearest("list", std::vector<std::string_view>{}).has_value());
    CHECK(nearest("lost", std::vector<std::string_view>{"last", "lost"}) == "lost");
}
