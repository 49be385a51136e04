#pragma once
#include <algorithm>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <utility>

#include "expr/object.hpp"

namespace tizza::expr {

/// The largest text that any operation may make.
inline constexpr uint64_t kMaxTextBytes = 64ull << 20;

/// Owns every value of one rendering until its end, and counts what the template uses: steps and
/// bytes. Freed at once, so that neither cycles nor deep nesting need care.
class Heap final : private std::pmr::memory_resource {
 public:
  Heap(uint64_t max_steps, uint64_t max_bytes);

  /// Counts `steps` of work; fails where the template has used its share.
  void charge(uint64_t steps) {
    steps_left_ -= static_cast<int64_t>(steps);
    if (steps_left_ < 0) fail_steps();
  }

  uint64_t steps_left() const { return static_cast<uint64_t>(std::max<int64_t>(steps_left_, 0)); }

  /// A text of this size is about to be made: fails above kMaxTextBytes, and charges for it.
  void charge_text(uint64_t bytes);

  /// Copies a text into the heap.
  std::string_view keep(std::string_view text);
  Object text(std::string_view text, bool is_safe = false) { return Object(keep(text), is_safe); }

  Objects objects() { return Objects(&pool_); }
  Object list(Objects items) { return sequence(Sequence::Flavor::kList, std::move(items)); }
  Object tuple(Objects items) { return sequence(Sequence::Flavor::kTuple, std::move(items)); }
  Object iterator(Objects items) { return sequence(Sequence::Flavor::kIterator, std::move(items)); }
  Object sequence(Sequence::Flavor flavor, Objects items);
  Dict* dict();

  /// Makes a T whose destructor never runs: it must own nothing outside the heap.
  template <typename T, typename... Args>
  T* make(Args&&... args) {
    return new (pool_.allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
  }

  std::pmr::memory_resource* resource() { return &pool_; }

 private:
  [[noreturn]] void fail_steps() const;

  // The pool asks here for its blocks, so that the limit holds for all that it hands out.
  void* do_allocate(size_t bytes, size_t alignment) override;
  void do_deallocate(void* memory, size_t bytes, size_t alignment) override;
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

  int64_t steps_left_;
  uint64_t bytes_left_;
  std::pmr::monotonic_buffer_resource pool_;
};

}  // namespace tizza::expr
