#include "base/strings.hpp"

#include <algorithm>

namespace tizza {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return text.substr(0, 0);  // it still has a place
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  for (size_t at = 0;;) {
    const size_t hit = from.empty() ? std::string_view::npos : text.find(from, at);
    result += text.substr(at, hit - at);
    if (hit == std::string_view::npos) return result;
    result += to;
    at = hit + from.size();
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += separator;
    result += parts[i];
  }
  return result;
}

std::string quoted_list(const std::vector<std::string>& parts, std::string_view last) {
  std::string result;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      if (i + 1 == parts.size()) {
        result.append(" ").append(last).append(" ");
      } else {
        result += ", ";
      }
    }
    result.append("`").append(parts[i]).append("`");
  }
  return result;
}

std::string counted(size_t count, std::string_view singular, std::string_view plural) {
  std::string result = std::to_string(count) + ' ';
  if (count == 1) return result.append(singular);
  if (!plural.empty()) return result.append(plural);
  return result.append(singular).append("s");
}

std::string shell_quote(std::string_view word) {
  constexpr std::string_view kHarmless =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_";
  if (!word.empty() && word.find_first_not_of(kHarmless) == std::string_view::npos) {
    return std::string(word);
  }
  return "'" + replace_all(word, "'", "'\\''") + "'";
}

}  // namespace tizza
