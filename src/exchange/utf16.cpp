// UTF-16, as some programs of Windows write address books, while it is read.
#include "kith/exchange/batch.hpp"

#include "plain_text.hpp"
#include "refusal.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace kith::exchange {

std::optional<Utf16> utf16_of(std::string_view beginning) {
    if (beginning.starts_with("\xFF\xFE")) return Utf16{"UTF-16LE", 2};
    if (beginning.starts_with("\xFE\xFF")) return Utf16{"UTF-16BE", 2};
    if (beginning.size() < tells_utf16) return std::nullopt;
    const auto are_zero = [&](std::size_t first) { return beginning[first] == '\0' && beginning[first + 2] == '\0'; };
    const auto are_letters = [&](std::size_t first) {
        return beginning[first] != '\0' && beginning[first + 2] != '\0';
    };
    if (are_letters(0) && are_zero(1)) return Utf16{"UTF-16LE", 0};
    if (are_zero(0) && are_letters(1)) return Utf16{"UTF-16BE", 0};
    return std::nullopt;
}

namespace {

class Utf8Pieces {
  public:
    explicit Utf8Pieces(Pull pull) : pull_(std::move(pull)) {}

    std::string_view next() {
        if (!std::exchange(is_begun_, true)) return begin();
        return encoding_.empty() ? pull_() : decode();
    }

  private:
    std::string_view begin() {
        while (text_.size() < tells_utf16) {
            const auto piece = pull_();
            if (piece.empty()) break;
            text_ += piece;
        }
        const auto found = utf16_of(text_);
        if (!found) return text_;
        encoding_ = found->encoding;
        left_ = text_.substr(found->mark);
        return decode();
    }

    /// Up to the last character that is whole.
    std::string_view decode() {
        text_.clear();
        while (text_.empty()) {
            const auto piece = pull_();
            left_ += piece;
            const auto whole = piece.empty() ? left_.size() : size_of_whole();
            auto text = to_utf8(std::string_view(left_).substr(0, whole), encoding_);
            if (!text) refuse(line_, "this is not text in UTF-16");
            text_ = std::move(*text);
            left_.erase(0, whole);
            if (piece.empty()) break;
        }
        line_ += static_cast<int>(std::ranges::count(text_, '\n'));
        return text_;
    }

    [[nodiscard]] std::size_t size_of_whole() const {
        const auto whole = left_.size() / 2 * 2;
        if (whole == 0) return 0;
        const auto high = static_cast<unsigned char>(left_[encoding_ == "UTF-16LE" ? whole - 1 : whole - 2]);
        const bool is_first_of_two = high >= 0xD8 && high <= 0xDB;
        return is_first_of_two ? whole - 2 : whole;
    }

    Pull pull_;
    bool is_begun_ = false;
    std::string encoding_; ///< Empty where it is not UTF-16.
    std::string left_;     ///< Bytes that are not decoded yet.
    std::string text_;     ///< What was given out last.
    int line_ = 1;
};

} // namespace

Pull as_utf8(Pull pull) {
    return [pieces = std::make_shared<Utf8Pieces>(std::move(pull))] { return pieces->next(); };
}

} // namespace kith::exchange
