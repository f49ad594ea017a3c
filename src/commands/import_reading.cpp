#include "import_reading.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/local_clock.hpp"
#include "kith/exchange/read_json.hpp"
#include "kith/system/library.hpp"
#include "kith/system/local_time.hpp"

#include "progress_line.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <istream>
#include <memory>
#include <set>
#include <utility>

namespace kith::commands {
namespace {

using exchange::Batch;
using exchange::FileKind;

std::string shown_name(const std::string& name) {
    return name == "-" ? "standard input" : name;
}

/// A file as a row of pieces, with its beginning at hand before it is read.
class Pieces {
  public:
    Pieces(const std::string& name, Session& session) : in_(session.environment().in) {
        if (name == "-") {
            show_progress("standard input", std::nullopt, session);
        } else {
            file_ = session.environment().files.open(name);
            if (!file_) core::fail_not_found(fmt::format("there is no file '{}'", name));
            show_progress(name, file_->size(), session);
        }
        constexpr std::size_t enough_to_tell = 8192;
        constexpr std::size_t most_blank = std::size_t{16} << 20U; // What is blank for so long will stay so.
        while (beginning_.size() < (is_blank_ ? most_blank : enough_to_tell)) {
            const auto piece = next();
            if (piece.empty()) break;
            beginning_ += piece;
            is_blank_ = is_blank_ && exchange::is_blank(beginning_.size() > enough_to_tell ? piece : beginning_);
        }
    }

    [[nodiscard]] std::string_view beginning() const { return beginning_; }
    [[nodiscard]] bool is_blank() const { return is_blank_; }
    /// Not so what came from standard input or a pipe.
    [[nodiscard]] bool are_there_again() const { return file_ && file_->size(); }
    [[nodiscard]] exchange::Pull pull() {
        return [this, is_begun = false]() mutable -> std::string_view {
            if (!std::exchange(is_begun, true) && !beginning_.empty()) return beginning_;
            return next();
        };
    }

  private:
    void show_progress(const std::string& name, std::optional<std::uint64_t> size, Session& session) {
        constexpr std::uint64_t megabyte = 1000000;
        constexpr std::size_t most_of_name = 30;
        const auto shown = render::shortened(core::escape_controls(name), most_of_name, session.layout().signs);
        progress_.emplace("reading " + shown, size, megabyte, "MB", session);
    }
    std::string_view next() {
        const auto piece = file_ ? file_->next() : next_of_input();
        progress_->advance(piece.size());
        return piece;
    }
    std::string_view next_of_input() {
        buffer_.resize(std::size_t{64} << 10U);
        in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        return std::string_view(buffer_).substr(0, static_cast<std::size_t>(in_.gcount()));
    }

    std::istream& in_;
    std::unique_ptr<system::OpenFile> file_;
    std::string buffer_;
    std::string beginning_;
    bool is_blank_ = true; ///< All of it.
    std::optional<ProgressLine> progress_;
};

Batch read_calendar(const exchange::Pull& pull, const exchange::ReadOptions& options) {
    const auto library = exchange::calendar_library();
    return exchange::read_ics(pull, options, system::load_library(library.name, library.package), system::zone_offset);
}

Batch read_table(const exchange::Pull& pull, const exchange::ReadOptions& options) {
    return exchange::read_table(pull, options, system::local_clock(options.time_zone));
}

exchange::Reader reader_of(FileKind kind) {
    switch (kind) {
    case FileKind::vcard:
        return exchange::read_vcard;
    case FileKind::linkedin:
        return exchange::read_linkedin;
    case FileKind::csv:
        return read_table;
    case FileKind::ics:
        return read_calendar;
    case FileKind::friends:
        return exchange::read_friends;
    case FileKind::json:
        break;
    }
    return exchange::read_json;
}

FileKind kind_of(const std::string& name, const Text& as, std::string_view beginning) {
    if (as) {
        const auto& choice = require_choice(*as, "--as", import_kinds());
        return static_cast<FileKind>(&choice - import_kinds().data());
    }
    if (const auto kind = exchange::recognise(beginning, name)) return *kind;
    core::fail_usage(fmt::format("{} is of no kind that kith can tell", shown_name(name)),
                     "say it with --as: " + core::join(import_kinds(), ", "));
}

/// The problems with the file's name, which readers do not know.
std::vector<core::Problem> placed(std::vector<core::Problem> problems, const std::string& name,
                                  const std::string& hint) {
    for (auto& problem : problems) {
        if (problem.kind != core::ProblemKind::bad_data) continue;
        if (!problem.place) problem.place = core::Place{};
        if (problem.place->file.empty()) problem.place->file = name;
        if (problem.hint.empty()) problem.hint = hint;
    }
    return problems;
}

struct ReadFile {
    ImportedFile file;
    Batch batch;
};

ReadFile read_file(Pieces& pieces, const std::string& name, const Text& as, const exchange::ReadOptions& options) {
    if (pieces.is_blank()) throw core::Failure({core::ProblemKind::bad_data, "this is empty", std::nullopt, {}});
    const auto kind = kind_of(name, as, pieces.beginning());
    auto batch = reader_of(kind)(exchange::as_utf8(pieces.pull()), options);
    ImportedFile file{shown_name(name), import_kinds().at(static_cast<std::size_t>(kind)), batch.encoding,
                      batch.passed_over};
    return {std::move(file), std::move(batch)};
}

/// Whether a file that is refused has something that can be read all the same.
bool would_skip(const std::string& name, const Text& as, exchange::ReadOptions options, Session& session) {
    if (options.skips_broken) return false;
    options.skips_broken = true;
    try {
        Pieces pieces(name, session);
        const auto [file, batch] = read_file(pieces, name, as, options);
        return !batch.people.empty() || !batch.interactions.empty() || !batch.events.empty() ||
               !batch.followups.empty();
    } catch (const core::Failure&) {
        return false;
    }
}

/// Each file once, in the order of the first time it is named.
Texts distinct_files(const Texts& names, Session& session) {
    Texts distinct;
    std::set<std::string> paths;
    for (const auto& name : names)
        if (name == "-" || paths.insert(session.environment().files.resolve(name)).second) distinct.push_back(name);
    return distinct;
}

} // namespace

const std::vector<std::string>& import_kinds() {
    static const std::vector<std::string> kinds{"vcard", "linkedin", "csv", "ics", "friends", "json"};
    return kinds;
}

ImportedFiles read_files(const Texts& names, const Text& as, const exchange::ReadOptions& options, Session& session) {
    ImportedFiles read;
    std::vector<core::Problem> problems;
    for (const auto& name : distinct_files(names, session)) {
        bool is_there_again = false;
        try {
            Pieces pieces(name, session);
            is_there_again = pieces.are_there_again();
            auto [file, batch] = read_file(pieces, name, as, options);
            read.files.push_back(std::move(file));
            read.batches.push_back(std::move(batch));
        } catch (const core::Failure& failure) {
            const std::string hint = is_there_again && would_skip(name, as, options, session)
                                         ? "nothing was imported; --skip-broken passes over what cannot be read"
                                         : "nothing was imported";
            for (auto& problem : placed(failure.problems(), shown_name(name), hint))
                problems.push_back(std::move(problem));
        }
    }
    if (!problems.empty()) throw core::Failure(std::move(problems));
    return read;
}

} // namespace kith::commands
