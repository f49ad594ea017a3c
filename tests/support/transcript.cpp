#include "transcript.hpp"

#include "program.hpp"

#include <algorithm>
#include <deque>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace kith::test {
namespace {

constexpr std::string_view no_such_file = "(no such file)";
constexpr std::string_view no_line_end = "\\(no line break at the end)";

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// `$ kith ...`, `@file ...`; a diff's `@@` is none.
bool is_directive(std::string_view line) {
    return line.starts_with("$ ") || (line.size() > 1 && line[0] == '@' && line[1] >= 'a' && line[1] <= 'z');
}

bool is_remark(std::string_view line) {
    return line == "#" || line.starts_with("# ");
}

/// Whether a line of output would be taken for something else.
bool needs_backslash(std::string_view line) {
    return is_directive(line) || is_remark(line) || line.starts_with("! ") || line.starts_with("? ") ||
           line.starts_with('\\') || line == no_such_file;
}

/// Lines as they stand in a transcript, each behind `prefix`.
std::vector<std::string> written(std::string_view text, const std::string& prefix, bool escape) {
    auto lines = lines_of(text);
    const bool ends_empty = !lines.empty() && lines.back().empty();
    for (auto& line : lines) line = prefix + (escape && prefix.empty() && needs_backslash(line) ? "\\" : "") + line;
    if (ends_empty && prefix.empty()) lines.back() = "\\";
    if (!text.empty() && !text.ends_with('\n')) lines.push_back(prefix + std::string(no_line_end));
    return lines;
}

/// The content of a file or of standard input, as the lines of a transcript give it.
std::string content_of(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) {
        if (line == no_line_end) {
            text.pop_back();
            return text;
        }
        text += (line.starts_with('\\') ? line.substr(1) : line) + "\n";
    }
    return text;
}

/// The words of a command line, quoted as a shell has it.
class Words {
  public:
    explicit Words(std::string_view line) : line_(line) {}

    std::vector<std::string> read() {
        for (; at_ < line_.size(); ++at_) take(line_[at_]);
        if (quote_ != 0) throw std::runtime_error("a quote is not closed: " + std::string(line_));
        end_word();
        return std::move(words_);
    }

  private:
    void take(char c) {
        if (quote_ == 0 && (c == ' ' || c == '\t')) return end_word();
        is_word_ = true;
        if (quote_ != 0 && c == quote_)
            quote_ = 0;
        else if (quote_ == 0 && (c == '"' || c == '\''))
            quote_ = c;
        else if (c == '\\' && quote_ != '\'' && at_ + 1 < line_.size() && escapes(line_[at_ + 1]))
            word_ += line_[++at_];
        else
            word_ += c;
    }
    /// Between double quotes a backslash is one but before what needs it.
    [[nodiscard]] bool escapes(char next) const {
        return quote_ == 0 || next == '"' || next == '\\' || next == '$' || next == '`';
    }
    void end_word() {
        if (is_word_) words_.push_back(std::move(word_));
        word_.clear();
        is_word_ = false;
    }

    std::string_view line_;
    std::size_t at_ = 0;
    char quote_ = 0;
    bool is_word_ = false;
    std::string word_;
    std::vector<std::string> words_;
};

/// A file of examples/import.
std::string example(const std::string& name) {
    std::ifstream file(KITH_SOURCE_DIR "/examples/import/" + name, std::ios::binary);
    if (!file) throw std::runtime_error("there is no example " + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Goes through the lines once, running what they say and writing down what really came of it.
class Replay {
  public:
    explicit Replay(std::string_view transcript) : lines_(lines_of(transcript)) {
        program_.processes.editing = [this](std::string text) {
            if (edits_.empty()) return text;
            text = edits_.front();
            edits_.pop_front();
            return text;
        };
    }

    std::string run() {
        while (at_ < lines_.size()) {
            const std::string line = lines_[at_++];
            written_.push_back(line);
            if (line.starts_with("$ "))
                command(line.substr(2));
            else if (is_directive(line))
                directive(line);
            else if (!is_remark(line) && !line.empty())
                refuse("output without a command before it", line);
        }
        std::string text;
        for (const auto& line : written_) text += line + "\n";
        return text;
    }

  private:
    [[noreturn]] void refuse(const std::string& what, const std::string& line) const {
        throw std::runtime_error("line " + std::to_string(at_) + ": " + what + ": " + line);
    }

    /// The lines up to the next that begins something, without the empty ones at the end.
    std::vector<std::string> take_block(bool ends_at_remark) {
        const std::size_t begin = at_;
        while (at_ < lines_.size() && !is_directive(lines_[at_]) && !(ends_at_remark && is_remark(lines_[at_]))) ++at_;
        while (at_ > begin && lines_[at_ - 1].empty()) --at_;
        return {lines_.begin() + static_cast<std::ptrdiff_t>(begin), lines_.begin() + static_cast<std::ptrdiff_t>(at_)};
    }

    void write(const std::vector<std::string>& lines) { written_.insert(written_.end(), lines.begin(), lines.end()); }

    void command(const std::string& line) {
        auto words = Words(line).read();
        if (words.empty() || words.front() != "kith") refuse("only kith can be run", line);
        words.erase(words.begin());
        (void)take_block(true);
        const auto outcome = program_.run(words);
        program_.input.clear();
        program_.keyboard = {};
        write(written(outcome.out, "", true));
        write(written(outcome.err, "! ", false));
        if (outcome.status != 0) written_.push_back("? " + std::to_string(outcome.status));
    }

    void directive(const std::string& line) {
        const std::size_t blank = std::min(line.find(' '), line.size());
        const std::string name = line.substr(0, blank);
        const std::string rest = blank < line.size() ? line.substr(blank + 1) : "";
        if (name == "@file")
            program_.files.files.insert_or_assign(path_of(rest), content_of(given()));
        else if (name == "@example")
            program_.files.files.insert_or_assign(rest, example(rest));
        else if (name == "@stdin")
            program_.input = content_of(given());
        else if (name == "@keys")
            press(rest);
        else if (name == "@editor")
            edits_.push_back(content_of(given()));
        else if (name == "@expect")
            expect(rest);
        else if (name == "@today")
            program_.today = core::parse_iso_date(rest).value();
        else if (name == "@env")
            program_.variables.insert_or_assign(rest.substr(0, rest.find('=')), rest.substr(rest.find('=') + 1));
        else if (name == "@terminal")
            program_.terminal = {true, true, true, std::stoul(rest)};
        else
            refuse("there is no such directive", line);
    }

    /// A key for each word; the lines below are typed where the program asks for one.
    void press(const std::string& keys) {
        for (auto& key : Words(keys).read()) program_.keyboard.keys.push_back(std::move(key));
        for (auto& line : lines_of(content_of(given()))) program_.keyboard.lines.push_back(std::move(line));
    }

    /// The block below a directive, which stays as it is.
    std::vector<std::string> given() {
        auto block = take_block(false);
        write(block);
        return block;
    }

    void expect(const std::string& name) {
        (void)take_block(true);
        const auto text = program_.file(name);
        if (text)
            write(written(*text, "", true));
        else
            written_.emplace_back(no_such_file);
    }

    [[nodiscard]] std::string path_of(const std::string& name) const {
        return program_.variables.at("KITH_DIR") + "/" + name;
    }

    std::vector<std::string> lines_;
    std::size_t at_ = 0;
    std::vector<std::string> written_;
    std::deque<std::string> edits_;
    Program program_;
};

} // namespace

std::string replay(std::string_view transcript) {
    return Replay(transcript).run();
}

} // namespace kith::test
