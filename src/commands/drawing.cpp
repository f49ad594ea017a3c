#include "drawing.hpp"

namespace kith::commands {

render::Layout drawing_layout(const Session& session, bool wants_ascii) {
    auto layout = session.layout();
    if (wants_ascii) layout.signs = render::Signs::ascii;
    return layout;
}

std::string_view between_texts(const Session& session) {
    return render::between_texts(session.layout().signs);
}

} // namespace kith::commands
