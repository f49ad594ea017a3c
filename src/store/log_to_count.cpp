#include "kith/store/log_to_count.hpp"

#include "file_names.hpp"
#include "gathering.hpp"
#include "plain_entry.hpp"
#include "plain_reader.hpp"
#include "plain_record.hpp"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::store {
namespace {

std::string_view text_of(std::string_view id) {
    return id;
}
std::string_view text_of(const core::PersonId& id) {
    return id.text;
}

/// Whose contacts are asked for, as marks that their ids have in common with few others: most who are named are told
/// apart from them without a search.
class Asked {
  public:
    Asked(const core::People& people, std::span<const core::PersonId> wanted) {
        for (const auto& id : wanted) mark(people.resolve(id).text);
        for (const auto& person : people.all())
            for (const auto& former : person.was) mark(former.text); // Which may stand for one of them.
    }
    /// True of all who are asked for, by whichever id.
    [[nodiscard]] bool may_have(std::string_view id) const { return marks_[place_of(id)]; }

  private:
    static constexpr unsigned bits_of_place = 12;

    void mark(std::string_view id) { marks_[place_of(id)] = true; }
    static std::size_t place_of(std::string_view id) { return IdHashes::hash_of(id) >> (64 - bits_of_place); }

    std::bitset<std::size_t{1} << bits_of_place> marks_;
};

LogToCount nothing_of(const core::People& people, const LogQuestion& question) {
    return {{}, {}, {}, core::Contacts(people, question.wanted, question.as_of), question.as_of + std::chrono::days{1}};
}

/// Keeps what is counted of an entry before `whole_from`, and who is named in it where that is asked for.
template<class With>
void add_earlier(LogToCount& found, const LogQuestion& question, const core::CountedEntry& entry, const With& with) {
    found.earlier.push_back(entry);
    if (entry.date < question.named_from) return;
    for (const auto& person : with) found.named.push_back({std::string(text_of(person))});
}

/// What is found in the files of the months. All of a file is read for the contacts, since one who is missing after
/// that has it read again.
class Counting {
  public:
    Counting(const core::People& people, const core::Strategy& strategy, const LogQuestion& question)
        : people_(&people), question_(&question), strategy_(&strategy), asked_(people, question.wanted),
          found_(nothing_of(people, question)) {}

    /// False where it takes a Document to say what one of them holds or what is wrong with it.
    [[nodiscard]] bool read(std::span<const std::string> names, DataDirectory& directory) {
        std::size_t left = names.size() + 1;
        DataDirectory::Room room(directory);
        return std::ranges::all_of(names, [&](const std::string& name) {
            const auto text = directory.view(name, room);
            --left;
            return !text || read_part(name, *text, left);
        });
    }
    /// The same of records of a month.
    [[nodiscard]] bool read_part(const std::string& name, std::string_view text, std::size_t files_left) {
        const auto own = days_of(name);
        if (!own || !begins_plain(text)) return false;
        make_room(ids_, text, files_left);
        if (own->from < question_->whole_from) make_room(found_.earlier, text, files_left);
        if (own->to >= question_->whole_from) make_room(found_.interactions, text, files_left);
        while (!text.empty())
            if (!take(take_record(text), *own)) return false;
        return true;
    }
    /// Takes over what another has found in the months before and in the part before of a month, none of it whole.
    void follow(const Counting& before) {
        const auto& earlier = before.found_.earlier;
        found_.earlier.insert(found_.earlier.end(), earlier.begin(), earlier.end()); // Which are in no order.
        const auto& named = before.found_.named;
        found_.named.insert(found_.named.end(), named.begin(), named.end());
        found_.contacts.observe_before(before.found_.contacts);
        ids_.insert(ids_.end(), before.ids_.begin(), before.ids_.end());
        is_in_order_ = is_in_order_ && before.is_in_order_ && !is_before(earliest_, before.latest_);
    }
    /// Whether two may have one id. Whether they are the same shows only in all that they hold.
    [[nodiscard]] bool may_have_an_id_twice() const {
        IdHashes hashes(ids_.size());
        return std::ranges::any_of(ids_, [&hashes](std::size_t id) { return !hashes.add(id); });
    }
    /// Where not all stood in the order that they are told in, the contacts may not be right.
    [[nodiscard]] LogToCount take() && {
        if (is_in_order_)
            found_.contacts_from = core::start_of_month(question_->days.from);
        else
            found_.contacts = std::move(nothing_of(*people_, *question_).contacts);
        return std::move(found_);
    }

  private:
    [[nodiscard]] bool take(std::string_view source, const core::DateRange& own) {
        // As they nearly always stand in order, those after one that is whole are so too.
        if (std::max(own.from, latest_.date) >= question_->whole_from) return take_whole(source, own);
        if (!read_plain_entry(source, entry_) || !own.contains(entry_.date.date)) return false;
        if (entry_.date.date >= question_->whole_from) return take_whole(source, own);
        note(entry_.id, entry_.date, entry_.with, entry_.answered);
        if (question_->days.contains(entry_.date.date))
            add_earlier(
                found_, *question_,
                {entry_.date.date, core::mode_of(entry_.mode, entry_.channel, *strategy_), entry_.answered == false},
                entry_.with);
        return true;
    }
    [[nodiscard]] bool take_whole(std::string_view source, const core::DateRange& own) {
        auto& whole = found_.interactions.emplace_back();
        if (!read_plain_to_count(source, whole) || !own.contains(whole.date.date)) return false;
        note(whole.id.text, whole.date, whole.with, whole.answered);
        const bool is_wanted = question_->days.contains(whole.date.date);
        const bool is_whole = whole.date.date >= question_->whole_from;
        if (is_wanted && !is_whole) add_earlier(found_, *question_, core::counted(whole, *strategy_), whole.with);
        if (!is_wanted || !is_whole) found_.interactions.pop_back();
        return true;
    }
    template<class With>
    void note(std::string_view id, const core::Moment& date, const With& with, std::optional<bool> answered) {
        if (!id.empty()) ids_.push_back(IdHashes::hash_of(id));
        follow(date);
        for (const auto& person : with)
            if (const auto text = text_of(person); asked_.may_have(text))
                found_.contacts.observe_later(text, date.date, answered == false);
    }
    /// Of one day those that have a time stand in the order of it, among the others.
    void follow(const core::Moment& date) {
        if (is_before(date, latest_)) is_in_order_ = false;
        if (date.date != latest_.date) latest_ = {date.date, std::nullopt};
        if (date.time) latest_.time = date.time;
        if (date.date < earliest_.date) earliest_ = date;
        if (date.date == earliest_.date && !earliest_.time) earliest_.time = date.time;
    }

    static bool is_before(const core::Moment& left, const core::Moment& right) {
        if (left.date != right.date) return left.date < right.date;
        return left.time && right.time && *left.time < *right.time;
    }

    const core::People* people_;
    const LogQuestion* question_;
    const core::Strategy* strategy_;
    Asked asked_;
    LogToCount found_;
    std::vector<std::size_t> ids_; ///< Their hashes.
    PlainEntry entry_;             ///< One after another.
    core::Moment earliest_{core::all_days.to, std::nullopt};
    core::Moment latest_{core::all_days.from, std::nullopt};
    bool is_in_order_ = true;
};

/// The same of all that is told of the days.
LogToCount count_all(JournalStore& journal, const LogQuestion& question) {
    auto found = nothing_of(journal.people_to_count(), question);
    auto interactions = journal.interactions(question.days);
    for (auto entry = interactions.rbegin(); entry != interactions.rend(); ++entry) found.contacts.observe(*entry);
    found.contacts_from = question.days.from;
    const auto is_earlier = [&](const auto& each) { return each.date.date < question.whole_from; };
    const auto whole = std::ranges::find_if_not(interactions, is_earlier);
    for (auto each = interactions.begin(); each != whole; ++each)
        add_earlier(found, question, core::counted(*each, journal.strategy()), each->with);
    interactions.erase(interactions.begin(), whole);
    found.interactions = std::move(interactions);
    return found;
}

/// The months for two readers: the older half and the newer one, but none that has whole entries is among the older:
/// these would be in memory twice when all is put together.
struct Halves {
    std::span<const std::string> older, newer;
    std::optional<std::string> middle; ///< The month of which each takes a part.
};

Halves halves_of(std::span<const std::string> names, const LogQuestion& question) {
    const auto is_before = [whole = month_name(question.whole_from)](const std::string& name) { return name < whole; };
    const auto most = static_cast<std::size_t>(std::ranges::count_if(names, is_before));
    const auto older = std::min(names.size() / 2, most);
    if (names.size() % 2 == 0 || older == most) return {names.first(older), names.subspan(older), {}};
    return {names.first(older), names.subspan(older + 1), names[older]};
}

/// A text of plain records in two; one that has the sign in a string is cut there, and is read as plain by nobody. The
/// second is shorter: whoever takes that has whole entries to read as well.
std::pair<std::string_view, std::string_view> parts_of(std::string_view text) {
    const auto end = text.find("\n[[", text.size() / 3 * 2);
    const auto cut = end == text.npos ? text.size() : end + 1;
    return {text.substr(0, cut), text.substr(cut)};
}

} // namespace

LogToCount log_to_count(JournalStore& journal, const LogQuestion& question, SecondReader& second) {
    const auto& days = question.days;
    const auto& people = journal.people_to_count();
    const auto& strategy = journal.strategy();
    auto& directory = journal.directory();
    const auto names = between(directory.names_in("log"), month_name(days.from), month_name(days.to));
    const auto halves = halves_of(names, question);
    DataDirectory::Room room(directory);
    const auto middle = halves.middle ? directory.view(*halves.middle, room) : std::nullopt;
    const auto parts = parts_of(middle.value_or(""));
    std::optional<Counting> before;
    second.give_last([&](JournalStore& other) {
        Counting counting(people, strategy, question);
        if (counting.read(halves.older, other.directory()) &&
            (!middle || counting.read_part(*halves.middle, parts.first, 1)))
            before = std::move(counting);
    });
    const SecondReader::Waiting until_done(second);
    Counting counting(people, strategy, question);
    const bool is_read = (!middle || counting.read_part(*halves.middle, parts.second, halves.newer.size() + 1)) &&
                         counting.read(halves.newer, directory);
    second.wait();
    if (!is_read || !before) return count_all(journal, question);
    counting.follow(*before);
    if (counting.may_have_an_id_twice()) return count_all(journal, question);
    auto found = std::move(counting).take();
    put_in_order(found.interactions);
    return found;
}

} // namespace kith::store
