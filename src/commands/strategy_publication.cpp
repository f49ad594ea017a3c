// A publication is something one did: it stands in the log too.
#include "kith/core/records.hpp"

#include "present.hpp"
#include "strategy_posts.hpp"
#include "strategy_records.hpp"

#include <algorithm>
#include <optional>

namespace kith::commands {
namespace {

std::optional<core::Interaction> find_entry(const core::Post& post, core::Date day, Session& session) {
    const auto entries = session.journal().interactions({day, day});
    const auto tells_of_it = [&post](const core::Interaction& entry) {
        return entry.kind == "post" && (entry.note == post.title || (!post.url.empty() && entry.url == post.url));
    };
    const auto found = std::ranges::find_if(entries, tells_of_it);
    return found == entries.end() ? std::nullopt : std::optional(*found);
}

std::optional<core::Interaction> find_entry(const core::Post& before, const core::Post& after, Session& session) {
    auto entry = find_entry(after, *after.published, session);
    if (!entry && before.published) entry = find_entry(before, *before.published, session);
    return entry;
}

/// A publication is online, also where no platform says so.
void put_online(core::Interaction& entry, const core::Post& post, Session& session) {
    entry.channel = post.platform;
    const auto mode = core::mode_of_channel(post.platform, session.journal().strategy());
    if (mode != core::Mode::online) entry.mode = core::to_text(core::Mode::online);
}

core::Interaction entry_for(const core::Post& post, Session& session) {
    core::Interaction entry;
    entry.id = {session.new_id()};
    entry.date = {*post.published, std::nullopt};
    put_online(entry, post, session);
    entry.kind = "post";
    entry.by = "me";
    entry.note = post.title;
    entry.url = post.url;
    return entry;
}

} // namespace

LoggedPost log_publication(const core::Post& before, const core::Post& after, Session& session) {
    auto& journal = session.journal();
    const auto present = find_entry(before, after, session);
    if (!present) {
        LoggedPost logged{entry_for(after, session), true, false};
        journal.add(logged.interaction);
        return logged;
    }
    core::Interaction brought_up = *present;
    if (brought_up.date.date != *after.published) brought_up.date = {*after.published, std::nullopt};
    if (!after.url.empty()) brought_up.url = after.url;
    if (brought_up.channel.empty() && brought_up.mode.empty()) put_online(brought_up, after, session);
    journal.change(*present, brought_up);
    return {brought_up, false, brought_up != *present};
}

std::vector<std::string_view> publication_keys() {
    auto keys = core::keys_of<core::Post>();
    keys.emplace_back("interaction");
    return keys;
}

int answer_publication(std::string_view verb, const core::Post& post, const LoggedPost& logged, Session& session) {
    auto fields = core::to_fields(post);
    fields.push_back({"interaction", logged.interaction.id.text, 0});
    const std::string id = logged.is_new ? logged.interaction.id.text : std::string{};
    const std::string_view label = logged.is_new ? "logged" : logged.is_changed ? "changed" : "logged already";
    const auto layout = session.layout();
    return session.answer(fields, publication_keys(), id,
                          render::to_text({confirmation(verb, post, session)}, layout) +
                              render::to_text({confirmation(label, logged.interaction, session)}, layout));
}

} // namespace kith::commands
