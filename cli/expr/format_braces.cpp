#include <algorithm>

#include "expr/failure.hpp"
#include "expr/format.hpp"
#include "expr/interpreter.hpp"
#include "expr/missing.hpp"
#include "expr/printing.hpp"

namespace tizza::expr {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

size_t to_index(std::string_view digits) {
  if (digits.size() > 9) throw Failure("the number of the argument is too large");
  return static_cast<size_t>(std::stoul(std::string(digits)));
}

class Braces {
 public:
  Braces(Interpreter& vm, Arguments& arguments) : vm_(vm), arguments_(arguments) {}

  // `depth`: specifications may hold fields once.
  std::string run(std::string_view pattern, int depth) {
    if (depth > 1) throw Failure("a format specification is nested too deeply");
    std::string result;
    while (!pattern.empty()) {
      const size_t brace = pattern.find_first_of("{}");
      result += pattern.substr(0, brace);
      if (brace == std::string_view::npos) break;
      const bool is_doubled = brace + 1 < pattern.size() && pattern[brace + 1] == pattern[brace];
      if (is_doubled) {
        result += pattern[brace];
        pattern.remove_prefix(brace + 2);
        continue;
      }
      if (pattern[brace] == '}') throw Failure("a `}` in the text stands alone; write `}}`");
      const size_t end = field_end(pattern, brace);
      result += field(pattern.substr(brace + 1, end - brace - 1), depth);
      pattern.remove_prefix(end + 1);
      if (result.size() > kMaxTextBytes) vm_.heap().charge_text(result.size());
    }
    return result;
  }

 private:
  static size_t field_end(std::string_view pattern, size_t brace) {
    int open = 0;
    for (size_t at = brace; at < pattern.size(); ++at) {
      if (pattern[at] == '{') ++open;
      if (pattern[at] == '}' && --open == 0) return at;
    }
    throw Failure("a `{` in the text has no `}`");
  }

  std::string field(std::string_view content, int depth) {
    const size_t name_end = std::min(content.find_first_of("!:"), content.size());
    const Object value = lookup(content.substr(0, name_end));
    content.remove_prefix(name_end);
    char conversion = 0;
    if (content.starts_with('!')) {
      if (content.size() < 2) throw Failure("a `!` in the text is followed by nothing");
      conversion = content[1];
      content.remove_prefix(2);
      if (!content.empty() && content[0] != ':') throw Failure("`:` was expected in the text");
    }
    if (value.is_undefined()) fail_missing(value.missing());
    const std::string spec_text =
        content.empty() ? std::string() : run(content.substr(1), depth + 1);
    if (conversion == 0) return formatted(value, spec_text);
    std::string text;
    if (conversion == 's') {
      append_text(text, vm_.heap(), value);
    } else if (conversion == 'r' || conversion == 'a') {
      append_repr(text, vm_.heap(), value);
    } else {
      throw Failure("the text converts by `!s` or `!r` only");
    }
    return formatted(Object(std::string_view(text)), spec_text);
  }

  std::string formatted(const Object& value, const std::string& spec_text) {
    if (spec_text.empty()) return to_text(vm_.heap(), value);
    return format_value(vm_.heap(), value, parse_format_spec(spec_text));
  }

  // `name`, `0`, or nothing for the next one; then `.attribute` and `[key]`.
  Object lookup(std::string_view path) {
    const size_t end = std::min(path.find_first_of(".["), path.size());
    Object value = argument(path.substr(0, end));
    path.remove_prefix(end);
    while (!path.empty()) {
      if (path[0] == '.') {
        const size_t stop = std::min(path.find_first_of(".[", 1), path.size());
        value = vm_.attribute(value, path.substr(1, stop - 1));
        path.remove_prefix(stop);
        continue;
      }
      const size_t stop = path.find(']');
      if (path[0] != '[' || stop == std::string_view::npos) {
        throw Failure("a field of the text has no `]`");
      }
      const auto key = path.substr(1, stop - 1);
      value = vm_.item(value, is_number(key) ? Object(static_cast<int64_t>(to_index(key)))
                                             : vm_.heap().text(key));
      path.remove_prefix(stop + 1);
    }
    return value;
  }

  Object argument(std::string_view name) {
    if (!name.empty() && !is_number(name)) {
      const Object* found = arguments_.find(name);
      if (!found) throw Failure("there is no value for `" + std::string(name) + "`");
      return *found;
    }
    const bool is_counted = name.empty();
    if ((is_counted && is_numbered_) || (!is_counted && next_ > 0)) {
      throw Failure("the fields of the text are partly numbered");
    }
    is_numbered_ |= !is_counted;
    const size_t index = is_counted ? next_++ : to_index(name);
    if (index >= arguments_.positional.size()) {
      throw Failure("the text has more places than values");
    }
    return arguments_.positional[index];
  }

  Interpreter& vm_;
  Arguments& arguments_;
  size_t next_ = 0;
  bool is_numbered_ = false;
};

}  // namespace

Object format_braces(Interpreter& vm, const Object& pattern, Arguments& arguments) {
  return vm.heap().text(Braces(vm, arguments).run(pattern.text(), 0), pattern.is_safe());
}

}  // namespace tizza::expr
