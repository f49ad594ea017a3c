// A place in a TOML text that moves over one token after the other: keys, values, comments, line ends.
//
// It goes over everything that may be valid, and notes whether it is certain that what it went over is: what it does
// not check to the last (odd numbers, times with an offset, dotted keys in inline tables) leaves it uncertain, and
// toml++ is asked.
#pragma once

#include "toml_text.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// One part of a dotted key, without its quotes.
struct KeyPart {
    std::string_view text;
    bool escaped = false; ///< A basic string with escapes, which `text` still has.
};

[[nodiscard]] std::string decoded(const KeyPart& part);
[[nodiscard]] std::vector<std::string> decoded(std::span<const KeyPart> path);

class Cursor {
  public:
    /// Nested deeper than this is refused, so that no reader runs out of stack.
    static constexpr int deepest = 300;

    explicit Cursor(std::string_view text, std::size_t position = 0, int line = 1)
        : begin_(text.data()), at_(text.data() + position), end_(text.data() + text.size()), line_(line) {}

    [[nodiscard]] std::size_t position() const { return static_cast<std::size_t>(at_ - begin_); }
    [[nodiscard]] int line() const { return line_; }
    [[nodiscard]] bool at_end() const { return at_ == end_; }
    [[nodiscard]] bool certain() const { return certain_; }
    [[nodiscard]] bool too_deep() const { return too_deep_; }
    /// The byte here; a null byte at the end (which no valid text has).
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return static_cast<std::size_t>(end_ - at_) > ahead ? at_[ahead] : '\0';
    }

    void skip_blanks() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
    }
    /// Blanks, line ends and comments, as between the elements of an array.
    bool skip_between();
    /// One byte that must be this; false where it is another.
    bool take(char byte);
    /// Blanks, perhaps a comment, and the line's terminator or the end of the text; false where something else stands
    /// there.
    bool take_line_end();
    /// A key with its dots; its parts are `path` until the next.
    bool take_key();
    /// A value, nested in as many tables and arrays as `depth` says.
    bool take_value(int depth);

    [[nodiscard]] std::span<const KeyPart> path() const { return path_; }
    /// Hands the parts over, to outlive the next key.
    void swap_path(std::vector<KeyPart>& other) { path_.swap(other); }

  private:
    bool take_comment();
    bool take_newline();
    bool take_key_part();
    /// Moves on over what is plain between such quotes.
    void pass_plain(char quote);
    bool take_quoted(char quote);
    bool take_multi_line(char quote);
    bool take_array(int depth);
    bool take_inline_table(int depth);
    bool take_scalar();
    void check_escape(bool multi_line);

    const char* begin_;
    const char* at_;
    const char* end_;
    int line_;
    bool certain_ = true;
    bool too_deep_ = false;
    std::vector<KeyPart> path_;
};

} // namespace kith::store
