#include "libical.hpp"

#include "kith/core/error.hpp"

namespace kith::exchange {
namespace {

template<class Function> void look_up(Function& function, const FindFunction& find, const char* name) {
    function = reinterpret_cast<Function>(find(name));
    if (function == nullptr)
        throw core::Failure({core::ProblemKind::io,
                             std::string(KITH_LIBICAL " has no function ") + name,
                             {},
                             "install " KITH_LIBICAL_PACKAGE " as kith was built with it"});
}

} // namespace

Libical::Libical(const FindFunction& find) {
    look_up(convert_to_zone, find, "icaltime_convert_to_zone");
    look_up(duration_from_string, find, "icaldurationtype_from_string");
    look_up(is_bad_duration, find, "icaldurationtype_is_bad_duration");
    look_up(utc_timezone, find, "icaltimezone_get_utc_timezone");
    look_up(builtin_timezone, find, "icaltimezone_get_builtin_timezone");
    look_up(new_timezone, find, "icaltimezone_new");
    look_up(free_timezone, find, "icaltimezone_free");
    look_up(set_component, find, "icaltimezone_set_component");
    look_up(parse_string, find, "icalparser_parse_string");
    look_up(free_component, find, "icalcomponent_free");
    look_up(new_iterator, find, "icalrecur_iterator_new");
    look_up(next, find, "icalrecur_iterator_next");
    look_up(free_iterator, find, "icalrecur_iterator_free");
#if ICAL_CHECK_VERSION(4, 0, 0)
    look_up(recurrence_from_string, find, "icalrecurrencetype_new_from_string");
    look_up(free_recurrence, find, "icalrecurrencetype_unref");
#else
    look_up(recurrence_from_string, find, "icalrecurrencetype_from_string");
#endif
}

LibraryName calendar_library() {
    return {KITH_LIBICAL, KITH_LIBICAL_PACKAGE};
}

} // namespace kith::exchange
