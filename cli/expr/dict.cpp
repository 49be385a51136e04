#include "expr/dict.hpp"

namespace tizza::expr {
namespace {

// Up to here a look through the hashes is as fast as a table.
constexpr size_t kLinearEntries = 8;

}  // namespace

Dict::Dict(Heap& heap)
    : heap_(&heap), entries_(heap.resource()), hashes_(heap.resource()), slots_(heap.resource()) {}

size_t Dict::index_of(const Object& key, size_t key_hash) const {
  const auto holds = [&](size_t index) {
    return hashes_[index] == key_hash && equal(*heap_, entries_[index].key, key);
  };
  if (slots_.empty()) {
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (holds(i)) return i;
    }
    return kNone;
  }
  for (size_t slot = key_hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot] == 0) return kNone;
    if (holds(slots_[slot] - 1)) return slots_[slot] - 1;
  }
}

const Object* Dict::find(const Object& key) const {
  const size_t index = index_of(key, hash(*heap_, key));
  return index == kNone ? nullptr : &entries_[index].value;
}

void Dict::set(const Object& key, const Object& value) {
  const size_t key_hash = hash(*heap_, key);
  const size_t index = index_of(key, key_hash);
  if (index != kNone) {
    entries_[index].value = value;
    return;
  }
  heap_->charge(1);
  entries_.push_back({key, value});
  hashes_.push_back(key_hash);
  if (2 * entries_.size() > slots_.size() && entries_.size() > kLinearEntries) {
    rebuild();
  } else if (!slots_.empty()) {
    size_t slot = key_hash & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<uint32_t>(entries_.size());
  }
}

bool Dict::erase(const Object& key) {
  const size_t index = index_of(key, hash(*heap_, key));
  if (index == kNone) return false;
  heap_->charge(entries_.size());
  entries_.erase(entries_.begin() + static_cast<ptrdiff_t>(index));
  hashes_.erase(hashes_.begin() + static_cast<ptrdiff_t>(index));
  rebuild();
  return true;
}

void Dict::clear() {
  entries_.clear();
  hashes_.clear();
  slots_.clear();
}

void Dict::rebuild() {
  slots_.clear();
  if (entries_.size() <= kLinearEntries) return;
  size_t size = 32;
  while (size < 4 * entries_.size()) size *= 2;
  slots_.assign(size, 0);
  for (size_t i = 0; i < entries_.size(); ++i) {
    size_t slot = hashes_[i] & (size - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = static_cast<uint32_t>(i + 1);
  }
}

}  // namespace tizza::expr
