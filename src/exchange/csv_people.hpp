// A row of a table as a person.
#pragma once

#include "kith/exchange/batch.hpp"

#include "csv_columns.hpp"
#include "csv_records.hpp"

#include <vector>

namespace kith::exchange {

struct RowPerson {
    IncomingPerson person;      ///< Without a name where the row has neither name nor e-mail.
    std::vector<Skipped> notes; ///< Values that were not taken.
};

[[nodiscard]] RowPerson person_of(const CsvRow& row, const Columns& columns, TableFrom from,
                                  const std::vector<SeenDates>& dates);

} // namespace kith::exchange
