#include "session.hpp"

#include "kith/core/agenda.hpp"
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/render/template.hpp"

#include "terminal_layout.hpp"

#include <fmt/format.h>

#include <istream>
#include <ostream>
#include <utility>

namespace kith::commands {

Session::Session(Environment& environment, GlobalOptions options)
    : environment_(environment), options_(std::move(options)), journal_(environment.files, options_.directory) {
    open_journal();
}

void Session::open_journal() {
    journal_ = store::JournalStore(environment_.files, options_.directory);
    journal_.directory().guard_links([this](const std::string& name) { return store::tracks_link(git(), name); });
}

std::unique_ptr<system::Worker> Session::hire() const {
    return environment_.hire ? environment_.hire() : system::make_worker_in_place();
}

core::PhraseContext Session::past() {
    return {today(), core::Facing::past, journal_.config().week_start};
}

core::PhraseContext Session::future() {
    return {today(), core::Facing::future, journal_.config().week_start};
}

render::Layout Session::layout() const {
    return {options_.color, width_of(environment_), signs_of(environment_)};
}

bool Session::is_interactive() const {
    return environment_.terminal.input_is_terminal && environment_.terminal.output_is_terminal;
}

std::string Session::new_id() {
    return core::id_from_bits(environment_.random());
}

void Session::refresh() {
    open_journal();
    people_.reset();
}

void Session::require_format(const std::vector<std::string_view>& keys) const {
    if (options_.format) (void)render::Template(*options_.format, keys);
}

void Session::begin_writing(const std::vector<std::string_view>& keys) {
    require_format(keys);
    refresh();
    if (!options_.dry_run) journal_.directory().lock();
    for (const auto& person : std::exchange(new_people_, {})) add_person(person);
}

void Session::print(std::string_view text) {
    environment_.out << text;
}

void Session::say(std::string_view text) {
    if (!options_.json && !options_.format && !options_.quiet && !has_diff_) print(text);
}

void Session::note(std::string_view text) {
    if (!options_.quiet) environment_.err << "kith: " << core::escape_controls(text) << '\n';
}

int Session::show(const Listing& listing, bool with_exit_code) {
    if (options_.json) {
        std::vector<core::Fields> records;
        for (std::size_t i = 0; i < listing.size; ++i) records.push_back(listing.fields(i));
        print(render::to_json(records));
    } else if (options_.format) {
        const render::Template line(*options_.format, listing.keys);
        for (std::size_t i = 0; i < listing.size; ++i) print(line.line(listing.fields(i)));
    } else if (listing.size > 0) {
        page(listing.text());
    } else if (!listing.when_empty.empty()) {
        note(listing.when_empty);
    }
    return with_exit_code && listing.size > 0 ? 10 : 0;
}

int Session::show(const core::Fields& record, const std::vector<std::string_view>& keys, std::string_view text) {
    if (options_.json)
        print(render::to_json(record));
    else if (options_.format)
        print(render::Template(*options_.format, keys).line(record));
    else
        page(text);
    return 0;
}

bool Session::print_data(const std::vector<std::string_view>& keys, const std::function<render::Document()>& document) {
    if (options_.json)
        print(render::to_json(document()));
    else if (options_.format)
        print(render::Template(*options_.format, keys).line(render::to_fields(document())));
    return options_.json || options_.format.has_value();
}

int Session::answer(const core::Fields& record, const std::vector<std::string_view>& keys, std::string_view id,
                    std::string_view text) {
    if (has_diff_) return 0;
    if (options_.json || options_.format) return show(record, keys, {});
    if (options_.quiet)
        print(id.empty() ? std::string{} : std::string(id) + "\n");
    else
        page(text);
    return 0;
}

int Session::answer(const std::vector<core::Fields>& records, const std::vector<std::string_view>& keys,
                    std::string_view text) {
    if (has_diff_) return 0;
    if (options_.json) {
        print(render::to_json(records));
    } else if (options_.format) {
        const render::Template line(*options_.format, keys);
        for (const auto& record : records) print(line.line(record));
    } else if (options_.quiet) {
        for (const auto& record : records)
            if (!record.empty() && record.front().key == "id")
                print(std::get<std::string>(record.front().value) + "\n");
    } else {
        page(text);
    }
    return 0;
}

std::optional<std::string> Session::ask(std::string_view question) {
    environment_.err << question << ' ' << std::flush;
    std::string answer;
    if (!std::getline(environment_.in, answer)) return std::nullopt;
    return answer;
}

} // namespace kith::commands
