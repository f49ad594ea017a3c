#include "toml_definitions.hpp"
#include "toml_scanner.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace kith::store {

namespace {

/// Builds the outline from one header or key after the other.
class Outliner {
  public:
    explicit Outliner(std::string_view text) : text_(text), scanned_to_(content_begin(text)) {
        constexpr std::size_t usual_record = 128;
        result_.records.reserve(text.size() / usual_record);
    }

    Outline build() {
        Scanner scanner(text_, scanned_to_);
        bool certain = true;
        auto item = scanner.next();
        while (item == Scanner::Item::header || item == Scanner::Item::entry) {
            const bool header = item == Scanner::Item::header;
            if (header) add_header(scanner);
            if (!header) extend(scanner);
            if (certain) {
                certain = header ? definitions_.header(scanner.path(), scanner.is_array())
                                 : definitions_.entry(scanner.path());
            }
            scanned_to_ = scanner.lines().end;
            item = scanner.next();
        }
        if (item == Scanner::Item::broken) result_.broken = scanner.position();
        result_.too_deep = scanner.too_deep();
        result_.certain = certain && scanner.certain() && !result_.broken;
        return std::move(result_);
    }

  private:
    /// The path of a kind of records, and the latest of them among result_.records.
    using Kinds = std::map<std::vector<std::string>, std::size_t>;

    void add_header(const Scanner& scanner) {
        const auto path = scanner.path();
        if (scanner.is_array() && path.size() == 1 && !path[0].escaped) {
            add_record(scanner, std::string(path[0].text));
            return;
        }
        const auto names = decoded(path);
        if (const auto owner = owner_of(names)) {
            if (in_record_ && *owner + 1 == result_.records.size()) {
                extend(scanner);
            } else {
                add_part(scanner, *owner);
            }
        } else if (scanner.is_array()) {
            add_record(scanner, names);
        } else {
            add_part(scanner, std::nullopt);
        }
    }

    /// The record that a header of this path belongs to.
    [[nodiscard]] std::optional<std::size_t> owner_of(std::vector<std::string> path) const {
        for (path.pop_back(); !path.empty() && !kinds_.empty(); path.pop_back())
            if (const auto owner = kinds_.find(path); owner != kinds_.end()) return owner->second;
        return std::nullopt;
    }

    void add_record(const Scanner& scanner, std::string kind) {
        const auto index = result_.records.size();
        // Nearly always the kind of the record before.
        const bool repeated = latest_ != kinds_.end() && latest_->second + 1 == index && latest_->first.size() == 1 &&
                              latest_->first.front() == kind;
        if (repeated) {
            latest_->second = index;
        } else {
            note_kind({kind}, index);
        }
        push_record(scanner, std::move(kind));
    }

    void add_record(const Scanner& scanner, const std::vector<std::string>& path) {
        std::string kind;
        for (const auto& part : path) kind += (kind.empty() ? "" : ".") + part;
        note_kind(path, result_.records.size());
        push_record(scanner, std::move(kind));
    }

    void note_kind(const std::vector<std::string>& path, std::size_t index) {
        latest_ = kinds_.insert_or_assign(path, index).first;
    }

    void push_record(const Scanner& scanner, std::string kind) {
        const auto lines = scanner.lines();
        const auto lead = begin_of_lead(text_, lines.begin, scanned_to_);
        result_.records.push_back({std::move(kind), lead, lines.begin, lines.end, scanner.line()});
        in_record_ = true;
    }

    void add_part(const Scanner& scanner, std::optional<std::size_t> record) {
        result_.parts.push_back({scanner.lines().begin, scanner.lines().end, scanner.line(), record});
        in_record_ = false;
    }

    void extend(const Scanner& scanner) {
        if (in_record_) {
            result_.records.back().end = scanner.lines().end;
        } else if (result_.parts.empty()) {
            add_part(scanner, std::nullopt);
        } else {
            result_.parts.back().end = scanner.lines().end;
        }
    }

    std::string_view text_;
    std::size_t scanned_to_;
    Definitions definitions_;
    Outline result_;
    Kinds kinds_;
    Kinds::iterator latest_ = kinds_.end(); ///< The kind of the record before.
    bool in_record_ = false;
};

} // namespace

bool Outline::is_ordinary() const {
    return certain && std::ranges::none_of(parts, [](const PartSpan& part) { return part.record.has_value(); });
}

std::size_t begin_of_lead(std::string_view text, std::size_t line_begin, std::size_t limit) {
    auto begin = line_begin;
    while (begin > limit) {
        const auto line = line_before(text, begin);
        if (!line || line->begin < limit || !is_comment_line(bytes(text, *line))) break;
        begin = line->begin;
    }
    const auto start = content_begin(text);
    return is_blank_line(text.substr(start, begin - start)) ? line_begin : begin;
}

Outline outline(std::string_view text) {
    return Outliner(text).build();
}

} // namespace kith::store
