#pragma once
#include <memory_resource>
#include <string_view>
#include <vector>

#include "expr/heap.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

/// A mapping that keeps the order in which keys were added. Keys are compared as Python does, so
/// that 1, 1.0 and true are one key. Lives in a Heap.
class Dict {
 public:
  struct Entry {
    Object key;
    Object value;
  };

  explicit Dict(Heap& heap);

  size_t size() const { return entries_.size(); }
  const std::pmr::vector<Entry>& entries() const { return entries_; }

  /// The value under `key`, or null. A list or dict as key fails.
  const Object* find(const Object& key) const;
  const Object* find(std::string_view key) const { return find(Object(key)); }

  void set(const Object& key, const Object& value);
  void set(std::string_view key, const Object& value) { set(Object(key), value); }
  bool erase(const Object& key);
  void clear();

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  size_t index_of(const Object& key, size_t key_hash) const;
  void rebuild();

  Heap* heap_;
  std::pmr::vector<Entry> entries_;
  std::pmr::vector<size_t> hashes_;
  std::pmr::vector<uint32_t> slots_;  // entry number + 1; 0 is free; empty for small dicts
};

}  // namespace tizza::expr
