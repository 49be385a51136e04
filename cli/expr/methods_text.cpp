#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/format.hpp"
#include "expr/interpreter.hpp"
#include "expr/methods.hpp"
#include "expr/missing.hpp"
#include "expr/printing.hpp"
#include "expr/text_case.hpp"
#include "expr/text_index.hpp"
#include "expr/text_operations.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

std::string_view text_of(const Call& call) {
  return call.subject.text();
}

Object run_upper(Call& call) {
  return call.like_subject(upper_text(text_of(call)));
}
Object run_lower(Call& call) {
  return call.like_subject(lower_text(text_of(call)));
}
Object run_title(Call& call) {
  return call.like_subject(title_text(text_of(call)));
}
Object run_capitalize(Call& call) {
  return call.like_subject(capitalize_text(text_of(call)));
}
Object run_swapcase(Call& call) {
  return call.like_subject(swap_case(text_of(call)));
}

template <bool left, bool right>
Object run_strip(Call& call) {
  if (call.has(0)) {
    return call.like_subject(strip_characters(text_of(call), call.text(0), left, right));
  }
  std::string_view text = text_of(call);
  if (left) text.remove_prefix(leading_space(text));
  if (right) text.remove_suffix(trailing_space(text));
  return call.like_subject(text);
}

Object to_list(Call& call, const std::vector<std::string_view>& parts) {
  Objects items = call.heap.objects();
  call.heap.charge(parts.size());
  for (const auto part : parts) items.push_back(call.like_subject(part));
  return call.heap.list(std::move(items));
}

std::vector<std::string_view> split_space(std::string_view text, int64_t most) {
  std::vector<std::string_view> parts;
  text.remove_prefix(leading_space(text));
  while (!text.empty()) {
    if (most >= 0 && static_cast<int64_t>(parts.size()) == most) {
      parts.push_back(text.substr(0, text.size() - trailing_space(text)));
      break;
    }
    size_t end = 0;
    while (end < text.size()) {
      const auto next = utf8::decode(text.substr(end));
      if (is_space(next.code_point)) break;
      end += next.size;
    }
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(leading_space(text));
  }
  return parts;
}

std::vector<std::string_view> rsplit_space(std::string_view text, int64_t most) {
  std::vector<std::string_view> parts;
  text.remove_suffix(trailing_space(text));
  while (!text.empty()) {
    if (most >= 0 && static_cast<int64_t>(parts.size()) == most) {
      parts.push_back(text.substr(leading_space(text)));
      break;
    }
    size_t begin = text.size();
    while (begin > 0 && trailing_space(text.substr(0, begin)) == 0) --begin;
    parts.push_back(text.substr(begin));
    text = text.substr(0, begin);
    text.remove_suffix(trailing_space(text));
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::string separator_of(Call& call) {
  const std::string separator = call.text(0);
  if (separator.empty()) call.fail("the separator cannot be empty");
  return separator;
}

Object run_split(Call& call) {
  const int64_t most = call.integer(1, -1);
  if (!call.has(0)) return to_list(call, split_space(text_of(call), most));
  const std::string separator = separator_of(call);
  std::vector<std::string_view> parts;
  std::string_view text = text_of(call);
  for (;;) {
    const bool is_full = most >= 0 && static_cast<int64_t>(parts.size()) == most;
    const size_t hit = is_full ? std::string_view::npos : text.find(separator);
    parts.push_back(text.substr(0, hit));
    if (hit == std::string_view::npos) return to_list(call, parts);
    text.remove_prefix(hit + separator.size());
  }
}

Object run_rsplit(Call& call) {
  const int64_t most = call.integer(1, -1);
  if (!call.has(0)) return to_list(call, rsplit_space(text_of(call), most));
  const std::string separator = separator_of(call);
  std::vector<std::string_view> parts;
  std::string_view text = text_of(call);
  for (;;) {
    const bool is_full = most >= 0 && static_cast<int64_t>(parts.size()) == most;
    const size_t hit = is_full ? std::string_view::npos : text.rfind(separator);
    if (hit == std::string_view::npos) break;
    parts.push_back(text.substr(hit + separator.size()));
    text = text.substr(0, hit);
  }
  parts.push_back(text);
  std::reverse(parts.begin(), parts.end());
  return to_list(call, parts);
}

Object run_splitlines(Call& call) {
  return to_list(call, python_lines(text_of(call), call.flag(0)));
}

Object parts_of(Call& call, std::string_view before, std::string_view separator,
                std::string_view after) {
  Objects items = call.heap.objects();
  for (const auto part : {before, separator, after}) items.push_back(call.like_subject(part));
  return call.heap.tuple(std::move(items));
}

Object run_partition(Call& call) {
  const std::string separator = separator_of(call);
  const std::string_view text = text_of(call);
  const size_t hit = text.find(separator);
  if (hit == std::string_view::npos) return parts_of(call, text, {}, {});
  return parts_of(call, text.substr(0, hit), separator, text.substr(hit + separator.size()));
}

Object run_rpartition(Call& call) {
  const std::string separator = separator_of(call);
  const std::string_view text = text_of(call);
  const size_t hit = text.rfind(separator);
  if (hit == std::string_view::npos) return parts_of(call, {}, {}, text);
  return parts_of(call, text.substr(0, hit), separator, text.substr(hit + separator.size()));
}

// The part of the subject between the optional parameters `start` and `end`; none where the start
// lies behind the end of the text.
std::optional<std::string_view> bounded(Call& call, size_t first_parameter, int64_t& start) {
  const TextIndex index(text_of(call));
  const auto size = static_cast<int64_t>(index.size());
  const auto bound = [&](size_t parameter, int64_t fallback) {
    int64_t value = call.integer(parameter, fallback);
    if (value < 0) value = std::max<int64_t>(value < -size ? 0 : value + size, 0);
    return value;
  };
  start = bound(first_parameter, 0);
  const int64_t end = std::min(bound(first_parameter + 1, size), size);
  if (start > size || start > end) return std::nullopt;
  return index.range(static_cast<size_t>(start), static_cast<size_t>(end));
}

bool matches(Call& call, bool (*test)(std::string_view, std::string_view)) {
  int64_t start = 0;
  const auto text = bounded(call, 1, start);
  const auto is_match = [&](const Object& wanted) {
    if (!wanted.is_string()) call.fail("a str or a tuple of them is needed here");
    return text && test(*text, wanted.text());
  };
  if (!call.at(0).is_tuple()) return is_match(call.at(0));
  for (const Object& wanted : call.at(0).sequence().items) {
    if (is_match(wanted)) return true;
  }
  return false;
}

Object run_startswith(Call& call) {
  return matches(call, [](std::string_view a, std::string_view b) { return a.starts_with(b); });
}

Object run_endswith(Call& call) {
  return matches(call, [](std::string_view a, std::string_view b) { return a.ends_with(b); });
}

template <bool from_right>
int64_t find_in(Call& call) {
  int64_t start = 0;
  const std::string wanted = call.text(0);
  const auto text = bounded(call, 1, start);
  if (!text) return -1;
  const size_t hit = from_right ? text->rfind(wanted) : text->find(wanted);
  if (hit == std::string_view::npos) return -1;
  return start + static_cast<int64_t>(utf8::count_code_points(text->substr(0, hit)));
}

template <bool from_right>
Object run_find(Call& call) {
  return find_in<from_right>(call);
}

template <bool from_right>
Object run_index(Call& call) {
  const int64_t found = find_in<from_right>(call);
  if (found < 0) call.fail("the text does not hold `" + call.text(0) + "`");
  return found;
}

Object run_count(Call& call) {
  int64_t start = 0;
  const std::string wanted = call.text(0);
  const auto text = bounded(call, 1, start);
  if (!text) return int64_t{0};
  if (wanted.empty()) return static_cast<int64_t>(utf8::count_code_points(*text)) + 1;
  int64_t count = 0;
  for (size_t at = text->find(wanted); at != std::string_view::npos;
       at = text->find(wanted, at + wanted.size())) {
    ++count;
  }
  return count;
}

Object run_replace(Call& call) {
  return call.like_subject(
      replace_text(text_of(call), call.text(0), call.text(1), call.integer(2, -1)));
}

Object run_join(Call& call) {
  std::string text;
  bool is_first = true;
  for (const Object& item : call.vm.iterate(call.at(0)).items) {
    if (item.is_undefined()) fail_missing(item.missing());
    if (!item.is_string()) {
      call.fail("only texts can be joined, not a `" + std::string(type_name(item)) + "`",
                "use the filter `| join` instead");
    }
    if (!is_first) text += text_of(call);
    is_first = false;
    text += item.text();
    if (text.size() > kMaxTextBytes) call.heap.charge_text(text.size());
  }
  return call.like_subject(text);
}

Object run_format(Call& call) {
  return format_braces(call.vm, call.subject, call.arguments);
}

std::string fill_of(Call& call) {
  const std::string fill = call.text(1, " ");
  if (utf8::count_code_points(fill) != 1) call.fail("the fill must be one character");
  return fill;
}

Object run_ljust(Call& call) {
  return call.like_subject(pad_right(text_of(call), call.integer(0), fill_of(call)));
}
Object run_rjust(Call& call) {
  return call.like_subject(pad_left(text_of(call), call.integer(0), fill_of(call)));
}
Object run_center(Call& call) {
  return call.like_subject(center_text(text_of(call), call.integer(0), fill_of(call)));
}

Object run_zfill(Call& call) {
  std::string_view text = text_of(call);
  const bool has_sign = text.starts_with('-') || text.starts_with('+');
  const auto sign = text.substr(0, has_sign ? 1 : 0);
  text.remove_prefix(sign.size());
  const int64_t width = call.integer(0) - static_cast<int64_t>(sign.size());
  return call.like_subject(std::string(sign) + pad_left(text, width, "0"));
}

Object run_expandtabs(Call& call) {
  const int64_t size = call.integer(0, 8);
  std::string text;
  int64_t column = 0;
  const std::string_view all = text_of(call);
  for (size_t at = 0; at < all.size();) {
    const size_t bytes = utf8::decode(all.substr(at)).size;
    const char c = all[at];
    if (c == '\t') {
      const int64_t count = size > 0 ? size - column % size : 0;
      text += spaces(count);
      if (text.size() > kMaxTextBytes) call.heap.charge_text(text.size());
      column += count;
    } else {
      text += all.substr(at, bytes);
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    at += bytes;
  }
  return call.like_subject(text);
}

Object run_removeprefix(Call& call) {
  const std::string prefix = call.text(0);
  const auto text = text_of(call);
  return call.like_subject(text.starts_with(prefix) ? text.substr(prefix.size()) : text);
}

Object run_removesuffix(Call& call) {
  const std::string suffix = call.text(0);
  const auto text = text_of(call);
  return call.like_subject(text.ends_with(suffix) ? text.substr(0, text.size() - suffix.size())
                                                  : text);
}

// Whether there are characters, and all of them pass.
template <bool (*accepts)(char32_t)>
Object run_all(Call& call) {
  std::string_view text = text_of(call);
  if (text.empty()) return false;
  while (!text.empty()) {
    const auto next = utf8::decode(text);
    if (!accepts(next.code_point)) return false;
    text.remove_prefix(next.size);
  }
  return true;
}

bool is_alnum(char32_t c) {
  return is_alpha(c) || is_digit(c);
}
bool is_ascii(char32_t c) {
  return c < 0x80;
}

Object run_isascii(Call& call) {
  return text_of(call).empty() || run_all<is_ascii>(call).boolean();
}
Object run_isupper(Call& call) {
  return is_upper_text(text_of(call));
}
Object run_islower(Call& call) {
  return is_lower_text(text_of(call));
}
Object run_istitle(Call& call) {
  return is_title_text(text_of(call));
}

Object run_isidentifier(Call& call) {
  const auto text = text_of(call);
  if (text.empty() || !is_name_start(utf8::decode(text).code_point)) return false;
  return run_all<is_name_part>(call);
}

}  // namespace

std::vector<MethodSpec> text_methods() {
  const Signature chars{{"chars"}}, wanted{{"sub", "start", "end"}, 1}, one{{"sep"}, 1};
  const Signature parts{{"sep", "maxsplit"}}, fill{{"width", "fillchar"}, 1};
  return {
      {"upper", run_upper},
      {"lower", run_lower},
      {"casefold", run_lower},
      {"title", run_title},
      {"capitalize", run_capitalize},
      {"swapcase", run_swapcase},
      {"strip", run_strip<true, true>, chars},
      {"lstrip", run_strip<true, false>, chars},
      {"rstrip", run_strip<false, true>, chars},
      {"split", run_split, parts},
      {"rsplit", run_rsplit, parts},
      {"splitlines", run_splitlines, {{"keepends"}}},
      {"partition", run_partition, one},
      {"rpartition", run_rpartition, one},
      {"startswith", run_startswith, wanted},
      {"endswith", run_endswith, wanted},
      {"find", run_find<false>, wanted},
      {"rfind", run_find<true>, wanted},
      {"index", run_index<false>, wanted},
      {"rindex", run_index<true>, wanted},
      {"count", run_count, wanted},
      {"replace", run_replace, {{"old", "new", "count"}, 2}},
      {"join", run_join, {{"iterable"}, 1}},
      {"format", run_format, {{}, 0, true}},
      {"ljust", run_ljust, fill},
      {"rjust", run_rjust, fill},
      {"center", run_center, fill},
      {"zfill", run_zfill, {{"width"}, 1}},
      {"expandtabs", run_expandtabs, {{"tabsize"}}},
      {"removeprefix", run_removeprefix, {{"prefix"}, 1}},
      {"removesuffix", run_removesuffix, {{"suffix"}, 1}},
      {"isdigit", run_all<is_digit>},
      {"isdecimal", run_all<is_digit>},
      {"isnumeric", run_all<is_digit>},
      {"isalpha", run_all<is_alpha>},
      {"isalnum", run_all<is_alnum>},
      {"isspace", run_all<is_space>},
      {"isascii", run_isascii},
      {"isupper", run_isupper},
      {"islower", run_islower},
      {"istitle", run_istitle},
      {"isidentifier", run_isidentifier},
  };
}

}  // namespace tizza::expr
