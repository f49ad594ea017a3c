// What follows its source, and what the user keeps.
#include "kith/core/records.hpp"
#include "kith/exchange/origin.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace kith;
using exchange::SourceState;

namespace {

core::Person taken(const core::Person& person, const SourceState& source) {
    return core::from_fields<core::Person>(exchange::updated(core::to_fields(person), source)).record;
}

SourceState linkedin(const core::Person& person) {
    return {"linkedin", "in/ana", core::to_fields(person), {}};
}

core::Person ana(const std::string& role) {
    core::Person person;
    person.name = "Ana Souza";
    person.role = role;
    return person;
}

} // namespace

TEST_CASE("a new record has all of its source, and says where it came from") {
    const auto person = taken({}, linkedin(ana("Engineer")));
    CHECK(person.role == "Engineer");
    const core::TextTable imported{{"from", "linkedin"},
                                   {"key", "in/ana"},
                                   {"name", exchange::fingerprint(std::string("Ana Souza"))},
                                   {"role", exchange::fingerprint(std::string("Engineer"))}};
    CHECK(person.imported == imported);
    CHECK(taken(person, linkedin(ana("Engineer"))) == person);
}

TEST_CASE("of a changed source is taken what nobody has edited since") {
    struct Case {
        std::string name;
        std::string now;      ///< What the record has since it was imported with `Engineer`.
        std::string source;   ///< What the source has.
        std::string expected; ///< What the record has then.
    };
    const std::vector<Case> cases{
        {"as it was", "Engineer", "Engineer", "Engineer"},
        {"the source changed", "Engineer", "Lead", "Lead"},
        {"edited", "Baker", "Engineer", "Baker"},
        {"edited, and the source changed", "Baker", "Lead", "Baker"},
        {"taken off", "", "Engineer", ""},
        {"taken off, and the source changed", "", "Lead", ""},
        {"gone from the source", "Engineer", "", "Engineer"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.name);
        auto person = taken({}, linkedin(ana("Engineer")));
        person.role = each.now;
        const auto after = taken(person, linkedin(ana(each.source)));
        CHECK(after.role == each.expected);
        CHECK(taken(after, linkedin(ana(each.source))) == after);
    }
}

TEST_CASE("what the source has newly is added where the record has nothing") {
    auto person = taken({}, linkedin(ana("")));
    auto source = ana("Engineer");
    source.city = "Lisbon";
    source.handles = {{"linkedin", "in/ana"}, {"x", "ana"}};
    person.city = "Porto";
    person.handles = {{"x", "other"}};
    const auto after = taken(person, linkedin(source));
    CHECK(after.role == "Engineer");
    CHECK(after.city == "Porto");
    CHECK(after.handles == core::TextTable{{"x", "other"}, {"linkedin", "in/ana"}});
}

TEST_CASE("a further source leaves the first one as it is") {
    const auto first = taken({}, linkedin(ana("Engineer")));
    auto card = ana("Baker");
    card.email = "ana@example.org";
    card.handles = {{"phone-2", "1"}};
    const SourceState vcard{"vcard", "uid-1", core::to_fields(card), {}};
    const auto both = taken(first, vcard);
    CHECK(both.role == "Engineer");
    CHECK(both.email == "ana@example.org");
    using Origins = std::vector<std::pair<std::string, std::string>>;
    CHECK(exchange::origins(both.imported) == Origins{{"linkedin", "in/ana"}, {"vcard", "uid-1"}});
    CHECK(taken(both, vcard) == both);

    // Each still changes what came from it, and no more.
    CHECK(taken(both, linkedin(ana("Lead"))).role == "Lead");
    card.email = "new@example.org";
    const SourceState changed{"vcard", "uid-1", core::to_fields(card), {}};
    CHECK(taken(both, changed).email == "new@example.org");
    CHECK(taken(both, changed).role == "Engineer");
}

TEST_CASE("two people who become one keep both their origins") {
    const auto first = taken({}, linkedin(ana("Engineer")));
    const auto card = taken({}, {"vcard", "uid-1", core::to_fields(ana("Baker")), {}});
    const auto merged = exchange::with_origins(first.imported, card.imported);
    using Origins = std::vector<std::pair<std::string, std::string>>;
    CHECK(exchange::origins(merged) == Origins{{"linkedin", "in/ana"}, {"vcard", "uid-1"}});
    CHECK(exchange::with_origins({}, card.imported) == card.imported);
    CHECK(exchange::with_origins(first.imported, {}) == first.imported);
    CHECK(exchange::with_origins(first.imported, first.imported) == first.imported);
    // Back again: of the table whose first source is the further one here.
    const auto turned = exchange::with_origins(card.imported, merged);
    CHECK(exchange::origins(turned) == Origins{{"vcard", "uid-1"}, {"linkedin", "in/ana"}});
}

TEST_CASE("two records of one source that become one are found by the key of either") {
    const core::TextTable first{{"from", "vcard"}, {"key", "1"}, {"name", "aaaaaaaa"}};
    const core::TextTable second{{"from", "vcard"}, {"key", "2"}, {"name", "bbbbbbbb"}, {"city", "cccccccc"}};
    const auto merged = exchange::with_origins(first, second);
    const core::TextTable both{{"from", "vcard"},
                               {"key", "1"},
                               {"name", "aaaaaaaa"},
                               {"vcard_2-key", "2"},
                               {"vcard_2-name", "bbbbbbbb"},
                               {"vcard_2-city", "cccccccc"}};
    CHECK(merged == both);
    CHECK(exchange::with_origins(merged, second) == both);
    CHECK(exchange::with_origins(merged, first) == both);
    using Origins = std::vector<std::pair<std::string, std::string>>;
    CHECK(exchange::origins(merged) == Origins{{"vcard", "1"}, {"vcard", "2"}});
}

TEST_CASE("what two records of one source say that became one changes nothing of what was kept") {
    const SourceState acme{"vcard", "1", core::to_fields(ana("Engineer")), {}};
    const SourceState globex{"vcard", "2", core::to_fields(ana("Boss")), {}};
    auto kept = taken({}, acme);
    kept.imported = exchange::with_origins(kept.imported, taken({}, globex).imported);
    for (const auto& source : {globex, acme, globex}) CHECK(taken(kept, source) == kept);

    auto changed = acme;
    changed.fields = core::to_fields(ana("Chief"));
    kept = taken(kept, changed);
    CHECK(kept.role == "Chief");
    CHECK(taken(kept, globex) == kept);
}

TEST_CASE("two address books do not change what came from the other") {
    const auto of = [](const std::string& key, const core::Person& person) {
        return SourceState{"vcard", key, core::to_fields(person), {}};
    };
    auto phone = ana("Engineer");
    auto mail = ana("Baker");
    mail.city = "Lisbon";
    const auto both = taken(taken({}, of("1", phone)), of("2", mail));
    CHECK(both.role == "Engineer");
    CHECK(both.city == "Lisbon");
    using Origins = std::vector<std::pair<std::string, std::string>>;
    CHECK(exchange::origins(both.imported) == Origins{{"vcard", "1"}, {"vcard", "2"}});
    for (const auto& again : {of("1", phone), of("2", mail), of("1", phone)}) CHECK(taken(both, again) == both);

    // Each is followed in what it brought, and in nothing else.
    phone.role = "Lead";
    phone.city = "Faro";
    mail.role = "Cook";
    mail.city = "Porto";
    const auto after = taken(taken(both, of("2", mail)), of("1", phone));
    CHECK(after.role == "Lead");
    CHECK(after.city == "Porto");

    // A third one, and two people with two each.
    const auto third = taken(after, of("3", mail));
    CHECK(exchange::origins(third.imported) == Origins{{"vcard", "1"}, {"vcard", "2"}, {"vcard", "3"}});
    CHECK(exchange::with_origins(third.imported, both.imported) == third.imported);
    const auto eva = taken(taken({}, of("8", ana("Engineer"))), of("9", mail));
    const auto merged = exchange::with_origins(both.imported, eva.imported);
    CHECK(exchange::origins(merged) == Origins{{"vcard", "1"}, {"vcard", "2"}, {"vcard", "8"}, {"vcard", "9"}});
}

TEST_CASE("a source that calls a record otherwise from now on is still the same") {
    auto changed = linkedin(ana("Lead"));
    changed.former_key = std::exchange(changed.key, "in/ana-souza");
    const auto after = taken(taken({}, linkedin(ana("Engineer"))), changed);
    CHECK(after.role == "Lead");
    using Origins = std::vector<std::pair<std::string, std::string>>;
    CHECK(exchange::origins(after.imported) == Origins{{"linkedin", "in/ana-souza"}});
}

namespace {

/// A person whose telephones a source has said, one state after the other: `phone=1 phone-2=2`.
class Listed {
  public:
    explicit Listed(std::string network = "phone") : network_(std::move(network)) {}

    void say(const std::vector<std::string>& values, const std::string& key = "u", bool is_said = false) {
        core::Person source;
        int number = 1;
        for (const auto& value : values) {
            source.handles.emplace_back(number == 1 ? network_ : network_ + "-" + std::to_string(number), value);
            ++number;
        }
        SourceState state{"vcard", key, core::to_fields(source), {}, is_said};
        if (!is_said && says_all) state.whole_lists = {network_};
        person = taken(person, state);
        CHECK(taken(person, state) == person);
        CHECK(exchange::is_as_taken(person.imported, state) == (values.size() <= 9));
    }
    [[nodiscard]] std::string has() const {
        std::string text;
        for (const auto& [name, value] : person.handles) text += (text.empty() ? "" : " ") + name + "=" + value;
        return text;
    }

    core::Person person;
    bool says_all = true; ///< Whether what the source does not have is gone there.

  private:
    std::string network_;
};

} // namespace

TEST_CASE("telephones and websites are told by their values, not by their places") {
    Listed sites("website");
    sites.say({"https://old.example", "https://blog.example"});
    sites.say({"https://blog.example"}); // What the source no longer has stays, and nothing is there twice.
    CHECK(sites.has() == "website=https://old.example website-2=https://blog.example");
    sites.say({"https://blog.example", "https://old.example"});
    CHECK(sites.has() == "website=https://old.example website-2=https://blog.example");

    Listed corrected;
    corrected.say({"1", "2"});
    corrected.person.handles[0].second = "1000";
    corrected.say({"9", "1", "2"}); // What is new comes in, what was edited does not come back.
    CHECK(corrected.has() == "phone=1000 phone-2=2 phone-3=9");

    Listed removed;
    removed.say({"1", "2"});
    removed.person.handles = {{"phone", "2"}};
    removed.say({"1", "2"});
    CHECK(removed.has() == "phone=2");
    removed.say({"11", "2"});
    CHECK(removed.has() == "phone=2 phone-2=11");
    removed.say({"2", "11"});
    CHECK(removed.has() == "phone=2 phone-2=11");

    Listed changed;
    changed.say({"1", "2"});
    changed.say({"1", "22"}); // One in the place of another.
    CHECK(changed.has() == "phone=1 phone-2=22");
    changed.say({"22", "1", "3"});
    CHECK(changed.has() == "phone=1 phone-2=22 phone-3=3");
}

TEST_CASE("a telephone that the source dropped stays beside what it has newly later") {
    Listed phone;
    phone.say({"1", "2"});
    phone.say({"1"});
    phone.say({"1"});
    phone.say({"1", "3"});
    CHECK(phone.has() == "phone=1 phone-2=2 phone-3=3");
    phone.say({"1", "2", "3"}); // It is there again, and follows as before.
    phone.say({"1", "4", "3"});
    CHECK(phone.has() == "phone=1 phone-2=4 phone-3=3");

    Listed partly; // A table without such a column.
    partly.say({"1"});
    partly.says_all = false;
    const auto before = partly.person;
    partly.say({});
    CHECK(partly.person == before);
    partly.say({"2"});
    CHECK(partly.has() == "phone=2");

    Listed all;
    all.say({"1"});
    all.say({}); // Not even one.
    all.say({"2"});
    CHECK(all.has() == "phone=1 phone-2=2");
    all.person.handles = {{"phone", "2"}}; // Taken off here: it does not come back, not by another source either.
    core::Person other;
    other.handles = {{"phone", "1"}};
    CHECK(taken(all.person, {"vcard", "b", core::to_fields(other), {}}).handles == all.person.handles);
    all.say({"1", "2"});
    CHECK(all.has() == "phone=2");
}

TEST_CASE("a telephone that is written otherwise is no further one") {
    Listed phone;
    phone.say({"+351 210 555 0134"});
    phone.say({"00351-2105550134"});
    CHECK(phone.has() == "phone=00351-2105550134");
    phone.person.handles[0].second = "5"; // Nor does it come back.
    phone.say({"00351-2105550134"});
    CHECK(phone.has() == "phone=5");
}

TEST_CASE("a telephone of another source is a further one, and none comes back by the other") {
    Listed phone;
    phone.say({"1"}, "a");
    phone.say({"1", "2"}, "b");
    CHECK(phone.has() == "phone=1 phone-2=2");
    phone.person.handles = {{"phone", "1000"}};
    phone.say({"1"}, "a");
    phone.say({"1", "2"}, "b");
    CHECK(phone.has() == "phone=1000");

    // Two files of one import, which have the same key.
    Listed files;
    files.say({"1"}, "u");
    files.say({"2"}, "u", true);
    CHECK(files.has() == "phone=1 phone-2=2");
    files.say({"1"}, "u");
    CHECK(files.has() == "phone=1 phone-2=2");
}

TEST_CASE("a telephone that stood there before its source said it does not come back either") {
    Listed phone;
    phone.person.handles = {{"phone", "1"}};
    phone.say({"1"});
    phone.person.handles.clear();
    phone.say({"1"});
    CHECK(phone.has().empty());
}

TEST_CASE("more telephones than there is room for are left out") {
    Listed phone;
    phone.say({"1", "2", "3", "4", "5", "6", "7", "8"});
    phone.say({"1", "2", "3", "4", "5", "6", "7", "8", "a", "b"});
    CHECK(phone.has().ends_with("phone-8=8 phone-9=a"));
}

TEST_CASE("a table of no source is united with itself to the same") {
    const core::TextTable odd{{"id", "a"}, {"key", "1"}, {"vcard-key", "2"}, {"vcard-name", "b"}};
    for (const auto right : {exchange::Right::first, exchange::Right::second})
        CHECK(exchange::with_origins(odd, odd, right) == odd);
    CHECK(exchange::with_origins({{"key", "0"}}, odd) ==
          core::TextTable{{"key", "0"}, {"id", "a"}, {"vcard-key", "2"}, {"vcard-name", "b"}});
}
