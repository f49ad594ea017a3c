// The parts of a man page that come from the definitions of the commands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::test {

/// The first words of the commands, in their order: `strategy`, `log`; each has a page `kith-log(1)`.
[[nodiscard]] std::vector<std::string> nouns();

/// The page with what stands between `.\" made: NAME` and `.\" end` made anew. NAME is one of
///     name, synopsis, commands, examples   of the noun's commands,
///     nouns, everywhere, filters           for kith(1).
/// A std::runtime_error for any other name, and for a part that does not end.
[[nodiscard]] std::string remade(std::string_view page, const std::string& noun);

/// A page for a noun that has none yet, with the date line of another.
[[nodiscard]] std::string new_page(const std::string& noun, std::string_view date_line);

/// The commands in the literal displays of a page, as a shell would read them: `kith log "Coffee with Ana"`.
[[nodiscard]] std::vector<std::string> examples_in(std::string_view page);

} // namespace kith::test
