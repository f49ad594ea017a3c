// A user's line per record: `{date}\t{with}\t{note}`.
#pragma once

#include "kith/core/fields.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::render {

/// A parsed `--format`. `{key}` stands for a field (`{last.note}`, `{handles.linkedin}` for a part of a table), `{{`
/// and
/// `}}` for braces; `\t`, `\n`, `\\` are understood since a shell's single quotes keep them.
class Template {
  public:
    /// A usage Failure where a brace has no other or a key is none of `keys` (it lists them, or the nearest).
    Template(std::string_view text, std::span<const std::string_view> keys);

    /// The line for a record, with its line break: absent fields are empty, lists joined with commas, tables are
    /// `key=value` joined with commas, values escaped for the terminal.
    [[nodiscard]] std::string line(const core::Fields& record) const;

  private:
    struct Part {
        bool is_key = false;
        std::string text;
    };
    std::vector<Part> parts_;
};

} // namespace kith::render
