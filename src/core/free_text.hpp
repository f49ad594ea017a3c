// A free text as the words that may mean something: what recognise looks up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

struct Word {
    enum class Kind {
        plain,
        mention, ///< After `@`.
        tag,     ///< After `#`.
        address, ///< A URL, or something like an e-mail address.
        escaped, ///< After a backslash: means nothing but itself.
    } kind = Kind::plain;
    /// Of the word itself in the text, without the sign before it and the punctuation around it.
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string folded;
};

/// The words of `text` in their order. Words end at blanks and at punctuation that no name has within it.
[[nodiscard]] std::vector<Word> free_text_words(std::string_view text);

/// The punctuation in what stands between two words, without the blanks.
[[nodiscard]] std::string gap_between(std::string_view text, const Word& left, const Word& right);

} // namespace kith::core
