// Words of people's names that are no names by themselves.
#pragma once

#include <string_view>

namespace kith::exchange {

/// `Dr.`, `prof`, `Dipl.-Ing.`, and with a full stop `Mag.`
[[nodiscard]] bool is_title(std::string_view word);

/// The same of what stands before a name, where `Sr.` is no senior.
[[nodiscard]] bool is_title_in_front(std::string_view word);

/// Whether a title before a single word may be a name, as given names and initials are: `Eng Tan`, `MS Dhoni`; `Eng.
/// Tan` and `Ms Berg` have a title.
[[nodiscard]] bool is_also_name(std::string_view title);

/// Whether a word behind a comma is a title: `Dr.`; behind a single word `Eng` is a name.
[[nodiscard]] bool is_title_behind(std::string_view word, bool is_name_alone);

/// What a doctor is one of, behind the title: `Dr. med.`, `Dr. rer. nat.`
[[nodiscard]] bool is_field_of_doctor(std::string_view word);

/// `PhD`, as it is written; `MA` or `BA` could be a name.
[[nodiscard]] bool is_degree(std::string_view word);

/// Which one of the family a word says at the end of a name, in one form of those that mean the same: `jr` of `Jr.`,
/// `junior` and `jun.`, or `sr`, `ii`, `iii`, `iv`; nothing of any other word. `Sen` and `Jun` are names, but with a
/// full stop, or where they are small and the name is not: `Hans Meier sen`.
[[nodiscard]] std::string_view generation_of(std::string_view word, std::string_view name = {});

/// A degree, or which one of the family it is: `Jr.`, `III`.
[[nodiscard]] bool is_suffix(std::string_view word);

/// As a certificate is: `CSM`.
[[nodiscard]] bool is_acronym(std::string_view word);

/// What belongs to the family name behind it: `van`, `de`.
[[nodiscard]] bool is_particle(std::string_view word);

/// Which of them are given names, too, before particles as well: `Al Di Meola`, but `Van der Berg`.
[[nodiscard]] bool is_also_given(std::string_view word);

/// Which is never alone: `St. Claire`.
[[nodiscard]] bool is_saint(std::string_view word);

} // namespace kith::exchange
