#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "expr/methods.hpp"
#include "expr/text_case.hpp"
#include "expr/text_index.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

std::string_view text_of(const Call& call) {
  return call.subject.text();
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

Object run_isprintable(Call& call) {
  return text_of(call).empty() || run_all<is_printable>(call).boolean();
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

std::vector<MethodSpec> text_search_methods() {
  const Signature wanted{{"sub", "start", "end"}, 1};
  return {
      {"startswith", run_startswith, wanted},
      {"endswith", run_endswith, wanted},
      {"find", run_find<false>, wanted},
      {"rfind", run_find<true>, wanted},
      {"index", run_index<false>, wanted},
      {"rindex", run_index<true>, wanted},
      {"count", run_count, wanted},
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
      {"isprintable", run_isprintable},
  };
}

}  // namespace tizza::expr
