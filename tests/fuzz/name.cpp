// Any text as a name, a word for a person and an entry that names people: ids are slugs, folding settles, what is shown
// is safe for a terminal, and what is recognised is there.
#include "kith/core/people.hpp"
#include "kith/core/text.hpp"

#include "fuzz.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace kith;
using kith::test::require;

namespace {

core::Person named(const char* id, const char* name, std::vector<std::string> aliases = {}) {
    core::Person person;
    person.id = {id};
    person.name = name;
    person.aliases = std::move(aliases);
    return person;
}

const core::People& known() {
    static const core::People people({named("ana-souza", "Ana Souza", {"Aninha"}), named("bo-li", "Bo Li", {"李波"}),
                                      named("zoe-ostlund", "Zoë Östlund"), named("will-may", "Will May"),
                                      named("joao-da-silva", "João da Silva"), named("ana-lima", "Ana Lima")},
                                     {});
    return people;
}

void check_texts(const std::string& text) {
    const auto safe = core::escape_controls(text);
    require(core::escape_controls(safe) == safe, "what is safe stays as it is", safe);
    require(core::is_valid_utf8(core::truncate(text, 7)) || !core::is_valid_utf8(text), "no character is cut", text);
    require(core::display_width(core::truncate(text, 7)) <= 7, "a text is cut to its width", text);
    if (!core::is_valid_utf8(text)) return;
    require(core::is_valid_utf8(core::fold(text)), "a folded text is valid", text);
    require(core::fold(core::fold(text)) == core::fold(text), "folding settles", text);
    for (const auto& line : core::wrap(text, 12)) require(core::is_valid_utf8(line), "a wrapped line is valid", text);
}

void check_people(const std::string& text) {
    const auto id = known().new_id(text);
    require(!id.empty() && known().find(id) == nullptr, "a new id is new", id.text);
    require(id.text.find_first_of(" \n\t\"'\\/@#:") == std::string::npos, "an id is one plain word", id.text);
    const auto match = known().match(text);
    require((match.outcome == core::Match::Outcome::one) == (match.people.size() == 1), "one is one", text);
    static const std::vector<std::string> channels{"coffee", "linkedin", "call"};
    const auto recognised = core::recognise(text, known(), channels);
    require(recognised.text.size() <= text.size(), "recognising adds nothing", text);
    for (const auto& person : recognised.people)
        require(known().find(person) != nullptr, "who is named is known", text);
    for (const auto& tag : recognised.tags)
        require(text.find("#" + tag) != std::string::npos || text.find('\\') != std::string::npos, "a tag is there",
                tag);
    (void)core::is_full_name(text);
}

/// Somebody whose full name it is, added to the others.
void check_newcomer(const std::string& text) {
    if (!core::is_full_name(text)) return;
    auto everyone = known().all();
    everyone.push_back(named(known().new_id(text).text.c_str(), text.c_str()));
    const core::People people(everyone, {});
    const auto& id = everyone.back().id;
    const auto by_id = people.match(id.text);
    require(by_id.people.size() == 1 && by_id.people.front()->id == id, "who is new is found by the id", text);
    const auto by_name = people.match(text);
    const bool is_found = std::ranges::find(by_name.people, id, &core::Person::id) != by_name.people.end();
    require(is_found || by_name.more > 0, "who is new is found by the name", text);
    // A dot may make an address of it, and signs around a name are not the name's.
    const auto is_letter = [](char byte) { return ('a' <= byte && byte <= 'z') || ('A' <= byte && byte <= 'Z'); };
    if (by_name.outcome != core::Match::Outcome::one || text.find('.') != std::string::npos) return;
    if (!is_letter(text.front()) || !is_letter(text.back())) return;
    const auto recognised = core::recognise("Tea with " + text + " today", people, {});
    require(recognised.people == std::vector{id}, "who is new is recognised in a text", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = kith::test::text_of(data, size);
    check_texts(text);
    check_people(text);
    check_newcomer(text);
    return 0;
}
