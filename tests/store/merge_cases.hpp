// Short words for the cases of a merge.
#pragma once

#include "kith/store/merge.hpp"

#include <string>
#include <vector>

namespace kith::test {

struct MergeCase {
    std::string name;
    std::string base;
    std::string ours;
    std::string theirs;
    std::string merged;
    std::vector<std::string> conflicts{}; ///< In words.
};

/// Merges and compares, and again with the sides swapped: there the conflicts must be the same.
void check(const MergeCase& each);

inline store::Merged merge(const std::string& base, const std::string& ours, const std::string& theirs) {
    return store::merge({"base.toml", base}, {"ours.toml", ours}, {"theirs.toml", theirs});
}

/// An interaction with these lines after its id and date.
inline std::string entry(const std::string& id, const std::string& date, const std::string& lines = {}) {
    return "[[interaction]]\nid = \"" + id + "\"\ndate = " + date + "\n" + lines;
}
inline std::string person(const std::string& id, const std::string& lines = {}) {
    return "[[person]]\nid = \"" + id + "\"\n" + lines;
}
/// Between the marker lines of a conflict.
inline std::string conflict(const std::string& ours, const std::string& theirs) {
    return "<<<<<<< ours\n" + ours + "=======\n" + theirs + ">>>>>>> theirs\n";
}

} // namespace kith::test
