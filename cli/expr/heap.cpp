#include "expr/heap.hpp"

#include <cstring>

#include "expr/dict.hpp"
#include "expr/failure.hpp"

namespace tizza::expr {
namespace {

// Copying and searching text is fast, but not free: this many bytes count as one step.
constexpr uint64_t kBytesAStep = 256;

}  // namespace

Heap::Heap(uint64_t max_steps, uint64_t max_bytes)
    : steps_left_(static_cast<int64_t>(std::min<uint64_t>(max_steps, INT64_MAX))),
      bytes_left_(max_bytes),
      pool_(4096, this) {}

void Heap::charge_text(uint64_t bytes) {
  if (bytes > kMaxTextBytes) {
    throw Failure("a text of " + std::to_string(bytes) + " bytes is above the limit of " +
                  std::to_string(kMaxTextBytes));
  }
  charge(bytes / kBytesAStep);
}

std::string_view Heap::keep(std::string_view text) {
  if (text.empty()) return {"", 0};
  charge_text(text.size());
  auto* copy = static_cast<char*>(pool_.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

Object Heap::sequence(Sequence::Flavor flavor, Objects items) {
  return Object(make<Sequence>(flavor, std::move(items)));
}

Dict* Heap::dict() {
  return make<Dict>(*this);
}

void Heap::fail_steps() const {
  throw Failure("the template takes more steps than are allowed",
                "make its loops smaller; it may not end");
}

void* Heap::do_allocate(size_t bytes, size_t alignment) {
  if (bytes > bytes_left_) throw Failure("the template needs more memory than is allowed");
  bytes_left_ -= bytes;
  return std::pmr::new_delete_resource()->allocate(bytes, alignment);
}

void Heap::do_deallocate(void* memory, size_t bytes, size_t alignment) {
  bytes_left_ += bytes;
  std::pmr::new_delete_resource()->deallocate(memory, bytes, alignment);
}

}  // namespace tizza::expr
