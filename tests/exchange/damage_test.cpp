// Files as accidents leave them: cut short, with bytes changed, lines doubled and lost.
#include "kith/exchange/read_json.hpp"

#include "calendar_reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace kith;

namespace {

std::string damaged(std::string text, std::mt19937& random) {
    const auto below = [&](std::size_t limit) { return random() % (limit + 1); };
    for (auto times = below(4); times > 0 && !text.empty(); --times) {
        const auto at = below(text.size() - 1);
        const auto length = std::min(below(40), text.size() - at);
        switch (below(4)) {
        case 0:
            text[at] = static_cast<char>(below(255));
            break;
        case 1:
            text.erase(at, length);
            break;
        case 2:
            text.insert(at, text.substr(below(text.size() - 1), length));
            break;
        case 3:
            text.insert(at, 1, "\n\r\"\\;:=,\0@"[below(9)]);
            break;
        default:
            text.resize(at);
        }
    }
    return text;
}

} // namespace

TEST_CASE("no damage does more than make a reader refuse the file, with a line") {
    const std::vector<std::pair<std::string, exchange::Reader>> samples{
        {"phone.vcf", exchange::read_vcard},    {"old-phone.vcf", exchange::read_vcard},
        {"service.vcf", exchange::read_vcard},  {"Connections.csv", exchange::read_linkedin},
        {"google.csv", exchange::read_csv},     {"outlook.csv", exchange::read_csv},
        {"friends.md", exchange::read_friends}, {"calendar.ics", test::read_ics},
        {"journal.json", exchange::read_json},
    };
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same files each time.
    for (const auto& [name, reader] : samples) {
        CAPTURE(name);
        const auto whole = test::sample(name);
        const auto lines = std::ranges::count(whole, '\n');
        int refused = 0;
        for (int time = 0; time < 60; ++time) {
            const auto text = damaged(whole, random);
            CAPTURE(text);
            auto options = test::options_of_tests();
            const auto said = test::refusal(reader, text, options);
            if (!said.empty()) {
                ++refused;
                const auto line = std::stoi(said);
                CHECK(line >= 1);
                CHECK(line <= lines + 40 * 4 + 1);
                CHECK(said.size() > std::to_string(line).size() + 2);
            }
            options.skips_broken = true;
            if (test::refusal(reader, text, options).empty()) static_cast<void>(test::read(reader, text, options));
            static_cast<void>(exchange::recognise(text, name));
        }
        CHECK(refused > 0);
        CHECK(refused < 60);
    }
}
