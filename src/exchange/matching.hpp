// Which person of the journal somebody in another program's file is.
#pragma once

#include "kith/core/people.hpp"
#include "kith/exchange/batch.hpp"

#include "number_lists.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {

/// People by what tells them: where they come from, e-mails, profiles, names. They are known by numbers.
class PersonIndex {
  public:
    using Numbers = std::vector<std::uint32_t>;
    using NumbersView = std::span<const std::uint32_t>;

    /// Makes room for as many people in all.
    void reserve(std::size_t size);
    /// Also for somebody who is in it already and has more to be known by.
    void add(std::size_t number, const core::Person& person);

    // Each in the order they were added; a view until the next one is.
    [[nodiscard]] NumbersView by_origin(const std::string& from, const std::string& key) const;
    [[nodiscard]] NumbersView by_email(std::string_view email) const;
    [[nodiscard]] NumbersView by_profile(const std::string& profile) const;
    /// Of names that are the same but for signs, titles and what is in brackets.
    [[nodiscard]] NumbersView by_name(std::string_view name) const;

  private:
    NumberLists numbers_;
};

/// A person's e-mails, folded: `email`, and those among the handles (`email-2`).
[[nodiscard]] std::vector<std::string> emails_of(const core::Person& person);

/// With the person's e-mail among all e-mails, where a file says no others.
[[nodiscard]] IncomingPerson with_email_among_all(IncomingPerson incoming);

/// The profiles among handles as `network:name`, however they are written: addresses, with or without `@`, in any case.
/// E-mails are none, nor are telephone numbers and pages of one's own: several people may share them.
[[nodiscard]] std::vector<std::string> profiles_of(const core::TextTable& handles);

/// Whether two handles, each a network and a name, are one however they are written: `+49 89 1` and `+49-89-1`, `@bo`
/// and `bo`.
[[nodiscard]] bool is_same_handle(const std::pair<std::string, std::string>& left,
                                  const std::pair<std::string, std::string>& right);

/// The same of one network: `phone` and `phone-2` are.
[[nodiscard]] bool is_handle_of_one(const std::pair<std::string, std::string>& left,
                                    const std::pair<std::string, std::string>& right);

/// Whether both are said and are two: a birthday without the year, `05-02`, may be the same as `1990-05-02`.
[[nodiscard]] bool is_other_birthday(std::string_view left, std::string_view right);

/// Whether both are said and are two: `Acme` may be the same as `ACME GmbH`.
[[nodiscard]] bool is_other_organisation(std::string_view left, std::string_view right);

/// Whether they cannot be one person for all that is known: no e-mail in common though both have one, another birthday,
/// another profile of the same network.
[[nodiscard]] bool contradicts(const core::Person& person, const IncomingPerson& incoming);

/// The same without regard to e-mails, of which somebody may have another one by now.
[[nodiscard]] bool contradicts_but_for_email(const core::Person& person, const IncomingPerson& incoming);

/// What names are compared by: folded, and without decoration.
[[nodiscard]] std::string name_to_compare(std::string_view name);

/// The words of a name, without decoration and the marks around them: of `Souza, Ana` as of `Ana Souza 🚀`.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

/// Whether one of the person's names is this one.
[[nodiscard]] bool is_called(const core::Person& person, std::string_view name);

/// Whether somebody who has married may be one.
enum class Families { may_differ, are_same };

/// Whether the names may be those of one person: they, or an alias, have the given name in common, or an initial of it
/// and another word, or one is a word of the other (`Berg`, `Anna Berg`); or one is none or an address. `Hans Meier
/// jun.` is another than `Hans Meier`. Where families are the same, one name is a part of the other, too.
[[nodiscard]] bool names_agree(const core::Person& left, const core::Person& right,
                               Families families = Families::may_differ);

/// Whether the names agree for what else the two have in common: of two who have but the mailbox of a role
/// (`info@acme.example`) the families have to.
[[nodiscard]] bool names_agree_here(const core::Person& person, const IncomingPerson& incoming);
[[nodiscard]] bool names_agree_here(const IncomingPerson& first, const IncomingPerson& other);

/// Whether it is none, or an address that stands in for it.
[[nodiscard]] bool is_address(std::string_view name);

/// Whether one name is only a word of the other, or has an initial for the given name: `Berg`, `A. Berg` of `Anna
/// Berg`.
[[nodiscard]] bool is_short_for(std::string_view name, std::string_view whole);

/// Whether several may be called so in short: by one word, or an initial for the given name, or by none.
[[nodiscard]] bool may_be_short(std::string_view name);

/// An address that more people have tells nothing but with the name.
constexpr std::size_t most_who_share = 20;

/// Whether an e-mail or a profile in common makes them one: a mailbox may be that of a family or an office.
[[nodiscard]] bool may_share_address(const core::Person& person, const IncomingPerson& incoming);

/// Whether an e-mail, which is not the mailbox of a role, or a profile is the same.
[[nodiscard]] bool have_address_in_common(const core::Person& person, const IncomingPerson& incoming);

// Whether there is an e-mail or a telephone number.
[[nodiscard]] bool has_contact(const core::Person& person);
[[nodiscard]] bool has_contact(const IncomingPerson& incoming);

/// Whether an e-mail, a profile, a telephone number or a whole birthday is the same: more than the name.
[[nodiscard]] bool have_contact_in_common(const core::Person& person, const IncomingPerson& incoming);

/// Whether an id in common makes them one: nothing contradicts, and one has the other's name or part of it (`Bo`, `Bo
/// Li`), or there is an e-mail or a profile in common.
[[nodiscard]] bool may_share_id(const core::Person& person, const IncomingPerson& incoming);

/// How much of a card is the same of somebody here: the name, an address, the birthday, a telephone number and so on.
[[nodiscard]] int likeness_of_card(const core::Person& person, const IncomingPerson& incoming);

/// The same of a card that kith wrote under the person's id and another program may have changed since; 0 where it is
/// another journal's. Ids are made of names: where something contradicts, the name says no more than the id.
[[nodiscard]] int likeness_of_own_card(const core::Person& person, const IncomingPerson& incoming);

/// Whether the source has a key for them that nobody else has there: no name and no e-mail.
[[nodiscard]] bool has_own_key(const IncomingPerson& incoming);

/// Whether the key is only the name, and so tells nobody apart.
[[nodiscard]] bool is_name_alone(const IncomingPerson& incoming);

/// Whether a key that the person has in a source is only what is known of them anyway, and another one as soon as that
/// changes: the name, an e-mail or a profile, that they have or that the source had.
[[nodiscard]] bool is_changing_key(const core::Person& person, const std::string& from, const std::string& key);

} // namespace kith::exchange
