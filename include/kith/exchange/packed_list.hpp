// A list of records that takes little more room than what they say: an import may have a million of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {

/// Names that come again and again (`linkedin`, `organisation`) as one byte each.
class PackedNames {
  public:
    void put(std::string_view name, std::string& bytes);
    [[nodiscard]] std::string take(const char*& from) const;

  private:
    std::vector<std::string> known_;
};

/// Packs a record behind the bytes; unpack() gives back exactly what was packed. For people, interactions, events and
/// follow-ups, and for these as they come in.
template<class T> void pack(const T& value, PackedNames& names, std::string& bytes);
template<class T> [[nodiscard]] T unpack(const char* from, const PackedNames& names);

/// Rows of bytes, each in one piece, in blocks that can be given back one by one.
class PackedRows {
  public:
    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] const char* at(std::size_t row) const;
    void push_back(std::string_view bytes) { places_.push_back(put(bytes)); }
    /// What was there before is not used again.
    void set(std::size_t row, std::string_view bytes) { places_[row] = put(bytes); }
    /// Takes off the first rows.
    void drop(std::size_t count) { places_.erase(places_.begin(), places_.begin() + static_cast<long>(count)); }

  private:
    struct Place {
        std::uint32_t block = 0, offset = 0;
    };
    Place put(std::string_view bytes);

    std::vector<std::string> blocks_; ///< None grows beyond the room that it has.
    std::vector<Place> places_;
};

/// As a vector of values. What is read of a constant list is a copy; a reference to one that may be changed holds until
/// the next one is put in, as with a vector.
template<class T> class PackedList {
  public:
    using value_type = T;

    class const_iterator {
      public:
        using iterator_concept = std::forward_iterator_tag;
        using iterator_category = std::input_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using reference = T;
        using pointer = void;

        const_iterator() = default;
        const_iterator(const PackedList& list, std::size_t index) : list_(&list), index_(index) {}
        T operator*() const { return (*list_)[index_]; }
        const_iterator& operator++() {
            ++index_;
            return *this;
        }
        const_iterator operator++(int) { return {*list_, index_++}; }
        friend bool operator==(const const_iterator&, const const_iterator&) = default;

      private:
        const PackedList* list_ = nullptr;
        std::size_t index_ = 0;
    };

    PackedList() = default;
    PackedList(std::initializer_list<T> values) {
        for (const auto& value : values) push_back(value);
    }
    PackedList(const std::vector<T>& values) { // NOLINT(google-explicit-constructor): the same values.
        for (const auto& value : values) push_back(value);
    }
    PackedList& operator=(std::initializer_list<T> values) { return *this = PackedList(values); }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] bool empty() const { return rows_.size() == 0; }
    [[nodiscard]] const_iterator begin() const { return {*this, 0}; }
    [[nodiscard]] const_iterator end() const { return {*this, size()}; }

    [[nodiscard]] T operator[](std::size_t index) const {
        if (const auto open = open_.find(index); open != open_.end()) return open->second;
        return unpack<T>(rows_.at(index), names_);
    }
    [[nodiscard]] T& operator[](std::size_t index) {
        auto open = open_.lower_bound(index);
        if (open == open_.end() || open->first != index)
            open = open_.emplace_hint(open, index, unpack<T>(rows_.at(index), names_));
        return open->second;
    }
    [[nodiscard]] T at(std::size_t index) const { return (*this)[index]; }
    [[nodiscard]] T& at(std::size_t index) { return (*this)[index]; }
    [[nodiscard]] T front() const { return (*this)[0]; }
    [[nodiscard]] T& front() { return (*this)[0]; }
    [[nodiscard]] T back() const { return (*this)[size() - 1]; }
    [[nodiscard]] T& back() { return (*this)[size() - 1]; }

    void push_back(const T& value) {
        close();
        rows_.push_back(packed(value));
    }
    T& emplace_back() {
        push_back(T{});
        return back();
    }
    void set(std::size_t index, const T& value) {
        open_.erase(index);
        rows_.set(index, packed(value));
    }
    /// Takes off the first ones.
    void drop(std::size_t count) {
        close();
        rows_.drop(count);
    }

  private:
    const std::string& packed(const T& value) {
        room_.clear();
        pack(value, names_, room_);
        return room_;
    }
    void close() {
        for (const auto& [index, value] : open_) rows_.set(index, packed(value));
        open_.clear();
    }

    PackedRows rows_;
    PackedNames names_;
    std::map<std::size_t, T> open_; ///< Those that may be changed, as they are now.
    std::string room_;
};

} // namespace kith::exchange
