// What a command works with: the journal, today, and where its answer goes.
#pragma once

#include "kith/commands/environment.hpp"
#include "kith/core/phrase.hpp"
#include "kith/core/records.hpp"
#include "kith/render/json.hpp"
#include "kith/render/style.hpp"
#include "kith/render/table.hpp"
#include "kith/store/git.hpp"
#include "kith/store/journal_store.hpp"
#include "kith/store/undo_store.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::commands {

class EditingHelp;

/// The options that every command has.
struct GlobalOptions {
    std::string directory;
    core::Date today;
    bool json = false;
    std::optional<std::string> format;
    bool color = false;
    bool quiet = false;
    bool dry_run = false;
    std::string_view command; ///< Its path: `log list`.
};

/// How a list is shown in each of the ways a user may ask for.
struct Listing {
    std::vector<std::string_view> keys; ///< What `--format` may name.
    std::size_t size = 0;
    std::function<core::Fields(std::size_t)> fields; ///< Of one record, with the derived keys.
    std::function<std::string()> text;               ///< For people.
    std::string when_empty; ///< For people, on standard error, where there is none. May be empty.
};

class Session {
  public:
    Session(Environment& environment, GlobalOptions options);

    [[nodiscard]] store::JournalStore& journal() { return journal_; }
    [[nodiscard]] const GlobalOptions& options() const { return options_; }
    [[nodiscard]] Environment& environment() const { return environment_; }
    [[nodiscard]] core::Date today() const { return options_.today; }
    [[nodiscard]] core::PhraseContext past();
    [[nodiscard]] core::PhraseContext future();
    [[nodiscard]] render::Layout layout() const;
    [[nodiscard]] bool is_interactive() const; ///< A person sits at input and output.
    [[nodiscard]] std::string new_id();        ///< 8 characters of Crockford base32.

    /// Has other writers wait; every command that writes calls it before it changes anything. What was read before is
    /// read again when it is next asked for. Under --dry-run nothing is locked. `keys` are those of the answer, for
    /// require_format().
    void begin_writing(const std::vector<std::string_view>& keys);
    /// A usage Failure where --format names a key that is none of these, which the answer has.
    void require_format(const std::vector<std::string_view>& keys) const;
    /// Lets other writers on, and has what was read be read again when it is next asked for. What was not saved is
    /// forgotten.
    void refresh();
    /// Lets the user edit a record as it stands, with help in comments and the lock released meanwhile, and takes the
    /// lines back. A Failure where the text comes back empty, or is no such record and is not to be mended.
    template<class Record> [[nodiscard]] Record edit_record(const Record& record);
    /// The same for a record that is not written yet; returns its lines.
    template<class Record> [[nodiscard]] std::string edit_new_record(const Record& record);
    /// Writes what was changed; under --dry-run prints it as a unified diff instead. Where this is the last that is
    /// asked of the journal, nothing of it is in memory twice.
    void save(bool is_last = false);
    /// The same for whole texts, also such as do not parse. `command` is what it is called where it is taken back.
    void save_texts(const store::Write& write);
    /// The same Failure; where something is written already, it says so, and how that is taken back.
    [[nodiscard]] core::Failure after_what_was_written(const core::Failure& failure) const;
    /// What was written to the data directory; nothing where there is no home directory to note it in.
    [[nodiscard]] std::optional<store::UndoStore> undo_store() const;
    /// git in the data directory. It may ask for a password where a person sits at the terminal.
    [[nodiscard]] store::Git git() const;

    /// For work beside what goes on here; in place where the environment has nobody.
    [[nodiscard]] std::unique_ptr<system::Worker> hire() const;
    /// Holds what is of many pieces and not needed any more to the end of the session.
    void keep(std::shared_ptr<const void> pieces) { kept_.push_back(std::move(pieces)); }

    /// Text for people on standard output; nothing under --json, --format and -q, or when a diff was printed.
    void say(std::string_view text);
    /// A remark on standard error, unless -q.
    void note(std::string_view text);
    /// Data on standard output as it is.
    void print(std::string_view text);
    /// The same for a text that people read to its end before they go on: on a terminal, through $PAGER (else less)
    /// where it is longer than the terminal is high. Others may write meanwhile.
    void page(std::string_view text);

    /// Prints a list as --json, --format or text. 10 with `with_exit_code` where it is not empty, else 0.
    [[nodiscard]] int show(const Listing& listing, bool with_exit_code = false);
    /// Prints one record (as --json an object), for people `text`.
    int show(const core::Fields& record, const std::vector<std::string_view>& keys, std::string_view text);
    /// Prints a document as --json, or as one line for --format; false where neither is asked for.
    [[nodiscard]] bool print_data(const std::vector<std::string_view>& keys,
                                  const std::function<render::Document()>& document);
    /// After a write: the record as --json or --format, its id under -q, else `text`.
    int answer(const core::Fields& record, const std::vector<std::string_view>& keys, std::string_view id,
               std::string_view text);
    /// The same for several records.
    int answer(const std::vector<core::Fields>& records, const std::vector<std::string_view>& keys,
               std::string_view text);

    /// Lets the user edit a text in $VISUAL or $EDITOR (else vi). A Failure where there is no terminal to do it on.
    [[nodiscard]] std::string edit_text(const std::string& text);
    /// Asks on the terminal; nothing at the end of input.
    [[nodiscard]] std::optional<std::string> ask(std::string_view question);

    /// The id of an event, by id or unique prefix.
    [[nodiscard]] core::EventId require_event_id(std::string_view word);
    /// The channel's id as it is known, or a Failure that names the nearest.
    [[nodiscard]] std::string require_channel(std::string_view word);
    /// People by word; an unknown full name becomes a new person (met then and there, where told), which is said and
    /// added to the journal.
    [[nodiscard]] std::vector<core::PersonId>
    require_people(const std::vector<std::string>& words, std::optional<core::Date> met, const core::EventId& met_at);
    /// Adds a person to the journal, known from now on.
    void add_person(const core::Person& person);
    /// The people added by require_people, and those of the journal.
    [[nodiscard]] const core::People& people();
    [[nodiscard]] std::string names_of(const std::vector<core::PersonId>& ids);

  private:
    [[nodiscard]] bool wants_pager(std::string_view text) const;
    void show_diff(const std::vector<store::FileChange>& changes);
    /// Makes the steps and notes them for undo, also those of a write that fails in between.
    void write(const store::Write& write);
    [[nodiscard]] bool has_left_a_part(store::UndoStore& undo);
    void open_journal();
    /// What follows from a write that was made: it can be undone, and with auto_commit it is committed. No Failure: the
    /// journal is written.
    void after_writing(const store::Write& write);
    void commit_to_git(const store::Write& write);
    template<class Take> auto edit_until_taken(std::string text, const EditingHelp& help, const Take& take);
    /// Tells what is wrong with an edited text, and asks, so that it need not be lost.
    /// On standard error, so that it is not lost with a write that failed.
    void tell_what_was_edited();
    [[nodiscard]] bool wants_to_edit_again(const core::Failure& failure);
    [[nodiscard]] core::PersonId add_new_person(const std::string& name, std::optional<core::Date> met,
                                                const core::EventId& met_at);

    Environment& environment_;
    GlobalOptions options_;
    store::JournalStore journal_;
    std::optional<core::People> people_; ///< With the new ones.
    std::vector<core::Person> new_people_;
    std::string edited_;                   ///< What came from the editor last.
    std::vector<std::string> news_;        ///< Of what was added beside what was asked for; told once it is written.
    std::optional<core::Problem> written_; ///< What a later Failure has to say besides.
    std::vector<std::shared_ptr<const void>> kept_;
    bool has_diff_ = false;
};

} // namespace kith::commands
