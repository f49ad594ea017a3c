#include "kith/store/check.hpp"

#include "examination.hpp"

#include <algorithm>

namespace kith::store {

std::string_view to_text(Severity severity) {
    return severity == Severity::error ? "error" : "remark";
}

std::size_t Checkup::count(Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

Checkup check(DataDirectory& directory, core::Date today) {
    Examination examination(today);
    auto names = directory.all_names();
    // Files that are new and not written yet.
    for (const auto& change : directory.pending())
        if (std::ranges::find(names, change.name) == names.end()) names.push_back(change.name);
    for (const auto& name : names) examination.read(directory, name);
    for (const auto& name : directory.stray_names()) examination.pass_over(directory, name);
    examination.compare();
    return std::move(examination).checkup();
}

} // namespace kith::store
