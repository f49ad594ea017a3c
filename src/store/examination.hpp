// A look at every record of the journal, one file after the other, and then at all of them together.
#pragma once

#include "kith/store/check.hpp"

#include "check_rules.hpp"

#include <compare>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::store {

/// A record by its file and its place among the records there.
struct Spot {
    std::size_t file = 0;
    std::size_t record = 0;
    friend auto operator<=>(const Spot&, const Spot&) = default;
};

class Examination {
  public:
    explicit Examination(core::Date today) : today_(today) {}

    /// Checks each record of a file by itself.
    void read(DataDirectory& directory, const std::string& name);
    /// Says that a file is none of the journal's.
    void pass_over(DataDirectory& directory, const std::string& name);
    /// Once all are read, checks what they have to do with each other.
    void compare();
    [[nodiscard]] Checkup checkup() &&;

  private:
    struct File {
        std::string name;
        std::string path;
        std::optional<Document> document;
        bool is_broken = false;
    };
    struct Told {
        std::size_t file = 0;
        Finding finding;
    };
    struct Named {
        Spot by;
        int line = 0;
        Reference reference;
    };
    struct FormerId {
        Spot owner;
        std::string owner_id;
        std::string id;
        int line = 0;
    };
    struct Name {
        Spot owner;
        std::string text;
        int line = 0;
    };

    void tell(Spot spot, Complaint complaint, int line);
    void tell(std::size_t file, core::Problem problem);
    [[nodiscard]] int line_of(Spot spot) const;
    [[nodiscard]] std::string place_in_words(Spot spot) const;
    [[nodiscard]] core::Fields sorted_fields(Spot spot) const;

    void read_tables(std::size_t file);
    void read_record(Spot spot);
    template<class Record> [[nodiscard]] bool read_as(Spot spot);
    template<class Record> void check_keys(Spot spot, const core::Fields& fields);
    template<class Record> void check_place(Spot spot, const Record& record, bool is_dated);
    void note_names(Spot spot, const core::Fields& fields, const core::Person& person);

    void compare_ids();
    void compare_records(std::string_view kind, const std::string& id, const std::vector<Spot>& spots);
    void compare_former_ids();
    void compare_names();
    void look_up_references();
    [[nodiscard]] bool is_known(const Reference& reference) const;
    void plan_moves();

    core::Date today_;
    std::vector<File> files_;
    std::vector<Told> told_;
    std::size_t read_files_ = 0;
    std::size_t records_ = 0;

    std::map<std::string_view, std::unordered_map<std::string, std::vector<Spot>>> ids_; ///< By kind.
    std::vector<FormerId> former_ids_;
    std::set<std::string> known_former_ids_;
    std::vector<Name> names_;
    std::deque<Named> references_;          ///< Many, which are never moved as they grow in number.
    std::map<Spot, std::string> misplaced_; ///< The file each belongs in.
    std::set<Spot> unmovable_;              ///< Copies, and those whose id means several records.
    std::vector<Repair> repairs_;
};

} // namespace kith::store
