#include "kith/system/line_editor.hpp"

#include "kith/core/text.hpp"

#include "refusal.hpp"

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <exception>
#include <histedit.h>
#include <locale.h>
#include <memory>
#include <unistd.h>

namespace kith::system {
namespace {

constexpr std::size_t most_shown = 20;

/// The files are UTF-8 whatever the locale, and so is what is typed for them.
class Utf8 {
  public:
    Utf8() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (locale_ != nullptr) before_ = ::uselocale(locale_);
    }
    Utf8(const Utf8&) = delete;
    Utf8& operator=(const Utf8&) = delete;
    ~Utf8() {
        if (locale_ == nullptr) return;
        ::uselocale(before_);
        ::freelocale(locale_);
    }

  private:
    locale_t locale_ = nullptr;
    locale_t before_ = nullptr;
};

/// What libedit's functions are called back with.
struct Question {
    std::string prompt;
    const Completer& complete;
    std::FILE* output;
};

Question& question_of(EditLine* editor) {
    void* question = nullptr;
    ::el_get(editor, EL_CLIENTDATA, &question);
    return *static_cast<Question*>(question);
}

char* prompt_of(EditLine* editor) {
    return question_of(editor).prompt.data();
}

bool is_inside_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !is_inside_character(byte); }));
}

/// How all texts begin; there is at least one.
std::string common_beginning(const std::vector<std::string>& texts) {
    std::string_view common = texts.front();
    for (const auto& text : texts) {
        auto length = static_cast<std::size_t>(std::ranges::mismatch(common, text).in1 - common.begin());
        while (length > 0 && length < common.size() && is_inside_character(common[length])) --length;
        common = common.substr(0, length);
    }
    return std::string(common);
}

void show(const std::vector<std::string>& texts, std::FILE* output) {
    std::string lines = "\n";
    for (std::size_t i = 0; i < std::min(texts.size(), most_shown); ++i)
        lines += "  " + core::escape_controls(texts[i]) + "\n";
    if (texts.size() > most_shown) lines += "  and " + std::to_string(texts.size() - most_shown) + " more\n";
    std::fputs(lines.c_str(), output);
}

unsigned char complete_at_cursor(EditLine* editor) {
    const auto& question = question_of(editor);
    const LineInfo* line = ::el_line(editor);
    const std::string before(line->buffer, line->cursor);
    const auto endings = question.complete(before);
    if (endings.texts.empty()) return CC_REFRESH_BEEP;
    const auto typed = std::string_view(before).substr(endings.begin);
    const auto common = common_beginning(endings.texts);
    const bool is_sure = endings.texts.size() == 1 || core::fold(common).starts_with(core::fold(typed));
    if (is_sure && common != typed) {
        ::el_deletestr(editor, static_cast<int>(characters_in(typed)));
        ::el_insertstr(editor, common.c_str());
    }
    if (endings.texts.size() == 1) return CC_REFRESH;
    show(endings.texts, question.output);
    return CC_REDISPLAY;
}

unsigned char on_tabulator(EditLine* editor, int /*key*/) {
    try {
        return complete_at_cursor(editor);
    } catch (const std::exception&) { // It must not pass through a library of C; the line is as it was.
        return CC_ERROR;
    }
}

class TerminalLineEditor : public LineEditor {
  public:
    TerminalLineEditor();
    [[nodiscard]] std::optional<std::string> ask(const std::string& question, const Completer& complete,
                                                 const std::string& given) override;

  private:
    // What is asked is no data; it goes where it is seen.
    std::FILE* output_ = ::isatty(STDERR_FILENO) == 1 ? stderr : stdout;
    std::unique_ptr<EditLine, decltype(&::el_end)> editor_{nullptr, &::el_end};
};

TerminalLineEditor::TerminalLineEditor() {
    const Utf8 utf8;
    editor_.reset(::el_init("kith", stdin, output_, stderr));
    if (!editor_) refuse("edit lines on", "the terminal", ENOMEM);
    ::el_set(editor_.get(), EL_PROMPT, prompt_of);
    ::el_set(editor_.get(), EL_SIGNAL, 1);
    ::el_set(editor_.get(), EL_EDITOR, "emacs");
    ::el_source(editor_.get(), nullptr); // ~/.editrc, where somebody has other keys at hand.
    ::el_wset(editor_.get(), EL_ADDFN, L"kith-complete", L"complete", on_tabulator);
    ::el_set(editor_.get(), EL_BIND, "^I", "kith-complete", nullptr);
}

std::optional<std::string> TerminalLineEditor::ask(const std::string& question, const Completer& complete,
                                                   const std::string& given) {
    const Utf8 utf8;
    // The prompt that libedit draws again at each key is one line.
    const auto last = question.rfind('\n') + 1; // 0 where there is none.
    std::fputs(question.substr(0, last).c_str(), output_);
    Question asked{question.substr(last) + " ", complete, output_};
    ::el_set(editor_.get(), EL_CLIENTDATA, &asked);
    if (!given.empty()) ::el_push(editor_.get(), given.c_str());
    int length = 0;
    const char* line = ::el_gets(editor_.get(), &length);
    if (line == nullptr || length <= 0) {
        std::fputs("\n", output_);
        return std::nullopt;
    }
    std::string text(line, static_cast<std::size_t>(length));
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    return text;
}

} // namespace

std::unique_ptr<LineEditor> edit_on_terminal() {
    return std::make_unique<TerminalLineEditor>();
}

} // namespace kith::system
