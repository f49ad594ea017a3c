#include "kith/store/interactions_to_count.hpp"

#include "file_names.hpp"
#include "gathering.hpp"
#include "plain_record.hpp"
#include "sources.hpp"

namespace kith::store {
namespace {

/// False where it takes a Document to say what the file holds or what is wrong with it.
bool read_month(const std::string& name, std::string_view text, const core::DateRange& wanted,
                std::vector<core::Interaction>& into) {
    const auto own = days_of(name);
    const auto is_in_place = [&own](const core::Interaction& each) { return own && own->contains(each.date.date); };
    if (own && wanted.contains(own->from) && wanted.contains(own->to)) {
        const auto every = [](std::string_view) { return true; };
        return read_plain_file<core::Interaction>(text, every, is_in_place, into, Keeping::figures);
    }
    const auto is_wanted = [&wanted](std::string_view source) { return !is_plainly_dated_outside(source, wanted); };
    return read_plain_part<core::Interaction>(text, is_wanted, is_in_place, into, Keeping::figures);
}

} // namespace

std::vector<core::Interaction> interactions_to_count(JournalStore& journal, const core::DateRange& days) {
    auto& directory = journal.directory();
    const auto names = between(directory.names_in("log"), month_name(days.from), month_name(days.to));
    std::vector<core::Interaction> interactions;
    std::size_t left = names.size() + 1;
    std::string room;
    for (const auto& name : names) {
        const auto text = directory.view(name, room);
        --left;
        if (!text) continue;
        make_room(interactions, *text, left);
        if (!read_month(name, *text, days, interactions)) return journal.interactions(days);
    }
    // Whether two of one id are the same shows only in all that they hold.
    if (may_have_an_id_twice(interactions)) return journal.interactions(days);
    std::erase_if(interactions, [&days](const auto& interaction) { return !days.contains(interaction.date.date); });
    put_in_order(interactions);
    return interactions;
}

} // namespace kith::store
