#include "vcard_reading.hpp"

#include <doctest/doctest.h>

namespace kith::test {

std::string card_with(const std::string& lines) {
    return "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Souza\n" + lines + "\nEND:VCARD\n";
}

core::Person person_with(const std::string& lines) {
    const auto batch = read(exchange::read_vcard, card_with(lines));
    REQUIRE(batch.people.size() == 1);
    return batch.people.front().record;
}

} // namespace kith::test
