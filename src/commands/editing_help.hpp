// What somebody sees who edits a record: how to leave it, and which keys it could have besides. None of it comes into
// the file.
#pragma once

#include "kith/core/key_help.hpp"
#include "kith/core/records.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace kith::commands {

/// The lines of a record with help around them, each behind `#:`.
class EditingHelp {
  public:
    template<class Record> EditingHelp(const Record&, std::string source, bool is_new)
        : EditingHelp(core::kind_of<Record>(), core::key_help<Record>(), std::move(source), is_new) {}

    /// For the editor.
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The edited text without the help: lines that begin with `#:` (other than the record's own), and what stands
    /// behind a key that was taken over from one. All else is as it came, the user's comments too.
    [[nodiscard]] std::string taken_off(std::string_view edited) const;
    /// What became of it where the editor brought nothing back.
    [[nodiscard]] std::string_view when_left() const { return is_new_ ? "nothing was logged" : "nothing was changed"; }

  private:
    EditingHelp(std::string_view kind, std::span<const core::KeyHelp> keys, std::string source, bool is_new);

    std::span<const core::KeyHelp> keys_;
    bool is_new_;
    std::set<std::string, std::less<>> own_lines_; ///< That look like help.
    std::string text_;
};

} // namespace kith::commands
