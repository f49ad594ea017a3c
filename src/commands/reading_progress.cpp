#include "reading_progress.hpp"

#include "kith/core/text.hpp"
#include "kith/render/chart.hpp"

#include "drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <ostream>
#include <utility>

namespace kith::commands {
namespace {

constexpr std::uint64_t megabyte = 1000000;
constexpr std::uint64_t first_drawing = 4 * megabyte;

} // namespace

ReadingProgress::ReadingProgress(std::string name, std::optional<std::uint64_t> size, Session& session)
    : name_(std::move(name)), size_(size), session_(session), next_drawing_(first_drawing) {
    const bool is_wanted = session.environment().terminal.error_is_terminal && !session.options().quiet;
    const bool is_large = !size || *size > first_drawing;
    if (!is_wanted || !is_large) next_drawing_ = std::numeric_limits<std::uint64_t>::max();
}

ReadingProgress::~ReadingProgress() {
    if (drawn_width_ > 0) session_.environment().err << '\r' << std::string(drawn_width_, ' ') << '\r' << std::flush;
}

void ReadingProgress::advance(std::size_t bytes) {
    read_ += bytes;
    if (read_ < next_drawing_) return;
    next_drawing_ = read_ + megabyte;
    draw();
}

void ReadingProgress::draw() {
    constexpr std::size_t bar_width = 20;
    constexpr std::size_t most_of_name = 30;
    auto line = fmt::format("reading {}  ", core::truncate(core::escape_controls(name_), most_of_name));
    if (size_) {
        const auto done = static_cast<double>(std::min(read_, *size_));
        const auto all = static_cast<double>(*size_);
        const auto bar = render::bar(done, all, bar_width, drawing_layout(session_, false).signs);
        line += fmt::format("{} {}%", core::pad(bar, bar_width), static_cast<int>(100 * done / all));
    } else {
        line += fmt::format("{} MB", read_ / megabyte);
    }
    drawn_width_ = std::max(drawn_width_, core::display_width(line));
    session_.environment().err << '\r' << line << std::flush;
}

} // namespace kith::commands
