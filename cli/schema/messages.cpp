#include "schema/messages.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace tizza::schema {
namespace {

constexpr size_t kShownCodePoints = 60;
constexpr size_t kShownAlternatives = 12;

std::string_view type_phrase(size_t bit, Format format) {
  constexpr std::string_view kJsonWords[] = {"null",     "true or false", "an object", "an array",
                                             "a number", "a string",      "an integer"};
  if (format == Format::kJson) return kJsonWords[bit];
  if (bit == 2) return "a mapping";
  return bit == 3 ? "a list" : kJsonWords[bit];
}

}  // namespace

std::string expected_types(TypeSet types, Format format) {
  std::vector<std::string> phrases;
  for (size_t bit = 0; bit < std::size(kTypeNames); ++bit) {
    if (types & (1u << bit)) phrases.emplace_back(type_phrase(bit, format));
  }
  return alternatives(phrases);
}

std::string shortened(std::string_view text) {
  const size_t cut = utf8::byte_of_code_point(text, kShownCodePoints);
  std::string line(text.substr(0, cut));
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::replace(line.begin(), line.end(), '\r', ' ');
  return cut < text.size() ? line + "…" : line;
}

std::string shown(std::string_view text) {
  return "`" + shortened(text) + "`";
}

std::string shown(Node value) {
  return shown(value.is_scalar() ? value.text() : value.raw());
}

std::string found(Node instance) {
  const Format format = instance.document().format();
  if (instance.is_mapping()) return std::string(type_phrase(2, format));
  if (instance.is_sequence()) return std::string(type_phrase(3, format));
  switch (instance.type()) {
    case ScalarType::kNull:
      return instance.text().empty() ? "nothing" : "null";
    case ScalarType::kBool:
      return shown(instance);
    case ScalarType::kInt:
      return "the integer " + shown(instance);
    case ScalarType::kFloat:
      return "the number " + shown(instance);
    case ScalarType::kString:
      return "the string " + shown(instance);
  }
  return {};
}

std::string label(Node instance) {
  if (const Node key = instance.key()) return shown(key.text());
  const Node parent = instance.parent();
  if (!parent.is_sequence()) return "the document";
  size_t number = 1;
  for (const Node item : parent.items()) {
    if (item == instance) break;
    ++number;
  }
  return fmt::format("item {} of {}", number, label(parent));
}

Location place(Node instance) {
  if (instance.is_scalar()) return instance.location();
  if (const Node key = instance.key()) return key.location();
  Location start = instance.location();
  start.span.end = start.span.begin;
  return start;
}

std::string alternatives(const std::vector<std::string>& quoted) {
  const size_t count = std::min(quoted.size(), kShownAlternatives);
  std::string text;
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) text += i + 1 == quoted.size() ? " or " : ", ";
    text += quoted[i];
  }
  if (count < quoted.size()) text += fmt::format(" or one of {} more", quoted.size() - count);
  return text;
}

}  // namespace tizza::schema
