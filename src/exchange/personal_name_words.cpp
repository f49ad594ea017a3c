#include "personal_name_words.hpp"

#include "plain_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace kith::exchange {
namespace {

constexpr std::array<std::string_view, 41> titles{
    "dr",        "dra",       "dr.a", "dr.ª", "dr.in", "prof",  "profa",  "prof.a", "prof.ª", "prof.in",  "univ.-prof",
    "priv.-doz", "professor", "mr",   "mrs",  "ms",    "mx",    "mme",    "mlle",   "herr",   "frau",     "sra",
    "srta",      "sr.a",      "sr.ª", "ing",  "eng",   "eng.a", "eng.ª",  "rev",    "engr",   "dipl-ing", "mag.a",
    "mgr",       "mudr",      "mvdr", "judr", "rndr",  "phdr",  "paeddr", "mddr"};
/// These have a full stop: `Mag`, `Bc` and `Don` may be names. `Sr.` behind a name is another word.
constexpr std::array<std::string_view, 16> titles_cut_short{"mag.",  "lic.", "lcdo.", "lcda.",     "arq.", "avv.",
                                                            "dott.", "sig.", "dipl.", "drs.",      "ir.",  "bc.",
                                                            "adv.",  "hon.", "capt.", "univ.prof."};

/// `Dipl.-Ing.`, `Dipl.-Kfm.`
bool is_diploma(std::string_view plain) {
    return plain.starts_with("dipl.-");
}

/// As they are written; `MA` or `BA` could be a name.
constexpr std::array<std::string_view, 13> degrees{"PhD",  "Ph.D.", "Ph.D", "MBA", "MSc", "MSc.", "BSc",
                                                   "BSc.", "DPhil", "LLM",  "CFA", "CPA", "PMP"};

} // namespace

bool is_title(std::string_view word) {
    auto plain = lower(word);
    if (is_diploma(plain) || std::ranges::find(titles_cut_short, plain) != titles_cut_short.end()) return true;
    while (plain.ends_with('.')) plain.pop_back();
    return std::ranges::find(titles, plain) != titles.end();
}

bool is_title_in_front(std::string_view word) {
    return is_title(word) || equals_ignoring_case(word, "sr.");
}

bool is_also_name(std::string_view title) {
    constexpr std::array<std::string_view, 3> names{"ing", "eng", "rev"};
    return std::ranges::find(names, lower(title)) != names.end() || title == "MS";
}

bool is_title_behind(std::string_view word, bool is_name_alone) {
    return is_title(word) && !(is_name_alone && is_also_name(word));
}

bool is_degree(std::string_view word) {
    return std::ranges::find(degrees, word) != degrees.end();
}

bool is_field_of_doctor(std::string_view word) {
    constexpr std::array<std::string_view, 20> fields{"soc.",   "(fh)",   "med.", "dent.", "vet.",  "phil.", "rer.",
                                                      "nat.",   "jur.",   "iur.", "oec.",  "pol.",  "agr.",  "theol.",
                                                      "techn.", "habil.", "h.c.", "hc.",   "mult.", "sc."};
    return std::ranges::find(fields, lower(word)) != fields.end();
}

std::string_view generation_of(std::string_view word, std::string_view name) {
    using Generation = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Generation, 9> generations{{{"jr", "jr"},
                                                     {"jun", "jr"},
                                                     {"junior", "jr"},
                                                     {"sr", "sr"},
                                                     {"sen", "sr"},
                                                     {"senior", "sr"},
                                                     {"ii", "ii"},
                                                     {"iii", "iii"},
                                                     {"iv", "iv"}}};
    auto plain = lower(word);
    const bool is_cut_short = plain.ends_with('.');
    if (is_cut_short) plain.pop_back();
    const auto* found = std::ranges::find(generations, plain, &Generation::first);
    if (found == generations.end()) return {};
    const bool is_also_name = plain == "jun" || plain == "sen";
    const bool stands_out = word == lower(word) && name != lower(name);
    return !is_also_name || is_cut_short || stands_out ? found->second : std::string_view();
}

bool is_suffix(std::string_view word) {
    constexpr std::array<std::string_view, 10> more{"MD",   "M.D.", "JD",    "J.D.",  "M.A.",
                                                    "B.A.", "Esq",  "M.Sc.", "B.Sc.", "Esq."};
    return is_degree(word) || !generation_of(word).empty() || std::ranges::find(more, word) != more.end();
}

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 45> particles{
        "van",   "vanden", "von", "vom", "zum", "zur",   "und", "den",  "der", "de",  "del",   "della",
        "delle", "dei",    "da",  "di",  "du",  "des",   "dos", "la",   "las", "los", "le",    "les",
        "lo",    "ter",    "ten", "'t",  "bin", "binti", "ibn", "ben",  "al",  "el",  "degli", "dalla",
        "dal",   "dello",  "ní",  "nic", "uí",  "Ó",     "st.", "ste.", "'s"};
    // With a capital these are names, too.
    constexpr std::array<std::string_view, 9> small{"do", "das", "zu", "af", "av", "te", "op", "bint", "in"};
    return std::ranges::find(particles, lower(word)) != particles.end() ||
           std::ranges::find(small, word) != small.end();
}

bool is_also_given(std::string_view word) {
    constexpr std::array<std::string_view, 8> names{"al", "ben", "da", "di", "du", "le", "lo", "nic"};
    return std::ranges::find(names, lower(word)) != names.end();
}

bool is_saint(std::string_view word) {
    return equals_ignoring_case(word, "st.") || equals_ignoring_case(word, "ste.");
}

bool is_acronym(std::string_view word) {
    return word.size() > 1 && std::ranges::all_of(word, [](char each) { return each >= 'A' && each <= 'Z'; });
}

} // namespace kith::exchange
