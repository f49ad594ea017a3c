// What the strategy is made of, record by record: how each is called, found by a word, and shown in a row.
#pragma once

#include "kith/core/records.hpp"
#include "kith/core/strategy.hpp"
#include "kith/render/table.hpp"

#include "options.hpp"
#include "session.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

/// What a record is called by, and what it says.
struct Named {
    std::string id;
    std::string text;
};

[[nodiscard]] Named named(const core::Goal& goal);
[[nodiscard]] Named named(const core::Audience& audience);
[[nodiscard]] Named named(const core::Platform& platform);
[[nodiscard]] Named named(const core::Topic& topic);
[[nodiscard]] Named named(const core::Channel& channel);
[[nodiscard]] Named named(const core::Post& post);

template<class Record> [[nodiscard]] std::vector<Named> named(const std::vector<Record>& records) {
    std::vector<Named> names;
    for (const auto& record : records) names.push_back(named(record));
    return names;
}

/// The one that a word means: by its id, or the start of it that no other has, whatever the case; one without an id by
/// a part of its text. A Failure (not found) lists the candidates or the nearest.
[[nodiscard]] std::size_t require_index(std::span<const Named> names, std::string_view kind, std::string_view word);

template<class Record>
[[nodiscard]] const Record& require_record(const std::vector<Record>& records, std::string_view word) {
    return records[require_index(named(records), core::kind_of<Record>(), word)];
}

/// The ids that the words mean, each once.
template<class Record>
[[nodiscard]] std::vector<std::string> require_ids(const std::vector<Record>& records, const Texts& words) {
    const auto names = named(records);
    std::vector<std::string> ids;
    for (const auto& word : words) {
        const auto& id = names[require_index(names, core::kind_of<Record>(), word)].id;
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
    return ids;
}

/// An id for a new record: as given with `--id`, else the slug of its text, with -2, -3 where it is taken. A Failure
/// where the given one is taken or is none.
[[nodiscard]] std::string new_entry_id(std::string_view text, const Text& given, std::span<const Named> taken,
                                       std::string_view kind);

// id, what it says, and what else is known.
[[nodiscard]] render::Row row_of(const core::Goal& goal, const Session& session);
[[nodiscard]] render::Row row_of(const core::Audience& audience, const Session& session);
[[nodiscard]] render::Row row_of(const core::Platform& platform, const Session& session);
[[nodiscard]] render::Row row_of(const core::Topic& topic, const Session& session);
[[nodiscard]] render::Row row_of(const core::Channel& channel, const Session& session);
[[nodiscard]] render::Row row_of(const core::Post& post, const Session& session);
/// Of posts, with what is enough of their ids set off.
[[nodiscard]] std::vector<render::Row> rows_of(const std::vector<core::Post>& posts, Session& session);

/// `added  goal  compiler-role  Find a senior compiler role`
template<class Record>
[[nodiscard]] render::Row confirmation(std::string_view verb, const Record& record, Session& session) {
    render::Row row{{std::string(verb)}, {std::string(core::kind_of<Record>())}};
    for (auto& cell : row_of(record, session)) row.push_back(std::move(cell));
    return row;
}

/// The answer after a write; `is_new` has -q print the id.
template<class Record> int answer_with(std::string_view verb, const Record& record, bool is_new, Session& session) {
    return session.answer(core::to_fields(record), core::keys_of<Record>(), is_new ? named(record).id : std::string{},
                          render::to_text({confirmation(verb, record, session)}, session.layout()));
}

/// The one word there is, or a usage Failure: `'kith strategy post drop' takes one id`.
[[nodiscard]] const std::string& require_one_word(const Texts& words, std::string_view command, std::string_view what);

/// The day, or a usage Failure where it is still to come.
[[nodiscard]] core::Date require_past_day(const std::string& text, std::string_view what, Session& session);

/// Whether it is neither published nor dropped.
[[nodiscard]] bool is_open(const core::Post& post);

} // namespace kith::commands
