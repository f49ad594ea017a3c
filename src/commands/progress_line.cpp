#include "progress_line.hpp"

#include "kith/core/text.hpp"
#include "kith/render/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <ostream>
#include <utility>

namespace kith::commands {

ProgressLine::ProgressLine(std::string doing, std::optional<std::uint64_t> all, std::uint64_t stride, std::string unit,
                           Session& session)
    : doing_(std::move(doing)), all_(all), stride_(stride), unit_(std::move(unit)), session_(session) {
    constexpr std::uint64_t few = 4;
    const bool is_wanted = session.environment().terminal.error_is_terminal && !session.options().quiet;
    const bool is_long = !all || *all > few * stride;
    next_drawing_ = is_wanted && is_long ? few * stride : std::numeric_limits<std::uint64_t>::max();
}

ProgressLine::~ProgressLine() {
    if (drawn_width_ > 0) session_.environment().err << '\r' << std::string(drawn_width_, ' ') << '\r' << std::flush;
}

void ProgressLine::advance(std::size_t steps) {
    done_ += steps;
    if (done_ < next_drawing_) return;
    next_drawing_ = done_ + stride_;
    draw();
}

void ProgressLine::draw() {
    constexpr std::size_t bar_width = 20;
    auto line = doing_ + "  ";
    if (all_) {
        const auto done = static_cast<double>(std::min(done_, *all_));
        const auto all = static_cast<double>(*all_);
        const auto bar = render::bar(done, all, bar_width, session_.layout().signs);
        line += fmt::format("{} {}%", core::pad(bar, bar_width), static_cast<int>(100 * done / all));
    } else {
        line += fmt::format("{} {}", done_ / stride_, unit_);
    }
    drawn_width_ = std::max(drawn_width_, core::display_width(line));
    session_.environment().err << '\r' << line << std::flush;
}

} // namespace kith::commands
