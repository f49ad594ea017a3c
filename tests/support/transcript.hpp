// A session as one would see it on a terminal: files, commands, what they said and what became of the files, in one
// readable file.
//
//     # Lines that begin with `# ` are remarks, at the top and before a command.
//     @today 2026-11-22
//     @file people.toml
//     [[person]]
//     id = "ana-souza"
//     $ kith log "Coffee with Ana" -q
//     10000000
//     $ kith log show nowhere
//     ! kith: there is no interaction 'nowhere'
//     ? 1
//     @expect log/2026-11.toml
//     ...
//
// `@file NAME` puts the lines that follow, up to the next `@` or `$`, into a file of the data directory; `@expect NAME`
// says what is in one, or
// `(no such file)`. `@example NAME` puts a file of examples/import into the working directory. `@stdin` is what the
// next command reads; `@keys` are the keys pressed in it, a word each, and the lines below it what is typed where it
// asks for a line; `@editor` what the editor that it opens gives back, one after the other; `@env NAME=VALUE` holds
// from there on, so does `@terminal COLUMNS`: input and output are one. After `$ kith ...` (words quoted as in a shell)
// stand its standard output, its standard error behind `! `, and behind
// `? ` a status that is not 0. A backslash before a line takes it literally: before one that would mean something else
// here, and before an empty one that ends the output.
#pragma once

#include <string>
#include <string_view>

namespace kith::test {

/// Runs the transcript from its beginning on an empty disk and returns it as it really goes: with the true output,
/// status and files. It is the transcript itself where all is as expected. A std::runtime_error names the line that
/// cannot be understood.
[[nodiscard]] std::string replay(std::string_view transcript);

} // namespace kith::test
