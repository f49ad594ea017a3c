// The architecture as rules that read source text: who may include whom, which words a layer may not say, how long a
// file may be.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::test {

struct Violation {
    std::string file;
    int line = 0; ///< From 1; 0 where the whole file is meant.
    std::string rule;
    friend bool operator==(const Violation&, const Violation&) = default;
};

/// `FILE:LINE: RULE`
[[nodiscard]] std::string to_text(const Violation& violation);

/// One file below `include` or `src`: its path from the project's directory and what is in it.
struct SourceFile {
    std::string path;
    std::string text;
};

/// `core` for `include/kith/core/date.hpp` and `src/core/date.cpp`, `main` for `src/main.cpp`, else empty.
[[nodiscard]] std::string layer_of(std::string_view path);

/// The text with comments, and the insides of strings and character literals where these are not wanted, as blanks;
/// lines stay where they are.
[[nodiscard]] std::string without_comments(std::string_view text);
[[nodiscard]] std::string without_comments_and_literals(std::string_view text);

/// Each rule on one file. Nothing where it is kept.
[[nodiscard]] std::vector<Violation> check_includes(const SourceFile& file);
[[nodiscard]] std::vector<Violation> check_words(const SourceFile& file);
[[nodiscard]] std::vector<Violation> check_length(const SourceFile& file);
/// A header under include/kith opens with a `//` sentence and has `#pragma once`.
[[nodiscard]] std::vector<Violation> check_opening(const SourceFile& file);
/// All of the above.
[[nodiscard]] std::vector<Violation> check_file(const SourceFile& file);

/// Headers that include themselves by way of others.
[[nodiscard]] std::vector<Violation> check_circles(std::span<const SourceFile> files);

/// What lies in the project's directory beside the agreed names; hidden names and `build` are nobody's business.
[[nodiscard]] std::vector<Violation> check_top_level(std::span<const std::string> names);

} // namespace kith::test
