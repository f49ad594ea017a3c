#include "program.hpp"

#include "kith/commands/environment.hpp"

#include <sstream>

namespace kith::test {
namespace {

/// Takes its lines from the program's input, and shows question and answer.
class PipedLineEditor : public system::LineEditor {
  public:
    PipedLineEditor(std::istream& in, std::ostream& shown) : in_(in), shown_(shown) {}
    [[nodiscard]] std::optional<std::string> ask(const std::string& question, const system::Completer& /*complete*/,
                                                 const std::string& /*given*/) override {
        std::string line;
        const bool is_there = static_cast<bool>(std::getline(in_, line));
        shown_ << question << ' ' << line << '\n';
        return is_there ? std::optional(line) : std::nullopt;
    }

  private:
    std::istream& in_;
    std::ostream& shown_;
};

} // namespace

Program::Program(const std::map<std::string, std::string>& journal) {
    for (const auto& [name, text] : journal) files.files.emplace(variables.at("KITH_DIR") + "/" + name, text);
}

void Program::show_on(std::optional<std::size_t> width) {
    variables["NO_COLOR"] = "1";
    terminal = width ? system::Terminal{true, true, true, width} : system::Terminal{};
}

Outcome Program::run(const std::vector<std::string>& arguments) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const auto variable = [this](const std::string& name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    commands::Environment environment{today,    variable,
                                      files,    processes,
                                      terminal, [this] { return ++random; },
                                      in,       out,
                                      err,      [this, &out] { return listen_to(keyboard, files, out); }};
    environment.edit_lines = [&in, &err] { return std::make_unique<PipedLineEditor>(in, err); };
    std::optional<int> left;
    environment.leave = [&left](int status) { left = status; };
    const int status = commands::run(arguments, environment);
    return {status, out.str(), err.str(), left};
}

std::optional<std::string> Program::file(const std::string& name) const {
    const auto found = files.files.find(variables.at("KITH_DIR") + "/" + name);
    return found == files.files.end() ? std::nullopt : std::optional(found->second);
}

} // namespace kith::test
