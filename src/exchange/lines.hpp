// A file, line after line, without holding more of it than one line.
#pragma once

#include "kith/exchange/batch.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace kith::exchange {

/// Lines end in LF, CRLF or CR. A byte-order mark of UTF-8 at the beginning is passed over.
class Lines {
  public:
    /// No more than `limit` bytes of a line are kept.
    Lines(const Pull& pull, std::size_t limit);

    /// Goes to the next line; false at the end of the file.
    [[nodiscard]] bool next();
    /// The line without its end, until the next call of next().
    [[nodiscard]] std::string_view text() const { return text_; }
    /// Whether it was longer than the limit.
    [[nodiscard]] bool is_cut() const { return is_cut_; }
    [[nodiscard]] int number() const { return number_; }

  private:
    [[nodiscard]] bool has_more();
    void keep(std::string_view part);

    const Pull& pull_;
    std::size_t limit_;
    std::string_view piece_;
    std::string text_;
    bool is_cut_ = false;
    int number_ = 0;
};

} // namespace kith::exchange
