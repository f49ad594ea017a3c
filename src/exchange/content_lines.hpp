// The lines of vCards and calendars, `NAME;PARAMETER=VALUE:VALUE`: unfolded, and taken apart.
#pragma once

#include "lines.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {

struct ContentLine {
    int line = 0;
    std::string name; ///< Without a group before it (`item1.`), upper case. Empty for what is no such line.
    std::string group;
    std::vector<std::pair<std::string, std::string>> parameters; ///< Names upper case; one without a name is a `TYPE`.
    std::string value;        ///< As it stands in the file. Empty where `wants` does not want it.
    bool is_empty = false;    ///< Whether nothing stands in the file there.
    bool is_too_long = false; ///< Whether more than a megabyte does; then nothing of it is kept.

    /// The parameter's value; empty where it is absent.
    [[nodiscard]] std::string_view parameter(std::string_view parameter_name) const;
    /// Whether it is among the types (`TYPE=HOME,CELL`), without regard to case.
    [[nodiscard]] bool has_type(std::string_view type) const;
};

/// Whether the value of a property with this name is of use; of others no more than a line is held in memory.
using Wants = bool (*)(std::string_view name);

class ContentLines {
  public:
    ContentLines(const Pull& pull, Wants wants);

    /// The next line that is not blank; nothing at the end of the file.
    [[nodiscard]] std::optional<ContentLine> next();

  private:
    void unfold(ContentLine& line, bool is_wanted, bool is_open);
    [[nodiscard]] bool is_folded() const;

    Lines lines_;
    Wants wants_;
    bool has_line_;
};

/// The value as text in UTF-8: from quoted-printable or Base64 and from its character set; where quoted-printable names
/// none, from the one that assumed_encoding() tells. Nothing where it is not what
/// it says it is, has a NUL byte in it, or is too long.
[[nodiscard]] std::optional<std::string> decoded(const ContentLine& line);
/// Of quoted-printable that is not UTF-8 and does not tell what it is; empty of all else.
[[nodiscard]] std::string assumed_encoding(const ContentLine& line);
/// Why decoded() has nothing: `'FN' is not text in UTF-8`.
[[nodiscard]] std::string reason_undecoded(const ContentLine& line);
/// Of quoted-printable the first `=` that is of no byte, with what follows it, and stays as it is; empty where none is.
[[nodiscard]] std::string_view stray_in(const ContentLine& line);

/// The parts between separators that no backslash protects, escapes still in them.
[[nodiscard]] std::vector<std::string_view> split_escaped(std::string_view text, char separator);
/// `\n` is a line break, and a backslash before anything else gives that.
[[nodiscard]] std::string unescape(std::string_view text);

} // namespace kith::exchange
