#include "merge_units.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text_field.hpp"

#include "document_layout.hpp"
#include "record_order.hpp"
#include "toml_scanner.hpp"
#include "toml_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kith::store {
namespace {

/// A record or table with the comments above it, in a text.
struct Block {
    std::size_t lead_begin = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<std::string> kind; ///< Of a record.
};

/// The text with every part of a record directly below it, and with it the comments and the blank line above.
std::string gathered(std::string text) {
    while (true) {
        const auto found = outline(text);
        const auto apart =
            std::ranges::find_if(found.parts, [](const PartSpan& part) { return part.record.has_value(); });
        if (apart == found.parts.end()) return text;
        auto begin = begin_of_lead(text, apart->begin, 0);
        const auto above = line_before(text, begin);
        if (above && is_blank_line(bytes(text, *above))) begin = above->begin;
        auto moved = text.substr(begin, apart->end - begin);
        if (!ends_line(moved)) moved += line_ending(text);
        text.erase(begin, apart->end - begin);
        text.insert(found.records[*apart->record].end, moved);
    }
}

std::vector<Block> blocks_of(std::string_view text) {
    const auto found = outline(text);
    std::vector<Block> blocks;
    for (const auto& record : found.records)
        blocks.push_back({record.lead_begin, record.begin, record.end, record.kind});
    for (const auto& part : found.parts) blocks.push_back({part.begin, part.begin, part.end, std::nullopt});
    std::ranges::sort(blocks, {}, &Block::begin);
    std::size_t limit = 0;
    for (auto& block : blocks) {
        if (!block.kind) block.lead_begin = begin_of_lead(text, block.begin, limit);
        limit = block.end;
    }
    return blocks;
}

template<class Record> std::optional<core::Moment> time_in(const core::Fields& fields) {
    const auto reading = core::from_fields<Record>(fields);
    const bool is_placed = std::ranges::none_of(reading.problems, [](const core::FieldProblem& problem) {
        return problem.key == "date" || problem.key == "start" || problem.key == "due";
    });
    return is_placed ? place_in_time(reading.record) : std::nullopt;
}

std::string header_of(std::string_view text) {
    Scanner scanner(text);
    return scanner.next() == Scanner::Item::header ? "[" + path_to_toml(decoded(scanner.path())) + "]" : std::string{};
}

class UnitsReader {
  public:
    explicit UnitsReader(std::string_view text) : text_(text) {}

    Units read() {
        std::size_t from = 0;
        for (const auto& block : blocks_of(text_)) {
            read_between({from, block.lead_begin});
            read_block(block);
            from = block.end;
        }
        read_between({from, text_.size()});
        result_.tail = std::exchange(blank_, {});
        result_.ends_line = ends_line(text_);
        return std::move(result_);
    }

  private:
    void read_between(Span span) {
        std::string comment;
        for (auto at = span.begin; at < span.end;) {
            const auto line = bytes(text_, {at, line_at(text_, at).end});
            at += line.size();
            if (!is_blank_line(line)) {
                comment += line;
                continue;
            }
            add_comment(std::exchange(comment, {}));
            blank_ += line;
        }
        add_comment(comment);
    }

    void add_comment(const std::string& source) {
        if (source.empty()) return;
        Unit unit;
        unit.key = "# " + with_line_feeds(source);
        add(std::move(unit), source);
    }

    void read_block(const Block& block) {
        Unit unit;
        unit.fields = fields_in(bytes(text_, {block.begin, block.end}));
        if (block.kind) {
            unit.form = Unit::Form::record;
            unit.kind = *block.kind;
            unit.id = core::text_of(unit.fields, "id");
            unit.time = time_of(unit.kind, unit.fields);
            unit.key = unit.kind + (unit.id.empty() ? nameless_key(block) : " " + unit.id);
            if (is_copy(unit)) return blank_.clear();
        } else {
            unit.key = header_of(bytes(text_, {block.begin, block.end}));
            unit.form = unit.key.empty() ? Unit::Form::root : Unit::Form::table;
            if (unit.key.empty()) unit.key = "the keys above all tables";
        }
        add(std::move(unit), bytes(text_, {block.lead_begin, block.end}));
    }

    [[nodiscard]] std::string nameless_key(const Block& block) const {
        const auto lines = with_line_feeds(bytes(text_, {block.begin, block.end}));
        return " without an id " + lines + (ends_line(lines) ? "" : "\n");
    }

    [[nodiscard]] bool is_copy(const Unit& unit) const {
        if (unit.id.empty() || !seen_.contains(unit.key)) return false;
        return std::ranges::any_of(result_.units, [&](const Unit& other) {
            return other.kind == unit.kind && other.id == unit.id && other.fields == unit.fields;
        });
    }

    void add(Unit unit, std::string_view source) {
        const int number = ++seen_[unit.key];
        if (number > 1) unit.key += "\n" + std::to_string(number);
        unit.source = source;
        if (!ends_line(unit.source)) unit.source += line_ending(text_);
        unit.text = with_line_feeds(unit.source);
        unit.blank = std::exchange(blank_, {});
        if (!result_.units.empty()) unit.above = result_.units.back().key;
        result_.units.push_back(std::move(unit));
    }

    std::string_view text_;
    Units result_;
    std::string blank_;
    std::map<std::string, int> seen_;
};

bool is_nameless(const Unit& unit) {
    return unit.form == Unit::Form::record && unit.id.empty();
}

std::size_t equal_fields(const Unit& left, const Unit& right) {
    return static_cast<std::size_t>(std::ranges::count_if(left.fields, [&](const core::Field& field) {
        return std::ranges::find(right.fields, field) != right.fields.end();
    }));
}

} // namespace

std::string with_line_feeds(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (!text.substr(at).starts_with("\r\n")) result += text[at];
    return result;
}

core::Fields fields_in(std::string_view text) {
    const std::vector<PartSpan> whole{{0, text.size(), 1, std::nullopt}};
    return fields_of(leaves(text, read_layout(text, whole, true)), {});
}

std::optional<core::Moment> time_of(std::string_view kind, const core::Fields& fields) {
    if (kind == core::kind_of<core::Interaction>()) return time_in<core::Interaction>(fields);
    if (kind == core::kind_of<core::Event>()) return time_in<core::Event>(fields);
    if (kind == core::kind_of<core::Followup>()) return time_in<core::Followup>(fields);
    return std::nullopt;
}

Units read_units(std::string_view text) {
    const auto whole = gathered(std::string(text));
    return UnitsReader(whole).read();
}

void recognise_nameless(const Units& base, Units& side) {
    std::set<std::string> known;
    for (const auto& unit : side.units) known.insert(unit.key);
    for (const auto& old : base.units) {
        if (!is_nameless(old) || known.contains(old.key)) continue;
        Unit* nearest = nullptr;
        std::size_t most = 0;
        for (auto& unit : side.units) {
            const bool is_new = is_nameless(unit) && unit.kind == old.kind &&
                                std::ranges::find(base.units, unit.key, &Unit::key) == base.units.end();
            const auto equal = equal_fields(old, unit);
            if (!is_new || equal <= most || 2 * equal < old.fields.size()) continue;
            nearest = &unit;
            most = equal;
        }
        if (nearest == nullptr) continue;
        for (auto& unit : side.units)
            if (unit.above == nearest->key) unit.above = old.key;
        nearest->key = old.key;
    }
}

} // namespace kith::store
