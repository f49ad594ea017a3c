#include "kith/core/key_help.hpp"

#include "kith/core/journal.hpp"

#include <array>

namespace kith::core {
namespace {

constexpr std::array<KeyHelp, 17> of_person{{
    {"was", R"(["ana-s"])", "ids of people merged into this one; they mean this person wherever they stand"},
    {"name", R"("Ana Souza")", "the name in full"},
    {"aliases", R"(["Aninha"])", "other names to find them by"},
    {"groups", R"(["mentors"])", "the groups they are in"},
    {"every", R"("3w")", "keep in touch at least this often: a period such as 3d, 2w, 1m or 1y"},
    {"late", R"("5w")", "overdue only after this long; due from every on"},
    {"snoozed_until", "2026-12-01", "not due before this day"},
    {"met", "2026-11-22", "the day you met"},
    {"met_at", R"("rustconf-2026")", "the id of the event you met at"},
    {"organisation", R"("Ferrous")", "where they work"},
    {"role", R"("Compiler engineer")", "what they do there"},
    {"city", R"("Lisbon")", "where they live"},
    {"email", R"("ana@example.org")", "their address"},
    {"birthday", R"("05-02")", "a date, or a text such as 05-02 without the year"},
    {"handles", R"({ linkedin = "in/anasouza" })", "a table of what they are called on networks"},
    {"note", R"("Prefers voice messages")", "anything else"},
    {"imported", R"({ from = "linkedin", key = "in/anasouza" })", "where it was brought in from"},
}};

constexpr std::array<KeyHelp, 15> of_interaction{{
    {"date", "2026-11-22T18:30:00", "when it was; a date, or a date and time"},
    {"with", R"(["ana-souza"])", "ids of the people"},
    {"channel", R"("coffee")", "the id of a channel"},
    {"mode", R"("in-person")", "online or in-person, only where it differs from the channel's own"},
    {"kind", R"("meeting")", "comment, share, advice, message, call, meeting, introduction, collaboration or post"},
    {"by", R"("me")", "who started it: me or them"},
    {"help", R"("offered")", "offered, asked or received"},
    {"answered", "false", "false for an attempt: it counts as effort, never as contact"},
    {"minutes", "45", "how long it took"},
    {"event", R"("rustconf-2026")", "the id of the event it was at"},
    {"tags", R"(["rust"])", "words to find it by"},
    {"note", R"("Coffee with Ana")", "the text"},
    {"url", R"("https://example.org/post")", "where it can be read"},
    {"closes", R"("m3qd8w1z")", "the id of the follow-up that this contact closed"},
    {"imported", R"({ from = "linkedin", key = "in/anasouza" })", "where it was brought in from"},
}};

constexpr std::array<KeyHelp, 11> of_event{{
    {"name", R"("RustConf 2026")", "what it is called"},
    {"start", "2026-09-09", "the first day, with a time where it has one"},
    {"end", "2026-09-11", "the last day, where it is another"},
    {"place", R"("Montreal")", "where"},
    {"url", R"("https://example.org/rustconf")", "its page"},
    {"goal", R"("Meet three compiler people")", "what you go for"},
    {"status", R"("attended")", "planned, also where it is absent; attended or skipped"},
    {"met", R"(["ana-souza"])", "ids of the people met there"},
    {"tags", R"(["rust"])", "words to find it by"},
    {"note", R"("Bring stickers")", "anything else"},
    {"imported", R"({ from = "linkedin", key = "in/anasouza" })", "where it was brought in from"},
}};

constexpr std::array<KeyHelp, 13> of_followup{{
    {"created", "2026-11-22", "the day it was written down"},
    {"due", "2026-12-06", "the day it is due, with a time where it has one"},
    {"with", R"(["ana-souza"])", "ids of the people"},
    {"action", R"("message")", "coffee, message, collaborate, introduce, share or other"},
    {"note", R"("send her the slides")", "what to do"},
    {"event", R"("rustconf-2026")", "the id of the event it comes from"},
    {"origin", R"("k7f2q9xa")", "the id of the interaction it comes from"},
    {"every", R"("2w")", "it comes again this long after it is done; with a plus, as in +2w, after it was due"},
    {"snoozed", "1", "how many times it was put off"},
    {"done", "2026-12-05", "the day it was done"},
    {"dropped", "2026-12-05", "the day it was given up; it has done or this, never both"},
    {"closed_by", R"("p0c4t7ne")", "the id of the interaction that closed it"},
    {"imported", R"({ from = "linkedin", key = "in/anasouza" })", "where it was brought in from"},
}};

} // namespace

template<> std::span<const KeyHelp> key_help<Person>() {
    return of_person;
}
template<> std::span<const KeyHelp> key_help<Interaction>() {
    return of_interaction;
}
template<> std::span<const KeyHelp> key_help<Event>() {
    return of_event;
}
template<> std::span<const KeyHelp> key_help<Followup>() {
    return of_followup;
}

} // namespace kith::core
