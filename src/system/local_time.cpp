#include "kith/system/local_time.hpp"

#include <cstdlib>
#include <ctime>
#include <memory>

namespace kith::system {
namespace {

/// The process's zone, which is put back.
class Zone {
  public:
    explicit Zone(const std::string& name) {
        if (const char* before = std::getenv("TZ")) before_ = before;
        setenv("TZ", name.c_str(), 1);
        tzset();
    }
    ~Zone() {
        if (before_)
            setenv("TZ", before_->c_str(), 1);
        else
            unsetenv("TZ");
        tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

  private:
    std::optional<std::string> before_;
};

} // namespace

std::function<std::optional<core::Moment>(std::chrono::seconds)> local_clock(const std::string& zone) {
    return [zone = std::make_shared<Zone>(zone)](std::chrono::seconds time) -> std::optional<core::Moment> {
        constexpr int first_year = 1900;
        const std::time_t seconds = time.count();
        std::tm local{};
        if (localtime_r(&seconds, &local) == nullptr) return std::nullopt;
        const auto date = core::make_date(local.tm_year + first_year, local.tm_mon + 1, local.tm_mday);
        if (!date) return std::nullopt;
        return core::Moment{*date, std::chrono::hours(local.tm_hour) + std::chrono::minutes(local.tm_min) +
                                       std::chrono::seconds(local.tm_sec)};
    };
}

} // namespace kith::system
