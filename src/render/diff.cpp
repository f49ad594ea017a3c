#include "kith/render/diff.hpp"

#include "kith/core/text.hpp"

#include "line_edits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <span>

namespace kith::render {
namespace {

using Edits = std::span<const LineEdit>;

constexpr std::size_t context = 3;

bool is_change(const LineEdit& edit) {
    return edit.kind != LineEdit::Kind::keep;
}

/// The line as it is safe to show, with what shows where it ends. Tabs steer nothing and stay.
std::string printable(char sign, std::string_view line) {
    const bool is_ended = line.ends_with('\n');
    const std::string_view end = line.ends_with("\r\n") ? "\r\n" : "\n";
    if (is_ended) line.remove_suffix(end.size());
    std::string text(1, sign);
    for (auto tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
        text += core::escape_controls(line.substr(0, tab)) + '\t';
        line.remove_prefix(tab + 1);
    }
    text += core::escape_controls(line);
    return is_ended ? text.append(end) : text.append("\n\\ No newline at end of file\n");
}

std::string printable(const LineEdit& edit) {
    switch (edit.kind) {
    case LineEdit::Kind::remove:
        return printable('-', edit.line);
    case LineEdit::Kind::add:
        return printable('+', edit.line);
    case LineEdit::Kind::keep:
        break;
    }
    return printable(' ', edit.line);
}

/// `12,3`; an empty range is named by the line before it, and a length of one is left out.
std::string range(std::size_t passed, std::size_t length) {
    const auto first = length == 0 ? passed : passed + 1;
    return length == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, length);
}

/// How many lines of each side some edits pass over.
struct Extent {
    std::size_t before = 0, after = 0;
};

Extent extent_of(Edits edits) {
    const auto is_not = [edits](LineEdit::Kind kind) {
        return static_cast<std::size_t>(std::ranges::count_if(edits, [kind](const auto& e) { return e.kind != kind; }));
    };
    return {is_not(LineEdit::Kind::add), is_not(LineEdit::Kind::remove)};
}

/// Where the hunk ends that begins with the change at `first`: after so many kept lines that the next change, if any,
/// is further away than the context of both.
std::size_t end_of_hunk(Edits edits, std::size_t first) {
    std::size_t last = first;
    for (std::size_t at = first; at < edits.size() && at <= last + 2 * context + 1; ++at)
        if (is_change(edits[at])) last = at;
    return std::min(edits.size(), last + context + 1);
}

std::string hunks(const LineEdits& all) {
    const Edits edits(all.edits);
    std::string text;
    Extent passed{all.passed, all.passed};
    std::size_t done = 0;
    for (std::size_t at = 0; at < edits.size(); ++at) {
        if (!is_change(edits[at])) continue;
        const std::size_t begin = std::max(done, at - std::min(at, context));
        const std::size_t end = end_of_hunk(edits, at);
        const auto between = extent_of(edits.subspan(done, begin - done));
        const auto shown = extent_of(edits.subspan(begin, end - begin));
        passed = {passed.before + between.before, passed.after + between.after};
        text += fmt::format("@@ -{} +{} @@\n", range(passed.before, shown.before), range(passed.after, shown.after));
        for (const auto& edit : edits.subspan(begin, end - begin)) text += printable(edit);
        passed = {passed.before + shown.before, passed.after + shown.after};
        done = end;
        at = end - 1;
    }
    return text;
}

/// The only hunk of a text where there was none.
void put_added(std::string_view text, const std::function<void(std::string_view)>& put) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + (text.ends_with('\n') ? 0 : 1);
    constexpr std::size_t most_at_once = std::size_t{64} << 10U;
    auto piece = fmt::format("@@ -0,0 +{} @@\n", range(0, lines));
    while (!text.empty()) {
        const auto line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
        text.remove_prefix(line.size());
        piece += printable('+', line);
        if (piece.size() < most_at_once) continue;
        put(piece);
        piece.clear();
    }
    put(piece);
}

} // namespace

void unified_diff(std::string_view name, const std::string* before, std::optional<std::string_view> after,
                  const std::function<void(std::string_view)>& put) {
    if (before == nullptr ? !after : after == *before) return;
    const auto shown = core::escape_controls(name);
    const auto old_name = before == nullptr ? "/dev/null" : "a/" + shown;
    const auto new_name = after ? "b/" + shown : "/dev/null";
    const std::string_view old_text = before == nullptr ? std::string_view{} : std::string_view(*before);
    const std::string_view new_text = after.value_or("");
    put(fmt::format("--- {}\n+++ {}\n", old_name, new_name));
    if (old_text.empty() && !new_text.empty())
        put_added(new_text, put);
    else
        put(hunks(line_edits(old_text, new_text)));
}

std::string unified_diff(std::string_view name, const std::string* before, std::optional<std::string_view> after) {
    std::string diff;
    unified_diff(name, before, after, [&diff](std::string_view piece) { diff += piece; });
    return diff;
}

} // namespace kith::render
