#include "kith/store/group_editing.hpp"

#include "document_edit.hpp"
#include "toml_text.hpp"

#include <set>
#include <string>

namespace kith::store {
namespace {

constexpr auto people = "people.toml";

std::vector<core::Change> changes_of(const core::Edit<core::Group>& edit) {
    return core::changes(cadence_fields(edit.before), cadence_fields(edit.after));
}

void change(Document& document, const core::Edit<core::Group>& edit) {
    const std::vector<std::string> path{"group", edit.after.name};
    if (const auto changes = changes_of(edit); !changes.empty()) document.change_table(path, changes);
}

std::string block_of(const core::Edit<core::Group>& edit, std::string_view line_end) {
    const std::vector<std::string> path{"group", edit.after.name};
    TableEditor editor{{}, false, line_end};
    for (const auto& each : changes_of(edit)) editor.apply(path, each);
    return editor.text();
}

} // namespace

core::Fields cadence_fields(const core::Group& group) {
    core::Fields fields;
    if (group.every) fields.push_back({"every", core::to_text(*group.every), 0});
    if (group.late) fields.push_back({"late", core::to_text(*group.late), 0});
    return fields;
}

void change_groups(DataDirectory& directory, const std::vector<core::Edit<core::Group>>& edits) {
    const std::vector<std::string> groups{"group"};
    const auto names = directory.edit(people).tables_in(groups);
    std::set<std::string> there(names.begin(), names.end());
    std::string blocks;
    bool has_own_blocks = false;
    for (const auto& edit : edits) {
        Document& document = directory.edit(people);
        const bool is_new = there.insert(edit.after.name).second;
        const auto ending = line_ending(document.text());
        const auto block = is_new ? block_of(edit, ending) : std::string();
        if (is_new && has_own_blocks) {
            blocks += block.empty() ? "" : std::string(ending) + block;
        } else {
            // The first that is new shows whether others can stand below it: groups may be dotted keys as well.
            const auto expected = with_block(document.text(), document.text().size(), block, ending);
            change(document, edit);
            if (is_new) has_own_blocks = !block.empty() && document.text() == expected;
        }
    }
    if (!blocks.empty()) directory.replace_text(people, directory.edit(people).text() + blocks);
}

} // namespace kith::store
