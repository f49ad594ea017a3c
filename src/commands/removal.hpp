// Removing more than one record: only after a yes.
#pragma once

#include "kith/render/table.hpp"

#include "options.hpp"
#include "session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

struct RemovalWords {
    Texts words;
    bool yes = false;
};

/// The words, called `value`, and --yes.
void declare_removal(CLI::App& app, const std::string& value, RemovalWords& given, const std::string& help);

/// Whether the records, a row of the answer each, may go: to be asked before save(). With several of them (`things`) it
/// asks on the terminal, unless --yes was said or nothing will be written; false where the answer is not yes, which is
/// told. A usage Failure where there is nobody to ask. Others may write while it waits; then save() will not.
[[nodiscard]] bool may_remove(std::vector<render::Row> rows, std::string_view things, bool yes, Session& session);

} // namespace kith::commands
