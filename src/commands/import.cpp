// kith import: what other programs know of people, dates and tasks, and what kith itself wrote out.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/remarks.hpp"
#include "kith/store/other_keys.hpp"

#include "import_answer.hpp"
#include "import_planning.hpp"
#include "import_reading.hpp"
#include "nouns.hpp"
#include "options.hpp"
#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <type_traits>

namespace kith::commands {
namespace {

struct ImportOptions {
    Texts files, columns, own_addresses;
    Text as, since, until;
    bool yes = false, attendees = false, skip_broken = false;
};

/// `name=Full Name,email=Mail`: a part without a sign of equality belongs to the column's name before it.
core::TextTable columns_of(const Texts& given) {
    core::TextTable columns;
    for (const auto& text : given) {
        for (std::string_view rest = text; !rest.empty();) {
            const auto part = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(part.size() + 1, rest.size()));
            const auto sign = part.find('=');
            if (sign != part.npos)
                columns.emplace_back(core::trim(part.substr(0, sign)), core::trim(part.substr(sign + 1)));
            else if (!columns.empty())
                columns.back().second += "," + std::string(part);
            else
                core::fail_usage(fmt::format("--map: '{}' is no KEY=COLUMN", part),
                                 "--map name=\"Full Name\",email=Mail");
        }
    }
    return columns;
}

/// The zone in which a day is one: as the system is set.
std::string time_zone(Session& session) {
    if (const auto zone = session.environment().variable("TZ"); zone && !zone->empty())
        return zone->front() == ':' ? zone->substr(1) : *zone;
    constexpr std::string_view folder = "/zoneinfo/";
    const auto target = session.environment().files.resolve("/etc/localtime");
    const auto at = target.find(folder);
    return at == std::string::npos ? "UTC" : target.substr(at + folder.size());
}

std::string require_address(const std::string& text) {
    auto address = require_text(text, "--me");
    if (address.find('@') == address.npos)
        core::fail_usage(fmt::format("--me: '{}' is no e-mail address", address), "write it as ana@example.org");
    return address;
}

exchange::ReadOptions read_options(const ImportOptions& given, Session& session) {
    exchange::ReadOptions options;
    options.today = session.today();
    if (given.since) options.since = core::require_date(*given.since, "--since", session.past()).date;
    if (given.until) options.until = core::require_date(*given.until, "--until", session.future()).date;
    if (options.since && options.until && *options.until < *options.since)
        core::fail_usage(fmt::format("--until {} comes before --since {}", core::to_text(*options.until),
                                     core::to_text(*options.since)));
    options.skips_broken = given.skip_broken;
    options.columns = columns_of(given.columns);
    options.channels = core::channels(session.journal().strategy());
    for (const auto& address : given.own_addresses) options.own_addresses.push_back(require_address(address));
    options.time_zone = time_zone(session);
    return options;
}

template<class Incomings> void require_other_keys(const Incomings& records, const std::string& file) {
    for (const auto& incoming : records)
        if (!incoming.other.empty() && !store::are_other_keys<std::decay_t<decltype(incoming.record)>>(incoming.other))
            throw core::Failure({core::ProblemKind::bad_data,
                                 "'other' should hold keys that kith does not know, as TOML",
                                 core::Place{file, incoming.line, 0}, "nothing was imported"});
}

void require_other_keys(const exchange::Batch& batch, const std::string& file) {
    require_other_keys(batch.people, file);
    require_other_keys(batch.groups, file);
    require_other_keys(batch.interactions, file);
    require_other_keys(batch.events, file);
    require_other_keys(batch.followups, file);
    require_other_keys(batch.strategy.goals, file);
    require_other_keys(batch.strategy.audiences, file);
    require_other_keys(batch.strategy.platforms, file);
    require_other_keys(batch.strategy.topics, file);
    require_other_keys(batch.strategy.channels, file);
    require_other_keys(batch.strategy.posts, file);
}

/// An option that says something of files that are not among those given is a slip.
void refuse_misplaced(const ImportOptions& given, const std::vector<ImportedFile>& files) {
    const auto refuse = [&files](bool is_given, std::string_view option, std::string_view kind, std::string_view what) {
        if (is_given && std::ranges::find(files, kind, &ImportedFile::kind) == files.end())
            core::fail_usage(fmt::format("{} is for {}, and there is none", option, what),
                             fmt::format("see --as {}", kind));
    };
    refuse(!given.columns.empty(), "--map", "csv", "tables");
    refuse(given.attendees, "--attendees", "ics", "calendars");
    refuse(!given.own_addresses.empty(), "--me", "ics", "calendars");
    refuse(given.since.has_value(), "--since", "ics", "calendars");
    refuse(given.until.has_value(), "--until", "ics", "calendars");
}

void require_files(const ImportOptions& given) {
    if (given.files.empty())
        core::fail_usage("'kith import' needs a file", "kith import contacts.vcf; - reads standard input");
    if (std::ranges::count(given.files, "-") > 1) core::fail_usage("- can be read only once");
}

ImportedFiles read(const ImportOptions& given, const exchange::ReadOptions& options, Session& session) {
    auto read = read_files(given.files, given.as, options, session);
    for (std::size_t i = 0; i < read.files.size(); ++i) require_other_keys(read.batches[i], read.files[i].name);
    refuse_misplaced(given, read.files);
    return read;
}

/// On standard output, or beside it where that has something else.
void show_summary(const exchange::Plan& plan, const std::vector<ImportedFile>& files, Session& session) {
    const auto& wanted = session.options();
    if (wanted.quiet) return;
    const auto text = summary_in_words(plan, files, session.layout());
    const bool is_beside = wanted.json || wanted.format || wanted.dry_run;
    (is_beside ? session.environment().err : session.environment().out) << text << std::flush;
}

/// Beside the summary, for what they say of is taken.
void tell_remarks(const std::vector<exchange::Batch>& batches, const std::vector<ImportedFile>& files,
                  Session& session) {
    constexpr std::size_t most = 20;
    const auto remarks = exchange::remarks_on(batches, session.journal().people());
    for (std::size_t i = 0; i < std::min(most, remarks.size()); ++i)
        session.note(fmt::format("{}:{}: {}", files[remarks[i].batch].name, remarks[i].line, remarks[i].text));
    if (remarks.size() > most) session.note(fmt::format("and {} more such", remarks.size() - most));
}

/// The terminal to answer on where standard input has the data; nullptr where there is none.
std::unique_ptr<system::OpenFile> open_terminal(Session& session) {
    if (!session.environment().terminal.error_is_terminal) return nullptr;
    try {
        return session.environment().files.open("/dev/tty");
    } catch (const core::Failure&) {
        return nullptr;
    }
}

/// Whom the question is put to.
class Asker {
  public:
    /// A Failure where nobody can be asked, and so nothing is written.
    Asker(const ImportOptions& given, Session& session) : session_(session) {
        const bool is_data = std::ranges::find(given.files, "-") != given.files.end();
        if (!is_data && session.environment().terminal.input_is_terminal) return;
        if (is_data) terminal_ = open_terminal(session);
        if (!terminal_)
            core::fail_usage("nothing was written: import asks before it writes, and there is no terminal to ask on",
                             "--yes writes without asking, -n shows what would be written");
    }

    [[nodiscard]] bool is_agreed(const exchange::Plan& plan) {
        const auto said = answer_to(question_of(plan, can_be_undone(plan, session_)) + " [y/N]");
        return said && core::fold(*said).starts_with('y');
    }

  private:
    std::optional<std::string> answer_to(const std::string& question) {
        if (!terminal_) return session_.ask(question);
        session_.environment().err << question << ' ' << std::flush;
        return std::string(terminal_->next());
    }

    Session& session_;
    std::unique_ptr<system::OpenFile> terminal_; ///< Where it is not standard input.
};

bool wants_data(Session& session) {
    return session.options().json || session.options().format;
}

int answer(const exchange::Plan& plan, const std::vector<ImportedFile>& files, bool is_written, Session& session) {
    const bool is_dry = session.options().dry_run;
    if (is_dry && !wants_data(session)) return 0; // There is the diff, and nothing else.
    const bool is_new = is_written && !is_dry;
    if (!session.print_data(import_keys(), [&] { return import_document(plan, files, is_new); }))
        session.say(is_new ? "written\n" : "");
    return 0;
}

/// The plan is shown and agreed to; nothing where it is not to be carried out, but for the exit status.
std::optional<int> ask(const ImportOptions& given, const std::vector<exchange::Batch>& batches,
                       const std::vector<ImportedFile>& files, Session& session) {
    const auto plan = make_plan(batches, given.attendees, session);
    show_summary(plan, files, session);
    tell_remarks(batches, files, session);
    if (!changes_anything(plan)) return answer(plan, files, false, session);
    if (Asker(given, session).is_agreed(plan)) return std::nullopt;
    session.note("nothing was written");
    return 1;
}

int bring_in(const ImportOptions& given, Session& session) {
    const bool is_dry = session.options().dry_run;
    session.require_format(import_keys());
    require_files(given);
    const auto options = read_options(given, session);
    const bool is_asked = !given.yes && !is_dry;
    auto [files, batches] = read(given, options, session);
    if (is_asked)
        if (const auto status = ask(given, batches, files, session)) return *status;
    session.begin_writing(import_keys()); // Others may have written while the question stood: it is compared anew.
    const auto plan = make_plan(batches, given.attendees, session);
    if (!is_asked) tell_remarks(batches, files, session);
    batches = {}; // A large file need not be in memory twice.
    if (!is_dry || !wants_data(session)) {
        write(plan, session);
        session.save(true);
    }
    if (!is_asked && !wants_data(session)) show_summary(plan, files, session);
    return answer(plan, files, changes_anything(plan), session);
}

Action bind_import(CLI::App& app) {
    auto given = std::make_shared<ImportOptions>();
    words(app, "FILE", given->files, "files of other programs, or of kith; - reads standard input");
    option(app, "--as", given->as, core::join(import_kinds(), "|"),
           "what the files are; their content tells unless told");
    flag(app, "--yes", given->yes, "write without asking");
    options(app, "--map", given->columns, "KEY=COLUMN",
            "for tables: which key is in which column, several with commas between: name and email of people; date, "
            "with and note of entries; start and name of events; due and note of follow-ups");
    flag(app, "--attendees", given->attendees, "for calendars: those who were asked to come become people");
    options(app, "--me", given->own_addresses, "EMAIL", "for calendars: your own address, which becomes nobody");
    option(app, "--since", given->since, "DATE",
           "for calendars: the first day; unless told any, but for what recurs a year ago, or a year before --until "
           "where that is earlier");
    option(app, "--until", given->until, "DATE",
           "for calendars: the last day; unless told any, but for what recurs in a year, or a year after --since where "
           "that is later");
    flag(app, "--skip-broken", given->skip_broken, "pass over records that cannot be read, and tell them");
    return [given](Session& session) { return bring_in(*given, session); };
}

} // namespace

std::vector<Command> import_commands() {
    return {
        {"import", "FILE...", "bring in contacts, calendars and tables",
         "Reads vCards, LinkedIn's Connections.csv, tables, calendars, the journal of the program friends, and what "
         "'kith export all --as json' wrote. Tells what is new, changed and already there, and asks before it "
         "writes: all or nothing, and one step for 'kith undo'. Said again it adds nothing; where a source has "
         "changed, what came from there follows it, but for what you have edited since. Nobody is taken for somebody "
         "else by the name alone where anything speaks against it, nor by an e-mail or profile where the given "
         "names differ, as in a family's mailbox: such pairs are listed for 'kith person merge'. Entries of friends.md "
         "and rows without an id are only added: one whose text was changed in the source comes in as another.",
         "kith import -n contacts.vcf\nkith import --yes --as linkedin Connections.csv", bind_import}};
}

} // namespace kith::commands
