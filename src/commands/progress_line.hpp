// How far something is that takes long, for a person who waits at the terminal.
#pragma once

#include "session.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace kith::commands {

/// A line on standard error that is drawn over itself, and taken away when the object is gone. None where standard
/// error is no terminal, under -q, and for what is done in a moment.
class ProgressLine {
  public:
    /// `doing` says what: `reading contacts.vcf`. It is drawn anew with each `stride` of the steps, and not for a few
    /// of these. Where nobody knows how many steps there are in `all`, it tells the strides that were made, in `unit`.
    ProgressLine(std::string doing, std::optional<std::uint64_t> all, std::uint64_t stride, std::string unit,
                 Session& session);
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine();

    void advance(std::size_t steps);

  private:
    void draw();

    std::string doing_;
    std::optional<std::uint64_t> all_;
    std::uint64_t stride_;
    std::string unit_;
    Session& session_;
    std::uint64_t done_ = 0;
    std::uint64_t next_drawing_;
    std::size_t drawn_width_ = 0;
};

} // namespace kith::commands
