#include "json_events.hpp"

#include "kith/core/text.hpp"

#include "refusal.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kith::exchange {
namespace {

constexpr std::size_t deepest = 20;

/// The bytes of a pull one by one, and the line they stand in.
class Bytes {
  public:
    explicit Bytes(const Pull& pull) : pull_(pull) { fetch(); }

    [[nodiscard]] bool is_at_end() const { return piece_.empty(); }
    [[nodiscard]] char current() const { return piece_.front(); }
    [[nodiscard]] int line() const { return line_; }
    void advance() {
        // The parser looks one byte ahead: a line begins once its first byte is passed.
        if (std::exchange(is_line_over_, piece_.front() == '\n')) ++line_;
        piece_.remove_prefix(1);
        if (piece_.empty()) fetch();
    }

  private:
    void fetch() { piece_ = pull_(); }

    const Pull& pull_;
    std::string_view piece_;
    int line_ = 1;
    bool is_line_over_ = false;
};

/// The same as an iterator, which is what the parser takes.
class ByteIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    ByteIterator() = default;
    explicit ByteIterator(Bytes& bytes) : bytes_(&bytes) {}

    char operator*() const { return bytes_->current(); }
    ByteIterator& operator++() {
        bytes_->advance();
        return *this;
    }
    void operator++(int) { bytes_->advance(); }
    friend bool operator==(const ByteIterator& left, const ByteIterator& right) {
        return left.is_at_end() == right.is_at_end();
    }

  private:
    [[nodiscard]] bool is_at_end() const { return bytes_ == nullptr || bytes_->is_at_end(); }

    Bytes* bytes_ = nullptr;
};

/// Puts the records together from what the parser comes upon.
class RecordBuilder : public nlohmann::json_sax<nlohmann::json> {
  public:
    RecordBuilder(const Bytes& bytes, const JsonListener& listener) : bytes_(bytes), listener_(listener) {}

    bool null() override { return true; }
    bool boolean(bool truth) override { return take(truth); }
    bool number_integer(number_integer_t number) override { return take(std::int64_t{number}); }
    bool number_unsigned(number_unsigned_t number) override {
        constexpr auto most = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
        if (number > most) return take(core::Unmodelled{"so large a number"});
        return take(static_cast<std::int64_t>(number));
    }
    bool number_float(number_float_t, const string_t&) override {
        return take(core::Unmodelled{"a floating-point number"});
    }
    bool string(string_t& text) override { return take(std::move(text)); }
    bool binary(binary_t&) override { return true; }
    bool key(string_t& name) override {
        keys_.back() = std::move(name);
        return true;
    }
    bool start_object(std::size_t) override { return begin(core::TextTable{}); }
    bool start_array(std::size_t) override { return begin(std::vector<std::string>{}); }
    bool end_object() override { return finish(); }
    bool end_array() override { return finish(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) override {
        const std::string_view reason = error.what();
        const auto says = [reason](std::string_view words) { return reason.find(words) != reason.npos; };
        if (keys_.empty() && says("unexpected end of input")) refuse(bytes_.line(), "there is no JSON in it");
        if (says("unexpected end of input") || says("missing closing quote"))
            refuse(bytes_.line(), "this JSON ends in the middle: it was cut off, or not closed");
        if (says("UTF-8")) refuse(bytes_.line(), "this is not text in UTF-8");
        refuse(bytes_.line(), "this is not valid JSON",
               "a comma, a colon, a quote or a bracket may be missing, or one too many");
    }

  private:
    bool begin(core::Value inner) {
        if (keys_.size() >= deepest) refuse(bytes_.line(), "this is nested too deeply");
        const bool is_object = std::holds_alternative<core::TextTable>(inner);
        if (inside_) {
            if (inside_ == 1) begin_part(std::move(inner));
            if (inside_ > 1) part_ = core::Unmodelled{"a list or table within another"};
            ++*inside_;
        } else if (is_object && is_place_of_record()) {
            record_ = {section(), {}, bytes_.line()};
            keys_of_record_.clear();
            inside_ = 1;
        } else if (!is_object && is_place_of_record() && !keys_.empty() && is_array_.back()) {
            refuse(bytes_.line(), "there should be a record here, not a list");
        } else if (keys_.size() == 1 && !is_array_.front() && is_object == (keys_.front() == "strategy")) {
            listener_.section(keys_.front(), bytes_.line());
        } else if (is_object && !keys_.empty()) {
            tell_other();
        }
        keys_.emplace_back();
        is_array_.push_back(!is_object);
        return true;
    }

    void begin_part(core::Value inner) {
        part_ = std::move(inner);
        keys_of_part_.clear();
    }

    bool finish() {
        keys_.pop_back();
        is_array_.pop_back();
        if (!inside_) return true;
        --*inside_;
        if (inside_ == 0) {
            inside_.reset();
            listener_.record(std::exchange(record_, {}));
        } else if (inside_ == 1) {
            add(std::move(part_));
        }
        return true;
    }

    bool take(core::Value value) {
        if (!inside_ && (keys_.empty() || is_array_.back()))
            refuse(bytes_.line(), "there should be a record here, not " + core::type_in_words(value));
        if (!inside_) tell_other();
        if (inside_ == 1) add(std::move(value));
        if (inside_ == 2) add_to_part(std::move(value));
        return true;
    }
    void tell_other() const {
        const bool is_of_strategy = keys_.front() == "strategy" && keys_.size() > 1;
        listener_.other(is_of_strategy ? "strategy." + keys_[1] : keys_.front(), bytes_.line());
    }

    void add(core::Value value) {
        if (!keys_of_record_.insert(keys_.back()).second) refuse_twice();
        record_.fields.push_back({keys_.back(), std::move(value), bytes_.line()});
    }
    [[noreturn]] void refuse_twice() const {
        refuse(bytes_.line(), "the key '" + core::escape_controls(keys_.back()) + "' stands twice in one record");
    }

    /// To a list of texts, or a table of texts.
    void add_to_part(core::Value value) {
        auto* text = std::get_if<std::string>(&value);
        if (text == nullptr)
            part_ = core::Unmodelled{"a list or table of other things than texts"};
        else if (auto* list = std::get_if<std::vector<std::string>>(&part_))
            list->push_back(std::move(*text));
        else if (auto* table = std::get_if<core::TextTable>(&part_))
            add_to_table(*table, std::move(*text));
    }
    void add_to_table(core::TextTable& table, std::string text) {
        if (!keys_of_part_.insert(keys_.back()).second) refuse_twice();
        table.emplace_back(keys_.back(), std::move(text));
    }

    /// In an array at the top or under a key of the object there; in the strategy as well directly under a key.
    [[nodiscard]] bool is_place_of_record() const {
        const auto depth = is_array_.size();
        if (depth == 0) return false;
        if (is_array_.front()) return depth == 1;
        const bool is_strategy = keys_.front() == "strategy";
        if (is_strategy) return depth == 3 ? is_array_.back() : depth == 2;
        return depth == 2 && is_array_.back();
    }
    [[nodiscard]] std::string section() const {
        if (is_array_.front()) return {};
        return keys_.front() == "strategy" ? "strategy." + keys_[1] : keys_.front();
    }

    const Bytes& bytes_;
    const JsonListener& listener_;
    std::vector<std::string> keys_; ///< Of each container that is open, the key it is at.
    std::vector<bool> is_array_;
    std::optional<int> inside_; ///< How many containers are open from the record on.
    JsonRecord record_;
    std::unordered_set<std::string> keys_of_record_;
    std::unordered_set<std::string> keys_of_part_;
    core::Value part_; ///< The list or table within the record that is open.
};

} // namespace

void for_each_record(const Pull& pull, const JsonListener& listener) {
    Bytes bytes(pull);
    RecordBuilder builder(bytes, listener);
    (void)nlohmann::json::sax_parse(ByteIterator(bytes), ByteIterator(), &builder);
}

} // namespace kith::exchange
