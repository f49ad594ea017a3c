// What an import would do, or did, told: for people in a few rows, for programs as one document.
#pragma once

#include "kith/exchange/plan.hpp"
#include "kith/render/json.hpp"

#include "import_reading.hpp"
#include "session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

/// Whether the plan writes anything.
[[nodiscard]] bool changes_anything(const exchange::Plan& plan);

/// `people   312 new, 40 changed, 7 already there`, then what was skipped, what is noted of the rest, who
/// looks alike, who was left out.
[[nodiscard]] std::string summary_in_words(const exchange::Plan& plan, const std::vector<ImportedFile>& files,
                                           const render::Layout& layout);
/// `Write 312 people, 3 events and change 40 people?`; says so where there is no way back.
[[nodiscard]] std::string question_of(const exchange::Plan& plan, bool can_be_undone);

[[nodiscard]] std::vector<std::string_view> import_keys();
[[nodiscard]] render::Document import_document(const exchange::Plan& plan, const std::vector<ImportedFile>& files,
                                               bool is_written);

} // namespace kith::commands
