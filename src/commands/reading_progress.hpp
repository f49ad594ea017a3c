// How far the reading of a large file is, for a person who waits at the terminal.
#pragma once

#include "session.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace kith::commands {

/// A line on standard error that is drawn over itself, and taken away when the object is gone. None where standard
/// error is no terminal, under -q, and for what is read in a moment.
class ReadingProgress {
  public:
    ReadingProgress(std::string name, std::optional<std::uint64_t> size, Session& session);
    ReadingProgress(const ReadingProgress&) = delete;
    ReadingProgress& operator=(const ReadingProgress&) = delete;
    ~ReadingProgress();

    void advance(std::size_t bytes);

  private:
    void draw();

    std::string name_;
    std::optional<std::uint64_t> size_;
    Session& session_;
    std::uint64_t read_ = 0;
    std::uint64_t next_drawing_;
    std::size_t drawn_width_ = 0;
};

} // namespace kith::commands
