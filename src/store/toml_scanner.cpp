#include "toml_scanner.hpp"

namespace kith::store {

Scanner::Item Scanner::next() {
    while (true) {
        lines_.begin = cursor_.position();
        line_ = cursor_.line();
        cursor_.skip_blanks();
        switch (cursor_.peek()) {
        case '[':
            return header();
        case '\n':
        case '\r':
        case '#':
            if (!cursor_.take_line_end()) return Item::broken;
            break;
        default:
            return cursor_.at_end() ? Item::end : entry();
        }
    }
}

Scanner::Item Scanner::header() {
    static_cast<void>(cursor_.take('['));
    array_ = cursor_.take('[');
    cursor_.skip_blanks();
    if (!cursor_.take_key() || !cursor_.take(']')) return Item::broken;
    if (array_ && !cursor_.take(']')) return Item::broken;
    cursor_.swap_path(path_);
    header_depth_ = static_cast<int>(path_.size());
    value_ = {cursor_.position(), cursor_.position()};
    return finish(Item::header);
}

Scanner::Item Scanner::entry() {
    if (!cursor_.take_key() || !cursor_.take('=')) return Item::broken;
    cursor_.swap_path(path_);
    cursor_.skip_blanks();
    value_.begin = cursor_.position();
    if (!cursor_.take_value(header_depth_ + static_cast<int>(path_.size()))) return Item::broken;
    value_.end = cursor_.position();
    return finish(Item::entry);
}

Scanner::Item Scanner::finish(Item item) {
    if (!cursor_.take_line_end()) return Item::broken;
    lines_.end = cursor_.position();
    return item;
}

} // namespace kith::store
