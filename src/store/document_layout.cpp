#include "document_layout.hpp"

#include "toml_list.hpp"
#include "toml_scanner.hpp"
#include "toml_value.hpp"

#include <algorithm>
#include <utility>

namespace kith::store {

namespace {

class LayoutReader {
  public:
    LayoutReader(std::string_view text, bool of_record) : text_(text), of_record_(of_record) {}

    void read(const PartSpan& part) {
        Scanner scanner(text_.substr(0, part.end), part.begin, part.line);
        for (auto item = scanner.next(); item != Scanner::Item::end; item = scanner.next()) {
            if (item == Scanner::Item::broken) return;
            if (item == Scanner::Item::header) add_section(scanner);
            if (item == Scanner::Item::entry) add_entry(scanner);
        }
    }

    Layout take() { return std::move(layout_); }

  private:
    void add_section(const Scanner& scanner) {
        const bool first = layout_.sections.empty();
        auto path = decoded(scanner.path());
        if (first && of_record_) dropped_ = path.size();
        path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(dropped_));
        if (scanner.is_array() && !(first && of_record_)) arrays_.push_back(path);
        const bool listed = std::ranges::any_of(arrays_, [&](const Path& array) { return is_prefix(array, path); });
        layout_.sections.push_back({std::move(path), scanner.lines(), scanner.lines(), scanner.line(), listed});
    }

    void add_entry(const Scanner& scanner) {
        if (layout_.sections.empty()) layout_.sections.emplace_back();
        auto& section = layout_.sections.back();
        section.last = scanner.lines();
        auto path = section.path;
        for (auto& part : decoded(scanner.path())) path.push_back(std::move(part));
        layout_.entries.push_back(
            {std::move(path), layout_.sections.size() - 1, scanner.lines(), scanner.value(), scanner.line()});
    }

    std::string_view text_;
    bool of_record_;
    std::size_t dropped_ = 0;
    std::vector<Path> arrays_;
    Layout layout_;
};

void add_leaves(std::vector<Leaf>& result, Leaf leaf) {
    if (!leaf.source.starts_with('{')) {
        result.push_back(std::move(leaf));
        return;
    }
    result.push_back({leaf.path, {}, leaf.line, leaf.listed});
    for (const auto& item : read_list(leaf.source).items) {
        auto path = leaf.path;
        path.insert(path.end(), item.key.begin(), item.key.end());
        add_leaves(result, {std::move(path), bytes(leaf.source, item.value), leaf.line + item.line, leaf.listed});
    }
}

} // namespace

bool is_prefix(PathView prefix, PathView path) {
    return prefix.size() <= path.size() && std::ranges::equal(prefix, path.first(prefix.size()));
}

Path joined(PathView path, std::string_view key) {
    Path result(path.begin(), path.end());
    result.emplace_back(key);
    return result;
}

std::string path_to_toml(PathView path) {
    std::string result;
    for (const auto& part : path) result += (result.empty() ? "" : ".") + key_to_toml(part);
    return result;
}

Layout read_layout(std::string_view text, std::span<const PartSpan> parts, bool of_record) {
    LayoutReader reader(text, of_record);
    for (const auto& part : parts) reader.read(part);
    return reader.take();
}

std::vector<Leaf> leaves(std::string_view text, const Layout& layout) {
    std::vector<Leaf> result;
    std::size_t next = 0;
    const auto add_entries_of = [&](std::size_t section) {
        for (; next < layout.entries.size() && layout.entries[next].section == section; ++next) {
            const auto& entry = layout.entries[next];
            add_leaves(result, {entry.path, bytes(text, entry.value), entry.line, layout.sections[section].listed});
        }
    };
    for (std::size_t index = 0; index < layout.sections.size(); ++index) {
        const auto& section = layout.sections[index];
        if (!section.path.empty()) result.push_back({section.path, {}, section.line, section.listed});
        add_entries_of(index);
    }
    return result;
}

bool has_table(std::span<const Leaf> leaves, PathView path) {
    return path.empty() || std::ranges::any_of(leaves, [&](const Leaf& leaf) {
               return is_prefix(path, leaf.path) && (leaf.path.size() > path.size() || leaf.source.empty());
           });
}

core::Fields fields_of(std::span<const Leaf> leaves, PathView path) {
    FieldsBuilder builder;
    for (const auto& leaf : leaves) {
        if (leaf.path.size() <= path.size() || !is_prefix(path, leaf.path)) continue;
        const auto rest = PathView(leaf.path).subspan(path.size());
        if (leaf.listed) {
            builder.add_other(rest[0], mixed_list, leaf.line);
        } else if (rest.size() == 1 && leaf.source.empty()) {
            builder.add_table(rest[0], leaf.line);
        } else if (rest.size() == 1) {
            builder.add(rest[0], leaf.source, leaf.line);
        } else if (rest.size() == 2 && !leaf.source.empty()) {
            builder.add_within(rest[0], rest[1], leaf.source, leaf.line);
        } else {
            builder.add_other(rest[0], mixed_table, leaf.line);
        }
    }
    return builder.take();
}

void FieldsBuilder::add(std::string key, std::string_view source, int line) {
    fields_.push_back({std::move(key), decode_value(source), line});
}

core::Fields::iterator FieldsBuilder::find(std::string_view key) {
    constexpr std::size_t few = 32;
    if (fields_.size() <= few) return std::ranges::find(fields_, key, &core::Field::key);
    for (; indexed_ < fields_.size(); ++indexed_) by_key_.emplace(fields_[indexed_].key, indexed_);
    const auto known = by_key_.find(std::string(key));
    return known == by_key_.end() ? fields_.end() : fields_.begin() + static_cast<std::ptrdiff_t>(known->second);
}

core::Field& FieldsBuilder::table(std::string_view key, int line) {
    const auto known = find(key);
    return known != fields_.end() ? *known
                                  : fields_.emplace_back(core::Field{std::string(key), core::TextTable{}, line});
}

void FieldsBuilder::add_table(std::string_view key, int line) {
    static_cast<void>(table(key, line));
}

void FieldsBuilder::add_within(std::string_view key, std::string inner, std::string_view source, int line) {
    if (!is_string(source)) return add_other(key, mixed_table, line);
    auto* texts = std::get_if<core::TextTable>(&table(key, line).value);
    if (texts != nullptr) texts->emplace_back(std::move(inner), decode_string(source));
}

void FieldsBuilder::add_other(std::string_view key, std::string_view type, int line) {
    auto& field = table(key, line);
    if (std::holds_alternative<core::TextTable>(field.value)) field.value = core::Unmodelled{std::string(type)};
}

} // namespace kith::store
