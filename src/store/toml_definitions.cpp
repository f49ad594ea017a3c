#include "toml_definitions.hpp"

#include <algorithm>

namespace kith::store {

namespace {

/// A table with more keys than this is looked through by toml++, which does not look at one after the other.
constexpr std::uint32_t many_children = 1000;

bool has_escapes(std::span<const KeyPart> path) {
    return std::ranges::any_of(path, [](const KeyPart& part) { return part.escaped; });
}

} // namespace

Definitions::Index Definitions::find(Index parent, std::string_view key) const {
    for (auto child = nodes_[parent].first; child != none; child = nodes_[child].next) {
        // Most keys differ in length or last letter: no need to compare them whole.
        const auto& known = nodes_[child].key;
        if (known.size() == key.size() && (key.empty() || known.back() == key.back()) && known == key) return child;
    }
    return none;
}

Definitions::Index Definitions::add(Index parent, std::string_view key, Kind kind) {
    const auto index = static_cast<Index>(nodes_.size());
    nodes_.push_back({key, none, none, none, 0, kind});
    auto& above = nodes_[parent];
    if (above.first == none) {
        above.first = index;
    } else {
        nodes_[above.last].next = index;
    }
    above.last = index;
    ++above.children;
    return index;
}

Definitions::Index Definitions::parent_of_header(std::span<const KeyPart> path) {
    Index parent = 0;
    for (const auto& part : path.first(path.size() - 1)) {
        auto node = find(parent, part.text);
        if (node == none) node = add(parent, part.text, Kind::implicit);
        const auto kind = nodes_[node].kind;
        if (kind == Kind::value || kind == Kind::dotted) return none;
        parent = node;
    }
    return parent;
}

bool Definitions::is_within_latest(std::span<const KeyPart> path) const {
    return latest_ != none && path.size() > 1 && nodes_[latest_].key == path.front().text;
}

void Definitions::open_record(Index records, bool at_root) {
    nodes_[records].first = nodes_[records].last = none;
    nodes_[records].children = 0;
    if (!at_root) return;
    if (latest_ == records && latest_is_last_) nodes_.resize(latest_begin_);
    latest_ = records;
    latest_begin_ = nodes_.size();
    latest_is_last_ = true;
}

bool Definitions::header(std::span<const KeyPart> path, bool array) {
    if (has_escapes(path)) return false;
    const bool record = array && path.size() == 1;
    if (!record && !is_within_latest(path)) latest_is_last_ = false;
    const auto parent = parent_of_header(path);
    if ((parent == none && path.size() > 1) || nodes_[parent].children > many_children) return false;
    const auto key = path.back().text;
    const auto node = find(parent, key);
    if (node == none) {
        current_ = add(parent, key, array ? Kind::records : Kind::table);
        if (array) open_record(current_, record);
        return true;
    }
    current_ = node;
    if (array) {
        if (nodes_[node].kind != Kind::records) return false;
        open_record(node, record);
        return true;
    }
    if (nodes_[node].kind != Kind::implicit) return false;
    nodes_[node].kind = Kind::table;
    return true;
}

bool Definitions::entry(std::span<const KeyPart> path) {
    auto parent = current_;
    for (const auto& part : path) {
        if (part.escaped || nodes_[parent].children > many_children) return false;
        const bool last = &part == &path.back();
        const auto node = find(parent, part.text);
        if (last) {
            if (node != none) return false;
            static_cast<void>(add(parent, part.text, Kind::value));
        } else if (node == none) {
            parent = add(parent, part.text, Kind::dotted);
        } else if (nodes_[node].kind == Kind::dotted) {
            parent = node;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace kith::store
