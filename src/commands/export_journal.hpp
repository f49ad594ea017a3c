// kith export all: the whole journal in one document.
#pragma once

#include "kith/commands/command.hpp"
#include "kith/core/records.hpp"
#include "kith/render/json.hpp"

#include "export_output.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kith::commands {

/// A record with the keys that are stored.
template<class Record> [[nodiscard]] core::Fields stored_fields(const Record& record) {
    return core::to_fields(record);
}
[[nodiscard]] core::Fields stored_fields(const core::Group& group);

/// A list of records as JSON, one after the other; its lines after the first one are `depth` steps in, and it has no
/// line break at its end. What each has in `others` is under the key `other`.
template<class Record> void write_json(const std::vector<Record>& records, std::size_t depth, const Sink& sink,
                                       const std::vector<std::string>& others) {
    const std::string inner(2 * (depth + 1), ' ');
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto fields = stored_fields(records[i]);
        if (!others.at(i).empty()) fields.push_back({"other", others[i], 0});
        sink((i == 0 ? "[\n" : ",\n") + inner + render::to_json(fields, depth + 1));
    }
    sink(records.empty() ? "[]" : "\n" + std::string(2 * depth, ' ') + "]");
}

[[nodiscard]] Action bind_export_all(CLI::App& app);

} // namespace kith::commands
