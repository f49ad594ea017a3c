// Programs that are not run: the calls are recorded, and the test says what comes of them.
#pragma once

#include "kith/system/processes.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace kith::test {

class FakeProcesses : public system::Processes {
  public:
    struct Edit {
        std::string editor;
        std::string text;
        std::string suffix;
        friend bool operator==(const Edit&, const Edit&) = default;
    };

    struct Page {
        std::string pager;
        std::string text;
        system::Variables variables;
    };

    /// What the user does to the text; saves it as it is unless told. May throw a core::Failure as an editor that fails
    /// would.
    std::function<std::string(std::string)> editing = [](std::string text) { return text; };
    /// The exit status of a program that is run; 0 unless told.
    std::function<int(std::span<const std::string>)> running = [](std::span<const std::string>) { return 0; };

    /// What a program writes where that is captured; nothing, with status 0, unless told. May throw a core::Failure as
    /// a program that is not installed would.
    std::function<system::Captured(std::span<const std::string>)> capturing = [](std::span<const std::string>) {
        return system::Captured{};
    };

    /// Whether the pager can be started; it can unless told.
    std::function<bool(const std::string&)> paging = [](const std::string&) { return true; };

    /// The calls, each in order; `runs` has those of both sorts.
    std::vector<Edit> edits;
    std::vector<Page> pages; ///< Those that were shown.
    std::vector<std::vector<std::string>> runs;

    int run(std::span<const std::string> arguments, const system::Variables& variables) override;
    [[nodiscard]] system::Captured capture(std::span<const std::string> arguments,
                                           const system::Variables& variables) override;
    [[nodiscard]] std::string own_program() override { return "kith"; }
    [[nodiscard]] std::string edit(const std::string& editor, const std::string& text,
                                   const std::string& suffix) override;
    [[nodiscard]] bool page(const std::string& pager, const std::string& text,
                            const system::Variables& variables) override;
};

} // namespace kith::test
