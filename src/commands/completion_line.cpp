#include "completion_line.hpp"

#include "kith/core/text.hpp"

#include "dispatch.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <set>

namespace kith::commands {
namespace {

/// The words of a usage that are no options: `ID...` and `[NOTE]` of `ID... [NOTE] [--on DATE]`.
std::vector<std::string_view> words_of_usage(std::string_view usage) {
    std::vector<std::string_view> words;
    bool is_value = false;
    for (const auto part : core::words(usage)) {
        const bool is_option = part.starts_with("-") || part.starts_with("[-");
        const bool is_passed_over = is_option || is_value || part == "[OPTIONS]" || part == "[FILTERS]";
        is_value = is_option && !part.ends_with(']') && part.find('|') == std::string_view::npos;
        if (!is_passed_over) words.push_back(part);
    }
    return words;
}

/// `WHO` and `none` for `[WHO|none]...`.
std::vector<std::string> alternatives(std::string_view value) {
    while (value.ends_with('.')) value.remove_suffix(1);
    if (value.starts_with('[') && value.ends_with(']')) value = value.substr(1, value.size() - 2);
    while (value.ends_with('.')) value.remove_suffix(1);
    std::vector<std::string> each;
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find('|', begin), value.size());
        each.emplace_back(value.substr(begin, end - begin));
        begin = end + 1;
    }
    return each;
}

bool takes_value(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
}

/// Reads a line word by word against the options of its command.
class Reader {
  public:
    explicit Reader(std::span<const std::string> words);
    [[nodiscard]] Line read() &&;

  private:
    void pass(const std::string& word);
    void pass_value(const std::string& value);
    void offer_values_of(const CLI::Option& option);
    void offer_words();
    [[nodiscard]] std::vector<Candidate> options() const;

    Line line_;
    const Command* command_ = nullptr;
    std::shared_ptr<CLI::App> app_;
    std::set<const CLI::Option*> given_;
    const CLI::Option* waiting_ = nullptr; ///< The option whose value comes next.
    bool has_options_ = false;             ///< Others than those that every command has.
    bool takes_options_ = true;
    bool takes_files_ = false; ///< All the command's words are names of files, whatever its usage calls each.
};

Reader::Reader(std::span<const std::string> words) {
    const auto before = words.first(words.empty() ? 0 : words.size() - 1);
    if (!words.empty()) line_.open = words.back();
    const Path path = find_path(before);
    line_.path = path.text;
    command_ = find_command(path.text);
    app_ = app_of(command_ == nullptr ? *find_command("") : *command_);
    takes_files_ = std::ranges::any_of(app_->get_options(), [](const CLI::Option* option) {
        return option->get_positional() && option->get_single_name() == "FILE";
    });
    for (const auto& word : without(path, before)) pass(word);
}

void Reader::pass(const std::string& word) {
    const bool is_option = takes_options_ && word.size() > 1 && word.front() == '-';
    if (waiting_ != nullptr && !(is_option && waiting_->get_items_expected_min() == 0)) {
        pass_value(word);
    } else if (!is_option) {
        line_.words.push_back(word);
        takes_options_ = takes_options_ && !(command_ != nullptr && command_->takes_rest);
    } else if (word == "--") {
        takes_options_ = false;
    } else if (const auto* option = app_->get_option_no_throw(word.substr(0, word.find('=')))) {
        given_.insert(option);
        has_options_ = has_options_ || option->get_group() != "Everywhere";
        waiting_ = takes_value(*option) ? option : nullptr;
        if (const auto equals = word.find('='); waiting_ != nullptr && equals != std::string::npos)
            pass_value(word.substr(equals + 1));
    }
}

void Reader::pass_value(const std::string& value) {
    if (waiting_->check_lname("dir")) line_.directory = value;
    if (waiting_->check_lname("today")) line_.today = value;
    waiting_ = nullptr;
}

void Reader::offer_values_of(const CLI::Option& option) {
    std::string name = option.get_lnames().front();
    if (name.starts_with("no-")) name.erase(0, 3);
    for (auto& value : alternatives(option.get_type_name()))
        if (value != "TEXT") line_.wanted.push_back({std::move(value), name}); // Names belong into the text itself.
}

void Reader::offer_words() {
    if (line_.words.empty() && !has_options_ && takes_options_) line_.candidates = next_commands(line_.path);
    if (command_ == nullptr || command_->path.empty()) return;
    const auto path = core::words(command_->path);
    std::string noun(path.size() < 2 ? "" : path[path.size() - 2]);
    const bool names_kind = command_->arguments.starts_with("KIND ") && !line_.words.empty();
    if (names_kind) noun = line_.words.front();
    for (auto& value : values_at(command_->arguments, line_.words.size()))
        line_.wanted.push_back({takes_files_ ? "FILE" : std::move(value), noun});
}

std::vector<Candidate> Reader::options() const {
    std::vector<Candidate> found;
    for (const CLI::Option* option : app_->get_options()) {
        const bool is_repeatable = option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
        if (option->get_positional() || (given_.contains(option) && !is_repeatable)) continue;
        for (const auto& name : option->get_lnames()) found.push_back({"--" + name, option->get_description()});
        if (line_.open == "-")
            for (const auto& name : option->get_snames()) found.push_back({"-" + name, option->get_description()});
    }
    // A command's own ones first: those of every command are declared before them.
    std::ranges::stable_partition(found, [this](const Candidate& each) {
        const auto* option = app_->get_option_no_throw(each.value);
        return option != nullptr && option->get_group() != "Everywhere";
    });
    return found;
}

Line Reader::read() && {
    const auto equals = line_.open.find('=');
    const bool begins_option = takes_options_ && line_.open.starts_with('-');
    if (waiting_ != nullptr && !(begins_option && waiting_->get_items_expected_min() == 0)) {
        offer_values_of(*waiting_);
    } else if (begins_option && equals != std::string::npos) {
        const auto* option = app_->get_option_no_throw(line_.open.substr(0, equals));
        if (option != nullptr && takes_value(*option)) offer_values_of(*option);
        line_.prefix = line_.open.substr(0, equals + 1);
        line_.open.erase(0, equals + 1);
    } else if (begins_option) {
        line_.candidates = options();
    } else {
        offer_words();
        if (takes_options_ && line_.open.empty()) line_.options = options();
    }
    return std::move(line_);
}

} // namespace

std::vector<Candidate> next_commands(const std::string& path) {
    std::vector<Candidate> found;
    for (const auto word : next_words(path)) {
        const auto* command = find_command(path + (path.empty() ? "" : " ") + std::string(word));
        found.push_back({std::string(word), command == nullptr ? "" : std::string(command->summary)});
    }
    return found;
}

std::vector<std::string> values_at(std::string_view usage, std::size_t place) {
    std::vector<std::string> values;
    const auto words = words_of_usage(usage);
    bool is_after_repeated = false;
    for (std::size_t i = 0; i < words.size() && i <= place; ++i) {
        is_after_repeated = is_after_repeated || words[i].find("...") != std::string_view::npos;
        if (i != place && !is_after_repeated) continue;
        auto more = alternatives(words[i]);
        std::ranges::move(more, std::back_inserter(values));
    }
    return values;
}

Line read_line(std::span<const std::string> words) {
    return Reader(words).read();
}

} // namespace kith::commands
