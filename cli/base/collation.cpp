#include "base/collation.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tizza {
namespace {

constexpr std::string_view kOrder =
    "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr std::array<uint8_t, 128> kRanks = [] {
  std::array<uint8_t, 128> ranks = {};
  for (size_t i = 0; i < kOrder.size(); ++i) {
    ranks[static_cast<size_t>(kOrder[i])] = static_cast<uint8_t>(i + 1);
  }
  for (char c = 'A'; c <= 'Z'; ++c) {
    ranks[static_cast<size_t>(c)] = ranks[static_cast<size_t>(lower(c))];
  }
  return ranks;
}();

/// UTF-8 keeps the order of code points, so that its bytes can be compared.
int rank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < kRanks.size() ? kRanks[byte] : byte;
}

}  // namespace

int collate(std::string_view a, std::string_view b) {
  const size_t shared = std::min(a.size(), b.size());
  int by_case = 0;
  for (size_t i = 0; i < shared; ++i) {
    const int difference = rank(a[i]) - rank(b[i]);
    if (difference != 0) return difference;
    if (by_case == 0 && a[i] != b[i]) by_case = a[i] == lower(a[i]) ? -1 : 1;
  }
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return by_case;
}

}  // namespace tizza
