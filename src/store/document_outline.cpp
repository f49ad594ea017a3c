#include "toml_definitions.hpp"
#include "toml_scanner.hpp"

#include <algorithm>
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
    struct Records {
        std::vector<std::string> path;
        std::size_t latest; ///< Of result_.records.
    };

    void add_header(const Scanner& scanner) {
        const auto path = scanner.path();
        if (scanner.is_array() && path.size() == 1 && !path[0].escaped) {
            add_record(scanner, std::string(path[0].text));
            return;
        }
        const auto names = decoded(path);
        const auto owner = std::ranges::find_if(kinds_, [&](const Records& kind) {
            return kind.path.size() < names.size() &&
                   std::ranges::equal(kind.path, std::span(names).first(kind.path.size()));
        });
        if (owner != kinds_.end()) {
            if (in_record_ && owner->latest + 1 == result_.records.size()) {
                extend(scanner);
            } else {
                add_part(scanner, owner->latest);
            }
        } else if (scanner.is_array()) {
            add_record(scanner, names);
        } else {
            add_part(scanner, std::nullopt);
        }
    }

    void add_record(const Scanner& scanner, std::string kind) {
        const auto index = result_.records.size();
        // Nearly always the kind of the record before.
        const bool repeated = index > 0 && result_.records.back().kind == kind && !kinds_.empty() &&
                              kinds_.back().latest + 1 == index && kinds_.back().path.size() == 1;
        if (repeated) {
            kinds_.back().latest = index;
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
        std::erase_if(kinds_, [&](const Records& known) { return known.path == path; });
        kinds_.push_back({path, index});
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
    std::vector<Records> kinds_;
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
