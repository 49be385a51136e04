#include "base/collation.hpp"

#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace tizza {
namespace {

/// What is no letter or digit, in the order of the Unicode Collation Algorithm's root table.
constexpr std::string_view kMarks = "\t\n\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/// The letters without their accents from U+00C0 to U+017F; `.` where there is none.
constexpr std::string_view kBaseLetters =
    "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// The weights of one code point, most important first.
struct Weights {
  uint32_t letter = 0;
  uint32_t accent = 0;
  uint32_t is_upper = 0;
};

Weights weights_of(char32_t c) {
  Weights weights;
  if (c >= 0xC0 && c < 0xC0 + kBaseLetters.size() && kBaseLetters[c - 0xC0] != '.') {
    weights.accent = static_cast<uint32_t>(c);
    c = static_cast<unsigned char>(kBaseLetters[c - 0xC0]);
  }
  if (c >= 'A' && c <= 'Z') {
    weights.is_upper = 1;
    c += 'a' - 'A';
  }
  const size_t mark = c < 0x80 ? kMarks.find(static_cast<char>(c)) : std::string_view::npos;
  weights.letter = static_cast<uint32_t>(mark == std::string_view::npos ? kMarks.size() + c : mark);
  return weights;
}

std::vector<Weights> weights_of(std::string_view text) {
  std::vector<Weights> all;
  for (size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text.substr(at));
    all.push_back(weights_of(decoded.code_point));
    at += decoded.size;
  }
  return all;
}

int compare(const std::vector<Weights>& a, const std::vector<Weights>& b,
            uint32_t Weights::*level) {
  for (size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (a[i].*level != b[i].*level) return a[i].*level < b[i].*level ? -1 : 1;
  }
  if (a.size() == b.size()) return 0;
  return a.size() < b.size() ? -1 : 1;
}

}  // namespace

int collate(std::string_view a, std::string_view b) {
  const auto left = weights_of(a);
  const auto right = weights_of(b);
  for (const auto level : {&Weights::letter, &Weights::accent, &Weights::is_upper}) {
    if (const int order = compare(left, right, level); order != 0) return order;
  }
  return 0;
}

}  // namespace tizza
