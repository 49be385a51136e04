#include "expr/slugify.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "expr/text_operations.hpp"
#include "expr/transliteration_table.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string to_ascii(std::string_view text) {
  std::string ascii;
  while (!text.empty()) {
    const auto next = utf8::decode(text);
    if (next.code_point < 0x80) {
      ascii += text[0];
    } else {
      const auto& table = transliterations();
      const auto found = std::lower_bound(
          table.begin(), table.end(), next.code_point,
          [](const Transliteration& row, char32_t c) { return row.character < c; });
      if (found != table.end() && found->character == next.code_point) ascii += found->ascii;
    }
    text.remove_prefix(next.size);
  }
  return ascii;
}

/// The text of an HTML entity (`&amp;` without `&` and `;`), or nothing for what is none.
std::optional<std::string> entity_text(std::string_view name) {
  if (name == "amp") return "&";
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "quot") return "\"";
  if (name == "nbsp") return " ";
  if (!name.starts_with('#')) return std::nullopt;
  const bool is_hex = name.size() > 1 && name[1] == 'x';
  const std::string digits(name.substr(is_hex ? 2 : 1));
  const auto accepts = [&](char c) {
    return is_ascii_digit(c) || (is_hex && ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'));
  };
  if (digits.empty() || digits.size() > 6 || !std::all_of(digits.begin(), digits.end(), accepts)) {
    return std::nullopt;
  }
  std::string text;
  utf8::append(text, static_cast<char32_t>(std::stoul(digits, nullptr, is_hex ? 16 : 10)));
  return text;
}

std::string without_entities(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const size_t begin = text.find('&');
    result += text.substr(0, begin);
    if (begin == std::string_view::npos) break;
    const size_t end = text.find(';', begin);
    const auto decoded = end == std::string_view::npos
                             ? std::nullopt
                             : entity_text(text.substr(begin + 1, end - begin - 1));
    result += decoded ? *decoded : "&";
    text.remove_prefix(decoded ? end + 1 : begin + 1);
  }
  return result;
}

/// Without quotes, and without commas between digits: `1,000` is one number.
std::string without_marks(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_grouping = text[i] == ',' && i > 0 && i + 1 < text.size() &&
                             is_ascii_digit(text[i - 1]) && is_ascii_digit(text[i + 1]);
    if (text[i] != '\'' && !is_grouping) result += text[i];
  }
  return result;
}

std::string with_hyphens(std::string_view text, const std::optional<Regex>& refused) {
  std::string result;
  if (!refused) {
    for (const char c : text) {
      const bool is_kept = is_ascii_letter(c) || is_ascii_digit(c);
      if (is_kept || !result.ends_with('-')) result += is_kept ? c : '-';
    }
    return result;
  }
  size_t at = 0;
  RegexMatch match;
  while (at <= text.size() && refused->find(text, match, at) == RegexOutcome::kMatch) {
    result.append(text.substr(at, match.begin - at)).append("-");
    if (match.end == match.begin && match.begin < text.size()) result += text[match.begin];
    at = std::max(match.end, match.begin + (match.end == match.begin ? 1 : 0));
  }
  if (at < text.size()) result += text.substr(at);
  return result;
}

std::string without_double_hyphens(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != '-' || !result.ends_with('-')) result += c;
  }
  return std::string(strip_characters(result, "-", true, true));
}

std::string truncated(const std::string& text, const SlugStyle& style) {
  const auto most = static_cast<size_t>(style.max_length);
  std::string slug(strip_characters(text, "-", true, true));
  if (slug.size() < most) return slug;
  const auto cut = [&] { return slug.substr(0, most); };
  if (!style.keeps_words) return std::string(strip_characters(cut(), "-", true, true));
  if (slug.find('-') == std::string::npos) return cut();
  std::string kept;
  for (const auto word : split(slug, '-')) {
    if (word.empty()) continue;
    const size_t size = kept.size() + word.size();
    if (size < most) {
      kept.append(word).append("-");
    } else if (size == most) {
      kept += word;
      break;
    } else if (style.keeps_order) {
      break;
    }
  }
  return std::string(strip_characters(kept.empty() ? cut() : kept, "-", true, true));
}

std::string replaced(std::string text, const SlugStyle& style) {
  for (const auto& [from, to] : style.replacements) text = replace_text(text, from, to, -1);
  return text;
}

}  // namespace

std::string slug_of(std::string_view text, const SlugStyle& style) {
  std::string slug = replaced(std::string(text), style);
  slug = replace_text(slug, "'", "-", -1);
  slug = to_ascii(without_entities(to_ascii(slug)));
  if (style.lower_case) slug = to_lower(slug);
  slug = without_double_hyphens(with_hyphens(without_marks(slug), style.refused));
  if (!style.stop_words.empty()) {
    std::vector<std::string> words;
    for (const auto word : split(slug, '-')) {
      const auto is_it = [&](const std::string& stop) {
        return (style.lower_case ? to_lower(stop) : stop) == word;
      };
      if (std::none_of(style.stop_words.begin(), style.stop_words.end(), is_it))
        words.emplace_back(word);
    }
    slug = join(words, "-");
  }
  slug = replaced(std::move(slug), style);
  if (style.max_length > 0) slug = truncated(slug, style);
  return style.separator == "-" ? slug : replace_text(slug, "-", style.separator, -1);
}

}  // namespace tizza::expr
