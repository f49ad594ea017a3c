// Shapes and labels of a chart. Colours are those of the page's style sheet, by class; the numbers are in the units of
// the drawing.
#pragma once

#include <string>
#include <string_view>

namespace kith::render {

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

/// A drawing that is named and described for those who do not see it. `id` is unique on the page.
struct Drawing {
    std::string_view id;
    std::string name, description;
    int width = 0, height = 0;
};

/// The drawing around shapes, as a figure.
[[nodiscard]] std::string svg(const Drawing& drawing, std::string_view shapes);
/// A rectangle of a class. `color` is for readers that know no style sheets; `title`, where there is one, is shown by
/// those that point at it.
[[nodiscard]] std::string rectangle(const Box& box, std::string_view name, std::string_view color,
                                    std::string_view title = {});
/// A text that begins at the point, or is centred on it (`middle`), or ends there (`end`).
[[nodiscard]] std::string label(double x, double y, std::string_view text, std::string_view anchor = "start");

} // namespace kith::render
