#include "line_edits.hpp"

#include "kith/core/text.hpp"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace kith::render {
namespace {

using Lines = std::vector<std::string_view>;
using Kind = LineEdit::Kind;

/// Lines that stay beside the changes: a hunk's context, and room to move a block in.
constexpr std::size_t margin = 12;

/// The lines of a text, at most so many.
Lines split(std::string_view text, std::size_t most = std::string_view::npos) {
    Lines lines;
    while (!text.empty() && lines.size() < most) {
        const auto end = text.find('\n');
        const auto length = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

/// Lines as numbers, equal where the lines are: comparing them costs nothing.
class Numbering {
  public:
    [[nodiscard]] std::vector<std::uint32_t> operator()(const Lines& lines) {
        std::vector<std::uint32_t> numbers;
        numbers.reserve(lines.size());
        for (const auto line : lines)
            numbers.push_back(numbers_.try_emplace(line, static_cast<std::uint32_t>(numbers_.size())).first->second);
        return numbers;
    }

  private:
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// Within a run of changes the removals first.
void order(std::vector<LineEdit>& edits) {
    const auto is_kept = [](const LineEdit& edit) { return edit.kind == Kind::keep; };
    for (auto begin = edits.begin(); begin != edits.end();) {
        begin = std::find_if_not(begin, edits.end(), is_kept);
        const auto end = std::find_if(begin, edits.end(), is_kept);
        std::stable_partition(begin, end, [](const LineEdit& edit) { return edit.kind == Kind::remove; });
        begin = end;
    }
}

/// By how many lines the run of changes from `begin` to `end` is to move up so that it begins after a blank line, or at
/// the file's beginning; 0 where it cannot. It moves over a line that is the same as its last one.
std::size_t steps_up(const LineEdits& all, std::size_t begin, std::size_t end) {
    for (std::size_t steps = 0; steps <= begin; ++steps) {
        if (begin == steps) return all.passed == 0 ? steps : 0;
        const auto& above = all.edits[begin - steps - 1];
        if (core::trim(above.line).empty()) return steps;
        if (above.kind != Kind::keep || above.line != all.edits[end - steps - 1].line) return 0;
    }
    return 0;
}

/// Moves each run of only additions or only removals to where it reads as a block.
LineEdits settled(LineEdits all) {
    auto& edits = all.edits;
    for (std::size_t begin = 0; begin < edits.size();) {
        const auto kind = edits[begin].kind;
        auto end = begin + 1;
        while (end < edits.size() && edits[end].kind == kind) ++end;
        const bool touches =
            (begin > 0 && edits[begin - 1].kind != Kind::keep) || (end < edits.size() && edits[end].kind != Kind::keep);
        if (kind != Kind::keep && !touches) {
            const auto steps = steps_up(all, begin, end);
            for (std::size_t step = 1; step <= steps; ++step)
                std::swap(edits[begin - step].kind, edits[end - step].kind);
        }
        begin = end;
    }
    return all;
}

std::vector<LineEdit> shortest_edits(const Lines& before, const Lines& after) {
    Numbering numbering;
    const auto old_numbers = numbering(before);
    const auto new_numbers = numbering(after);
    dtl::Diff<std::uint32_t> difference(old_numbers, new_numbers);
    difference.compose();
    std::vector<LineEdit> edits;
    // The places that dtl gives are wrong after it has begun anew, as it does in long texts: the order alone counts.
    auto old_line = before.begin();
    auto new_line = after.begin();
    for (const auto& [number, place] : difference.getSes().getSequence()) {
        if (place.type == dtl::SES_ADD) {
            edits.push_back({Kind::add, *new_line++});
            continue;
        }
        const bool is_kept = place.type == dtl::SES_COMMON;
        edits.push_back({is_kept ? Kind::keep : Kind::remove, *old_line++});
        if (is_kept) ++new_line;
    }
    order(edits);
    return edits;
}

/// How many bytes of whole lines both texts begin with.
std::size_t common_head(std::string_view before, std::string_view after) {
    const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first;
    const auto same = before.substr(0, static_cast<std::size_t>(differ - before.begin()));
    return same.rfind('\n') + 1;
}

/// How many bytes of whole lines both texts end with; perhaps a line less, which the comparison of lines makes up for.
std::size_t common_tail(std::string_view before, std::string_view after) {
    const auto differ = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend()).first;
    const auto same = before.substr(before.size() - static_cast<std::size_t>(differ - before.rbegin()));
    const auto line_break = same.find('\n');
    return line_break == std::string_view::npos ? 0 : same.size() - line_break - 1;
}

/// The last lines of a text that ends in a line break, or all of it.
std::string_view last_lines(std::string_view text, std::size_t count) {
    auto begin = text.size();
    for (; count > 0 && begin > 0; --count) begin = begin > 1 ? text.rfind('\n', begin - 2) + 1 : 0;
    return text.substr(begin);
}

} // namespace

LineEdits line_edits(std::string_view before, std::string_view after) {
    const auto head = common_head(before, after);
    const auto tail = common_tail(before.substr(head), after.substr(head));
    const auto middle = [head, tail](std::string_view text) { return text.substr(head, text.size() - head - tail); };
    const auto shown_head = last_lines(before.substr(0, head), margin);
    const auto hidden_head = before.substr(0, head - shown_head.size());

    LineEdits result{static_cast<std::size_t>(std::ranges::count(hidden_head, '\n')), {}};
    for (const auto line : split(shown_head, margin)) result.edits.push_back({Kind::keep, line});
    for (const auto& edit : shortest_edits(split(middle(before)), split(middle(after)))) result.edits.push_back(edit);
    for (const auto line : split(before.substr(before.size() - tail), margin))
        result.edits.push_back({Kind::keep, line});
    return settled(std::move(result));
}

} // namespace kith::render
