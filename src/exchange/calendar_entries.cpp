#include "calendar_entries.hpp"

#include "kith/core/text.hpp"

#include "calendar_lines.hpp"
#include "content_lines.hpp"
#include "email.hpp"
#include "plain_text.hpp"
#include "record_uid.hpp"
#include "refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kith::exchange {
namespace {

constexpr std::size_t deepest = 20;

struct Component {
    std::string name;
    int line = 0;
};

/// How many of a kind were passed over.
struct Ignored {
    int line = 0;
    int count = 0;
};

/// Days instead of midnights, where all of its times are such.
void take_days(CalendarComponent& entry) {
    std::vector<WrittenTime*> times;
    for (auto* const time : {&entry.start, &entry.end, &entry.replaces})
        if (*time) times.push_back(&**time);
    for (auto* const list : {&entry.also, &entry.except})
        for (auto& time : *list) times.push_back(&time);
    const auto is_midnight = [](const WrittenTime* time) {
        return time->moment.time.value_or(std::chrono::seconds{0}) == std::chrono::seconds{0};
    };
    if (!std::ranges::all_of(times, is_midnight)) return;
    for (auto* const time : times) time->moment.time.reset();
}

class EntryReader {
  public:
    EntryReader(const Pull& pull, bool skips_broken)
        : lines_(pull, is_wanted_of_calendar), skips_broken_(skips_broken) {}

    CalendarFile read() {
        while (const auto line = lines_.next()) take(*line);
        if (!open_.empty()) cut_off();
        for (const auto& [name, ignored] : ignored_)
            file_.skipped.push_back({ignored.line,
                                     fmt::format("kith makes nothing of {} ({} in the file)", name, ignored.count),
                                     name == "VALARM"}); // It stands within what comes in.
        return std::move(file_);
    }

  private:
    void take(const ContentLine& line) {
        if (line.name == "BEGIN") {
            begin(line);
        } else if (line.name == "END") {
            end(line);
        } else if (open_.empty()) {
            broken(line.line, "this is not within a calendar");
        } else if (open_.size() == 1 && line.name == calendar_name) {
            take_name(line);
        } else if (open_.size() > 1 && open_[1].name == "VTIMEZONE") {
            take_zone(line);
        } else if (entry_ && open_.size() == 2) {
            note_zone(line);
            if (line.name == "DTEND" || line.name == "DURATION") entry_->end_line = line.line;
            if (auto wrong = line.name.empty() ? "this is no line of a calendar"
                                               : take_line(*entry_, line, categories_, passed_over_);
                !wrong.empty())
                complain(line.line, std::move(wrong));
            if (auto assumed = assumed_encoding(line); !assumed.empty()) file_.encoding = std::move(assumed);
        }
    }

    void begin(const ContentLine& line) {
        auto name = name_in(line);
        if (open_.empty() && name != "VCALENDAR") return broken(line.line, "this is not within a calendar");
        if (open_.size() >= deepest) return begin_too_deep(line.line);
        if (open_.size() == 1) {
            if (name == "VEVENT" || name == "VTODO") {
                entry_.emplace();
                entry_->line = line.line;
                entry_->is_event = name == "VEVENT";
            } else if (name != "VTIMEZONE") {
                ignore(name, line.line);
            }
        } else if (name == "VALARM" && !(entry_ && is_written_by_kith(entry_->uid))) {
            ignore(name, line.line);
        }
        if (open_.size() > 1 && open_[1].name == "VTIMEZONE") zone_ += "BEGIN:" + name + "\r\n";
        open_.push_back({std::move(name), line.line});
    }

    void begin_too_deep(int line) {
        constexpr const char* reason = "this is nested too deeply";
        if (too_deep_++ > 0) return;
        if (entry_)
            complain(line, reason);
        else
            broken(line, reason);
    }

    void end(const ContentLine& line) {
        const auto name = name_in(line);
        if (name == "VCALENDAR") too_deep_ = 0;
        if (too_deep_ > 0) {
            --too_deep_;
            return;
        }
        if (open_.empty()) return broken(line.line, "nothing of this name has begun");
        if (open_.back().name != name) {
            // Where it may go on: after the end of the nearest that is called so.
            const auto found = std::ranges::find(open_.rbegin(), open_.rend(), name, &Component::name);
            if (found == open_.rend()) return broken(line.line, "nothing of this name has begun");
            broken(open_.back().line, open_.back().name + " begins here and has no end");
            while (open_.back().name != name) open_.pop_back();
            problem_ = Skipped{line.line, ""};
        }
        if (open_.size() > 2 && open_[1].name == "VTIMEZONE") zone_ += "END:" + name + "\r\n";
        open_.pop_back();
        if (open_.size() == 1) finish(name);
    }

    void finish(std::string_view name) {
        if (name == "VTIMEZONE" && !zone_id_.empty())
            file_.zones.emplace(zone_id_, "BEGIN:VTIMEZONE\r\n" + zone_ + "END:VTIMEZONE\r\n");
        if (entry_) {
            if (!problem_) {
                if (entry_->is_all_day) take_days(*entry_);
                if (!entry_->is_event && entry_->start && entry_->due) passed_over_.add("DTSTART of a to-do");
                // What kith itself adds to these is nothing that it has no place for.
                if (own_entry_of_uid(entry_->uid) == OwnEntry::none) file_.passed_over.add(passed_over_);
                file_.entries.push_back(std::move(*entry_));
            } else if (!problem_->reason.empty())
                broken(problem_->line, std::move(problem_->reason));
        }
        entry_.reset();
        passed_over_ = {};
        categories_ = {};
        problem_.reset();
        zone_.clear();
        zone_id_.clear();
    }

    /// The calendar of somebody's own account is mostly called by their address.
    void take_name(const ContentLine& line) {
        const auto text = decoded(line);
        if (!text) return;
        const auto name = one_line(unescape(*text));
        if (is_email(name)) file_.owners.insert(core::fold(name));
    }

    void note_zone(const ContentLine& line) {
        const auto zone = line.parameter("TZID");
        if (!zone.empty() && core::is_valid_utf8(zone)) file_.zone_lines.emplace(one_line(zone), line.line);
    }

    /// Only what zones are made of; a rule that does not turn by the year is none of a zone.
    void take_zone(const ContentLine& line) {
        const auto text = decoded(line);
        if (!text || text->size() > 1000 || zone_.size() > 100000) return;
        if (line.name == "RRULE" && !lower(*text).starts_with("freq=yearly")) return;
        if (line.name == "TZID") zone_id_ = one_line(unescape(*text));
        for (const std::string_view name : {"TZID", "TZOFFSETFROM", "TZOFFSETTO", "DTSTART", "RRULE", "RDATE"})
            if (line.name == name) zone_ += line.name + ":" + one_line(*text) + "\r\n";
    }

    void cut_off() {
        const auto& outermost = open_.front();
        if (!skips_broken_) refuse(outermost.line, outermost.name + " begins here and has no end");
        file_.is_cut_off = true;
        file_.skipped.push_back(noted(outermost.line, "the file was cut off: it has no END:VCALENDAR"));
    }

    static std::string name_in(const ContentLine& line) {
        auto name = upper(core::trim(line.value).substr(0, 40));
        std::erase_if(name, [](char each) { return (each < 'A' || each > 'Z') && each != '-'; });
        return name;
    }

    void ignore(const std::string& name, int line) {
        auto& ignored = ignored_[name];
        if (ignored.count++ == 0) ignored.line = line;
    }

    void complain(int line, std::string reason) {
        if (!problem_) problem_ = Skipped{line, std::move(reason)};
    }

    void broken(int line, std::string reason) {
        if (!skips_broken_) refuse(line, std::move(reason));
        file_.is_whole = false;
        file_.skipped.push_back({line, std::move(reason)});
    }

    ContentLines lines_;
    bool skips_broken_;
    CalendarFile file_;
    std::vector<Component> open_; ///< The outermost first.
    std::size_t too_deep_ = 0;    ///< How many are open within the innermost of these.
    std::optional<CalendarComponent> entry_;
    Tally passed_over_;              ///< Of the entry.
    KnownTexts categories_;          ///< Of the entry.
    std::optional<Skipped> problem_; ///< The first of the entry; without a reason where it was told already.
    std::string zone_;
    std::string zone_id_;
    std::map<std::string, Ignored, std::less<>> ignored_;
};

} // namespace

CalendarFile read_entries(const Pull& pull, bool skips_broken) {
    return EntryReader(pull, skips_broken).read();
}

} // namespace kith::exchange
