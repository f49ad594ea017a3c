// Several clones of one file of the journal, edited and pulled in whatever order, with git's graph of commits between
// them.
#pragma once

#include "kith/store/document.hpp"

#include "generated_documents.hpp"

#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kith::test {

/// Knows what has to come out of it, however it was pulled. What a record holds is changed by one clone alone, key by
/// key and element by element of a list, but for what the merge's rules settle: a follow-up is closed by any, and a
/// record with the same content is added by several.
class Clones {
  public:
    /// Of a file of interactions, of follow-ups or of people, with a few records.
    Clones(std::size_t count, Chance& chance);

    /// One random change on a clone, committed.
    void edit(std::size_t clone);
    /// As `git pull` does: a merge, or the other's commit where there is nothing of one's own. What was wrong with the
    /// merge; empty where nothing was.
    [[nodiscard]] std::string pull(std::size_t into, std::size_t from);
    /// Has all pull until all have the same; the first pulls all others in a random order.
    [[nodiscard]] std::string pull_all();

    [[nodiscard]] std::size_t count() const { return heads_.size(); }
    [[nodiscard]] const std::string& text(std::size_t clone) const { return commits_[heads_[clone]].text; }
    /// What a clone that has pulled everything has lost, or has too much; empty where all is as it should be.
    [[nodiscard]] std::string difference(std::size_t clone) const;

  private:
    struct Commit {
        std::string text;
        std::set<std::size_t> ancestors; ///< Itself among them.
    };
    struct Closing {
        std::string date;
        std::string interaction;
        friend auto operator<=>(const Closing&, const Closing&) = default;
    };
    /// A record as it has to be in the end.
    struct Expected {
        std::map<std::string, std::string> texts; ///< By key.
        std::set<std::string> people;
        std::set<Closing> closings; ///< Of a follow-up; the first one counts.
        std::string predecessor;    ///< Of a follow-up that came of one that was closed.
        std::size_t owner = 0;      ///< The clone that alone may change or remove it, where it is private.
        bool is_private = false;
        bool is_fixed = false; ///< Its texts are never changed, so that several may add it.
        bool is_removed = false;
    };

    [[nodiscard]] std::size_t commit(std::string text, std::size_t first, std::size_t second);
    [[nodiscard]] std::size_t base_of(std::size_t left, std::size_t right);

    void add(std::size_t clone, store::Document& document);
    void insert(const std::string& id, const Expected& record, store::Document& document);
    void change_text(std::size_t clone, store::Document& document);
    void change_people(std::size_t clone, store::Document& document);
    void remove(std::size_t clone, store::Document& document);
    void close(std::size_t clone, store::Document& document);
    void annotate(std::size_t clone, store::Document& document);

    [[nodiscard]] std::string difference(const std::string& id, const Expected& expected,
                                         const core::Fields& fields) const;
    [[nodiscard]] bool is_owner(std::size_t clone, std::string_view thing) const;
    [[nodiscard]] bool may_change(std::size_t clone, const std::string& id, std::string_view thing) const;
    [[nodiscard]] std::string new_name(std::string_view of);

    Chance* chance_;
    std::string kind_;
    std::vector<Commit> commits_;
    std::vector<std::size_t> heads_;
    std::map<std::string, Expected> expected_; ///< By id.
    std::set<std::string> remarks_;
    int names_ = 0;
};

} // namespace kith::test
