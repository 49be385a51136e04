#include <algorithm>

#include "schema/formats/characters.hpp"
#include "schema/formats/texts.hpp"

namespace tizza::schema {
namespace {

constexpr size_t kLongestLabel = 63;
constexpr size_t kLongestHost = 253;

enum class Letters { kAscii, kAny };

bool is_label_character(char c, Letters letters) {
  return is_alphanumeric(c) || (letters == Letters::kAny && is_beyond_ascii(c));
}

bool is_label(std::string_view label, Letters letters) {
  if (label.empty() || label.size() > kLongestLabel) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(),
                     [&](char c) { return c == '-' || is_label_character(c, letters); });
}

bool is_host(std::string_view text, Letters letters) {
  if (text.empty() || text.size() > kLongestHost) return false;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('.', begin), text.size());
    if (!is_label(text.substr(begin, end - begin), letters)) return false;
    begin = end + 1;
  }
  return text.back() != '.';
}

bool is_address_literal(std::string_view text) {
  if (!take(text, '[') || !text.ends_with(']')) return false;
  text.remove_suffix(1);
  constexpr std::string_view kTag = "IPv6:";
  return text.starts_with(kTag) ? is_ipv6(text.substr(kTag.size())) : is_ipv4(text);
}

bool is_quoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  text = text.substr(1, text.size() - 2);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' || static_cast<unsigned char>(text[i]) < 0x20) return false;
    if (text[i] == '\\' && ++i == text.size()) return false;
  }
  return true;
}

bool is_dotted_atoms(std::string_view text, Letters letters) {
  constexpr std::string_view kMarks = "!#$%&'*+-/=?^_`{|}~";
  bool is_empty = true;
  for (const char c : text) {
    if (c == '.') {
      if (is_empty) return false;
      is_empty = true;
    } else {
      if (!is_label_character(c, letters) && kMarks.find(c) == std::string_view::npos) return false;
      is_empty = false;
    }
  }
  return !is_empty;
}

bool is_mailbox(std::string_view text, Letters letters) {
  const size_t at = text.rfind('@');
  if (at == std::string_view::npos) return false;
  const std::string_view name = text.substr(0, at);
  const std::string_view domain = text.substr(at + 1);
  if (!is_quoted(name) && !is_dotted_atoms(name, letters)) return false;
  return is_host(domain, letters) || is_address_literal(domain);
}

}  // namespace

bool is_ipv4(std::string_view text) {
  for (int part = 0; part < 4; ++part) {
    if (part > 0 && !take(text, '.')) return false;
    const std::string_view digits = take_while(text, is_digit);
    if (digits.empty() || digits.size() > 3 || (digits.size() > 1 && digits[0] == '0')) {
      return false;
    }
    std::string_view number = digits;
    if (take_number(number, digits.size()) > 255) return false;
  }
  return text.empty();
}

bool is_ipv6(std::string_view text) {
  int groups = 0;
  bool has_gap = false;
  if (text.starts_with("::")) {
    has_gap = true;
    text.remove_prefix(2);
  }
  bool needs_group = !has_gap;
  while (!text.empty() || needs_group) {
    const bool is_last = text.find(':') == std::string_view::npos;
    if (is_last && text.find('.') != std::string_view::npos) {
      groups += 2;
      if (!is_ipv4(text)) return false;
      break;
    }
    const std::string_view group = take_while(text, is_hex);
    if (group.empty() || group.size() > 4) return false;
    ++groups;
    needs_group = false;
    if (text.empty()) break;
    if (!take(text, ':')) return false;
    needs_group = true;
    if (take(text, ':')) {
      if (has_gap) return false;
      has_gap = true;
      needs_group = false;
    }
  }
  return has_gap ? groups <= 7 : groups == 8;
}

bool is_hostname(std::string_view text) {
  return is_host(text, Letters::kAscii);
}

bool is_idn_hostname(std::string_view text) {
  return is_host(text, Letters::kAny);
}

bool is_email(std::string_view text) {
  return is_mailbox(text, Letters::kAscii);
}

bool is_idn_email(std::string_view text) {
  return is_mailbox(text, Letters::kAny);
}

}  // namespace tizza::schema
