#include "source_rules.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <set>

namespace kith::test {

namespace {

using Words = std::vector<std::string>;

/// One layer of the drawing in architecture.md.
struct Layer {
    std::string name;
    Words may_include; ///< Layers.
    Words headers;     ///< Beginnings of `<...>` that it may not include.
    Words words;       ///< Whole words of the code that it may not say.
};

const Words streams{"iostream", "fstream", "sstream", "ostream", "istream", "ios", "print"};
const Words clocks{"system_clock", "steady_clock", "high_resolution_clock", "std::time", "localtime", "gmtime"};

Words operator+(Words left, const Words& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

const std::vector<Layer>& layers() {
    static const std::vector<Layer> all{
        {"core",
         {"core"},
         Words{"filesystem", "toml++/", "CLI/", "nlohmann/", "fmt/ostream.h", "cstdio"} + streams,
         Words{"toml::", "CLI::", "fmt::print", "getenv", "fopen", "std::cout", "std::cerr", "std::cin"} + clocks},
        {"system", {"system", "core"}, {"toml++/", "CLI/"}, {"toml::", "CLI::"}},
        {"store",
         {"store", "system", "core"},
         {"CLI/", "filesystem", "fstream", "iostream"},
         Words{"CLI::", "open(", "fopen(", "getenv", "std::cout", "std::cerr", "std::cin", "fmt::print"} + clocks},
        {"render",
         {"render", "core"},
         {"toml++/", "CLI/", "filesystem", "fstream", "iostream"},
         Words{"CLI::", "open(", "fopen(", "getenv", "std::cout", "std::cerr", "std::cin", "fmt::print"} + clocks},
        {"exchange",
         {"exchange", "core"},
         Words{"toml++/", "CLI/", "filesystem"} + streams,
         Words{"toml::", "CLI::", "open(", "fopen(", "getenv", "std::cout", "std::cerr", "std::cin", "fmt::print"} +
             clocks},
        {"commands",
         {"commands", "exchange", "store", "render", "system", "core"},
         {"toml++/", "filesystem", "fstream"},
         Words{"toml::", "std::cout", "std::cerr", "std::cin", "getenv", "exit("} + clocks},
        {"main", {"commands", "system", "core"}, {"toml++/", "CLI/", "filesystem", "fstream"}, {"toml::"}},
    };
    return all;
}

const Layer* find_layer(std::string_view path) {
    const auto found = std::ranges::find(layers(), layer_of(path), &Layer::name);
    return found == layers().end() ? nullptr : &*found;
}

struct Include {
    int line = 0;
    char form = '"'; ///< Or `<`.
    std::string header;
};

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string_view trim_left(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text;
}

std::vector<Include> includes_of(std::string_view text) {
    std::vector<Include> includes;
    const auto code = without_comments(text);
    int number = 0;
    for (auto line : lines_of(code)) {
        ++number;
        line = trim_left(line);
        if (!line.starts_with('#')) continue;
        line = trim_left(line.substr(1));
        if (!line.starts_with("include")) continue;
        line = trim_left(line.substr(std::string_view("include").size()));
        if (line.empty() || (line.front() != '"' && line.front() != '<')) continue;
        const auto end = line.find(line.front() == '<' ? '>' : '"', 1);
        includes.push_back({number, line.front(), std::string(line.substr(1, end == line.npos ? end : end - 1))});
    }
    return includes;
}

bool contains(const Words& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

/// `filesystem` forbids exactly `<filesystem>`, `toml++/` everything that begins so.
bool is_header(const std::string& header, const std::string& forbidden) {
    return forbidden.ends_with('/') ? header.starts_with(forbidden) : header == forbidden;
}

/// What is wrong with one include; empty where it is allowed.
std::string include_problem(const SourceFile& file, const Layer& layer, const Include& include) {
    if (include.header.starts_with("kith/")) {
        const auto other = layer_of("include/" + include.header);
        if (contains(layer.may_include, other)) return {};
        return layer.name + " may not include " + (other.empty() ? include.header : other);
    }
    if (include.form == '<') {
        for (const auto& forbidden : layer.headers) {
            if (is_header(include.header, forbidden)) return layer.name + " may not include <" + include.header + ">";
        }
        return include.header == "regex" ? "no std::regex" : "";
    }
    if (file.path.starts_with("include/")) return "a public header includes \"kith/...\" or <...> only";
    const bool leaves = include.header.find("..") != std::string::npos || include.header.starts_with('/');
    return leaves ? "a private header is included within its own folder only" : "";
}

bool is_word(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

bool says(std::string_view line, std::string_view word) {
    for (auto at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || !is_word(line[at - 1]);
        const bool ends = !is_word(word.back()) || end == line.size() || !is_word(line[end]);
        if (begins && ends) return true;
    }
    return false;
}

std::string folder_of(const std::string& path) {
    return path.substr(0, path.find_last_of('/') + 1);
}

/// Follows the includes of the project's own headers from one of them.
class CircleSearch {
  public:
    explicit CircleSearch(std::span<const SourceFile> files) {
        for (const auto& file : files) files_.emplace(file.path, &file);
    }

    std::vector<Violation> search() {
        for (const auto& [path, file] : files_) visit(*file);
        return std::move(found_);
    }

  private:
    void visit(const SourceFile& file) {
        if (!visited_.insert(file.path).second) return;
        open_.insert(file.path);
        for (const auto& include : includes_of(file.text)) {
            const bool is_public = include.header.starts_with("kith/");
            const auto path = is_public ? "include/" + include.header : folder_of(file.path) + include.header;
            if (open_.contains(path)) found_.push_back({file.path, include.line, "includes in a circle: " + path});
            if (const auto next = files_.find(path); next != files_.end()) visit(*next->second);
        }
        open_.erase(file.path);
    }

    std::map<std::string, const SourceFile*> files_;
    std::set<std::string> visited_;
    std::set<std::string> open_;
    std::vector<Violation> found_;
};

} // namespace

std::string to_text(const Violation& violation) {
    const auto line = violation.line > 0 ? ":" + std::to_string(violation.line) : "";
    return violation.file + line + ": " + violation.rule;
}

std::string layer_of(std::string_view path) {
    if (path == "src/main.cpp") return "main";
    for (const std::string_view top : {"include/kith/", "src/"}) {
        if (!path.starts_with(top)) continue;
        const auto rest = path.substr(top.size());
        if (const auto slash = rest.find('/'); slash != rest.npos) return std::string(rest.substr(0, slash));
    }
    return {};
}

std::vector<Violation> check_includes(const SourceFile& file) {
    const auto* layer = find_layer(file.path);
    if (layer == nullptr) return {{file.path, 0, "belongs to no layer"}};
    std::vector<Violation> found;
    for (const auto& include : includes_of(file.text)) {
        auto problem = include_problem(file, *layer, include);
        if (!problem.empty()) found.push_back({file.path, include.line, std::move(problem)});
    }
    return found;
}

std::vector<Violation> check_words(const SourceFile& file) {
    const auto* layer = find_layer(file.path);
    if (layer == nullptr) return {};
    std::vector<Violation> found;
    const auto code = without_comments_and_literals(file.text);
    int number = 0;
    for (const auto line : lines_of(code)) {
        ++number;
        if (trim_left(line).starts_with("#include")) continue;
        for (const auto& word : layer->words + Words{"std::regex"}) {
            if (says(line, word)) found.push_back({file.path, number, layer->name + " may not say " + word});
        }
    }
    return found;
}

std::vector<Violation> check_length(const SourceFile& file) {
    const std::size_t most = file.path == "src/main.cpp" ? 40 : 350;
    const auto length = lines_of(file.text).size();
    if (length <= most) return {};
    return {{file.path, 0, std::to_string(length) + " lines, at most " + std::to_string(most)}};
}

std::vector<Violation> check_opening(const SourceFile& file) {
    if (!file.path.starts_with("include/")) return {};
    std::vector<Violation> found;
    const auto lines = lines_of(file.text);
    const bool opens = !lines.empty() && lines.front().starts_with("// ") && lines.front().size() > 10;
    if (!opens) found.push_back({file.path, 1, "a header opens with a sentence after //"});
    const auto once = std::ranges::find(lines, std::string_view("#pragma once"));
    if (once == lines.end()) found.push_back({file.path, 0, "a header says #pragma once"});
    return found;
}

std::vector<Violation> check_file(const SourceFile& file) {
    std::vector<Violation> found;
    for (const auto rule : {check_includes, check_words, check_length, check_opening}) {
        std::ranges::move(rule(file), std::back_inserter(found));
    }
    return found;
}

std::vector<Violation> check_circles(std::span<const SourceFile> files) {
    return CircleSearch(files).search();
}

std::vector<Violation> check_top_level(std::span<const std::string> names) {
    static const Words agreed{
        "CMakeLists.txt", "src",       "include", "tests",           "completions",       "man",
        "examples",       "README.md", "LICENSE", "CONTRIBUTING.md", "CMakePresets.json", "build"};
    std::vector<Violation> found;
    for (const auto& name : names) {
        if (name.starts_with('.') || contains(agreed, name)) continue;
        found.push_back({name, 0, "is not one of the names agreed for the top level"});
    }
    return found;
}

} // namespace kith::test
