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

Object run_replace(Call& call) {
  return call.like_subject(
      replace_text(text_of(call), call.text(0), call.text(1), call.integer(2, -1)));
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

// A table of characters for `translate`: from each to its text, or to none where it is dropped.
Object run_maketrans(Call& call) {
  Dict* table = call.heap.dict();
  if (!call.was_given(1)) {
    if (!call.at(0).is_dict()) call.fail("`maketrans` needs a dict, or two texts");
    for (const auto& [key, value] : call.at(0).dict().entries()) {
      const bool is_one = key.is_string() && utf8::count_code_points(key.text()) == 1;
      if (key.is_string() && !is_one) call.fail("the keys for `maketrans` are single characters");
      if (!key.is_string() && !key.is_int()) call.fail("the keys for `maketrans` are characters");
      table->set(is_one ? Object(int64_t{utf8::decode(key.text()).code_point}) : key, value);
    }
    return Object(table);
  }
  const std::string from = call.text(0), to = call.text(1), dropped = call.text(2);
  const TextIndex froms(from), tos(to), drops(dropped);
  if (froms.size() != tos.size()) call.fail("the two texts of `maketrans` differ in length");
  const auto code = [](const TextIndex& text, size_t i) {
    return Object(int64_t{utf8::decode(text.at(i)).code_point});
  };
  for (size_t i = 0; i < froms.size(); ++i) table->set(code(froms, i), code(tos, i));
  for (size_t i = 0; i < drops.size(); ++i) table->set(code(drops, i), Object());
  return Object(table);
}

Object run_translate(Call& call) {
  if (!call.at(0).is_dict()) call.fail("`translate` needs a dict, such as `maketrans` gives");
  const Dict& table = call.at(0).dict();
  std::string result;
  for (std::string_view text = text_of(call); !text.empty();) {
    const auto next = utf8::decode(text);
    const Object* made = table.find(Object(int64_t{next.code_point}));
    if (!made) {
      result += text.substr(0, next.size);
    } else if (made->is_string()) {
      result += made->text();
    } else if (made->is_int()) {
      const int64_t code = made->integer();
      if (code < 0 || code > 0x10FFFF) call.fail("there is no character of that number");
      utf8::append(result, static_cast<char32_t>(code));
    } else if (!made->is_none()) {
      call.fail("a character becomes a text, the number of one, or none");
    }
    if (result.size() > kMaxTextBytes) call.heap.charge_text(result.size());
    text.remove_prefix(next.size);
  }
  return call.like_subject(result);
}

Object run_format_map(Call& call) {
  if (!call.at(0).is_dict()) call.fail("`format_map` needs a dict");
  Arguments named;
  for (const auto& [key, value] : call.at(0).dict().entries()) {
    if (key.is_string()) named.named.emplace_back(key.text(), value);
  }
  return format_braces(call.vm, call.subject, named);
}

}  // namespace

std::vector<MethodSpec> text_methods() {
  const Signature chars{{"chars"}}, fill{{"width", "fillchar"}, 1};
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
      {"replace", run_replace, {{"old", "new", "count"}, 2}},
      {"format", run_format, {{}, 0, true}},
      {"ljust", run_ljust, fill},
      {"rjust", run_rjust, fill},
      {"center", run_center, fill},
      {"zfill", run_zfill, {{"width"}, 1}},
      {"expandtabs", run_expandtabs, {{"tabsize"}}},
      {"removeprefix", run_removeprefix, {{"prefix"}, 1}},
      {"removesuffix", run_removesuffix, {{"suffix"}, 1}},
      {"format_map", run_format_map, {{"mapping"}, 1}},
      {"maketrans", run_maketrans, {{"x", "y", "z"}, 1}},
      {"translate", run_translate, {{"table"}, 1}},
  };
}

}  // namespace tizza::expr
