#include "id_prefixes.hpp"

namespace kith::commands {
namespace {

core::UniquePrefixes prefixes_in(const std::string& folder, Session& session) {
    auto ids = session.journal().ids_in(folder);
    return ids ? core::UniquePrefixes(std::move(*ids)) : core::UniquePrefixes();
}

} // namespace

core::UniquePrefixes entry_prefixes(const core::DateRange& days, Session& session) {
    if (!session.layout().color || !session.journal().are_all_months(days)) return {};
    return prefixes_in("log", session);
}

core::UniquePrefixes followup_prefixes(Session& session) {
    return session.layout().color ? prefixes_in("followups", session) : core::UniquePrefixes();
}

core::UniquePrefixes post_prefixes(Session& session) {
    if (!session.layout().color) return {};
    std::vector<std::string> ids;
    for (const auto& post : session.journal().strategy().posts) ids.push_back(post.id.text);
    return core::UniquePrefixes(std::move(ids));
}

} // namespace kith::commands
