// What programs and people call the columns of their tables, and the keys that these are.
#pragma once

#include <array>
#include <string_view>

namespace kith::exchange {

struct ColumnName {
    std::string_view column; ///< Small letters, without the number in `E-mail 1 - Value`.
    std::string_view key;
};

// Those of Google Contacts (two generations of them), Outlook, and what people call them.
inline constexpr std::array names_for_people{
    ColumnName{"full name", "name"},
    ColumnName{"display name", "name"},
    ColumnName{"contact", "name"},
    ColumnName{"person", "name"},
    ColumnName{"first name", "first_name"},
    ColumnName{"given name", "first_name"},
    ColumnName{"firstname", "first_name"},
    ColumnName{"middle name", "middle_name"},
    ColumnName{"additional name", "middle_name"},
    ColumnName{"last name", "last_name"},
    ColumnName{"family name", "last_name"},
    ColumnName{"surname", "last_name"},
    ColumnName{"lastname", "last_name"},
    ColumnName{"nickname", "aliases"},
    ColumnName{"nicknames", "aliases"},
    ColumnName{"alias", "aliases"},
    ColumnName{"e-mail", "email"},
    ColumnName{"e-mail address", "email"},
    ColumnName{"email address", "email"},
    ColumnName{"emails", "email"},
    ColumnName{"mail", "email"},
    ColumnName{"e-mail - value", "email"},
    ColumnName{"email - value", "email"},
    ColumnName{"phone number", "phone"},
    ColumnName{"telephone", "phone"},
    ColumnName{"mobile", "phone"},
    ColumnName{"mobile phone", "phone"},
    ColumnName{"primary phone", "phone"},
    ColumnName{"home phone", "phone"},
    ColumnName{"business phone", "phone"},
    ColumnName{"phone - value", "phone"},
    ColumnName{"organization", "organisation"},
    ColumnName{"company", "organisation"},
    ColumnName{"company name", "organisation"},
    ColumnName{"employer", "organisation"},
    ColumnName{"organization name", "organisation"},
    ColumnName{"organization - name", "organisation"},
    ColumnName{"job title", "role"},
    ColumnName{"position", "role"},
    ColumnName{"organization title", "role"},
    ColumnName{"organization - title", "role"},
    ColumnName{"town", "city"},
    ColumnName{"home city", "city"},
    ColumnName{"business city", "city"},
    ColumnName{"address - city", "city"},
    ColumnName{"birth date", "birthday"},
    ColumnName{"date of birth", "birthday"},
    ColumnName{"notes", "note"},
    ColumnName{"comments", "note"},
    ColumnName{"group", "groups"},
    ColumnName{"labels", "groups"},
    ColumnName{"group membership", "groups"},
    ColumnName{"categories", "groups"},
    ColumnName{"tags", "groups"},
    ColumnName{"connected on", "met"},
    ColumnName{"url", "website"},
    ColumnName{"web page", "website"},
    ColumnName{"personal web page", "website"},
    ColumnName{"website - value", "website"},
    ColumnName{"linkedin", ":linkedin"},
    ColumnName{"github", ":github"},
    ColumnName{"mastodon", ":mastodon"},
    ColumnName{"bluesky", ":bluesky"},
    ColumnName{"twitter", ":x"},
    ColumnName{"x", ":x"},
};

// Of what has happened.
inline constexpr std::array names_for_entries{
    ColumnName{"when", "date"},
    ColumnName{"day", "date"},
    ColumnName{"date and time", "date"},
    ColumnName{"contact date", "date"},
    ColumnName{"interaction date", "date"},
    ColumnName{"who", "with"},
    ColumnName{"person", "with"},
    ColumnName{"people", "with"},
    ColumnName{"contact", "with"},
    ColumnName{"contacts", "with"},
    ColumnName{"participants", "with"},
    ColumnName{"attendees", "with"},
    ColumnName{"via", "channel"},
    ColumnName{"how", "channel"},
    ColumnName{"medium", "channel"},
    ColumnName{"duration (min)", "minutes"},
    ColumnName{"duration (minutes)", "minutes"},
    ColumnName{"notes", "note"},
    ColumnName{"text", "note"},
    ColumnName{"title", "note"},
    ColumnName{"subject", "note"},
    ColumnName{"description", "note"},
    ColumnName{"summary", "note"},
    ColumnName{"comment", "note"},
    ColumnName{"comments", "note"},
    ColumnName{"details", "note"},
    ColumnName{"what", "note"},
    ColumnName{"tag", "tags"},
    ColumnName{"labels", "tags"},
    ColumnName{"categories", "tags"},
    ColumnName{"link", "url"},
};

// Of calendars.
inline constexpr std::array names_for_events{
    ColumnName{"title", "name"},      ColumnName{"subject", "name"},     ColumnName{"event", "name"},
    ColumnName{"event name", "name"}, ColumnName{"start date", "start"}, ColumnName{"starts", "start"},
    ColumnName{"begin", "start"},     ColumnName{"begins", "start"},     ColumnName{"end date", "end"},
    ColumnName{"ends", "end"},        ColumnName{"until", "end"},        ColumnName{"location", "place"},
    ColumnName{"venue", "place"},     ColumnName{"where", "place"},      ColumnName{"with", "met"},
    ColumnName{"who", "met"},         ColumnName{"person", "met"},       ColumnName{"people", "met"},
    ColumnName{"contact", "met"},     ColumnName{"contacts", "met"},     ColumnName{"notes", "note"},
    ColumnName{"text", "note"},       ColumnName{"description", "note"}, ColumnName{"summary", "note"},
    ColumnName{"comment", "note"},    ColumnName{"comments", "note"},    ColumnName{"details", "note"},
    ColumnName{"tag", "tags"},        ColumnName{"labels", "tags"},      ColumnName{"categories", "tags"},
    ColumnName{"link", "url"},        ColumnName{"web page", "url"},     ColumnName{"website", "url"},
};

// Of lists of what is to do.
inline constexpr std::array names_for_followups{
    ColumnName{"due date", "due"},      ColumnName{"due on", "due"},         ColumnName{"on", "due"},
    ColumnName{"deadline", "due"},      ColumnName{"who", "with"},           ColumnName{"person", "with"},
    ColumnName{"people", "with"},       ColumnName{"contact", "with"},       ColumnName{"contacts", "with"},
    ColumnName{"notes", "note"},        ColumnName{"text", "note"},          ColumnName{"title", "note"},
    ColumnName{"subject", "note"},      ColumnName{"description", "note"},   ColumnName{"summary", "note"},
    ColumnName{"comment", "note"},      ColumnName{"comments", "note"},      ColumnName{"details", "note"},
    ColumnName{"what", "note"},         ColumnName{"task", "note"},          ColumnName{"to do", "note"},
    ColumnName{"todo", "note"},         ColumnName{"done on", "done"},       ColumnName{"completed", "done"},
    ColumnName{"completed on", "done"}, ColumnName{"created on", "created"}, ColumnName{"created at", "created"},
};

} // namespace kith::exchange
