#include "merge_lines.hpp"

#include "kith/store/conflict_markers.hpp"

#include "toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace kith::store {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::string with_line_end(std::string_view text, std::string_view line_ending) {
    return std::string(text) + std::string(ends_line(text) ? "" : line_ending);
}

std::string concatenated(const std::vector<std::string_view>& lines, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += lines[i];
    return text;
}

/// Goes over the lines and gives each to the sides that have it.
class SidesReader {
  public:
    /// False where a marker line stands where it has no meaning.
    bool read(std::string_view line) {
        const auto marker = marker_in(line);
        if (marker == Marker::ours) return enter(Part::common, Part::ours);
        if (part_ == Part::ours && marker == Marker::base) {
            bases_ += 1;
            return enter(Part::ours, Part::base);
        }
        if (part_ != Part::common && marker == Marker::theirs)
            return part_ != Part::theirs && enter(part_, Part::theirs);
        if (marker == Marker::end) {
            conflicts_ += 1;
            return enter(Part::theirs, Part::common);
        }
        if (part_ == Part::common) common_ += line;
        if (part_ == Part::common || part_ == Part::ours) ours_ += line;
        if (part_ == Part::common || part_ == Part::base) base_ += line;
        if (part_ == Part::common || part_ == Part::theirs) theirs_ += line;
        return true;
    }

    [[nodiscard]] bool has_conflicts() const { return part_ == Part::common && conflicts_ > 0; }
    std::string take_common() { return std::move(common_); }
    Sides take() {
        Sides sides{std::nullopt, std::move(ours_), std::move(theirs_)};
        if (bases_ == conflicts_) sides.base = std::move(base_);
        return sides;
    }

  private:
    enum class Part { common, ours, base, theirs };

    bool enter(Part from, Part to) {
        const bool is_meant = part_ == from;
        part_ = to;
        return is_meant;
    }

    Part part_ = Part::common;
    int conflicts_ = 0;
    int bases_ = 0;
    std::string common_;
    std::string base_;
    std::string ours_;
    std::string theirs_;
};

std::optional<SidesReader> read_sides(std::string_view text) {
    SidesReader reader;
    for (const auto line : lines_of(text))
        if (!reader.read(line)) return std::nullopt;
    return reader.has_conflicts() ? std::optional(std::move(reader)) : std::nullopt;
}

} // namespace

std::string conflict_block(std::string_view ours, std::string_view theirs, std::string_view line_ending) {
    const auto line = [line_ending](Marker marker, std::string_view name) {
        return fmt::format("{}{}{}", to_text(marker), name, line_ending);
    };
    return line(Marker::ours, " ours") + with_line_end(ours, line_ending) + line(Marker::theirs, "") +
           with_line_end(theirs, line_ending) + line(Marker::end, " theirs");
}

Merged merge_by_lines(std::string_view ours, std::string_view theirs) {
    const auto our_lines = lines_of(ours);
    const auto their_lines = lines_of(theirs);
    const auto shorter = std::min(our_lines.size(), their_lines.size());
    std::size_t above = 0;
    while (above < shorter && our_lines[above] == their_lines[above]) ++above;
    std::size_t below = 0;
    while (below < shorter - above && *(our_lines.rbegin() + static_cast<std::ptrdiff_t>(below)) ==
                                          *(their_lines.rbegin() + static_cast<std::ptrdiff_t>(below))) {
        ++below;
    }
    const auto block = conflict_block(concatenated(our_lines, above, our_lines.size() - below),
                                      concatenated(their_lines, above, their_lines.size() - below), line_ending(ours));
    Merged merged;
    merged.text =
        concatenated(our_lines, 0, above) + block + concatenated(our_lines, our_lines.size() - below, our_lines.size());
    merged.conflicts.push_back({{}, {}, static_cast<int>(above) + 1});
    return merged;
}

std::optional<Sides> sides_of_conflicts(std::string_view text) {
    const auto mark = text.substr(0, content_begin(text));
    auto reader = read_sides(text.substr(mark.size()));
    if (!reader) return std::nullopt;
    auto sides = reader->take();
    if (sides.base) sides.base->insert(0, mark);
    sides.ours.insert(0, mark);
    sides.theirs.insert(0, mark);
    return sides;
}

std::optional<std::string> outside_conflicts(std::string_view text) {
    auto reader = read_sides(text.substr(content_begin(text)));
    return reader ? std::optional(reader->take_common()) : std::nullopt;
}

} // namespace kith::store
