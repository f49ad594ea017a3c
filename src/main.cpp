#include "kith/commands/environment.hpp"
#include "kith/system/memory.hpp"
#include "kith/system/random.hpp"
#include "kith/system/worker.hpp"

#include <cstdlib>
#include <ctime>
#include <iostream>

int main(int count, char** values) {
    kith::system::keep_freed_memory();
    std::ios::sync_with_stdio(false);
    const std::time_t now = std::time(nullptr);
    const std::tm local = *std::localtime(&now);
    const auto today = kith::core::make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
    const auto variable = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
    const auto files = kith::system::make_disk_files();
    const auto processes = kith::system::make_processes();
    kith::commands::Environment environment{
        today.value_or(kith::core::Date{}), variable, *files,    *processes, kith::system::inspect_terminal(),
        kith::system::random_bits,          std::cin, std::cout, std::cerr,  kith::system::listen_to_terminal};
    environment.edit_lines = kith::system::edit_on_terminal;
    environment.hire = kith::system::make_worker;
    environment.leave = [](int status) { std::exit(status); };
    const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
    return kith::commands::run(arguments, environment);
}
