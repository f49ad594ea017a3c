#include "kith/core/abridged.hpp"
#include "kith/core/phrase.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/store/journal_store.hpp"

#include "ids_in_text.hpp"
#include "plain_record.hpp"
#include "sources.hpp"
#include "toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::store {
namespace {

std::string note_of(const core::Interaction& interaction) {
    return interaction.note;
}
std::string note_of(const core::Event& event) {
    return event.name;
}
std::string note_of(const core::Followup& followup) {
    return followup.note;
}
core::Date date_of(const core::Interaction& interaction) {
    return interaction.date.date;
}
core::Date date_of(const core::Event& event) {
    return event.start.date;
}
core::Date date_of(const core::Followup& followup) {
    return followup.due.date;
}

/// In a message: `k7f2q9xa (2026-11-22 Coffee with Ana)`.
template<class Record> std::string describe(const Record& record) {
    const std::string text = core::to_text(date_of(record)) + " " + note_of(record);
    const std::string shown = core::abridged(core::trim(text), 50);
    return record.id.empty() ? fmt::format("({})", shown) : fmt::format("{} ({})", record.id.text, shown);
}

/// Events are also found by a part of their name.
bool is_named(const core::Event& event, std::string_view folded) {
    return core::contains_folded(event.name, folded);
}
template<class Record> bool is_named(const Record&, std::string_view) {
    return false;
}

/// How well a word fits: 0 not, 1 by date and text, 2 by the start of the id, 3 is the id.
template<class Record> int fit(const Record& record, std::string_view word, std::string_view folded) {
    if (!record.id.empty()) {
        if (record.id.text == word) return 3;
        if (record.id.text.starts_with(folded)) return 2;
        return is_named(record, folded) ? 1 : 0;
    }
    return core::contains_folded(core::to_text(date_of(record)) + " " + note_of(record), folded) ? 1 : 0;
}

/// The command whose records these are.
template<class Record> constexpr std::string_view noun_of() {
    return std::is_same_v<Record, core::Interaction> ? "log"
           : std::is_same_v<Record, core::Event>     ? "event"
                                                     : "followup";
}

/// In a sentence.
template<class Record> constexpr std::string_view name_of() {
    return std::is_same_v<Record, core::Interaction> ? "entry"
           : std::is_same_v<Record, core::Event>     ? "event"
                                                     : "follow-up";
}

template<class Record> struct Candidate {
    Stored<Record> stored;
    int fit = 0;
};

template<class Record> std::string candidates_in_words(const std::vector<Candidate<Record>>& candidates) {
    constexpr std::size_t at_most = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(candidates.size(), at_most); ++i)
        text += (i == 0 ? "" : " or ") + describe(candidates[i].stored.record);
    if (candidates.size() > at_most) text += fmt::format(" or {} more", candidates.size() - at_most);
    return text;
}

/// What is looked for, and the records that fit it as well as the best so far.
template<class Record> class Search {
  public:
    explicit Search(std::string_view word) : word_(word), folded_(core::fold(word)), needles_{folded_}, nearest_(word) {
        if (folded_ != word_) needles_.emplace_back(word_);
    }

    /// Whether a record may fit, by its source.
    [[nodiscard]] bool may_fit(std::string_view source) const {
        return std::is_same_v<Record, core::Event> || source.find(folded_) != std::string_view::npos ||
               source.find(word_) != std::string_view::npos || source.find("\nid = \"") == std::string_view::npos;
    }
    /// Whether the bytes of a file tell that nothing in it fits: the word is nowhere, and each record begins with its
    /// id, so that none is found by its date and text. Such a file is not looked into further; its ids are offered.
    [[nodiscard]] bool fits_nothing(std::string_view text) {
        if (std::is_same_v<Record, core::Event> || mentions_any(text, needles_)) return false;
        const auto end = each_leading_id(text, core::kind_of<Record>(), [this](std::string_view id) { offer(id); });
        return end == text.size();
    }
    /// Looks among the ids of a file for one that may be meant where none fits.
    void offer_ids(std::string_view text) {
        each_id(text, core::kind_of<Record>(), [this](std::string_view id) { offer(id); });
    }
    void offer(std::string_view known_as) {
        const bool is_escaped = known_as.find('\\') != std::string_view::npos;
        if (!is_escaped && nearest_.is_nearer(known_as)) near_ = known_as;
    }
    /// `did you mean k7f2q9xa? `; empty where none of those offered is near.
    [[nodiscard]] std::string guess() const {
        return near_.empty() ? std::string{} : fmt::format("did you mean {}? ", near_);
    }
    /// Better ones put out the others; of a record that stands in two files one is enough.
    void add(Record record, core::Place place) {
        const int fits = fit(record, word_, folded_);
        if (fits == 0 || (!best_.empty() && fits < best_.front().fit)) return;
        if (!best_.empty() && fits > best_.front().fit) best_.clear();
        const auto is_same = [&record](const auto& other) { return other.stored.record == record; };
        if (std::ranges::any_of(best_, is_same)) return;
        best_.push_back({{std::move(record), std::move(place)}, fits});
    }
    void add_all(const Document& document) {
        for (std::size_t i = 0; i < document.records().size(); ++i) {
            const auto& span = document.records()[i];
            if (span.kind != core::kind_of<Record>() || !may_fit(document.source(i))) continue;
            auto decoded = decode<Record>(document, i);
            if (decoded.is_usable) add(std::move(decoded.record), core::Place{document.name(), span.line, 0});
        }
    }
    /// The same for a file of plain records; false for any other.
    [[nodiscard]] bool add_all(const std::string& name, std::string_view text) {
        std::vector<std::size_t> begins;
        const auto is_wanted = [&](std::string_view source) {
            const bool wanted = may_fit(source);
            if (wanted) begins.push_back(static_cast<std::size_t>(source.data() - text.data()));
            return wanted;
        };
        std::vector<Record> records;
        if (!read_plain_file<Record>(
                text, is_wanted, [](const Record&) { return true; }, records))
            return false;
        for (std::size_t i = 0; i < records.size(); ++i)
            if (fit(records[i], word_, folded_) > 0)
                add(std::move(records[i]), core::Place{name, line_column(text, begins[i]).line, 0});
        return true;
    }
    /// An exact id wins; nothing further can.
    [[nodiscard]] bool is_over() const { return !best_.empty() && best_.front().fit == 3; }
    [[nodiscard]] std::vector<Candidate<Record>>& best() { return best_; }

  private:
    std::string_view word_;
    std::string folded_;
    std::vector<std::string> needles_; ///< What the bytes of a record have that is found by its id.
    core::Nearest nearest_;
    std::string near_;
    std::vector<Candidate<Record>> best_;
};

} // namespace

template<class Record> Stored<Record> JournalStore::require(std::string_view word, std::vector<std::string> names) {
    if (core::trim(word).empty()) core::fail_usage(fmt::format("an empty id names no {}", name_of<Record>()));
    Search<Record> search(word);
    std::ranges::reverse(names);
    DataDirectory::Room room(directory_);
    for (const auto& name : names) {
        const auto text = directory_.view(name, room);
        if (!text || search.fits_nothing(*text)) continue;
        if (!search.add_all(directory_.path_of(name), *text))
            search.add_all(Document::parse(directory_.path_of(name), std::string(*text)));
        if (search.is_over()) break;
        search.offer_ids(*text);
    }
    auto& best = search.best();
    if (best.size() == 1) return std::move(best.front().stored);
    if (best.empty()) {
        if constexpr (std::is_same_v<Record, core::Event>)
            for (const auto& event : events()) search.offer(event.name);
        core::fail_not_found(fmt::format("there is no {} '{}'", name_of<Record>(), word),
                             fmt::format("{}see 'kith {} list'", search.guess(), noun_of<Record>()));
    }
    core::fail_not_found(fmt::format("'{}' could be {}", word, candidates_in_words(best)), "use more of the id");
}

Stored<core::Interaction> JournalStore::require_interaction(std::string_view word) {
    return require<core::Interaction>(word, directory_.names_in("log"));
}

Stored<core::Event> JournalStore::require_event(std::string_view word) {
    return require<core::Event>(word, directory_.names_in("events"));
}

Stored<core::Followup> JournalStore::require_followup(std::string_view word) {
    return require<core::Followup>(word, directory_.names_in("followups"));
}

std::optional<core::Event> JournalStore::find_event(const core::EventId& id) {
    const auto all = events();
    const auto found = std::ranges::find(all, id, &core::Event::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<core::Interaction> JournalStore::find_closing(const core::Followup& followup, core::Date today) {
    if (followup.id.empty()) return std::nullopt; // Nothing can say that it closed it.
    const std::vector<std::string> needles{followup.id.text};
    const core::DateRange days{followup.created.value_or(followup.due.date), std::max(today, followup.due.date)};
    const auto candidates = interactions(days, needles);
    const auto found = std::ranges::find(candidates, followup.id, &core::Interaction::closes);
    return found == candidates.end() ? std::nullopt : std::optional(*found);
}

} // namespace kith::store
