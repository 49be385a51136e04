#include <yaml-cpp/emitter.h>

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/core.h>

#include "base/strings.hpp"
#include "text/noncharacters.hpp"
#include "text/scalar.hpp"
#include "text/writer.hpp"

namespace tizza {
namespace {

// Simple keys must fit 1,024 characters (YAML 1.2.2, chapter 7.4.2).
constexpr size_t kLongestSimpleKey = 1000;

/// What YAML 1.1 readers take for a boolean although YAML 1.2 has it as a string.
bool is_old_boolean(std::string_view text) {
  constexpr std::array<std::string_view, 6> kWords = {"y", "n", "yes", "no", "on", "off"};
  const std::string lower = text.size() <= 3 ? to_lower(text) : std::string();
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

/// What YAML 1.1 readers could take for a number, a time (`12:30`) or a date (`2024-01-31`).
bool looks_numeric(std::string_view text) {
  if (text.find_first_not_of("0123456789.:_-+eExXoTZ") != std::string_view::npos) return false;
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool may_be_plain(std::string_view text) {
  return is_safe_plain(text) && !is_old_boolean(text) && !looks_numeric(text) && text != "<<" &&
         text != "=";
}

/// Whether a literal block shows the text as it is: several lines of printable ASCII or UTF-8, the
/// last one ended, none with white space that editors strip.
bool may_be_literal(std::string_view text) {
  if (!text.ends_with('\n') || text.ends_with("\n\n")) return false;
  if (text.find('\n') + 1 == text.size()) return false;
  if (text[0] == ' ' || text[0] == '\n') return false;
  const bool has_control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
  // U+0085, U+2028 and U+2029 are line ends to YAML 1.1; U+FEFF may be taken for a mark.
  for (const std::string_view line_end :
       {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF"}) {
    if (text.find(line_end) != std::string_view::npos) return false;
  }
  return !has_control && text.find(" \n") == std::string_view::npos;
}

/// Whether people would write the list in brackets: a few short words, or nothing at all.
bool fits_one_line(const Value::List& list) {
  constexpr size_t kMaxCharacters = 60;
  size_t characters = 0;
  for (const Value& item : list) {
    if (item.as_list() || item.as_mapping()) return false;
    const std::string* text = item.as_string();
    if (text && text->find('\n') != std::string::npos) return false;
    characters += text ? text->size() + 2 : 8;
  }
  return characters <= kMaxCharacters;
}

class YamlWriter {
 public:
  explicit YamlWriter(const Value& value) : noncharacters_(value) {
    emitter_.SetNullFormat(YAML::LowerNull);
    write(value);
  }

  std::string text() const {
    return noncharacters_.reveal(std::string(emitter_.c_str(), emitter_.size()) + "\n");
  }

 private:
  void write(const Value& value) {
    if (const bool* boolean = value.as_bool()) {
      write_plain(*boolean ? "true" : "false");
    } else if (const int64_t* whole = value.as_int()) {
      write_plain(fmt::format("{}", *whole));
    } else if (const double* number = value.as_double()) {
      write_plain(double_text(*number));
    } else if (const std::string* text = value.as_string()) {
      write_string(*text, true);
    } else if (const Value::List* list = value.as_list()) {
      write_list(*list);
    } else if (const Value::Mapping* mapping = value.as_mapping()) {
      write_mapping(*mapping);
    } else {
      emitter_ << YAML::Null;
    }
  }

  void write_plain(const std::string& text) { emitter_ << YAML::Auto << text; }

  static std::string double_text(double number) {
    if (std::isnan(number)) return ".nan";
    if (std::isinf(number)) return number < 0 ? "-.inf" : ".inf";
    std::string digits = fmt::format("{}", number);
    if (digits.find_first_of(".e") == std::string::npos) digits += ".0";
    return digits;
  }

  void write_string(const std::string& text, bool is_value) {
    if (const auto hidden = noncharacters_.hide(text)) {
      emitter_ << YAML::DoubleQuoted << *hidden;
    } else if (may_be_plain(text)) {
      emitter_ << text;
    } else if (is_value && may_be_literal(text)) {
      // yaml-cpp writes no chomping indicator: the last line end is the one that follows anyway.
      emitter_ << YAML::Literal << text.substr(0, text.size() - 1);
    } else {
      emitter_ << YAML::DoubleQuoted << text;
    }
  }

  void write_list(const Value::List& list) {
    if (fits_one_line(list)) emitter_ << YAML::Flow;
    emitter_ << YAML::BeginSeq;
    for (const Value& item : list) write(item);
    emitter_ << YAML::EndSeq;
  }

  void write_mapping(const Value::Mapping& mapping) {
    if (mapping.empty()) emitter_ << YAML::Flow;
    emitter_ << YAML::BeginMap;
    for (const auto& [key, value] : mapping) {
      if (key.size() > kLongestSimpleKey) emitter_ << YAML::LongKey;
      emitter_ << YAML::Key;
      write_string(key, false);
      emitter_ << YAML::Value;
      write(value);
    }
    emitter_ << YAML::EndMap;
  }

  Noncharacters noncharacters_;
  YAML::Emitter emitter_;
};

}  // namespace

std::string write_yaml(const Value& value) {
  return YamlWriter(value).text();
}

}  // namespace tizza
