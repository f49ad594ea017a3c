// The drawing in the architecture, kept true: reads every source file of the project and names what breaks a rule.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "source_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace kith::test;
namespace fs = std::filesystem;

namespace {

const fs::path project = KITH_SOURCE_DIR;

std::vector<SourceFile> source_files() {
    std::vector<SourceFile> files;
    for (const auto* folder : {"include", "src"}) {
        for (const auto& entry : fs::recursive_directory_iterator(project / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            std::ifstream stream(entry.path());
            files.push_back({fs::relative(entry.path(), project).generic_string(),
                             std::string(std::istreambuf_iterator<char>(stream), {})});
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

void report(const std::vector<Violation>& violations) {
    for (const auto& violation : violations) FAIL_CHECK(to_text(violation));
}

/// The violations of one planted file, a line each.
std::vector<std::string> found_in(std::string path, std::string text) {
    std::vector<std::string> said;
    for (const auto& violation : check_file({std::move(path), std::move(text)})) said.push_back(to_text(violation));
    return said;
}

using Said = std::vector<std::string>;

} // namespace

TEST_CASE("every source file keeps to its layer") {
    const auto files = source_files();
    REQUIRE(files.size() > 20);
    for (const auto& file : files) report(check_file(file));
    report(check_circles(files));
}

TEST_CASE("the top level holds only what was agreed") {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(project)) names.push_back(entry.path().filename());
    report(check_top_level(names));
}

TEST_CASE("comments and literals are not code") {
    CHECK(without_comments_and_literals("a // b\nc /* d\n e */ f") == "a     \nc     \n      f");
    CHECK(without_comments_and_literals(R"(x = "a // \" b"; y)") == "x =            ; y");
    CHECK(without_comments_and_literals("c = '\"'; d = '\\''; e") == "c =    ; d =     ; e");
    CHECK(without_comments_and_literals("n = 3'000'000; exit(1)") == "n = 3'000'000; exit(1)");
    CHECK(without_comments_and_literals("R\"x(a \" )\" \n)x\"; b") == "           \n   ; b");
    CHECK(without_comments("#include \"a\" // b") == "#include \"a\"     ");
}

TEST_CASE("a planted violation is found with its file, line and rule") {
    struct Case {
        std::string path;
        std::string text;
        Said said;
    };
    const std::vector<Case> cases{
        {"src/core/a.cpp",
         "\n#include \"kith/store/document.hpp\"\n",
         {"src/core/a.cpp:2: core may not include store"}},
        {"src/system/a.cpp", "#include \"kith/store/x.hpp\"", {"src/system/a.cpp:1: system may not include store"}},
        {"src/store/a.cpp", "#include \"kith/render/x.hpp\"", {"src/store/a.cpp:1: store may not include render"}},
        {"src/render/a.cpp", "#include \"kith/system/x.hpp\"", {"src/render/a.cpp:1: render may not include system"}},
        {"src/main.cpp", "#include \"kith/store/x.hpp\"", {"src/main.cpp:1: main may not include store"}},
        {"src/commands/a.cpp",
         "#include \"kith/x.hpp\"\n",
         {"src/commands/a.cpp:1: commands may not include kith/x.hpp"}},
        {"src/core/a.cpp", "  #  include <filesystem>", {"src/core/a.cpp:1: core may not include <filesystem>"}},
        {"src/core/a.cpp", "#include <sstream>", {"src/core/a.cpp:1: core may not include <sstream>"}},
        {"src/system/a.cpp",
         "#include <toml++/toml.h>",
         {"src/system/a.cpp:1: system may not include <toml++/toml.h>"}},
        {"src/store/a.cpp", "#include <CLI/CLI.hpp>", {"src/store/a.cpp:1: store may not include <CLI/CLI.hpp>"}},
        {"src/render/a.cpp", "#include <fstream>", {"src/render/a.cpp:1: render may not include <fstream>"}},
        {"src/commands/a.cpp", "#include <regex>", {"src/commands/a.cpp:1: no std::regex"}},
        {"src/store/a.cpp",
         "#include \"../core/a.hpp\"",
         {"src/store/a.cpp:1: a private header is included within its own folder only"}},
        {"src/extra/a.cpp", "", {"src/extra/a.cpp: belongs to no layer"}},
        {"src/core/a.cpp",
         "auto a = 1;\nauto b = std::chrono::system_clock::now();",
         {"src/core/a.cpp:2: core may not say system_clock"}},
        {"src/core/a.cpp", "fmt::print(x);", {"src/core/a.cpp:1: core may not say fmt::print"}},
        {"src/store/a.cpp", "auto a = ::open(x);", {"src/store/a.cpp:1: store may not say open("}},
        {"src/commands/a.cpp",
         "std::cout << 1; std::exit(1);",
         {"src/commands/a.cpp:1: commands may not say std::cout", "src/commands/a.cpp:1: commands may not say exit("}},
        {"src/render/a.cpp", "std::regex a;", {"src/render/a.cpp:1: render may not say std::regex"}},
        {"src/core/a.cpp", std::string(351, '\n'), {"src/core/a.cpp: 351 lines, at most 350"}},
        {"src/main.cpp", std::string(41, '\n'), {"src/main.cpp: 41 lines, at most 40"}},
        {"include/kith/core/a.hpp",
         "#include \"a.hpp\"\n",
         {"include/kith/core/a.hpp:1: a public header includes \"kith/...\" or <...> only",
          "include/kith/core/a.hpp:1: a header opens with a sentence after //",
          "include/kith/core/a.hpp: a header says #pragma once"}},
    };
    for (const auto& [path, text, said] : cases) {
        CAPTURE(text);
        CHECK(found_in(path, text) == said);
    }
}

TEST_CASE("what is allowed is not found") {
    const std::vector<SourceFile> cases{
        {"src/core/a.cpp", "#include \"a.hpp\"\n#include <chrono>\n// std::cout\nauto a = \"getenv\";\n"},
        {"src/store/a.cpp", "#include \"kith/system/files.hpp\"\n#include <toml++/toml.h>\nis_open(a); reopen(b);\n"},
        {"src/commands/a.cpp", "#include <CLI/CLI.hpp>\nreturn exit_status(failure);\n"},
        {"src/main.cpp", "#include \"kith/commands/run.hpp\"\nconst char* directory = std::getenv(\"KITH_DIR\");\n"},
        {"src/core/a.cpp", std::string(350, '\n')},
        {"include/kith/core/a.hpp", "// What a person does.\n#pragma once\n#include \"kith/core/b.hpp\"\n"},
    };
    for (const auto& [path, text] : cases) {
        CAPTURE(text);
        CHECK(found_in(path, text) == Said{});
    }
}

TEST_CASE("headers in a circle are found") {
    const std::vector<SourceFile> files{
        {"include/kith/core/a.hpp", "#include \"kith/core/b.hpp\"\n"},
        {"include/kith/core/b.hpp", "\n#include \"kith/core/a.hpp\"\n"},
        {"src/core/c.hpp", "#include \"kith/core/a.hpp\"\n"},
        {"src/core/c.cpp", "#include \"c.hpp\"\n"},
    };
    const auto found = check_circles(files);
    REQUIRE(found.size() == 1);
    CHECK(to_text(found.front()) == "include/kith/core/b.hpp:2: includes in a circle: include/kith/core/a.hpp");
    CHECK(check_circles(std::span(files).subspan(2)).empty());
}

TEST_CASE("a stray name at the top level is found") {
    const std::vector<std::string> names{"src", "notes.md", ".github", "build", "LICENSE"};
    const auto found = check_top_level(names);
    REQUIRE(found.size() == 1);
    CHECK(to_text(found.front()) == "notes.md: is not one of the names agreed for the top level");
}
