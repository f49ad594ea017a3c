// What friends marks in its lines: **people**, _places_ and @tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

struct MarkedText {
    std::string text;                ///< Without the marks around people and places, and without tags at its end.
    std::string whole;               ///< The same with the tags at its end.
    std::string unmarked;            ///< What of it is neither a person nor a place.
    std::vector<std::string> people; ///< In the order of the text, each once.
    std::vector<std::string> tags;   ///< Small letters, without the `@`.
};

/// `Lunch with **Ana Souza** at _Café Luz_. @food` is `Lunch with Ana Souza at Café Luz.` with Ana Souza and `food`.
[[nodiscard]] MarkedText without_marks(std::string_view text);

struct Friend {
    std::string name;
    std::vector<std::string> nicknames;
    std::string location;
    std::vector<std::string> tags;
};

/// `Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science`
[[nodiscard]] Friend friend_of(std::string_view line);

/// The same for the same text, on every machine and in every version: 16 hexadecimal digits.
[[nodiscard]] std::string fingerprint(std::string_view text);

} // namespace kith::exchange
