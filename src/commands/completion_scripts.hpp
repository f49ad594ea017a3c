// The shells' own side of completion, as it stands in completions/.
#pragma once

#include <array>
#include <string_view>

namespace kith::commands {

struct CompletionScript {
    std::string_view shell;
    std::string_view text;
};

/// Of bash, fish and zsh.
[[nodiscard]] const std::array<CompletionScript, 3>& completion_scripts();

} // namespace kith::commands
