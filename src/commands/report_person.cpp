// kith report person: the brief to read before a meeting.
#include "report_person.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/render/brief.hpp"

#include "brief_view.hpp"
#include "options.hpp"
#include "report_view.hpp"

#include <memory>

namespace kith::commands {
namespace {

struct BriefOptions {
    Texts words;
    Text as;
};

int report(const BriefOptions& options, Session& session) {
    refuse_two_forms(options.as, session);
    const std::string as = require_choice(options.as.value_or("text"), "--as", {"text", "markdown"});
    if (options.words.empty())
        core::fail_usage("'kith report person' needs a person", "who there is: kith person list");
    const auto brief = brief_of(session.people().require(core::join(options.words, " ")), session);
    const std::vector<std::string_view> keys{"person", "contact", "contacts", "followups", "events", "help"};
    if (session.print_data(keys, [&] { return document_of(brief, session); })) return 0;
    if (as == "markdown")
        session.page(render::to_markdown(brief, session.today()));
    else
        session.page(render::to_text(brief, session.today(), session.layout()));
    return 0;
}

} // namespace

Action bind_report_person(CLI::App& app) {
    auto given = std::make_shared<BriefOptions>();
    words(app, "WHO", given->words, "an id, a name, an alias, an e-mail address, or a part of a name");
    option(app, "--as", given->as, "text|markdown", "how it is written");
    return [given](Session& session) { return report(*given, session); };
}

} // namespace kith::commands
