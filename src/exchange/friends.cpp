// friends.md of the program friends.
#include "kith/core/people.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/readers.hpp"

#include "birthday.hpp"
#include "friends_text.hpp"
#include "lines.hpp"
#include "plain_text.hpp"
#include "refusal.hpp"
#include "tally.hpp"
#include "written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace kith::exchange {
namespace {

constexpr std::size_t longest_line = 64 * 1024;

enum class Section { none, activities, notes, friends, locations };

/// `### Activities:`; nothing for a line that begins no section.
std::optional<Section> section_of(std::string_view line) {
    if (line == "### Activities:") return Section::activities;
    if (line == "### Notes:") return Section::notes;
    if (line == "### Friends:") return Section::friends;
    if (line == "### Locations:") return Section::locations;
    return std::nullopt;
}

/// A note or activity, before it is known who is meant.
struct Dated {
    int line = 0;
    core::Date date;
    MarkedText text;
};

class FriendsReader {
  public:
    FriendsReader(const Pull& pull, const ReadOptions& options)
        : lines_(pull, longest_line), options_(options), recognise_(core::People{}, options.channels) {
        batch_.from = "friends";
    }

    Batch read() {
        while (lines_.next()) {
            if (auto wrong = take(core::trim(lines_.text())); !wrong.empty()) {
                if (!options_.skips_broken) refuse(lines_.number(), std::move(wrong));
                batch_.skipped.push_back({lines_.number(), std::move(wrong)});
            }
        }
        for (auto& activity : activities_) add_activity(std::move(activity));
        std::ranges::stable_sort(notes_, {}, &Dated::date);
        for (const auto& note : notes_) add_note(note);
        batch_.passed_over = passed_over_.in_words();
        return std::move(batch_);
    }

  private:
    /// What is wrong with the line; empty where nothing is.
    std::string take(std::string_view line) {
        if (line.empty()) return {};
        if (lines_.is_cut()) return "this line is longer than any of friends.md";
        if (!core::is_valid_utf8(line)) return "this is not text in UTF-8";
        if (const auto section = section_of(line)) {
            section_ = *section;
            return {};
        }
        if (line.starts_with("###")) return "friends.md has no section of this name";
        if (line.starts_with("- ")) line.remove_prefix(2);
        switch (section_) {
        case Section::none:
            return "this is not within a section of friends.md";
        case Section::activities:
            return take_dated(activities_, line);
        case Section::notes:
            return take_dated(notes_, line);
        case Section::friends:
            return take_friend(line);
        case Section::locations:
            passed_over_.add("Locations"); // They are in the texts, and kith keeps no list of them.
            return {};
        }
        return {};
    }

    std::string take_dated(std::vector<Dated>& list, std::string_view line) {
        const auto colon = line.find(':');
        const auto day = line.substr(0, colon);
        const auto date = core::parse_iso_date(day);
        if (!date && colon != line.npos && is_no_such_day(day))
            return fmt::format("there is no such day as {}", core::trim(day));
        if (!date) return "this does not begin with a date and a colon";
        const auto text = colon == line.npos ? std::string_view{} : core::trim(line.substr(colon + 1));
        if (text.empty())
            batch_.skipped.push_back({lines_.number(), "a day without a text"});
        else
            list.push_back({lines_.number(), *date, without_marks(text)});
        return {};
    }

    std::string take_friend(std::string_view line) {
        const auto said = friend_of(line);
        if (said.name.empty()) return "this friend has no name";
        const auto index = index_of(said.name, lines_.number());
        for (const auto& nickname : said.nicknames) by_nickname_[core::fold(nickname)].insert(index);
        auto& incoming = batch_.people.at(index);
        incoming.line = lines_.number();
        auto& person = incoming.record;
        bool has_room = true;
        for (const auto& nickname : said.nicknames) has_room = add_once(person.aliases, nickname) && has_room;
        for (const auto& tag : said.tags) has_room = add_once(person.groups, tag) && has_room;
        if (!has_room)
            batch_.skipped.push_back(
                noted(incoming.line, fmt::format("nicknames or tags of {} beyond {}", person.name, most_texts)));
        if (person.city.empty()) person.city = said.location;
        return {};
    }

    /// Who is called so. One who is not among the friends, as a file written by hand may have it, is added.
    std::size_t index_of(const std::string& name, int line) {
        const auto [found, is_new] = by_name_.emplace(core::fold(name), batch_.people.size());
        if (is_new) {
            IncomingPerson incoming;
            incoming.record.name = name;
            incoming.record.id.text = free_id(name);
            incoming.key = name;
            incoming.line = line;
            batch_.people.push_back(std::move(incoming));
        }
        return found->second;
    }

    /// Who is meant in a text: who has the name, else the only one with the nickname.
    std::size_t index_of_mentioned(const std::string& name, int line) {
        const auto known = by_nickname_.find(core::fold(name));
        const bool is_nickname = !by_name_.contains(core::fold(name)) && known != by_nickname_.end();
        return is_nickname && known->second.size() == 1 ? *known->second.begin() : index_of(name, line);
    }

    std::string free_id(const std::string& name) {
        const auto slug = core::slug(name);
        const auto count = ++ids_[slug];
        return count == 1 ? slug : fmt::format("{}/{}", slug, count); // No slug has a stroke, so it is nobody else's.
    }

    void add_activity(Dated activity) {
        if (auto reason = reason_of_future(activity.date, options_.today); !reason.empty()) {
            batch_.skipped.push_back({activity.line, std::move(reason)});
            return;
        }
        Incoming<core::Interaction> incoming;
        incoming.line = activity.line;
        auto& interaction = incoming.record;
        interaction.date = {activity.date, std::nullopt};
        std::set<std::size_t> with;
        for (const auto& name : activity.text.people)
            if (const auto index = index_of_mentioned(name, activity.line); with.insert(index).second)
                interaction.with.push_back(batch_.people.at(index).record.id);
        interaction.channel = recognise_(activity.text.unmarked).channel;
        interaction.tags = std::move(activity.text.tags);
        interaction.note = std::move(activity.text.text);
        incoming.key = key_of(interaction);
        batch_.interactions.push_back(std::move(incoming));
    }

    /// The day and the text, and which one of several that are the same.
    std::string key_of(const core::Interaction& interaction) {
        auto key = core::to_text(interaction.date.date) + " " + fingerprint(interaction.note);
        const auto count = ++keys_[key];
        return count == 1 ? key : fmt::format("{} {}", key, count);
    }

    void add_note(const Dated& note) {
        if (note.text.people.empty()) batch_.skipped.push_back({note.line, "a note that names nobody"});
        for (const auto& name : note.text.people) {
            auto& person = batch_.people.at(index_of_mentioned(name, note.line)).record;
            if (!person.note.empty()) person.note += '\n';
            person.note += core::to_text(note.date) + ": " + note.text.whole; // A person has no tags.
        }
    }

    Lines lines_;
    const ReadOptions& options_;
    core::Recogniser recognise_;
    Section section_ = Section::none;
    Batch batch_;
    Tally passed_over_;
    std::vector<Dated> activities_;
    std::vector<Dated> notes_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::unordered_map<std::string, std::set<std::size_t>> by_nickname_;
    std::unordered_map<std::string, int> ids_;
    std::unordered_map<std::string, int> keys_;
};

} // namespace

Batch read_friends(const Pull& pull, const ReadOptions& options) {
    return FriendsReader(pull, options).read();
}

} // namespace kith::exchange
