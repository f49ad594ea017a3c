// Encodings, by the C library's iconv.
#include "kith/core/text.hpp"

#include "plain_text.hpp"
#include "refusal.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <type_traits>
#include <utility>

namespace kith::exchange {
namespace {

struct Close {
    void operator()(iconv_t converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, Close>;

std::optional<DecodedFile> decoded_from(std::string_view bytes, const std::string& encoding, std::string assumed) {
    auto text = to_utf8(bytes, encoding);
    if (!text) return std::nullopt;
    return DecodedFile{std::move(*text), std::move(assumed)};
}

struct Utf8Count {
    std::size_t letters = 0; ///< Of more than one byte.
    std::size_t bad = 0;     ///< Bytes that are of no letter.
    std::size_t first_bad = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length > 1 && core::is_valid_utf8(bytes.substr(at, length))) {
            ++count.letters;
            at += length;
        } else {
            if (length > 1 && count.bad++ == 0) count.first_bad = at;
            ++at;
        }
    }
    return count;
}

} // namespace

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding) {
    iconv_t opened = iconv_open("UTF-8", encoding.c_str());
    // The C library's word for "none" is a pointer made of -1.
    if (opened == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    const Converter converter(opened);
    std::string source(bytes); // iconv takes no const.
    char* from = source.data();
    std::size_t left = source.size();
    std::string text;
    std::array<char, 4096> buffer{};
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const auto result = iconv(converter.get(), &from, &left, &to, &room);
        text.append(buffer.data(), buffer.size() - room);
        if (result == static_cast<std::size_t>(-1) && errno != E2BIG) return std::nullopt;
    }
    if (!core::is_valid_utf8(text)) return std::nullopt;
    return text;
}

std::optional<DecodedFile> decode_older(std::string_view bytes) {
    if (const auto count = count_utf8(bytes); count.letters >= count.bad) return std::nullopt;
    // Five bytes have no meaning in Windows-1252; ISO-8859-1 gives one to each.
    if (auto file = decoded_from(bytes, "WINDOWS-1252", "Windows-1252")) return file;
    return decoded_from(bytes, "ISO-8859-1", "ISO-8859-1");
}

std::optional<DecodedFile> decode_file(std::string bytes) {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    const std::string_view view = bytes;
    if (const auto found = utf16_of(view)) return decoded_from(view.substr(found->mark), found->encoding, {});
    if (core::is_valid_utf8(view)) {
        if (view.starts_with(utf8_mark)) bytes.erase(0, utf8_mark.size());
        return DecodedFile{std::move(bytes), {}};
    }
    if (const auto count = count_utf8(view); count.letters >= count.bad)
        refuse(static_cast<int>(std::ranges::count(view.substr(0, count.first_bad), '\n')) + 1,
               "there is a byte that is not UTF-8, as the rest of the file is", "mend the word it stands in");
    return decode_older(view);
}

} // namespace kith::exchange
