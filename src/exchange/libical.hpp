// The functions of libical that a calendar needs, found when one is read.
#pragma once

#include "kith/exchange/readers.hpp"

#include <libical/ical.h>

namespace kith::exchange {

/// A core::Failure of kind io where the library lacks one of them.
struct Libical {
    explicit Libical(const FindFunction& find);

    decltype(&icaltime_convert_to_zone) convert_to_zone = nullptr;
    decltype(&icaldurationtype_from_string) duration_from_string = nullptr;
    decltype(&icaltimezone_get_utc_timezone) utc_timezone = nullptr;
    decltype(&icaltimezone_get_builtin_timezone) builtin_timezone = nullptr;
    decltype(&icaltimezone_new) new_timezone = nullptr;
    decltype(&icaltimezone_free) free_timezone = nullptr;
    decltype(&icaltimezone_set_component) set_component = nullptr;
    decltype(&icalparser_parse_string) parse_string = nullptr;
    decltype(&icalcomponent_free) free_component = nullptr;
    decltype(&icaldurationtype_is_bad_duration) is_bad_duration = nullptr;
    decltype(&icalrecur_iterator_new) new_iterator = nullptr;
    decltype(&icalrecur_iterator_next) next = nullptr;
    decltype(&icalrecur_iterator_free) free_iterator = nullptr;
#if ICAL_CHECK_VERSION(4, 0, 0)
    decltype(&icalrecurrencetype_new_from_string) recurrence_from_string = nullptr;
    decltype(&icalrecurrencetype_unref) free_recurrence = nullptr;
#else
    decltype(&icalrecurrencetype_from_string) recurrence_from_string = nullptr;
#endif
};

} // namespace kith::exchange
