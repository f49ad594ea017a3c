// Parses every file it is given with toml++, once, on one thread: what reading a whole history costs on this machine.
#include <toml++/toml.h>

#include <cstdio>
#include <span>

int main(int count, char** arguments) {
    for (const char* path : std::span(arguments, static_cast<std::size_t>(count)).subspan(1)) {
        try {
            const toml::table table = toml::parse_file(path);
            if (table.empty()) return 1;
        } catch (const toml::parse_error& error) {
            std::fprintf(stderr, "%s: %s\n", path, error.what());
            return 1;
        }
    }
}
