#include "import_reading.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/read_json.hpp"
#include "kith/system/library.hpp"

#include "reading_progress.hpp"

#include <fmt/format.h>

#include <istream>
#include <memory>
#include <utility>

namespace kith::commands {
namespace {

using exchange::Batch;
using exchange::FileKind;

/// A file as a row of pieces, with its beginning at hand before it is read.
class Pieces {
  public:
    Pieces(const std::string& name, Session& session) : in_(session.environment().in) {
        if (name == "-") {
            progress_.emplace("standard input", std::nullopt, session);
        } else {
            file_ = session.environment().files.open(name);
            if (!file_) core::fail_not_found(fmt::format("there is no file '{}'", name));
            progress_.emplace(name, file_->size(), session);
        }
        constexpr std::size_t enough_to_tell = 8192;
        while (beginning_.size() < enough_to_tell) {
            const auto piece = next();
            if (piece.empty()) break;
            beginning_ += piece;
        }
    }

    [[nodiscard]] std::string_view beginning() const { return beginning_; }
    [[nodiscard]] exchange::Pull pull() {
        return [this, is_begun = false]() mutable -> std::string_view {
            if (!std::exchange(is_begun, true) && !beginning_.empty()) return beginning_;
            return next();
        };
    }

  private:
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
    std::optional<ReadingProgress> progress_;
};

Batch read_calendar(const exchange::Pull& pull, const exchange::ReadOptions& options) {
    const auto library = exchange::calendar_library();
    return exchange::read_ics(pull, options, system::load_library(library.name, library.package));
}

exchange::Reader reader_of(FileKind kind) {
    switch (kind) {
    case FileKind::vcard:
        return exchange::read_vcard;
    case FileKind::linkedin:
        return exchange::read_linkedin;
    case FileKind::csv:
        return exchange::read_csv;
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
    const auto shown = name == "-" ? std::string("standard input") : name;
    const auto what = core::trim(beginning).empty() ? "is empty" : "is of no kind that kith can tell";
    core::fail_usage(fmt::format("{} {}", shown, what), "say it with --as: " + core::join(import_kinds(), ", "));
}

/// The problems with the file's name, which readers do not know.
std::vector<core::Problem> placed(std::vector<core::Problem> problems, const std::string& name) {
    for (auto& problem : problems) {
        if (problem.kind != core::ProblemKind::bad_data) continue;
        if (!problem.place) problem.place = core::Place{};
        if (problem.place->file.empty()) problem.place->file = name;
        if (problem.hint.empty()) problem.hint = "nothing was imported";
    }
    return problems;
}

} // namespace

const std::vector<std::string>& import_kinds() {
    static const std::vector<std::string> kinds{"vcard", "linkedin", "csv", "ics", "friends", "json"};
    return kinds;
}

ImportedFiles read_files(const Texts& names, const Text& as, const exchange::ReadOptions& options, Session& session) {
    ImportedFiles read;
    std::vector<core::Problem> problems;
    for (const auto& name : names) {
        const std::string shown = name == "-" ? "standard input" : name;
        try {
            Pieces pieces(name, session);
            const auto kind = kind_of(name, as, pieces.beginning());
            auto batch = reader_of(kind)(exchange::as_utf8(pieces.pull()), options);
            read.files.push_back(
                {shown, import_kinds().at(static_cast<std::size_t>(kind)), batch.encoding, batch.passed_over});
            read.batches.push_back(std::move(batch));
        } catch (const core::Failure& failure) {
            for (auto& problem : placed(failure.problems(), shown)) problems.push_back(std::move(problem));
        }
    }
    if (!problems.empty()) throw core::Failure(std::move(problems));
    return read;
}

} // namespace kith::commands
