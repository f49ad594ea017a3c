// Groups changed together say what they say changed one by one.
#include "kith/store/group_editing.hpp"

#include "memory_files.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kith::store {
namespace {

const std::string file = "/home/me/kith/people.toml";

std::string changed(const std::string& text, const std::vector<core::Edit<core::Group>>& edits, bool are_together) {
    test::MemoryFiles files(std::map<std::string, std::string>{{file, text}});
    DataDirectory directory(files, "/home/me/kith");
    if (are_together)
        change_groups(directory, edits);
    else
        for (const auto& edit : edits) change_groups(directory, {edit});
    directory.commit();
    return files.files.at(file);
}

core::Edit<core::Group> edit(const std::string& name, std::optional<int> before, int after) {
    const auto weeks = [](int count) { return core::Period{count, core::Unit::week}; };
    return {{name, before ? std::optional(weeks(*before)) : std::nullopt, {}}, {name, weeks(after), {}}};
}

TEST_CASE("groups changed together are what they are one by one, in whatever form groups are written") {
    const std::vector<core::Edit<core::Group>> edits{edit("rust", {}, 2), edit("book club", {}, 3),
                                                     edit("mentors", 4, 5), edit("choir", {}, 1)};
    for (const std::string text :
         {"[group.mentors]\nevery = \"4w\"\n", "group.mentors.every = \"4w\"\n",
          "group = { mentors = { every = \"4w\" } }\n", "[group]\nmentors = { every = \"4w\" }\n",
          "[group]\nmentors.every = \"4w\"\n\n[[person]]\nid = \"ana\"\n",
          "[group.mentors]\r\nevery = \"4w\"\r\n\r\n[[person]]\r\nid = \"ana\"\r\n# me",
          "[[person]]\nid = \"ana\"\n[person.handles]\n\n[group.mentors]\nevery = \"4w\""}) {
        CAPTURE(text);
        CHECK(changed(text, edits, true) == changed(text, edits, false));
    }
}

TEST_CASE("new groups stand one below the other") {
    CHECK(changed("# mine\n", {edit("rust", {}, 2), edit("choir", {}, 1)}, true) ==
          "# mine\n\n[group.rust]\nevery = \"2w\"\n\n[group.choir]\nevery = \"1w\"\n");
}

} // namespace
} // namespace kith::store
