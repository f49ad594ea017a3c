// What others pushed leads nowhere out of the journal.
#include "kith/core/error.hpp"
#include "kith/store/data_directory.hpp"

#include "memory_files.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace kith::store {
namespace {

using test::MemoryFiles;

const std::string home = "/home/me/kith";

/// Files outside, which links in the journal lead to.
MemoryFiles files_with(const std::string& link, const std::string& target) {
    MemoryFiles files({{home + "/people.toml", "[[person]]\nid = \"ana\"\n"}, {home + "/log/2026-11.toml", "# log\n"}});
    files.links[home + "/" + link] = target;
    return files;
}

template<class Action> bool is_refused(Action action) {
    try {
        action();
        return false;
    } catch (const core::Failure& failure) {
        return std::string(failure.what()).find("a symbolic link that git tracks") != std::string::npos;
    }
}

TEST_CASE("a link that git tracks is not followed out of the journal, in any way") {
    struct Case {
        std::string link, target;
        bool is_tracked, is_refused;
    };
    const std::string file = "log/2026-11.toml";
    const std::vector<Case> cases{{file, "/etc/passwd", true, true},
                                  {file, home + "/" + file, true, true}, // It leads to what is not there.
                                  {file, home + "/log/2026-10.toml", true, false},
                                  {file, home + "-other/2026-10.toml", true, true},
                                  {file, "/etc/passwd", false, false},
                                  {"log", "/etc", true, true},
                                  {"log", "/mnt/log", false, false}};
    for (const auto& [link, target, is_tracked, refused] : cases) {
        CAPTURE(link);
        CAPTURE(target);
        auto files = files_with(link, target);
        DataDirectory directory(files, home);
        std::vector<std::string> asked;
        directory.guard_links([&, answer = is_tracked](const std::string& name) {
            asked.push_back(name);
            return answer;
        });
        CHECK(is_refused([&] { (void)directory.text(file); }) == refused);
        CHECK(is_refused([&] { (void)directory.document(file); }) == refused);
        CHECK(is_refused([&] { (void)directory.edit(file); }) == refused);
        CHECK(is_refused([&] { directory.replace_text(file, "# new\n"); }) == refused);
        DataDirectory writing(files, home);
        writing.guard_links([answer = is_tracked](const std::string&) { return answer; });
        CHECK(is_refused([&] { writing.write({{file, "# log\n", "# new\n"}}); }) == refused);
        CHECK(is_refused([&] { (void)writing.names_in("log"); }) == (refused && link == "log"));
        CHECK(is_refused([&] { (void)writing.stray_names(); }) == (refused && link == "log"));
        CHECK(files.replaced_paths().empty() == refused);
        for (const auto& name : asked) CHECK(name == link);
    }
}

TEST_CASE("nothing is asked of git where there is no link") {
    auto files = files_with("config.toml", "/etc/passwd");
    DataDirectory directory(files, home);
    directory.guard_links([](const std::string&) -> bool { throw std::logic_error("asked"); });
    CHECK(directory.text("people.toml"));
    CHECK(directory.all_names().size() == 2);
}

} // namespace
} // namespace kith::store
