// kith export all: the whole journal in one document.
#pragma once

#include "kith/commands/command.hpp"
#include "kith/core/record_id.hpp"
#include "kith/core/records.hpp"
#include "kith/render/json.hpp"

#include "export_output.hpp"

#include <cstddef>

namespace kith::commands {

/// A list of records as JSON, one after the other; its lines after the first one are `depth` steps in, and it has no
/// line break at its end. `others` are under the key `other`.
template<class Record> void write_json(const std::vector<Record>& records, std::size_t depth, const Sink& sink,
                                       const store::OtherKeys& others = {}) {
    const std::string inner(2 * (depth + 1), ' ');
    for (const auto& record : records) {
        auto fields = core::to_fields(record);
        if (const auto other = others.find(core::id_in(record)); other != others.end())
            fields.push_back({"other", other->second, 0});
        sink((&record == &records.front() ? "[\n" : ",\n") + inner + render::to_json(fields, depth + 1));
    }
    sink(records.empty() ? "[]" : "\n" + std::string(2 * depth, ' ') + "]");
}

[[nodiscard]] Action bind_export_all(CLI::App& app);

} // namespace kith::commands
