#include "log_questions.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "completion_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <ostream>

namespace kith::commands {
namespace {

[[noreturn]] void leave() {
    throw core::Failure({core::ProblemKind::bad_data, "nothing was logged", std::nullopt, {}});
}

/// The parts between commas, without the blanks around them.
Texts parts_of(std::string_view text) {
    Texts parts;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (const auto part = core::trim(text.substr(0, comma)); !part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

/// Where the last name of a line begins.
std::size_t begin_of_last(std::string_view line, std::string_view after) {
    const std::size_t end = line.find_last_of(after);
    return std::min(line.find_first_not_of(' ', end == std::string_view::npos ? 0 : end + 1), line.size());
}

/// What a person can be named by where others have the same name.
std::string way_to_name(const core::Person& person, const core::People& people) {
    const bool is_clear = !person.name.empty() && people.match(person.name).outcome == core::Match::Outcome::one;
    return is_clear || person.id.empty() ? person.name : person.id.text;
}

bool is_named_from_within(const core::Person& person, std::string_view open) {
    const auto begins = [open](std::string_view text) { return begins_with(text, open); };
    return begins(person.id.text) || std::ranges::any_of(person.aliases, begins) ||
           std::ranges::any_of(core::words(person.name), begins);
}

/// By the start of the name; where nobody's begins like that, by the id, an alias or another word of the name.
Texts people_begun(std::string_view open, const core::People& people) {
    Texts found;
    for (const auto& person : people.all())
        if (begins_with(person.name, open)) found.push_back(way_to_name(person, people));
    if (found.empty())
        for (const auto& person : people.all())
            if (is_named_from_within(person, open)) found.push_back(way_to_name(person, people));
    std::erase_if(found, [](const auto& text) { return text.empty() || core::escape_controls(text) != text; });
    std::ranges::sort(found, {}, [](const auto& text) { return core::fold(text); });
    return found;
}

Texts begun(std::string_view open, Texts texts) {
    std::erase_if(texts, [open](const auto& text) { return !begins_with(text, open); });
    return texts;
}

/// Each question in its turn, until its answer will do.
class Questions {
  public:
    Questions(LogOptions options, Session& session)
        : said_(std::move(options)), session_(session), editor_(session.environment().edit_lines()) {}
    [[nodiscard]] LogOptions ask() &&;

  private:
    using Judge = std::function<bool(const std::string&)>; ///< False asks again; a Failure too, and says why.

    [[nodiscard]] std::string broken(const std::string& question) const;
    [[nodiscard]] std::string line(const std::string& question, const system::Completer& complete,
                                   const std::string& given);
    /// Nothing for an empty answer.
    [[nodiscard]] std::optional<std::string> ask(const std::string& question, const Judge& judge,
                                                 const system::Completer& complete);
    [[nodiscard]] bool passes(const std::string& answer, const Judge& judge);
    [[nodiscard]] bool is_known_or_new(const std::string& name);
    [[nodiscard]] Texts names_in(const std::string& answer) const;
    [[nodiscard]] system::Completer names_after(std::string_view separators) const;
    void ask_with_whom();
    void ask_how();
    void ask_what();
    void ask_when();
    void ask_what_next();

    LogOptions said_;
    Session& session_;
    std::unique_ptr<system::LineEditor> editor_;
};

/// Between words where the terminal is narrow, with a column left for what is typed.
std::string Questions::broken(const std::string& question) const {
    const auto width = session_.layout().width;
    return width && *width > 2 ? core::join(core::wrap(question, *width - 2), "\n") : question;
}

std::string Questions::line(const std::string& question, const system::Completer& complete, const std::string& given) {
    session_.environment().out.flush();
    session_.environment().err.flush();
    auto answer = editor_->ask(broken(core::escape_controls(question)), complete, given);
    if (!answer) leave();
    return std::string(core::trim(*answer));
}

bool Questions::passes(const std::string& answer, const Judge& judge) {
    try {
        return judge(answer);
    } catch (const core::Failure& failure) {
        for (const auto& problem : failure.problems())
            session_.environment().err << "kith: " << core::to_text(problem) << '\n';
        return false;
    }
}

std::optional<std::string> Questions::ask(const std::string& question, const Judge& judge,
                                          const system::Completer& complete) {
    std::string given;
    while (true) {
        given = line(question, complete, given);
        if (given.empty()) return std::nullopt;
        if (passes(given, judge)) return given;
    }
}

Texts Questions::names_in(const std::string& answer) const {
    const bool is_one = session_.people().match(answer).outcome == core::Match::Outcome::one;
    return is_one ? Texts{answer} : parts_of(answer);
}

/// Somebody known, or somebody new whom the user wants added.
bool Questions::is_known_or_new(const std::string& name) {
    const auto& people = session_.people();
    if (people.match(name).outcome != core::Match::Outcome::none || !core::is_full_name(name)) {
        (void)people.require(name);
        return true;
    }
    const auto* near = people.nearest_to(name);
    const auto question =
        near == nullptr ? fmt::format("{} is new. Add them? [Y/n]", name)
                        : fmt::format("{} is new; {} ({}) is known. Add them? [y/N]", name, near->name, near->id.text);
    const auto said = core::fold(line(question, [](auto) { return system::Endings{}; }, {}));
    return said.empty() ? near == nullptr : said.starts_with('y');
}

system::Completer Questions::names_after(std::string_view separators) const {
    return [this, separators](std::string_view line) {
        const std::size_t begin = begin_of_last(line, separators);
        const auto open = line.substr(begin);
        return system::Endings{begin, open.empty() ? Texts{} : people_begun(open, session_.people())};
    };
}

void Questions::ask_with_whom() {
    if (!said_.entry.with.empty()) return;
    const auto are_known = [this](const std::string& answer) {
        return std::ranges::all_of(names_in(answer), [this](const auto& name) { return is_known_or_new(name); });
    };
    if (const auto who = ask("With whom? (names, commas between)", are_known, names_after(",")))
        said_.entry.with = names_in(*who);
}

void Questions::ask_how() {
    if (said_.entry.via || said_.entry.online || said_.entry.in_person) return;
    const auto channels = core::channels(session_.journal().strategy());
    said_.entry.via = ask(
        "How? (coffee, call, linkedin, ...)",
        [this](const std::string& answer) { return !session_.require_channel(answer).empty(); },
        [&channels](std::string_view line) {
            return system::Endings{0, begun(line, channels)};
        });
}

void Questions::ask_what() {
    const auto is_past = [this](const std::string& answer) {
        const auto leading = said_.entry.on ? std::nullopt : require_leading_date(answer, session_.past());
        if (leading) (void)require_past(leading->moment, session_);
        if (leading && core::trim(std::string_view(answer).substr(leading->length)).empty())
            core::fail_usage("that is a day; what happened then?");
        return true;
    };
    const auto what = ask("What happened?", is_past, names_after(" "));
    if (!what) leave();
    said_.words = {*what};
}

void Questions::ask_when() {
    if (said_.entry.on || require_leading_date(said_.words.front(), session_.past())) return;
    const auto is_past = [this](const std::string& answer) {
        (void)require_past(core::require_date(answer, "the day", session_.past()), session_);
        return true;
    };
    said_.entry.on = ask("When? (today, or a day such as yesterday)", is_past, [](std::string_view line) {
        return system::Endings{0, begun(line, {"friday", "monday", "saturday", "sunday", "thursday", "today", "tuesday",
                                               "wednesday", "yesterday"})};
    });
}

/// Only where there is somebody to follow up with.
void Questions::ask_what_next() {
    if (said_.follow_up) return;
    if (said_.entry.with.empty() && core::recognise(said_.words.front(), session_.people(), {}).people.empty()) return;
    const auto says_when = [this](const std::string& answer) {
        (void)make_followup(answer, "the follow-up", session_);
        return true;
    };
    said_.follow_up = ask("Follow up? (such as \"in 2w: send slides\")", says_when, names_after(" "));
}

LogOptions Questions::ask() && {
    ask_with_whom();
    ask_how();
    ask_what();
    ask_when();
    ask_what_next();
    return std::move(said_);
}

} // namespace

LogOptions ask_for_entry(LogOptions options, Session& session) {
    return Questions(std::move(options), session).ask();
}

} // namespace kith::commands
