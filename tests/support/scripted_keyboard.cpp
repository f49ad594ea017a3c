#include "scripted_keyboard.hpp"

#include <ostream>
#include <stdexcept>

namespace kith::test {
namespace {

class ScriptedKeyboard : public system::Keyboard {
  public:
    ScriptedKeyboard(KeyScript& script, const MemoryFiles& files, std::ostream& echo)
        : script_(script), files_(files), echo_(echo) {}

    [[nodiscard]] std::optional<std::string> key() override { return next(script_.keys); }
    [[nodiscard]] std::optional<std::string> line() override {
        auto text = next(script_.lines);
        if (text) echo_ << *text << '\n';
        return text;
    }
    void undisturbed(const std::function<void()>& work) override { work(); }

  private:
    [[nodiscard]] std::optional<std::string> next(std::deque<std::string>& given) {
        if (files_.is_locked()) throw std::logic_error("somebody is asked while the lock is held");
        script_.meanwhile();
        if (given.empty()) return std::nullopt;
        auto text = given.front();
        given.pop_front();
        return text;
    }

    KeyScript& script_;
    const MemoryFiles& files_;
    std::ostream& echo_;
};

} // namespace

std::unique_ptr<system::Keyboard> listen_to(KeyScript& script, const MemoryFiles& files, std::ostream& echo) {
    return std::make_unique<ScriptedKeyboard>(script, files, echo);
}

} // namespace kith::test
