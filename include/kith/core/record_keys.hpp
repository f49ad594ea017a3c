// Which key of the files is which member, in the order of data-format.md: one function a record, the one list of them.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/strategy.hpp"

#include <type_traits>

namespace kith::core {

template<class R, class V>
requires std::is_same_v<std::remove_const_t<R>, Person>
void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("was", r.was), visit("name", r.name), visit("aliases", r.aliases);
    visit("groups", r.groups), visit("every", r.every), visit("late", r.late);
    visit("snoozed_until", r.snoozed_until), visit("met", r.met), visit("met_at", r.met_at);
    visit("organisation", r.organisation), visit("role", r.role), visit("city", r.city), visit("email", r.email);
    visit("birthday", r.birthday), visit("handles", r.handles), visit("note", r.note);
    visit("imported", r.imported);
}

template<class R, class V>
requires std::is_same_v<std::remove_const_t<R>, Interaction>
void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("date", r.date), visit("with", r.with), visit("channel", r.channel);
    visit("mode", r.mode), visit("kind", r.kind), visit("by", r.by), visit("help", r.help);
    visit("answered", r.answered), visit("minutes", r.minutes), visit("event", r.event), visit("tags", r.tags);
    visit("note", r.note), visit("url", r.url), visit("closes", r.closes);
    visit("imported", r.imported);
}

template<class R, class V>
requires std::is_same_v<std::remove_const_t<R>, Event>
void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("name", r.name), visit("start", r.start), visit("end", r.end);
    visit("place", r.place), visit("url", r.url), visit("goal", r.goal), visit("status", r.status);
    visit("met", r.met), visit("tags", r.tags), visit("note", r.note);
    visit("imported", r.imported);
}

template<class R, class V>
requires std::is_same_v<std::remove_const_t<R>, Followup>
void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("created", r.created), visit("due", r.due), visit("with", r.with);
    visit("action", r.action), visit("note", r.note), visit("event", r.event), visit("origin", r.origin);
    visit("every", r.every), visit("snoozed", r.snoozed), visit("done", r.done), visit("dropped", r.dropped);
    visit("closed_by", r.closed_by), visit("imported", r.imported);
}

template<class R, class V>
requires std::is_same_v<std::remove_const_t<R>, Goal>
void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("text", r.text), visit("by", r.by), visit("done", r.done);
}

template<class R, class V>
requires(std::is_same_v<std::remove_const_t<R>, Audience> ||
         std::is_same_v<std::remove_const_t<R>, Topic>) void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("text", r.text);
}

template<class R, class V>
requires std::is_same_v<std::remove_const_t<R>, Platform>
void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("goals", r.goals), visit("audience", r.audience), visit("per_week", r.per_week);
    visit("note", r.note);
}

template<class R, class V>
requires std::is_same_v<std::remove_const_t<R>, Channel>
void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("mode", r.mode);
}

template<class R, class V>
requires std::is_same_v<std::remove_const_t<R>, Post>
void each_key(R& r, V&& visit) {
    visit("id", r.id), visit("title", r.title), visit("platform", r.platform), visit("topic", r.topic);
    visit("on", r.on), visit("published", r.published), visit("dropped", r.dropped), visit("url", r.url);
}

} // namespace kith::core
