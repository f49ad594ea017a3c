// What git has to know of a journal: which files are merged by records, and what is none of its business.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::store {

inline constexpr std::string_view attributes_file = ".gitattributes";
inline constexpr std::string_view ignore_file = ".gitignore";

/// The text of one of the two files with the lines that are missing added at its end; nothing where none is. Of a file
/// that is not there: `text` is nothing.
[[nodiscard]] std::optional<std::string> with_missing_lines(std::string_view file,
                                                            const std::optional<std::string>& text);

/// Whether one of kith's lines is in the file.
[[nodiscard]] bool is_set_up(std::string_view file, std::string_view text);

/// The value of `merge.kith.driver`: what git gives to sh. `program` is how kith is started.
[[nodiscard]] std::string driver_command(std::string_view program);

} // namespace kith::store
