#include "lines.hpp"

#include <algorithm>

namespace kith::exchange {

Lines::Lines(const Pull& pull, std::size_t limit) : pull_(pull), limit_(limit) {}

bool Lines::has_more() {
    if (piece_.empty()) piece_ = pull_();
    return !piece_.empty();
}

void Lines::keep(std::string_view part) {
    const auto room = limit_ - std::min(limit_, text_.size());
    is_cut_ = is_cut_ || part.size() > room;
    text_.append(part.substr(0, room));
}

bool Lines::next() {
    if (!has_more()) return false;
    text_.clear();
    is_cut_ = false;
    ++number_;
    while (has_more()) {
        const auto end = piece_.find_first_of("\r\n");
        keep(piece_.substr(0, end));
        if (end == std::string_view::npos) {
            piece_ = {};
            continue;
        }
        const bool is_return = piece_[end] == '\r';
        piece_.remove_prefix(end + 1);
        if (is_return && has_more() && piece_.front() == '\n') piece_.remove_prefix(1);
        break;
    }
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (number_ == 1 && text_.starts_with(mark)) text_.erase(0, mark.size());
    return true;
}

} // namespace kith::exchange
