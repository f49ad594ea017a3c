// The door to a line typed on the terminal: mended with the usual keys, completed with the tabulator.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::system {

/// What may stand in the place of a line's end, from the byte `begin` on.
struct Endings {
    std::size_t begin = 0;
    std::vector<std::string> texts;
};

/// Finds the endings for what stands before the cursor.
using Completer = std::function<Endings(std::string_view)>;

class LineEditor {
  public:
    virtual ~LineEditor() = default;

    /// Asks for a line, with `given` there to be mended. The question may have several lines. The tabulator puts the
    /// one ending in, or what all have in common, and shows them. Returns the line without its break; nothing at the
    /// end of input (Ctrl-D). Signals such as Ctrl-C end or stop the process as ever, with the terminal as it was.
    [[nodiscard]] virtual std::optional<std::string> ask(const std::string& question, const Completer& complete,
                                                         const std::string& given) = 0;
};

/// On the terminal at standard input.
[[nodiscard]] std::unique_ptr<LineEditor> edit_on_terminal();

} // namespace kith::system
