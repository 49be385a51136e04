#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"
#include "spec/jsonpath/expression.hpp"

namespace tizza::spec::jsonpath {
namespace {

constexpr uint32_t kMostDepth = 100;  // of filters within filters
constexpr size_t kMostSegments = 1000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Selector name_selector(std::string name) {
  Selector selector;
  selector.kind = Selector::Kind::kName;
  selector.name = std::move(name);
  return selector;
}

Selector plain_selector(Selector::Kind kind) {
  Selector selector;
  selector.kind = kind;
  return selector;
}

std::string_view take_name(Reader& reader) {
  const size_t begin = reader.at;
  while (!reader.at_end() && is_name_byte(reader.peek(), true)) ++reader.at;
  return reader.text.substr(begin, reader.at - begin);
}

/// A name behind a dot, where the engine takes more than letters: `$.paths./pizza/{id}.get`.
std::string_view take_dotted_name(Reader& reader) {
  const size_t begin = reader.at;
  while (!reader.at_end() &&
         (is_name_byte(reader.peek(), true) ||
          std::string_view("/{}:+%&=#!|;<>").find(reader.peek()) != std::string_view::npos)) {
    ++reader.at;
  }
  return reader.text.substr(begin, reader.at - begin);
}

Result<std::optional<int64_t>> take_integer(Reader& reader) {
  const size_t begin = reader.at;
  if (reader.peek() == '-') ++reader.at;
  while (is_digit(reader.peek())) ++reader.at;
  if (reader.at == begin) return std::optional<int64_t>();
  const std::string_view digits = reader.text.substr(begin, reader.at - begin);
  int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return reader.error(begin, digits.size(),
                        "`" + std::string(digits) + "` is no index of a list");
  }
  return std::optional(value);
}

/// `1`, `-1`, `1:`, `:2`, `1:2:3`.
Result<Selector> index_or_slice(Reader& reader) {
  const size_t begin = reader.at;
  Selector selector;
  TIZZA_TRY(const auto first, take_integer(reader));
  reader.skip_space();
  if (reader.peek() != ':') {
    selector.kind = Selector::Kind::kIndex;
    selector.index = *first;
    return selector;
  }
  selector.kind = Selector::Kind::kSlice;
  selector.slice.start = first;
  ++reader.at;
  reader.skip_space();
  TIZZA_TRY(selector.slice.end, take_integer(reader));
  reader.skip_space();
  if (reader.take(":")) {
    reader.skip_space();
    TIZZA_TRY(const auto step, take_integer(reader));
    selector.slice.step = step.value_or(1);
  }
  if (selector.slice.step == 0) {
    return reader.error(begin, reader.at - begin, "the step of a slice must not be 0");
  }
  return selector;
}

Selector filter_selector(ExpressionPtr condition) {
  Selector selector;
  selector.kind = Selector::Kind::kFilter;
  selector.filter = std::move(condition);
  return selector;
}

Result<Selector> filter(Reader& reader) {
  ++reader.at;  // the question mark
  reader.skip_space();
  TIZZA_TRY(auto condition, parse_condition(reader, reader.peek() != '('));
  return filter_selector(std::move(condition));
}

/// `(@.length-1)`: the one script that is no filter.
Result<Selector> counted_from_end(Reader& reader) {
  const size_t begin = reader.at;
  ++reader.at;
  reader.skip_space();
  if (reader.take("@.length")) {
    reader.skip_space();
    if (reader.take("-")) {
      reader.skip_space();
      TIZZA_TRY(const auto distance, take_integer(reader));
      reader.skip_space();
      if (distance && *distance > 0 && reader.take(")")) {
        Selector selector;
        selector.kind = Selector::Kind::kIndex;
        selector.index = -*distance;
        return selector;
      }
    }
  }
  return reader.error(begin, 1, "of the scripts that give an index only `(@.length-1)` is known",
                      "write an index such as `[-1]`, or a filter `[?(…)]`");
}

Result<Selector> bracketed(Reader& reader) {
  const char c = reader.peek();
  if (c == '\'' || c == '"') {
    TIZZA_TRY(auto name, parse_quoted(reader));
    return name_selector(std::move(name));
  }
  if (c == '?') return filter(reader);
  if (c == '(') return counted_from_end(reader);
  if (reader.take("*")) return plain_selector(Selector::Kind::kAll);
  if (c == ':' || is_digit(c) || (c == '-' && is_digit(reader.peek(1)))) {
    return index_or_slice(reader);
  }
  const std::string_view name = take_name(reader);
  if (!name.empty()) return name_selector(std::string(name));
  return reader.error("a name in quotes, an index, `*` or a filter `?(…)` must stand here");
}

Status brackets(Reader& reader, Segment& segment) {
  const size_t begin = reader.at;
  ++reader.at;
  if (++reader.depth > kMostDepth) return reader.error("brackets stand in one another too often");
  do {
    reader.skip_space();
    TIZZA_TRY(auto selector, bracketed(reader));
    segment.selectors.push_back(std::move(selector));
    reader.skip_space();
  } while (reader.take(","));
  if (!reader.take("]")) {
    if (reader.at_end()) return reader.error(begin, 1, "this bracket is not closed");
    return reader.error("`,` or `]` must stand here");
  }
  --reader.depth;
  return {};
}

/// `.@string()`: the values of a type.
Status typed(Reader& reader, Segment& segment) {
  TIZZA_TRY(auto condition, parse_condition(reader, true));
  segment.selectors.push_back(filter_selector(std::move(condition)));
  return {};
}

/// What stands behind the dots: a name or `*`.
Status dotted(Reader& reader, Segment& segment) {
  if (reader.take("*")) {
    segment.selectors.push_back(plain_selector(Selector::Kind::kAll));
    return {};
  }
  if (reader.peek() == '@') return typed(reader, segment);
  const std::string_view name = take_dotted_name(reader);
  if (name.empty()) {
    return reader.error(reader.at_end() ? "a name must follow the dot"
                                        : "a name, `*` or a bracket must follow the dot",
                        "write a name with other characters as `['the name']`");
  }
  segment.selectors.push_back(name_selector(std::string(name)));
  return {};
}

/// Spectral's engine reads `..*.name` as `..name`, and `.[…]` as `..[…]`; rulesets rely on it.
void join_deep_wildcards(std::vector<Segment>& segments) {
  for (size_t i = 0; i + 1 < segments.size();) {
    const Segment& segment = segments[i];
    const bool is_deep_wildcard = segment.is_deep && segment.selectors.size() == 1 &&
                                  segment.selectors[0].kind == Selector::Kind::kAll;
    if (!is_deep_wildcard) {
      ++i;
      continue;
    }
    segments[i + 1].is_deep = true;
    segments.erase(segments.begin() + static_cast<ptrdiff_t>(i));
  }
}

Result<Path> parse_part(Reader& reader) {
  Path path;
  TIZZA_CHECK(parse_segments(reader, path.segments));
  join_deep_wildcards(path.segments);
  const bool is_bare_descent = reader.text.substr(0, reader.at).ends_with("..");
  path.takes_root = is_bare_descent && path.segments.size() == 1;
  for (;;) {
    if (reader.take("~")) {
      path.takes_names = true;
    } else if (reader.take("^")) {
      // Behind `~` the engine has nothing to go up from.
      if (!path.takes_names) ++path.parents;
    } else {
      break;
    }
  }
  if (!reader.at_end() && (reader.peek() == '.' || reader.peek() == '[')) {
    if (path.takes_names || path.parents == 0) {
      return reader.error("nothing can follow `~`: names have no members");
    }
    if (++reader.depth > kMostDepth) return reader.error("too many `^` stand in the expression");
    TIZZA_TRY(Path rest, parse_part(reader));
    path.rest = std::make_unique<const Path>(std::move(rest));
  }
  return path;
}

}  // namespace

bool is_name_byte(char c, bool with_hyphen) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80 || (with_hyphen && c == '-');
}

Error Reader::error(size_t begin, size_t length, std::string message, std::string help) const {
  const auto source = std::make_shared<const Source>("<jsonpath>", std::string(text));
  const auto clamp = [&](size_t offset) {
    return static_cast<uint32_t>(std::min(offset, text.size()));
  };
  return failure_at({source, {clamp(begin), clamp(begin + length)}}, "jsonpath", std::move(message),
                    std::move(help));
}

Result<std::string> parse_quoted(Reader& reader) {
  const size_t begin = reader.at;
  const char quote = reader.peek();
  ++reader.at;
  std::string result;
  while (!reader.at_end() && reader.peek() != quote) {
    if (reader.peek() != '\\') {
      result += reader.peek();
      ++reader.at;
      continue;
    }
    const char escaped = reader.peek(1);
    reader.at += 2;
    if (escaped == 'n') {
      result += '\n';
    } else if (escaped == 't') {
      result += '\t';
    } else if (escaped == 'r') {
      result += '\r';
    } else if (escaped == 'u' && reader.at + 4 <= reader.text.size()) {
      uint32_t code_point = 0;
      const char* digits = reader.text.data() + reader.at;
      if (std::from_chars(digits, digits + 4, code_point, 16).ptr != digits + 4) {
        return reader.error(reader.at - 2, 6, "`\\u` needs four hexadecimal digits");
      }
      utf8::append(result, code_point);
      reader.at += 4;
    } else if (escaped != '\0') {
      result += escaped;
    }
  }
  if (reader.at_end()) return reader.error(begin, 1, "this quote is not closed");
  ++reader.at;
  return result;
}

Status parse_segments(Reader& reader, std::vector<Segment>& segments) {
  while (!reader.at_end()) {
    Segment segment;
    if (reader.take("..")) {
      segment.is_deep = true;
      if (reader.at_end() || reader.peek() == '^' || reader.peek() == '~') {
        segment.selectors.push_back(plain_selector(Selector::Kind::kContainers));
      } else if (reader.peek() == '[') {
        TIZZA_CHECK(brackets(reader, segment));
      } else {
        TIZZA_CHECK(dotted(reader, segment));
      }
    } else if (reader.take(".")) {
      segment.is_deep = reader.peek() == '[';
      if (segment.is_deep) {
        TIZZA_CHECK(brackets(reader, segment));
      } else {
        TIZZA_CHECK(dotted(reader, segment));
      }
    } else if (reader.peek() == '[') {
      TIZZA_CHECK(brackets(reader, segment));
    } else {
      return {};
    }
    segments.push_back(std::move(segment));
    if (segments.size() > kMostSegments) return reader.error("the expression has too many parts");
  }
  return {};
}

Result<std::shared_ptr<const Path>> parse(std::string_view text) {
  Reader reader{text};
  reader.skip_space();
  if (!reader.take("$")) {
    return reader.error("a JSONPath starts with `$`", "`$` is the root of the document");
  }
  TIZZA_TRY(Path path, parse_part(reader));
  reader.skip_space();
  if (!reader.at_end()) {
    return reader.error("`.`, `..`, `[`, `^`, `~` or the end must stand here",
                        "write a name with other characters as `['the name']`");
  }
  path.context = reader.context;
  for (const Path* part = &path; part != nullptr; part = part->rest.get()) {
    // The container of a match is at hand; what is above it has to be remembered.
    const uint32_t above = part->parents > 0 ? part->parents - 1 : 0;
    path.context = std::max(path.context, above);
    if (part->rest) path.context = kWholePath;
  }
  return std::make_shared<const Path>(std::move(path));
}

}  // namespace tizza::spec::jsonpath
