#pragma once
#include <cstdint>

namespace tizza::expr {

/// Numbers by chance for `random` and `lipsum`. They are the same for the same seed, because the
/// same answers must give the same project: SplitMix64.
class Chance {
 public:
  explicit Chance(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ull;
    uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
    return mixed ^ (mixed >> 31);
  }

  /// From 0 to `count` - 1; `count` is above 0.
  uint64_t below(uint64_t count) { return next() % count; }

 private:
  uint64_t state_;
};

}  // namespace tizza::expr
