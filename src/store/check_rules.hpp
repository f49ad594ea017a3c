// What may be wrong within one record, key by key, and which other records it names.
#pragma once

#include "kith/store/check.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

struct Complaint {
    Severity severity = Severity::error;
    std::string key; ///< Empty where the record as a whole is meant.
    std::string message;
    std::string hint;
};

[[nodiscard]] std::vector<Complaint> complaints(const core::Person& person, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Interaction& interaction, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Event& event, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Followup& followup, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Goal& goal, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Audience& audience, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Platform& platform, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Topic& topic, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Channel& channel, core::Date today);
[[nodiscard]] std::vector<Complaint> complaints(const core::Post& post, core::Date today);

/// A key that names another record.
struct Reference {
    std::string_view key;
    std::string_view kind; ///< Of the other record; `channel` also means the platforms and the built-in ones.
    std::string id;
};

[[nodiscard]] std::vector<Reference> references(const core::Person& person);
[[nodiscard]] std::vector<Reference> references(const core::Interaction& interaction);
[[nodiscard]] std::vector<Reference> references(const core::Event& event);
[[nodiscard]] std::vector<Reference> references(const core::Followup& followup);
[[nodiscard]] std::vector<Reference> references(const core::Platform& platform);
[[nodiscard]] std::vector<Reference> references(const core::Post& post);
template<class Record> [[nodiscard]] std::vector<Reference> references(const Record&) {
    return {};
}

} // namespace kith::store
