// Encodings, by the C library's iconv.
#include "kith/core/text.hpp"

#include "plain_text.hpp"

#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <type_traits>

namespace kith::exchange {
namespace {

struct Close {
    void operator()(iconv_t converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, Close>;

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

std::optional<std::string> decode_file(std::string bytes) {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    const std::string_view view = bytes;
    if (view.starts_with("\xFF\xFE")) return to_utf8(view.substr(2), "UTF-16LE");
    if (view.starts_with("\xFE\xFF")) return to_utf8(view.substr(2), "UTF-16BE");
    if (core::is_valid_utf8(view)) {
        if (view.starts_with(utf8_mark)) bytes.erase(0, utf8_mark.size());
        return bytes;
    }
    // Five bytes have no meaning in Windows-1252; ISO-8859-1 gives one to each.
    if (auto text = to_utf8(view, "WINDOWS-1252")) return text;
    return to_utf8(view, "ISO-8859-1");
}

} // namespace kith::exchange
