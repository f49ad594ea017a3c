#include "program.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using kith::test::Program;

TEST_CASE("nobody without an id is named by one that is empty") {
    Program program(std::map<std::string, std::string>{{"people.toml", "[[person]]\nname = \"Ana Souza\"\n"}});
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
             {"log", "Call", "--with", "Ana Souza"}, {"followup", "add", "call", "--with", "Ana Souza"}}) {
        const auto said = program.run(command);
        CHECK(said.status == 2);
        CHECK(said.err == "kith: Ana Souza has no id that a record could name; "
                          "write one into people.toml: id = \"ana-souza\"\n");
    }
    CHECK_FALSE(program.file("log/2026-11.toml"));
    CHECK_FALSE(program.file("followups/2026.toml"));
}

TEST_CASE("an import tells whom no record can name") {
    Program program;
    program.files.files["/home/me/p.json"] = R"([{"name": "Ana Souza", "email": "ana@example.org"}])";
    const auto said = program.run({"import", "--yes", "/home/me/p.json"});
    CHECK(said.status == 0);
    CHECK(said.err.find("/home/me/p.json:1: Ana Souza has no id, so that no record can name them") !=
          std::string::npos);
}
