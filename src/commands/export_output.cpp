#include "export_output.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/render/diff.hpp"
#include "kith/store/data_directory.hpp"

#include "report_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace kith::commands {
namespace {

bool has(const std::vector<std::string>& formats, std::string_view format) {
    return std::ranges::find(formats, format) != formats.end();
}

void refuse_unless(bool is_asked, std::string_view option, std::string_view wanted, const std::string& format) {
    if (is_asked && format != wanted)
        core::fail_usage(fmt::format("{} is for --as {}, not for {}", option, wanted, format));
}

bool is_into_file(const ExportOptions& options) {
    return options.to && *options.to != "-";
}

/// A file of the journal is no place for an export: a slip must not cost the journal.
void refuse_journal_file(const std::string& path, Session& session) {
    auto& files = session.environment().files;
    const auto directory = files.resolve(session.options().directory) + "/";
    const auto target = files.resolve(path);
    if (target.starts_with(directory) && store::is_journal_file(std::string_view(target).substr(directory.size())))
        core::fail_usage(fmt::format("--to: '{}' is a file of the journal itself", path), "name another file");
}

/// A slip in a path must not make directories.
void require_folder(const std::string& path, Session& session) {
    const auto slash = path.rfind('/');
    if (slash == path.npos || slash == 0 || session.environment().files.is_directory(path.substr(0, slash))) return;
    core::fail_not_found(fmt::format("--to: there is no directory '{}'", path.substr(0, slash)));
}

void put_into_file(const std::string& path, const std::string& content, Session& session) {
    auto& files = session.environment().files;
    if (session.options().dry_run) {
        const auto before = files.read(path);
        const auto name = path.substr(path.starts_with('/') ? 1 : 0);
        session.print(render::unified_diff(name, before ? &*before : nullptr, content));
        return;
    }
    files.replace(path, content);
    session.say(fmt::format("exported  {}\n", core::escape_controls(path)));
}

struct Ending {
    std::string_view text;
    std::string_view format;
};
constexpr std::array endings{Ending{".json", "json"}, Ending{".vcf", "vcard"},   Ending{".csv", "csv"},
                             Ending{".ics", "ics"},   Ending{".md", "markdown"}, Ending{".markdown", "markdown"}};

/// The ending of a file's name, with its dot; empty where it has none, as `people` and `.people`.
std::string ending_of(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    return dot == name.npos || dot == 0 ? std::string{} : core::fold(name.substr(dot));
}

/// `json (.json), markdown (.md, .markdown)`
std::string with_endings(const std::vector<std::string>& formats) {
    std::vector<std::string> all;
    for (const auto& format : formats) {
        std::vector<std::string> texts;
        for (const auto& ending : endings)
            if (ending.format == format) texts.emplace_back(ending.text);
        all.push_back(fmt::format("{} ({})", format, core::join(texts, ", ")));
    }
    return core::join(all, ", ");
}

/// The format that the ending of a file's name says; empty where the name has none.
std::string_view require_format_of(const std::string& path, const std::vector<std::string>& formats) {
    const auto ending = ending_of(path);
    if (ending.empty()) return {};
    const auto found = std::ranges::find(endings, ending, &Ending::text);
    if (found == endings.end())
        core::fail_usage(fmt::format("--to: the ending {} of '{}' says no form", ending, path),
                         "--as says which, or an ending: " + with_endings(formats));
    return found->format;
}

/// The format of --as, else that of the ending of --to, JSON where it has none.
std::string asked_format(const ExportOptions& options, const std::vector<std::string>& formats,
                         const Session& session) {
    if (options.as) return require_choice(*options.as, "--as", formats);
    const auto named = is_into_file(options) && !session.options().json ? require_format_of(*options.to, formats) : "";
    if (named.empty()) return "json";
    if (!has(formats, named))
        core::fail_usage(fmt::format("--to: '{}' is called like {}, which this export cannot be", *options.to, named),
                         "--as says in which form: " + core::join(formats, ", "));
    return std::string(named);
}

/// At most this many days before: beyond, `15m` of other programs' minutes is a slip, and nothing else is likely.
constexpr int most_days_before = 93;

std::int64_t most_days_of(const core::Period& period) {
    const std::int64_t count = period.count;
    switch (period.unit) {
    case core::Unit::day:
        return count;
    case core::Unit::week:
        return count * 7;
    case core::Unit::month:
        return count * 31;
    case core::Unit::year:
        break;
    }
    return count * 366;
}

core::Period require_alarm(const std::string& text) {
    constexpr const char* units =
        "m is months; d, w, m and y are days, weeks, months and years, and there are no minutes and hours";
    if (core::trim(text) == "0d") return {0, core::Unit::day};
    const auto period = core::parse_period(text);
    if (!period) core::fail_usage(fmt::format("--alarm: '{}' is not a period of days", text), units);
    if (most_days_of(*period) > most_days_before)
        core::fail_usage(fmt::format("--alarm: '{}' is {} before; three months are the most", core::trim(text),
                                     core::to_words(*period)),
                         units);
    return *period;
}

} // namespace

void declare_export(CLI::App& app, ExportOptions& options, const std::vector<std::string>& formats) {
    option(app, "--as", options.as, core::join(formats, "|"),
           "the format; unless told what the ending of --to says, json where it has none");
    option(app, "--to", options.to, "FILE",
           "into this file, which is replaced once all is written; - is standard output");
    flag(app, "--anonymous", options.anonymous, "with other names and without texts, places and birthdays");
    if (has(formats, "vcard"))
        option(app, "--vcard", options.vcard, "3.0|4.0", "the version of the vCards; 3.0 unless told");
    if (has(formats, "ics"))
        commands::options(app, "--alarm", options.alarms, "PERIOD",
                          "in a calendar, ring so long before, at most 3m, which is months; 0d is on the day itself");
}

std::string require_format(const ExportOptions& options, const std::vector<std::string>& formats, Session& session) {
    refuse_two_forms(options.as, session);
    if (session.options().format)
        core::fail_usage("an export has no --format", "the lists have: kith log list --format '{date} {note}'");
    if (is_into_file(options)) refuse_journal_file(require_text(*options.to, "--to"), session);
    auto format = asked_format(options, formats, session);
    refuse_unless(options.vcard.has_value(), "--vcard", "vcard", format);
    refuse_unless(!options.alarms.empty(), "--alarm", "ics", format);
    refuse_unless(options.tasks, "--tasks", "ics", format);
    if (options.vcard) (void)require_choice(*options.vcard, "--vcard", {"3.0", "4.0"});
    if (is_into_file(options)) require_folder(*options.to, session);
    return format;
}

exchange::CalendarOptions calendar_options(const ExportOptions& options, Session& session) {
    exchange::CalendarOptions calendar{session.today(), {}, options.tasks};
    for (const auto& alarm : options.alarms) calendar.alarms.push_back(require_alarm(alarm));
    return calendar;
}

int deliver(const ExportOptions& options, Session& session, const std::function<void(const Sink&)>& write) {
    if (!is_into_file(options)) {
        write([&session](std::string_view part) { session.print(part); });
        return 0;
    }
    std::string content;
    write([&content](std::string_view part) { content += part; });
    put_into_file(*options.to, content, session);
    return 0;
}

Appearance::Appearance(bool is_anonymous, Session& session) : session_(session) {
    auto& journal = session.journal();
    if (is_anonymous) anonymiser_.emplace(journal.people(), journal.events(), journal.strategy());
}

const core::People& Appearance::people() {
    if (!anonymiser_) return session_.journal().people();
    if (!people_) people_.emplace((*anonymiser_)(session_.journal().people()));
    return *people_;
}

} // namespace kith::commands
