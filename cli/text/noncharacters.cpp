#include "text/noncharacters.hpp"

#include <set>

#include <fmt/core.h>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace tizza {
namespace {

constexpr char32_t kFirstPrivate = 0xE000;
constexpr char32_t kLastPrivate = 0xF8FF;

constexpr char32_t kDelete = 0x7F;

bool is_to_hide(char32_t code_point) {
  return code_point == kDelete || (code_point >= 0xFDD0 && code_point <= 0xFDEF) ||
         (code_point & 0xFFFE) == 0xFFFE;
}

/// Calls `visit` with every code point outside ASCII, and with U+007F.
template <typename Visit>
void for_each_unusual(std::string_view text, Visit visit) {
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < kDelete) {
      ++i;
      continue;
    }
    const auto decoded = utf8::decode(text.substr(i));
    visit(decoded.code_point, text.substr(i, decoded.size));
    i += decoded.size;
  }
}

struct Census {
  bool has_one = false;
  std::set<char32_t> private_use;

  void count(std::string_view text) {
    for_each_unusual(text, [&](char32_t code_point, std::string_view) {
      if (is_to_hide(code_point)) has_one = true;
      if (code_point >= kFirstPrivate && code_point <= kLastPrivate) private_use.insert(code_point);
    });
  }
  void count(const Value& value) {
    if (const std::string* text = value.as_string()) count(std::string_view(*text));
    if (const Value::List* list = value.as_list()) {
      for (const Value& item : *list) count(item);
    }
    if (const Value::Mapping* mapping = value.as_mapping()) {
      for (const auto& [key, entry] : *mapping) {
        count(std::string_view(key));
        count(entry);
      }
    }
  }
};

}  // namespace

Noncharacters::Noncharacters(const Value& value) {
  Census census;
  census.count(value);
  if (!census.has_one) return;
  char32_t mark = kFirstPrivate;
  while (mark < kLastPrivate && census.private_use.contains(mark)) ++mark;
  utf8::append(mark_, mark);
}

std::optional<std::string> Noncharacters::hide(std::string_view text) const {
  if (mark_.empty()) return std::nullopt;
  std::string hidden;
  size_t done = 0;
  for_each_unusual(text, [&](char32_t code_point, std::string_view bytes) {
    if (!is_to_hide(code_point)) return;
    const auto at = static_cast<size_t>(bytes.data() - text.data());
    hidden += text.substr(done, at - done);
    hidden += fmt::format("{}{:08X}", mark_, static_cast<uint32_t>(code_point));
    done = at + bytes.size();
  });
  if (done == 0) return std::nullopt;
  return hidden.append(text.substr(done));
}

std::string Noncharacters::reveal(std::string written) const {
  return mark_.empty() ? written : replace_all(written, mark_, "\\U");
}

}  // namespace tizza
