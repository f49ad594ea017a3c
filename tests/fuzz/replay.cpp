// Runs a fuzz target on each file of a directory: the seeds, and what the fuzzer once found.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** values) {
    if (count != 2) {
        std::cerr << "usage: " << values[0] << " DIRECTORY\n";
        return 2;
    }
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(values[1])) paths.push_back(entry.path());
    std::ranges::sort(paths);
    for (const auto& path : paths) {
        std::cout << path.filename().string() << std::endl; // Told before it is run: a find ends the program.
        std::ifstream file(path, std::ios::binary);
        const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
        const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
        (void)LLVMFuzzerTestOneInput(data.data(), data.size());
    }
    return paths.empty() ? 1 : 0;
}
