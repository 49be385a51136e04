#include "text/yaml_brackets.hpp"

#include <algorithm>
#include <cstdint>

namespace tizza::yaml {
namespace {

// Case aside, as ASCII has it, `{` is `[` and `}` is `]`.
constexpr uint8_t kCase = 0x20;
constexpr uint8_t kOpening = '[';
constexpr uint8_t kClosing = ']';

constexpr size_t kBlock = 64;

/// Most blocks of most texts have no bracket: of a fixed size, so that compilers take many bytes at
/// a time.
bool has_bracket(const char* block) {
  uint8_t found = 0;
  for (size_t i = 0; i < kBlock; ++i) {
    const auto byte = static_cast<uint8_t>(static_cast<uint8_t>(block[i]) & ~kCase);
    found |= static_cast<uint8_t>(byte == kOpening) | static_cast<uint8_t>(byte == kClosing);
  }
  return found != 0;
}

}  // namespace

std::vector<size_t> bracket_heaps(std::string_view text, size_t least) {
  std::vector<size_t> ends;
  size_t open = 0;
  for (size_t start = 0; start < text.size(); start += kBlock) {
    const size_t end = std::min(start + kBlock, text.size());
    if (end - start == kBlock && !has_bracket(text.data() + start)) continue;
    for (size_t i = start; i < end; ++i) {
      const auto byte = static_cast<uint8_t>(static_cast<uint8_t>(text[i]) & ~kCase);
      if (byte == kClosing && open > 0) --open;
      if (byte != kOpening || ++open != least) continue;
      ends.push_back(i + 1);
      least *= 2;
    }
  }
  return ends;
}

}  // namespace tizza::yaml
