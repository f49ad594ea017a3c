#include "kith/store/document.hpp"

#include "kith/store/conflict_markers.hpp"

#include "document_layout.hpp"
#include "plain_record.hpp"
#include "toml_judge.hpp"
#include "toml_scanner.hpp"
#include "toml_value.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kith::store {

namespace {

[[noreturn]] void fail(std::string message, core::Place place, std::string hint = {}) {
    throw core::Failure({core::ProblemKind::bad_data, std::move(message), std::move(place), std::move(hint)});
}

/// Fails where the text is not valid; toml++ knows why and where.
void judge(const std::string& name, std::string_view text, const Outline& found) {
    const auto broken = found.broken.value_or(0);
    const auto place_at = [&](std::size_t offset) {
        const auto where = line_column(text, offset);
        return core::Place{name, where.line, where.column};
    };
    const auto line = line_at(text, broken);
    if (found.broken && marker_in(bytes(text, line))) {
        fail("git left a conflict here", place_at(line.begin),
             "'kith check --fix' merges both sides by records; or keep the lines you want and remove the marker lines");
    }
    if (found.too_deep) fail("nested too deeply to be read", place_at(broken));
    if (auto problem = find_problem(name, text)) throw core::Failure(std::move(*problem));
    if (found.broken) fail("this form of TOML is not understood", place_at(broken));
}

/// What a record's lines hold; the lines of one header or key after the other.
class RecordReader {
  public:
    void read(std::string_view text, std::size_t begin, std::size_t end, int line) {
        Scanner scanner(text.substr(0, end), begin, line);
        for (auto item = scanner.next(); item != Scanner::Item::end; item = scanner.next()) {
            if (item == Scanner::Item::broken) return;
            if (item == Scanner::Item::header) {
                enter(scanner);
            } else if (below_.empty() && scanner.path().size() == 1) {
                builder_.add(decoded(scanner.path().front()), bytes(text, scanner.value()), scanner.line());
            } else {
                add_below(scanner, bytes(text, scanner.value()));
            }
        }
    }

    core::Fields take() { return builder_.take(); }

  private:
    void enter(const Scanner& scanner) {
        if (!own_depth_) {
            own_depth_ = scanner.path().size();
            return;
        }
        below_ = decoded(scanner.path().subspan(*own_depth_));
        if (below_.size() > 1) {
            builder_.add_other(below_.front(), mixed_table, scanner.line());
        } else if (scanner.is_array()) {
            builder_.add_other(below_.front(), mixed_list, scanner.line());
        } else {
            builder_.add_table(below_.front(), scanner.line());
        }
    }

    void add_below(const Scanner& scanner, std::string_view source) {
        auto path = below_;
        for (auto& part : decoded(scanner.path())) path.push_back(std::move(part));
        if (path.size() == 2) {
            builder_.add_within(path[0], path[1], source, scanner.line());
        } else {
            builder_.add_other(path[0], mixed_table, scanner.line());
        }
    }

    FieldsBuilder builder_;
    std::vector<std::string> below_;
    std::optional<std::size_t> own_depth_;
};

std::vector<Leaf> plain_leaves(std::string_view text, std::span<const PartSpan> parts) {
    std::vector<PartSpan> plain(parts.begin(), parts.end());
    std::erase_if(plain, [](const PartSpan& part) { return part.record.has_value(); });
    return leaves(text, read_layout(text, plain, false));
}

} // namespace

Document Document::parse(std::string name, std::string text) {
    if (const auto invalid = first_invalid_utf8(text)) {
        const auto where = line_column(text, *invalid);
        fail("this is not valid UTF-8", {std::move(name), where.line, where.column},
             "save the file as UTF-8 in your editor");
    }
    auto plain = outline_of_plain(text);
    auto found = plain ? std::move(*plain) : outline(text);
    if (!found.certain) judge(name, text, found);
    Document result;
    result.name_ = std::move(name);
    result.adopt(std::move(text), std::move(found));
    return result;
}

void Document::adopt(std::string text, Outline outline) {
    text_ = std::move(text);
    ordinary_ = outline.is_ordinary();
    records_ = std::move(outline.records);
    parts_ = std::move(outline.parts);
}

core::Fields Document::fields(std::size_t record) const {
    const auto& span = records_.at(record);
    RecordReader reader;
    reader.read(text_, span.begin, span.end, span.line);
    for (const auto& part : parts_) {
        if (part.record == record) reader.read(text_, part.begin, part.end, part.line);
    }
    return reader.take();
}

std::string_view Document::source(std::size_t record) const {
    const auto& span = records_.at(record);
    return bytes(text_, {span.begin, span.end});
}

core::Place Document::place(std::size_t offset) const {
    // From the last record before it, whose line is known: lines are many.
    const auto after = std::ranges::upper_bound(records_, offset, {}, &RecordSpan::begin);
    const std::size_t begin = after == records_.begin() ? 0 : std::prev(after)->begin;
    const int line = after == records_.begin() ? 1 : std::prev(after)->line;
    const auto where = line_column(std::string_view(text_).substr(begin), offset - begin);
    return {name_, line + where.line - 1, where.column};
}

std::optional<core::Fields> Document::table(std::span<const std::string> path) const {
    const auto all = plain_leaves(text_, parts_);
    if (!has_table(all, path)) return std::nullopt;
    return fields_of(all, path);
}

std::vector<std::string> Document::tables_in(std::span<const std::string> path) const {
    std::vector<std::string> result;
    for (const auto& leaf : plain_leaves(text_, parts_)) {
        const bool within = leaf.path.size() > path.size() && is_prefix(path, leaf.path);
        const bool table = within && (leaf.path.size() > path.size() + 1 || leaf.source.empty());
        if (!table) continue;
        const auto& name = leaf.path[path.size()];
        if (std::ranges::find(result, name) == result.end()) result.push_back(name);
    }
    return result;
}

} // namespace kith::store
