// How much of an id one has to type: its shortest beginning that no other id has.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

/// Among ids of one kind, as a command looks them up: an exact id wins, else a prefix, of which case does not matter.
class UniquePrefixes {
  public:
    UniquePrefixes() = default;
    /// All ids that the lookup knows; one that stands there twice counts once.
    explicit UniquePrefixes(std::vector<std::string> ids);

    /// In bytes, whole characters; the whole id where no less will do. 0 for one that is not among them.
    [[nodiscard]] std::size_t length_of(std::string_view id) const;

  private:
    std::vector<std::string> ids_; ///< Sorted, each once.
};

} // namespace kith::core
