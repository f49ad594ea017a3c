// What holds for every document and every edit; the documents come by chance, from fixed seeds.
#include "document_properties.hpp"
#include "holds_for.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kith::test;

TEST_CASE("generated documents are read as toml++ reads them") {
    holds_for(600, [](Chance& chance) { return reads_alike(generated_document(chance), true); });
}

TEST_CASE("mutated documents are refused, or read as toml++ reads them") {
    holds_for(1500, [](Chance& chance) {
        auto text = generated_document(chance);
        return reads_alike(mutated(std::move(text), chance), false);
    });
}

TEST_CASE("odd values and tables are refused, or read as toml++ reads them") {
    holds_for(6000, [](Chance& chance) { return reads_alike(odd_value(chance), false); });
    holds_for(6000, [](Chance& chance) { return reads_alike(odd_tables(chance), false); });
    holds_for(1200, [](Chance& chance) { return changes_table_alone(odd_tables(chance), chance); });
    holds_for(1200, [](Chance& chance) { return changes_alone(odd_tables(chance), chance); });
    holds_for(1200, [](Chance& chance) { return removes_alone(odd_tables(chance), chance); });
    holds_for(1200, [](Chance& chance) { return inserts_alone(odd_tables(chance), chance); });
}

TEST_CASE("a change of a record is the intended one and touches its lines alone") {
    holds_for(500, [](Chance& chance) { return changes_alone(generated_document(chance), chance); });
}

TEST_CASE("a change of a table is the intended one and keeps all records and comments") {
    holds_for(400, [](Chance& chance) { return changes_table_alone(generated_document(chance), chance); });
}

TEST_CASE("a new record is an added block, and taking it away again undoes it") {
    holds_for(400, [](Chance& chance) { return inserts_alone(generated_document(chance), chance); });
}

TEST_CASE("a removed record takes its own lines") {
    holds_for(400, [](Chance& chance) { return removes_alone(generated_document(chance), chance); });
}

TEST_CASE("edits of mutated documents are the intended ones, or refused without a change") {
    holds_for(500, [](Chance& chance) {
        auto text = mutated(generated_document(chance), chance);
        if (!is_accepted(text)) return std::string();
        switch (chance.below(4)) {
        case 0:
            return changes_alone(text, chance);
        case 1:
            return changes_table_alone(text, chance);
        case 2:
            return inserts_alone(text, chance);
        default:
            return removes_alone(text, chance);
        }
    });
}
