#include "kith/core/records.hpp"

#include "kith/core/phrase.hpp"
#include "kith/core/record_keys.hpp"

#include <fmt/format.h>

#include <limits>

namespace kith::core {
namespace {

/// Writes members as fields.
struct Writer {
    Fields fields;

    void put(const char* key, Value value) { fields.push_back({key, std::move(value), 0}); }

    void operator()(const char* key, const std::string& text) {
        if (text.empty()) return;
        const bool is_date = std::string_view(key) == "birthday" && parse_iso_date(text).has_value();
        if (is_date)
            put(key, Moment{*parse_iso_date(text), std::nullopt});
        else
            put(key, text);
    }
    template<class Of> void operator()(const char* key, const Id<Of>& id) {
        if (!id.empty()) put(key, id.text);
    }
    void operator()(const char* key, const std::vector<std::string>& texts) {
        if (!texts.empty()) put(key, texts);
    }
    template<class Of> void operator()(const char* key, const std::vector<Id<Of>>& ids) {
        std::vector<std::string> texts;
        for (const auto& id : ids) texts.push_back(id.text);
        (*this)(key, texts);
    }
    void operator()(const char* key, const std::optional<Period>& period) {
        if (period) put(key, to_text(*period));
    }
    void operator()(const char* key, const std::optional<Date>& date) {
        if (date) put(key, Moment{*date, std::nullopt});
    }
    void operator()(const char* key, const Moment& moment) { put(key, moment); }
    void operator()(const char* key, const std::optional<Moment>& moment) {
        if (moment) put(key, *moment);
    }
    void operator()(const char* key, const std::optional<bool>& flag) {
        if (flag) put(key, *flag);
    }
    void operator()(const char* key, const std::optional<int>& number) {
        if (number) put(key, std::int64_t{*number});
    }
    void operator()(const char* key, int number) {
        if (number != 0) put(key, std::int64_t{number});
    }
    void operator()(const char* key, const TextTable& table) {
        if (!table.empty()) put(key, table);
    }
};

/// Reads fields into members.
struct Reader {
    const Fields& fields;
    std::vector<FieldProblem>& problems;

    [[nodiscard]] const Field* find(std::string_view key) const {
        for (const auto& field : fields)
            if (field.key == key) return &field;
        return nullptr;
    }

    void complain(const Field& field, std::string_view wanted) {
        problems.push_back({field.key, field.line,
                            fmt::format("'{}' should be {}, not {}", field.key, wanted, type_in_words(field.value))});
    }

    [[nodiscard]] std::optional<Moment> moment_of(const Field& field) {
        if (const auto* moment = std::get_if<Moment>(&field.value)) return *moment;
        if (const auto* text = std::get_if<std::string>(&field.value))
            if (auto moment = parse_iso_moment(*text)) return moment;
        complain(field, "a date such as 2026-11-22");
        return std::nullopt;
    }

    void operator()(const char* key, std::string& text) {
        const Field* field = find(key);
        if (field == nullptr) return;
        if (const auto* value = std::get_if<std::string>(&field->value))
            text = *value;
        else if (const auto* moment = std::get_if<Moment>(&field->value);
                 moment != nullptr && std::string_view(key) == "birthday")
            text = to_text(moment->date);
        else
            complain(*field, "a text in quotes");
    }
    template<class Of> void operator()(const char* key, Id<Of>& id) { (*this)(key, id.text); }
    void operator()(const char* key, std::vector<std::string>& texts) {
        const Field* field = find(key);
        if (field == nullptr) return;
        if (const auto* value = std::get_if<std::vector<std::string>>(&field->value))
            texts = *value;
        else if (const auto* text = std::get_if<std::string>(&field->value))
            texts = {*text};
        else
            complain(*field, "a list of texts");
    }
    template<class Of> void operator()(const char* key, std::vector<Id<Of>>& ids) {
        std::vector<std::string> texts;
        (*this)(key, texts);
        for (auto& text : texts) ids.push_back({std::move(text)});
    }
    void operator()(const char* key, std::optional<Period>& period) {
        std::string text;
        (*this)(key, text);
        if (text.empty()) return;
        period = parse_period(text);
        if (!period)
            problems.push_back(
                {key, find(key)->line, fmt::format("'{}' is not a period such as 3d, 2w, 1m or 1y", text)});
    }
    void operator()(const char* key, std::optional<Date>& date) {
        const Field* field = find(key);
        if (field == nullptr) return;
        if (const auto moment = moment_of(*field)) date = moment->date;
    }
    void operator()(const char* key, Moment& moment) {
        const Field* field = find(key);
        if (field == nullptr)
            problems.push_back({key, 0, fmt::format("'{}' is missing", key)});
        else if (const auto value = moment_of(*field))
            moment = *value;
    }
    void operator()(const char* key, std::optional<Moment>& moment) {
        if (const Field* field = find(key); field != nullptr) moment = moment_of(*field);
    }
    void operator()(const char* key, std::optional<bool>& flag) {
        const Field* field = find(key);
        if (field == nullptr) return;
        if (const auto* value = std::get_if<bool>(&field->value))
            flag = *value;
        else
            complain(*field, "true or false");
    }
    void operator()(const char* key, std::optional<int>& number) {
        const Field* field = find(key);
        if (field == nullptr) return;
        const auto* value = std::get_if<std::int64_t>(&field->value);
        if (value == nullptr)
            complain(*field, "a whole number");
        else if (*value < 0 || *value > std::numeric_limits<int>::max())
            problems.push_back({key, field->line, fmt::format("'{}' is out of range: {}", key, *value)});
        else
            number = static_cast<int>(*value);
    }
    void operator()(const char* key, int& number) {
        std::optional<int> value;
        (*this)(key, value);
        if (value) number = *value;
    }
    void operator()(const char* key, TextTable& table) {
        const Field* field = find(key);
        if (field == nullptr) return;
        if (const auto* value = std::get_if<TextTable>(&field->value))
            table = *value;
        else
            complain(*field, "a table of texts");
    }
};

} // namespace

template<class Record> Fields to_fields(const Record& record) {
    Writer writer;
    writer.fields.reserve(8);
    each_key(record, writer);
    return std::move(writer.fields);
}

template<class Record> Reading<Record> from_fields(const Fields& fields) {
    Reading<Record> reading;
    each_key(reading.record, Reader{fields, reading.problems});
    return reading;
}

template<class Record> std::vector<std::string_view> keys_of() {
    std::vector<std::string_view> keys;
    const Record record{};
    each_key(record, [&keys](const char* key, const auto&) { keys.emplace_back(key); });
    return keys;
}

template<> std::string_view kind_of<Person>() {
    return "person";
}
template<> std::string_view kind_of<Interaction>() {
    return "interaction";
}
template<> std::string_view kind_of<Event>() {
    return "event";
}
template<> std::string_view kind_of<Followup>() {
    return "followup";
}
template<> std::string_view kind_of<Goal>() {
    return "goal";
}
template<> std::string_view kind_of<Audience>() {
    return "audience";
}
template<> std::string_view kind_of<Platform>() {
    return "platform";
}
template<> std::string_view kind_of<Topic>() {
    return "topic";
}
template<> std::string_view kind_of<Channel>() {
    return "channel";
}
template<> std::string_view kind_of<Post>() {
    return "post";
}

template Fields to_fields<Person>(const Person&);
template Fields to_fields<Interaction>(const Interaction&);
template Fields to_fields<Event>(const Event&);
template Fields to_fields<Followup>(const Followup&);
template Fields to_fields<Goal>(const Goal&);
template Fields to_fields<Audience>(const Audience&);
template Fields to_fields<Platform>(const Platform&);
template Fields to_fields<Topic>(const Topic&);
template Fields to_fields<Channel>(const Channel&);
template Fields to_fields<Post>(const Post&);

template Reading<Person> from_fields<Person>(const Fields&);
template Reading<Interaction> from_fields<Interaction>(const Fields&);
template Reading<Event> from_fields<Event>(const Fields&);
template Reading<Followup> from_fields<Followup>(const Fields&);
template Reading<Goal> from_fields<Goal>(const Fields&);
template Reading<Audience> from_fields<Audience>(const Fields&);
template Reading<Platform> from_fields<Platform>(const Fields&);
template Reading<Topic> from_fields<Topic>(const Fields&);
template Reading<Channel> from_fields<Channel>(const Fields&);
template Reading<Post> from_fields<Post>(const Fields&);

template std::vector<std::string_view> keys_of<Person>();
template std::vector<std::string_view> keys_of<Interaction>();
template std::vector<std::string_view> keys_of<Event>();
template std::vector<std::string_view> keys_of<Followup>();
template std::vector<std::string_view> keys_of<Goal>();
template std::vector<std::string_view> keys_of<Audience>();
template std::vector<std::string_view> keys_of<Platform>();
template std::vector<std::string_view> keys_of<Topic>();
template std::vector<std::string_view> keys_of<Channel>();
template std::vector<std::string_view> keys_of<Post>();

} // namespace kith::core
