// A record in the user's own editor, with help in comments, until it is one again.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "editing_help.hpp"
#include "session.hpp"

#include <ostream>

namespace kith::commands {
namespace {

[[noreturn]] void fail_unchanged(std::string_view outcome) {
    throw core::Failure({core::ProblemKind::bad_data, std::string(outcome), std::nullopt, {}});
}

} // namespace

template<class Take> auto Session::edit_until_taken(std::string text, const EditingHelp& help, const Take& take) {
    while (true) {
        journal_.directory().unlock();
        text = edit_text(text);
        if (!options_.dry_run) journal_.directory().lock(); // commit() notices what others wrote meanwhile.
        const auto source = help.taken_off(text);
        if (core::trim(source).empty()) fail_unchanged(help.when_left());
        edited_ = source;
        try {
            return take(source);
        } catch (const core::Failure& failure) {
            if (!wants_to_edit_again(failure)) fail_unchanged(help.when_left());
        }
    }
}

template<class Record> Record Session::edit_record(const Record& record) {
    const EditingHelp help(record, journal_.source_of(record), false);
    return edit_until_taken(help.text(), help,
                            [&](const std::string& source) { return journal_.replace_source(record, source); });
}

template<class Record> std::string Session::edit_new_record(const Record& record) {
    const EditingHelp help(record, store::to_toml(core::kind_of<Record>(), core::to_fields(record)), true);
    return edit_until_taken(help.text(), help, [&](const std::string& source) {
        (void)store::read_source(record, source);
        return source;
    });
}

bool Session::wants_to_edit_again(const core::Failure& failure) {
    for (const auto& problem : failure.problems()) environment_.err << "kith: " << core::to_text(problem) << '\n';
    const auto answer = ask("edit it once more? [Y/n]");
    return answer && !core::fold(*answer).starts_with('n');
}

std::string Session::edit_text(const std::string& text) {
    if (!environment_.terminal.input_is_terminal)
        throw core::Failure({core::ProblemKind::io, "the editor needs a terminal", std::nullopt,
                             "name what to change as options instead"});
    std::string editor = "vi";
    for (const std::string name : {"EDITOR", "VISUAL"})
        if (const auto value = environment_.variable(name); value && !core::trim(*value).empty()) editor = *value;
    environment_.out.flush();
    environment_.err.flush();
    return environment_.processes.edit(editor, text, ".toml");
}

template core::Interaction Session::edit_record(const core::Interaction&);
template core::Event Session::edit_record(const core::Event&);
template core::Followup Session::edit_record(const core::Followup&);
template core::Person Session::edit_record(const core::Person&);
template std::string Session::edit_new_record(const core::Interaction&);

} // namespace kith::commands
