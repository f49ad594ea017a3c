// The usual record, read in one go: most of a journal was written by kith itself and never looks otherwise.
#pragma once

#include "kith/core/journal.hpp"

#include "toml_scanner.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace kith::store {

/// What of a record is kept that is read: of one that is not wanted the dates, which say whether it is in its place; of
/// one for figures all but, of an interaction, its tags, note, address and what it closes, and of a person the aliases,
/// what they are and where, the addresses and the note.
enum class Keeping { all, figures, dates };

/// What the lines of one record say where all are plain: `[[kind]]`, then its known keys in the order of
/// data-format.md, one `key = value` a line with nothing beside it. The source is part of a valid document and is all
/// that belongs to the record. Nothing for any other form: Document::fields reads it, and says the same where both can.
template<class Record> [[nodiscard]] std::optional<Record> read_plain(std::string_view source);

/// The same into an interaction that holds nothing yet, for figures: without its tags, note, address and what it
/// closes. False where it is in another form.
[[nodiscard]] bool read_plain_to_count(std::string_view source, core::Interaction& interaction);

/// Appends the records of a file that are wanted by their lines, without an outline of it being made: for a valid text
/// that holds nothing but plain records of this kind, each in its place, and whole lines of comment. False, and nothing
/// appended, for any other text: a Document says what it holds or what is wrong with it. The lines that `is_wanted`
/// sees go on to the next record, with comments that stand above it.
template<class Record>
[[nodiscard]] bool read_plain_file(std::string_view text, const std::function<bool(std::string_view)>& is_wanted,
                                   const std::function<bool(const Record&)>& is_in_place, std::vector<Record>& into);

/// The same of those that are wanted alone: the lines of the others are passed over, whatever they say. Where all of
/// them are to be known to be valid, read_plain_file is meant.
template<class Record>
[[nodiscard]] bool read_plain_part(std::string_view text, const std::function<bool(std::string_view)>& is_wanted,
                                   const std::function<bool(const Record&)>& is_in_place, std::vector<Record>& into);

/// The same for people.toml, whose records have the tables of the groups among them: `[group.mentors]`, a plain `every`
/// and `late`.
[[nodiscard]] bool read_plain_people(std::string_view text, std::vector<core::Person>& persons,
                                     std::vector<core::Group>& groups, Keeping keeping = Keeping::all);

/// What outline() says of a text that holds nothing but plain records of one of these kinds, and no comments; nothing
/// for any other text. For a third of the work, since each line is known before it is read.
[[nodiscard]] std::optional<Outline> outline_of_plain(std::string_view text);

} // namespace kith::store
