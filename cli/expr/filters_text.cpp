#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/filters.hpp"
#include "expr/format.hpp"
#include "expr/interpreter.hpp"
#include "expr/length.hpp"
#include "expr/pretty.hpp"
#include "expr/printing.hpp"
#include "expr/text_case.hpp"
#include "expr/text_index.hpp"
#include "expr/text_operations.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

Object run_capitalize(Call& call) {
  return call.like_subject(capitalize_text(call.subject_text()));
}
Object run_lower(Call& call) {
  return call.like_subject(lower_text(call.subject_text()));
}
Object run_upper(Call& call) {
  return call.like_subject(upper_text(call.subject_text()));
}

// Words start behind white space, hyphens and opening brackets only, unlike those of str.title.
Object run_title(Call& call) {
  const std::string text = call.subject_text();
  std::string result;
  bool is_start = true;
  for (size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(std::string_view(text).substr(at));
    const auto bytes = std::string_view(text).substr(at, next.size);
    const char32_t c = next.code_point;
    result += is_start ? upper_text(bytes) : lower_text(bytes);
    is_start = is_space(c) || c == '-' || c == '(' || c == '{' || c == '[' || c == '<';
    at += next.size;
  }
  return call.like_subject(result);
}

Object run_trim(Call& call) {
  const std::string text = call.subject_text();
  if (!call.has(0)) return call.like_subject(strip(text));
  return call.like_subject(strip_characters(text, call.text(0), true, true));
}

Object run_string(Call& call) {
  return call.subject.is_string() ? call.subject : call.heap.text(call.subject_text());
}

Object run_center(Call& call) {
  return call.like_subject(center_text(call.subject_text(), call.integer(0, 80), " "));
}

Object run_replace(Call& call) {
  if (call.vm.autoescape() == Autoescape::kHtml) {
    const bool is_safe = call.subject.is_string() && call.subject.is_safe();
    const bool are_safe = (call.at(0).is_string() && call.at(0).is_safe()) ||
                          (call.at(1).is_string() && call.at(1).is_safe());
    const bool becomes_safe = is_safe || are_safe;
    const auto part = [&](const Object& text) {
      return becomes_safe ? call.vm.escaped(text) : to_text(call.heap, text);
    };
    const auto text = replace_text(part(call.subject), to_text(call.heap, call.at(0)),
                                   part(call.at(1)), call.integer(2, -1));
    return call.heap.text(text, becomes_safe);
  }
  return call.heap.text(replace_text(call.subject_text(), to_text(call.heap, call.at(0)),
                                     to_text(call.heap, call.at(1)), call.integer(2, -1)));
}

Object run_indent(Call& call) {
  // Behind the last line end stands one more, empty line.
  const std::string text = std::string(call.string_subject()) + "\n";
  const std::string indentation = call.has(0) && call.at(0).is_string()
                                      ? call.text(0)
                                      : spaces(call.has(0) ? call.integer(0) : 4);
  const bool with_first = call.flag(1), with_blank = call.flag(2);
  const auto lines = python_lines(text);
  call.heap.charge_text(text.size() + lines.size() * indentation.size());
  std::string result = with_first ? indentation : "";
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) {
      result += '\n';
      if (with_blank || !lines[i].empty()) result += indentation;
    }
    result += lines[i];
  }
  return call.like_subject(result);
}

Object run_truncate(Call& call) {
  const int64_t length = call.integer(0, 255);
  const bool kills_words = call.flag(1);
  const std::string end = call.text(2, "...");
  const int64_t leeway = call.integer(3, 5);
  const auto end_size = static_cast<int64_t>(utf8::count_code_points(end));
  if (length < end_size) call.fail("`truncate` leaves no room for its own end");
  if (leeway < 0) call.fail("the leeway of `truncate` cannot be negative");
  // Short lists pass, as they do in Jinja2.
  if (length_of(call.subject).integer() - leeway <= length) return call.subject;
  const TextIndex index(call.string_subject());
  std::string_view kept = index.range(0, static_cast<size_t>(length - end_size));
  if (!kills_words) {
    const size_t space = kept.rfind(' ');
    if (space != std::string_view::npos) kept = kept.substr(0, space);
  }
  return call.like_subject(std::string(kept) + end);
}

Object run_wordcount(Call& call) {
  int64_t words = 0;
  bool is_inside = false;
  const std::string text = call.subject_text();
  for (size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(std::string_view(text).substr(at));
    const bool is_word = is_name_part(next.code_point);
    words += is_word && !is_inside;
    is_inside = is_word;
    at += next.size;
  }
  return words;
}

Object run_wordwrap(Call& call) {
  WrapStyle style;
  style.width = call.integer(0, 79);
  style.breaks_words = call.flag(1, true);
  style.breaks_hyphens = call.flag(3, true);
  const std::string separator = call.text(2, "\n");
  if (style.width <= 0) call.fail("the width of `wordwrap` must be above 0");
  std::vector<std::string> lines;
  const std::string_view text = call.string_subject();
  for (const auto line : python_lines(text)) {
    lines.push_back(join(wrap_line(line, style), separator));
  }
  call.heap.charge_text(text.size() * (1 + separator.size()));
  return call.like_subject(join(lines, separator));
}

Object run_pprint(Call& call) {
  return call.heap.text(pretty_text(call.heap, call.subject));
}

Object run_format(Call& call) {
  if (!call.arguments.named.empty() && !call.arguments.positional.empty()) {
    call.fail("`format` takes arguments with names or without, not both");
  }
  const Object pattern = run_string(call);
  if (!call.arguments.named.empty()) {
    Dict* values = call.heap.dict();
    for (const auto& [name, value] : call.arguments.named) values->set(name, value);
    return format_percent(call.heap, pattern, Object(values));
  }
  Objects values = call.heap.objects();
  values.assign(call.arguments.positional.begin(), call.arguments.positional.end());
  return format_percent(call.heap, pattern, call.heap.tuple(std::move(values)));
}

}  // namespace

std::vector<FilterSpec> text_filters() {
  return {
      {"capitalize", run_capitalize},
      {"lower", run_lower},
      {"upper", run_upper},
      {"title", run_title},
      {"trim", run_trim, {{"chars"}}},
      {"string", run_string},
      {"center", run_center, {{"width"}}},
      {"replace", run_replace, {{"old", "new", "count"}, 2}},
      {"indent", run_indent, {{"width", "first", "blank"}}},
      {"truncate", run_truncate, {{"length", "killwords", "end", "leeway"}}},
      {"wordcount", run_wordcount},
      {"wordwrap", run_wordwrap, {{"width", "break_long_words", "wrapstring", "break_on_hyphens"}}},
      {"pprint", run_pprint},
      {"format", run_format, {{}, 0, true}},
  };
}

}  // namespace tizza::expr
