// Which record of another program a record came from, and what was taken from there:
// `imported = { from = "linkedin", key = "in/ana", role = "3f2a9c1b" }`.
//
// Beside a key of the record stands the fingerprint of the value that its source had when it was last taken. Where the
// record still has that value, nobody has edited it since. A hyphen before it marks a value that was told and not
// taken, for the record had another one or the same from elsewhere; before that of a telephone or a website, one
// that the source had and has no more. Further names that it has said are `name_2` and so on, further keys by which it
// has the record `key_2`. The keys of a further source have its name before them: `vcard-key`, `vcard-city`; of a
// second address book, which calls the record something else, `vcard_2-city`; a handle's is `handle-NETWORK`.
// Telephones and websites, of which somebody may have several, are told by their values, whatever numbers the handles
// have: `handle-phone` and `handle-phone-2` are two numbers that the source has had.
#pragma once

#include "kith/core/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {

/// A value as a text that says all of it, of its type each another; not meant to be read.
[[nodiscard]] std::string spelled(const core::Value& value);

/// Eight hexadecimal digits that another value nearly never has.
[[nodiscard]] std::string fingerprint(const core::Value& value);

/// Each source with the key that the record has there; nothing for one without a key. Two address books are `vcard`
/// both.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> origins(const core::TextTable& imported);

/// Which of two tables is right where both say something.
enum class Right { first, second };

/// Both tables as one: the second's source, or sources, become further ones, also another record of the same source.
/// What both say of one record of a source is as in the one that is right.
[[nodiscard]] core::TextTable with_origins(core::TextTable imported, const core::TextTable& more,
                                           Right right = Right::first);

/// A record as a source has it now.
struct SourceState {
    std::string from;
    std::string key; ///< Empty where the source has none.
    core::Fields fields;
    std::string former_key; ///< By which the source had the record before it called it otherwise; mostly empty.
    bool is_said = false;   ///< Whether another file of the same import has said something of the record.
    /// Of `phone` and `website` those of which it says all: what it had of these and does not have is gone.
    std::vector<std::string> whole_lists = {};
};

/// The record after its source was read: what came from there follows it where it is as it was taken; what was edited
/// or taken off since stays so; what the source has newly is added where the record has nothing. What the source no
/// longer has stays. Of telephones and websites a new one is a further one; only where the source has as many new ones
/// as it has no more since it was last read, and nothing else was said, each takes the place of its former one. The
/// keys `id`, `was` and `imported` of the source are passed over. Where the record has another key of the same kind of
/// source, this is a further source: it adds, and changes only what it has added itself.
[[nodiscard]] core::Fields updated(const core::Fields& record, const SourceState& source);

/// Of the source's fields those to be told where the record does not have them: without what it has said before, be
/// that taken or not. What it has changed since it was taken is among them where the record was edited. Of what another
/// file of the same import has said anew, and of telephones and websites, nothing is left.
[[nodiscard]] core::Fields untold(const core::Fields& record, const SourceState& source);

/// The record's table `imported` with a mark that the source says these, and that they were told and not taken. It
/// counts for nothing else, but that of the name for has_said_name(). What was taken and not edited since keeps its
/// fingerprint.
[[nodiscard]] core::TextTable with_untaken(const core::Fields& record, const SourceState& source);

/// The table with a mark of what the source calls the record, beside the names that it has said before.
[[nodiscard]] core::TextTable with_name_noted(const core::TextTable& imported, const SourceState& source,
                                              const std::string& name);

/// The table with one more key by which the source has the record.
[[nodiscard]] core::TextTable with_further_key(const core::TextTable& imported, const SourceState& source,
                                               const std::string& key);

/// Whether the source has called the record so, be that taken or not.
[[nodiscard]] bool has_said_name(const core::TextTable& imported, const SourceState& source, const std::string& name);

/// Whether both tables say that the source had the same of the key.
[[nodiscard]] bool have_same_mark(const core::TextTable& left, const core::TextTable& right, const SourceState& source,
                                  std::string_view key);

/// Whether the source still has exactly what was taken from it.
[[nodiscard]] bool is_as_taken(const core::TextTable& imported, const SourceState& source);

} // namespace kith::exchange
