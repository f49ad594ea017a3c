// What went wrong, said so that a person can act on it: the thing, the place and the way out.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

enum class ProblemKind {
    usage,     ///< The command line itself is wrong: exit status 2.
    not_found, ///< No such record, or more than one that fits.
    bad_data,  ///< A file of the journal does not hold what it should.
    io,        ///< The system refused: disk full, no permission, no such directory.
};

/// Where in a file something stands. Line and column count from 1, columns in code points; 0 is "not known".
struct Place {
    std::string file; ///< As the user would type it to open it.
    int line = 0;
    int column = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

struct Problem {
    ProblemKind kind = ProblemKind::bad_data;
    std::string message; ///< One clause, no full stop, no line break of its own.
    std::optional<Place> place;
    std::string hint{}; ///< What to do instead; printed after the message. May be empty.
};

/// The one exception of core and store: one problem or several (when several files are broken).
class Failure : public std::exception {
  public:
    explicit Failure(Problem problem);
    explicit Failure(std::vector<Problem> problems);
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }
    [[nodiscard]] const char* what() const noexcept override;

  private:
    std::vector<Problem> problems_;
    std::string text_;
};

/// `FILE:LINE:COLUMN: message; hint`, with what is unknown left out. Control characters are escaped.
[[nodiscard]] std::string to_text(const Problem& problem);

/// 2 when any problem is one of usage, else 1.
[[nodiscard]] int exit_status(const Failure& failure);

/// Shorthands for the common single problem.
[[noreturn]] void fail_usage(std::string message, std::string hint = {});
[[noreturn]] void fail_not_found(std::string message, std::string hint = {});

} // namespace kith::core
