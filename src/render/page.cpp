#include "page.hpp"

#include "kith/core/text.hpp"
#include "kith/render/lines.hpp"

#include <algorithm>
#include <utility>

namespace kith::render {
namespace {

constexpr std::size_t label_width = 12;
/// On a narrower terminal the column of labels would leave too little beside it.
constexpr std::size_t width_for_labels = 48;

/// The styles of a phrase, one for each byte of its printed text that is no blank: wrapping moves only blanks.
std::vector<Style> styles_of(const Phrase& phrase) {
    std::vector<Style> styles;
    for (const auto& cell : phrase)
        for (const char byte : core::escape_controls(cell.text))
            if (byte != ' ') styles.push_back(cell.style);
    return styles;
}

std::string plain(const Phrase& phrase) {
    std::string text;
    for (const auto& cell : phrase) text += core::escape_controls(cell.text);
    return text;
}

/// Each line of the phrase a phrase.
std::vector<Phrase> lines_of(const Phrase& phrase) {
    std::vector<Phrase> lines(1);
    for (const auto& cell : phrase) {
        auto texts = render::lines_of(cell.text);
        for (auto& text : texts) {
            if (&text != &texts.front()) lines.emplace_back();
            lines.back().push_back({std::move(text), cell.style});
        }
    }
    return lines;
}

/// With the first line alone of what has several.
Phrase in_one_line(Phrase phrase, const Layout& layout) {
    for (auto& cell : phrase) cell.text = first_line(cell.text, layout.signs);
    return phrase;
}

/// The lines of the wrapped phrase in its styles. A blank goes with what is before it.
std::vector<std::string> wrapped(const Phrase& phrase, std::size_t width, const Layout& layout) {
    auto lines = core::wrap(plain(phrase), width);
    const auto styles = styles_of(phrase);
    std::size_t next = 0;
    for (auto& line : lines) {
        std::string painted, run;
        auto style = next < styles.size() ? styles[next] : Style::plain;
        for (const char byte : line) {
            if (byte != ' ' && next < styles.size() && styles[next++] != style) {
                painted += paint(run, style, layout);
                run.clear();
                style = styles[next - 1];
            }
            run += byte;
        }
        line = painted + paint(run, style, layout);
    }
    return lines;
}

} // namespace

std::size_t width_of(const Layout& layout) {
    constexpr std::size_t usual_width = 80, least_width = 20;
    return std::max(layout.width.value_or(usual_width), least_width);
}

Page::Page(const Layout& layout)
    : layout_(layout), width_(width_of(layout)), indentation_(width_ < width_for_labels ? 2 : label_width) {}

std::size_t Page::room() const {
    return width_ - indentation_;
}

void Page::title(const Phrase& phrase) {
    if (!text_.empty()) text_ += '\n';
    for (const auto& line : wrapped(phrase, width_, layout_)) text_ += line + '\n';
    is_after_title_ = true;
}

void Page::section(std::string_view label) {
    label_ = label;
}

void Page::add(std::string_view painted) {
    if (std::exchange(is_after_title_, false)) text_ += '\n';
    auto indentation = indentation_;
    if (!label_.empty()) {
        text_ += paint(label_, Style::heading, layout_);
        if (core::display_width(label_) < indentation)
            indentation -= core::display_width(label_);
        else
            text_ += '\n';
        label_.clear();
    }
    if (!painted.empty()) text_.append(indentation, ' ').append(painted);
    text_ += '\n';
}

void Page::paragraph(const Phrase& phrase) {
    if (phrase.empty()) return;
    for (const auto& line : wrapped(phrase, room(), layout_)) add(line);
}

void Page::item(const Phrase& phrase) {
    if (phrase.empty()) return;
    constexpr std::size_t indentation = 2;
    bool is_first = true;
    for (const auto& line : wrapped(in_one_line(phrase, layout_), room() - indentation, layout_)) {
        add(is_first ? line : std::string(indentation, ' ') + line);
        is_first = false;
    }
}

void Page::whole_item(const Phrase& phrase) {
    for (const auto& each : lines_of(phrase)) item(each);
}

void Page::line(const Phrase& phrase) {
    std::string painted;
    auto left = room();
    for (const auto& cell : in_one_line(phrase, layout_)) {
        const auto shown = shortened(core::escape_controls(cell.text), left, layout_.signs);
        painted += paint(shown, cell.style, layout_);
        left -= core::display_width(shown);
    }
    add(painted);
}

} // namespace kith::render
