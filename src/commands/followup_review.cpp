// kith followup review: walks the due list on a terminal, a key each.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/render/brief.hpp"

#include "brief_view.hpp"
#include "drawing.hpp"
#include "followup_actions.hpp"
#include "followup_verbs.hpp"
#include "options.hpp"
#include "present.hpp"
#include "review_list.hpp"
#include "sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <span>

namespace kith::commands {
namespace {

/// The key as `keys` has it, whether or not capitals are locked; a null character where it is none of ASCII.
char letter_of(std::string_view key) {
    if (key.size() != 1) return '\0';
    const char letter = key.front();
    return 'A' <= letter && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

class Review {
  public:
    Review(ReviewList& list, Session& session, system::Keyboard& keyboard)
        : list_(list), session_(session), keyboard_(keyboard) {}

    /// Goes through the items until the last is behind or the user has had enough.
    void walk();

  private:
    /// Each is what a key does, and says whether the page is to be shown anew.
    using Command = bool (Review::*)();
    struct Key {
        char letter;
        std::string_view word;
        std::string_view details;
        Command command;
    };
    [[nodiscard]] static std::span<const Key> keys();

    void show();
    [[nodiscard]] std::string key_line() const;
    [[nodiscard]] std::optional<core::Brief> brief();
    [[nodiscard]] bool take_key();

    bool done();
    bool done_with_note();
    bool put_off_a_week();
    bool put_off_until();
    bool drop();
    bool skip();
    bool back();
    bool quit();
    bool help();

    [[nodiscard]] std::optional<std::string> ask(std::string_view question);
    [[nodiscard]] std::optional<core::Moment> ask_day();
    [[nodiscard]] bool close_with(const std::optional<std::string>& note);
    [[nodiscard]] bool put_off(const core::Moment& until);
    /// Whether it was closed in this review, and then says so.
    [[nodiscard]] bool is_closed();
    /// Makes the change and goes on; stays where it cannot be made.
    [[nodiscard]] bool apply(Outcome outcome, const ReviewList::Change& change);
    void pass_over();

    [[nodiscard]] const ReviewEntry& entry() const { return list_[at_]; }
    void tell(std::string_view text) { session_.print(core::escape_controls(text) + "\n"); }

    ReviewList& list_;
    Session& session_;
    system::Keyboard& keyboard_;
    std::size_t at_ = 0;
    bool is_over_ = false;
};

std::span<const Review::Key> Review::keys() {
    static constexpr std::array<Key, 9> all{
        {{'d', "done", "closes it and logs the contact", &Review::done},
         {'n', "note", "done, and says what: asks for a line; an empty one goes back", &Review::done_with_note},
         {'w', "week", "puts it off for a week", &Review::put_off_a_week},
         {'u', "until", "puts it off until a day that it asks for", &Review::put_off_until},
         {'x', "drop", "closes it without having done it", &Review::drop},
         {'s', "skip", "leaves it as it is", &Review::skip},
         {'b', "back", "goes to the one before; what was done to it stays done", &Review::back},
         {'q', "quit", "ends the review; what was done stays done", &Review::quit},
         {'?', "help", "shows this", &Review::help}}};
    return all;
}

void Review::walk() {
    while (!is_over_ && at_ < list_.size()) {
        list_.look_again(at_);
        if (entry().outcome == Outcome::settled) {
            pass_over();
            continue;
        }
        show();
        while (!take_key()) {
        }
    }
}

void Review::pass_over() {
    const auto& followup = entry().item.followup;
    session_.print("\n");
    tell(fmt::format("{} ({}) is no longer due: it was settled meanwhile", followup.id.text,
                     session_.names_of(followup.with)));
    ++at_;
}

std::optional<core::Brief> Review::brief() {
    const auto& item = entry().item;
    if (item.followup.with.empty()) return std::nullopt;
    const auto& id = item.followup.with.front();
    core::Person stranger;
    stranger.id = id;
    const auto* known = session_.people().find(id);
    auto brief = brief_of(known == nullptr ? stranger : *known, session_);
    std::erase_if(brief.open, [&](const auto& other) { return is_same(other, item); });
    return brief;
}

std::string Review::key_line() const {
    std::vector<std::string> words;
    for (const auto& key : keys()) words.push_back(fmt::format("{} {}", key.letter, key.word));
    std::string text;
    const auto layout = session_.layout();
    for (const auto& line : core::wrap(core::join(words, between_texts(session_)), layout.width.value_or(80)))
        text += render::paint(line, render::Style::faint, layout) + "\n";
    return text;
}

void Review::show() {
    constexpr std::size_t usual_height = 24;
    const auto line = key_line();
    // Beside the page stand an empty line above and below it, the keys, and where the answer is typed.
    const auto taken = static_cast<std::size_t>(std::ranges::count(line, '\n')) + 3;
    const auto height = std::max(session_.environment().terminal.height.value_or(usual_height), taken + 4);
    const render::ItemPage page{entry().item, fmt::format("{} of {}", at_ + 1, list_.size()), brief(), height - taken};
    session_.print("\n" + render::to_text(page, session_.people(), session_.today(), session_.layout()) + "\n");
    if (entry().outcome != Outcome::open) session_.print("this was done to it, and stays so:\n" + entry().said + "\n");
    session_.print(line);
}

bool Review::take_key() {
    session_.print("> ");
    session_.environment().out.flush();
    const auto typed = keyboard_.key();
    constexpr std::string_view end_of_input = "\x04";
    if (!typed || *typed == end_of_input) {
        session_.print("\n");
        return quit();
    }
    if (*typed == system::Keyboard::redraw) return true;
    const auto found = std::ranges::find(keys(), letter_of(*typed), &Key::letter);
    if (found == keys().end()) {
        tell("that key does nothing here; ? shows those that do");
        return false;
    }
    tell(found->word);
    return (this->*found->command)();
}

bool Review::is_closed() {
    if (entry().outcome != Outcome::done && entry().outcome != Outcome::dropped) return false;
    tell("that is closed already; b and s go on from here");
    return true;
}

bool Review::apply(Outcome outcome, const ReviewList::Change& change) {
    if (is_closed()) return false;
    try {
        list_.apply(at_, outcome, change, keyboard_);
    } catch (const core::Failure& failure) {
        for (const auto& problem : failure.problems()) tell(core::to_text(problem));
        return false;
    }
    if (entry().outcome == Outcome::settled) {
        pass_over();
    } else {
        session_.print(entry().said);
        ++at_;
    }
    return true;
}

bool Review::close_with(const std::optional<std::string>& note) {
    return apply(Outcome::done, [&](const Target& target) {
        return confirm({close(target, contact_today(note, session_), false, session_)}, session_);
    });
}

bool Review::put_off(const core::Moment& until) {
    return apply(Outcome::put_off, [&](const Target& target) {
        return render::to_text({confirmation("snoozed", snooze_one(target, until, session_), session_, true)},
                               session_.layout());
    });
}

bool Review::done() {
    return close_with(std::nullopt);
}

bool Review::done_with_note() {
    if (is_closed()) return false;
    const auto note = ask("what was said or done:");
    return note && close_with(note);
}

bool Review::put_off_a_week() {
    return put_off({core::add(session_.today(), {1, core::Unit::week}), std::nullopt});
}

bool Review::put_off_until() {
    if (is_closed()) return false;
    const auto until = ask_day();
    return until && put_off(*until);
}

bool Review::drop() {
    return apply(Outcome::dropped, [&](const Target& target) {
        return render::to_text({confirmation("dropped", drop_one(target, session_), session_, true)},
                               session_.layout());
    });
}

bool Review::skip() {
    ++at_;
    return true;
}

bool Review::back() {
    for (std::size_t before = at_; before-- > 0;) {
        if (list_[before].outcome == Outcome::settled) continue;
        at_ = before;
        return true;
    }
    tell("there is none before this one");
    return false;
}

bool Review::quit() {
    is_over_ = true;
    return true;
}

bool Review::help() {
    std::vector<render::Row> rows;
    for (const auto& key : keys())
        rows.push_back({{std::string(1, key.letter)}, {std::string(key.word)}, {std::string(key.details)}});
    session_.print(whole_rows(rows, session_.layout()));
    return false;
}

std::optional<std::string> Review::ask(std::string_view question) {
    while (true) {
        session_.print(fmt::format("{} ", question));
        session_.environment().out.flush();
        const auto line = keyboard_.line();
        if (!line) session_.print("\n");
        const auto text = line ? core::trim(*line) : std::string_view{};
        if (text.empty()) return std::nullopt;
        // An arrow key leaves its sequence in the line, a broken terminal broken characters.
        if (core::escape_controls(text) == text) return std::string(text);
        tell("there is a character in it that is no text; once more");
    }
}

std::optional<core::Moment> Review::ask_day() {
    while (const auto text = ask("until when (friday, 2w, 22 dec):")) {
        try {
            return require_not_past(core::require_date(*text, "until", session_.future()), session_);
        } catch (const core::Failure& failure) {
            tell(core::to_text(failure.problems().front()));
        }
    }
    return std::nullopt;
}

int review(Session& session) {
    if (session.options().json || session.options().format)
        core::fail_usage("a review is for people at a terminal", "take 'kith followup list --due' for a script");
    if (session.options().dry_run)
        core::fail_usage("a review applies each answer as it is given, so that it cannot be dry",
                         "'kith followup done ID --dry-run' shows what would change");
    if (!session.is_interactive())
        throw core::Failure({core::ProblemKind::io, "a review needs a terminal to ask on", std::nullopt,
                             "take 'kith followup list --due' and 'kith followup done ID'"});
    ReviewList list(session);
    if (list.size() == 0) {
        session.note("nothing is due");
        return 0;
    }
    const auto keyboard = session.environment().listen();
    Review(list, session, *keyboard).walk();
    session.say("\n" + list.summary() + "\n");
    return 0;
}

Action bind_review(CLI::App&) {
    return review;
}

} // namespace

std::vector<Command> reviewing_commands() {
    return {
        {"followup review", "", "walk the due list on a terminal, a key each",
         "Shows each item with the brief of the person beside it and waits for a key: d done, n done with a note, w "
         "a week later, u later until a day, x drop, s skip, b back, q quit, ? help. Each answer is applied and "
         "saved at once, as 'done', 'snooze' and 'drop' would; Ctrl-C leaves with all before it kept. It needs a "
         "terminal, and there is no dry run of it.",
         "kith followup review", bind_review}};
}

} // namespace kith::commands
