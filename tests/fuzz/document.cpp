// A text of any bytes is refused, or read as toml++ reads it; an edit of it is the intended one or changes nothing.
#include "document_properties.hpp"
#include "fuzz.hpp"

#include <functional>

using namespace kith::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = text_of(data, size);
    require_holds(reads_alike(text, false));
    if (!is_accepted(text)) return 0;
    Chance chance(std::hash<std::string>{}(text)); // The same edits for the same text.
    require_holds(changes_alone(text, chance));
    require_holds(changes_table_alone(text, chance));
    require_holds(inserts_alone(text, chance));
    require_holds(removes_alone(text, chance));
    return 0;
}
