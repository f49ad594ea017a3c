#include "svg.hpp"

#include "html.hpp"

#include <fmt/format.h>

namespace kith::render {
namespace {

/// To a tenth, without what says nothing: `12`, `12.5`.
std::string number(double value) {
    auto text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

} // namespace

std::string svg(const Drawing& drawing, std::string_view shapes) {
    return fmt::format(R"(<figure>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" )"
                       R"(aria-labelledby="{2}-name {2}-description" font-family="sans-serif" font-size="12">
<title id="{2}-name">{3}</title>
<desc id="{2}-description">{4}</desc>
{5}</svg>
</figure>
)",
                       drawing.width, drawing.height, drawing.id, escape_html(drawing.name),
                       escape_html(drawing.description), shapes);
}

std::string rectangle(const Box& box, std::string_view name, std::string_view color, std::string_view title) {
    const auto start = fmt::format(R"(<rect class="{}" fill="{}" x="{}" y="{}" width="{}" height="{}")", name, color,
                                   number(box.x), number(box.y), number(box.width), number(box.height));
    if (title.empty()) return start + "/>\n";
    return fmt::format("{}><title>{}</title></rect>\n", start, escape_html(title));
}

std::string label(double x, double y, std::string_view text, std::string_view anchor) {
    const auto from = anchor == "start" ? std::string{} : fmt::format(R"( text-anchor="{}")", anchor);
    return fmt::format(R"(<text x="{}" y="{}"{} fill="currentColor">{}</text>)", number(x), number(y), from,
                       escape_html(text)) +
           "\n";
}

} // namespace kith::render
