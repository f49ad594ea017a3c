// The lines of a record, or of the plain tables of a text, key by key: for reading tables in any form, and for editing.
#pragma once

#include "kith/core/fields.hpp"
#include "kith/store/document.hpp"

#include "toml_text.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::store {

using Path = std::vector<std::string>;
using PathView = std::span<const std::string>;

[[nodiscard]] bool is_prefix(PathView prefix, PathView path);
[[nodiscard]] Path joined(PathView path, std::string_view key);
/// Dotted, each part quoted where it must be.
[[nodiscard]] std::string path_to_toml(PathView path);

/// The lines below one header, or above the first.
struct Section {
    Path path;
    Span header; ///< Its lines; empty above the first header.
    Span last;   ///< The lines of its last key, or of the header.
    int line = 0;
    bool listed = false; ///< Of an array of tables within, or below one: nothing there has a path of its own.
};

struct Entry {
    Path path; ///< The section's and the key's.
    std::size_t section = 0;
    Span lines;
    Span value;
    int line = 0;
};

struct Layout {
    std::vector<Section> sections;
    std::vector<Entry> entries;
};

/// Of the lines in `parts`; paths are without what the first header says, where `of_record`.
[[nodiscard]] Layout read_layout(std::string_view text, std::span<const PartSpan> parts, bool of_record);

/// A value, or a table, wherever it is written; inline tables are taken apart.
struct Leaf {
    Path path;
    std::string_view source; ///< Empty for a table.
    int line = 0;
    bool listed = false;
};
[[nodiscard]] std::vector<Leaf> leaves(std::string_view text, const Layout& layout);

[[nodiscard]] bool has_table(std::span<const Leaf> leaves, PathView path);
/// What stands directly in the table.
[[nodiscard]] core::Fields fields_of(std::span<const Leaf> leaves, PathView path);

/// Puts keys with dots and sub-tables together under their first key.
class FieldsBuilder {
  public:
    /// About as many keys as a record has.
    FieldsBuilder() { fields_.reserve(10); }

    void add(std::string key, std::string_view source, int line);
    void add_table(std::string_view key, int line);
    /// `key.inner = source`
    void add_within(std::string_view key, std::string inner, std::string_view source, int line);
    /// The key has something that is no table of texts.
    void add_other(std::string_view key, std::string_view type, int line);
    [[nodiscard]] core::Fields take() { return std::move(fields_); }

  private:
    [[nodiscard]] core::Field& table(std::string_view key, int line);
    /// The first field of the key, or the end.
    [[nodiscard]] core::Fields::iterator find(std::string_view key);

    core::Fields fields_;
    std::unordered_map<std::string, std::size_t> by_key_; ///< Of `indexed_` fields; filled where there are many.
    std::size_t indexed_ = 0;
};

} // namespace kith::store
