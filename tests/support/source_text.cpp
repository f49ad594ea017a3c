#include "source_rules.hpp"

#include <algorithm>
#include <cctype>

namespace kith::test {

namespace {

bool is_word(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

/// Walks over C++ text once and blanks what is not code.
class Stripper {
  public:
    Stripper(std::string_view text, bool literals) : text_(text), strips_literals_(literals) {}

    std::string strip() {
        while (at_ < text_.size()) step();
        return std::move(out_);
    }

  private:
    void step() {
        const auto rest = text_.substr(at_);
        if (rest.starts_with("//")) return blank(rest.find('\n'));
        if (rest.starts_with("/*")) return blank(past(rest.find("*/", 2), 2));
        if (rest.starts_with("R\"") && !follows_word()) return literal(raw_length(rest));
        if (rest.front() == '"') return literal(quoted_length(rest, '"'));
        if (rest.front() == '\'' && !is_in_number()) return literal(quoted_length(rest, '\''));
        out_ += rest.front();
        ++at_;
    }

    static std::size_t past(std::size_t found, std::size_t length) {
        return found == std::string_view::npos ? found : found + length;
    }

    static std::size_t quoted_length(std::string_view rest, char quote) {
        for (std::size_t index = 1; index < rest.size(); ++index) {
            if (rest[index] == '\\')
                ++index;
            else if (rest[index] == quote)
                return index + 1;
        }
        return rest.size();
    }

    static std::size_t raw_length(std::string_view rest) {
        const auto bracket = rest.find('(');
        if (bracket == std::string_view::npos) return rest.size();
        const auto closing = ")" + std::string(rest.substr(2, bracket - 2)) + "\"";
        return past(rest.find(closing, bracket), closing.size());
    }

    [[nodiscard]] bool follows_word() const { return at_ > 0 && is_word(text_[at_ - 1]); }

    /// Whether the quote here separates digits, as in 3'000.
    [[nodiscard]] bool is_in_number() const {
        auto begin = at_;
        while (begin > 0 && (is_word(text_[begin - 1]) || text_[begin - 1] == '\'')) --begin;
        return begin < at_ && std::isdigit(static_cast<unsigned char>(text_[begin])) != 0;
    }

    void literal(std::size_t length) {
        if (strips_literals_) return blank(length);
        length = std::min(length, text_.size() - at_);
        out_ += text_.substr(at_, length);
        at_ += length;
    }

    void blank(std::size_t length) {
        for (const char character : text_.substr(at_, length)) out_ += character == '\n' ? '\n' : ' ';
        at_ += std::min(length, text_.size() - at_);
    }

    std::string_view text_;
    bool strips_literals_;
    std::size_t at_ = 0;
    std::string out_;
};

} // namespace

std::string without_comments(std::string_view text) {
    return Stripper(text, false).strip();
}

std::string without_comments_and_literals(std::string_view text) {
    return Stripper(text, true).strip();
}

} // namespace kith::test
