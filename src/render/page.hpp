// A page of a terminal: a column of labels, and beside it paragraphs and lines that fit. On a narrow terminal each
// label has a line of its own.
#pragma once

#include "kith/render/style.hpp"

#include "report_phrases.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace kith::render {

/// The columns of a page: 80 where the terminal's width is not known, at least 20 whatever it is.
[[nodiscard]] std::size_t width_of(const Layout& layout);

class Page {
  public:
    explicit Page(const Layout& layout);

    [[nodiscard]] Signs signs() const { return layout_.signs; }
    /// Columns beside the labels; at least 18.
    [[nodiscard]] std::size_t room() const;

    /// Over the whole width, parted from what is around it by empty lines.
    void title(const Phrase& phrase);
    /// The label that the next line has; nothing is printed where no line comes.
    void section(std::string_view label);
    // An empty phrase adds nothing.
    void paragraph(const Phrase& phrase);  ///< Broken between words where it is long.
    void item(const Phrase& phrase);       ///< The same with the first of its own lines; the further ones set in.
    void whole_item(const Phrase& phrase); ///< With all of its own lines, each an item.
    void line(const Phrase& phrase);       ///< As it is, cut where it is too long; blanks within it stay.

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    void add(std::string_view painted);

    Layout layout_;
    std::size_t width_;
    std::size_t indentation_;
    std::string label_;
    std::string text_;
    bool is_after_title_ = false;
};

} // namespace kith::render
