// The files that an import is given, read by the readers of their kinds.
#pragma once

#include "kith/exchange/batch.hpp"
#include "kith/exchange/readers.hpp"

#include "options.hpp"
#include "session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

/// What `--as` may say, in the order of exchange::FileKind.
[[nodiscard]] const std::vector<std::string>& import_kinds();

struct ImportedFile {
    std::string name;                     ///< As it was given; `standard input` for `-`.
    std::string kind;                     ///< One of import_kinds().
    std::string encoding;                 ///< As in its batch.
    std::vector<std::string> passed_over; ///< As in its batch.
};

struct ImportedFiles {
    std::vector<ImportedFile> files;
    std::vector<exchange::Batch> batches; ///< One a file.
};

/// Reads each file once, `-` from standard input, and shows how far it is where a person waits at the terminal for a
/// large one. Without `as` the content and the name tell the kind. One Failure with the problems of all that are
/// broken.
[[nodiscard]] ImportedFiles read_files(const Texts& names, const Text& as, const exchange::ReadOptions& options,
                                       Session& session);

} // namespace kith::commands
