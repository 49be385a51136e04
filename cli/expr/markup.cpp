#include "expr/markup.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/failure.hpp"
#include "expr/printing.hpp"
#include "expr/text_operations.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};
// Those that escape() and people write; all others stay as they are.
constexpr Entity kEntities[] = {{"amp", "&"},       {"lt", "<"},          {"gt", ">"},
                                {"quot", "\""},     {"apos", "'"},        {"nbsp", "\u00A0"},
                                {"copy", "\u00A9"}, {"hellip", "\u2026"}, {"mdash", "\u2014"},
                                {"ndash", "\u2013"}};

// Appends what `&name;` says and returns its size; 0 where it is no entity.
size_t append_entity(std::string& to, std::string_view text) {
  const size_t end = text.find(';');
  if (end == std::string_view::npos || end < 2 || end > 12) return 0;
  std::string_view name = text.substr(1, end - 1);
  if (name[0] == '#') {
    const bool is_hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(is_hex ? 2 : 1);
    uint32_t value = 0;
    const auto parsed =
        std::from_chars(name.data(), name.data() + name.size(), value, is_hex ? 16 : 10);
    if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size()) return 0;
    utf8::append(to, value);
    return end + 1;
  }
  for (const auto& entity : kEntities) {
    if (entity.name != name) continue;
    to += entity.text;
    return end + 1;
  }
  return 0;
}

std::string without_tags(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const bool is_comment = text.starts_with("<!--");
    const size_t end = text[0] != '<' ? std::string_view::npos
                                      : text.find(is_comment ? "-->" : ">", is_comment ? 4 : 1);
    if (end != std::string_view::npos) {
      text.remove_prefix(end + (is_comment ? 3 : 1));
      continue;
    }
    result += text[0];
    text.remove_prefix(1);
  }
  return result;
}

class JsonPrinter {
 public:
  JsonPrinter(Heap& heap, const JsonStyle& style) : heap_(heap), style_(style) {}

  std::string run(const Object& object) {
    add(object, 0);
    return std::move(text_);
  }

 private:
  void add(const Object& object, uint32_t depth) {
    check_nesting(depth);
    heap_.charge(1);
    if (text_.size() > kMaxTextBytes) heap_.charge_text(text_.size());
    switch (object.kind()) {
      case Kind::kNone:
        text_ += "null";
        return;
      case Kind::kBool:
        text_ += object.boolean() ? "true" : "false";
        return;
      case Kind::kInt:
        text_ += std::to_string(object.integer());
        return;
      case Kind::kFloat:
        add_float(object.real());
        return;
      case Kind::kString:
        add_string(object.text());
        return;
      case Kind::kDict:
        add_dict(object.dict(), depth);
        return;
      case Kind::kSequence:
        if (object.is_list() || object.is_tuple()) return add_list(object.sequence(), depth);
        break;
      default:
        break;
    }
    throw Failure("a `" + std::string(type_name(object)) + "` has no form in JSON");
  }

  void add_float(double value) {
    if (std::isnan(value)) {
      text_ += "NaN";
    } else if (std::isinf(value)) {
      text_ += value < 0 ? "-Infinity" : "Infinity";
    } else {
      text_ += float_text(value);
    }
  }

  void add_unit(uint32_t unit) {
    constexpr char kDigits[] = "0123456789abcdef";
    text_ += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) text_ += kDigits[(unit >> shift) & 15];
  }

  void add_string(std::string_view text) {
    text_ += '"';
    while (!text.empty()) {
      const auto next = utf8::decode(text);
      text.remove_prefix(next.size);
      const char32_t c = next.code_point;
      switch (c) {
        case '"':
          text_ += "\\\"";
          continue;
        case '\\':
          text_ += "\\\\";
          continue;
        case '\n':
          text_ += "\\n";
          continue;
        case '\r':
          text_ += "\\r";
          continue;
        case '\t':
          text_ += "\\t";
          continue;
        case '\b':
          text_ += "\\b";
          continue;
        case '\f':
          text_ += "\\f";
          continue;
        default:
          break;
      }
      const bool is_markup = style_.is_for_html && (c == '<' || c == '>' || c == '&' || c == '\'');
      if (c >= 0x20 && c < 0x7F && !is_markup) {
        text_ += static_cast<char>(c);
      } else if (c == 0x7F) {
        text_ += '\x7F';
      } else if (c < 0x10000) {
        add_unit(c);
      } else {
        add_unit(0xD800 + ((c - 0x10000) >> 10));
        add_unit(0xDC00 + ((c - 0x10000) & 0x3FF));
      }
    }
    text_ += '"';
  }

  void add_break(uint32_t depth) {
    if (!style_.is_indented) return;
    text_ += '\n';
    for (uint32_t i = 0; i < depth; ++i) text_ += style_.indent;
  }

  template <typename Add>
  void add_members(char open, char close, size_t count, uint32_t depth, Add add_member) {
    text_ += open;
    for (size_t i = 0; i < count; ++i) {
      if (i > 0) text_ += style_.is_indented ? "," : ", ";
      add_break(depth + 1);
      add_member(i);
    }
    if (count > 0) add_break(depth);
    text_ += close;
  }

  void add_list(const Sequence& list, uint32_t depth) {
    add_members('[', ']', list.items.size(), depth,
                [&](size_t i) { add(list.items[i], depth + 1); });
  }

  void add_dict(const Dict& dict, uint32_t depth) {
    std::vector<const Dict::Entry*> sorted;
    for (const auto& entry : dict.entries()) sorted.push_back(&entry);
    std::stable_sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) {
      return compare(heap_, a->key, b->key) < 0;
    });
    add_members('{', '}', sorted.size(), depth, [&](size_t i) {
      add_key(sorted[i]->key);
      text_ += ": ";
      add(sorted[i]->value, depth + 1);
    });
  }

  void add_key(const Object& key) {
    if (key.is_string()) return add_string(key.text());
    const bool is_scalar = key.is_number() || key.is_none();
    if (!is_scalar) throw Failure("a key of JSON is a text or a number");
    text_ += '"';
    add(key, 0);
    text_ += '"';
  }

  Heap& heap_;
  const JsonStyle& style_;
  std::string text_;
};

}  // namespace

std::string strip_tags(std::string_view text) {
  const std::string bare = without_tags(text);
  std::string resolved;
  for (size_t at = 0; at < bare.size();) {
    const size_t taken =
        bare[at] == '&' ? append_entity(resolved, std::string_view(bare).substr(at)) : 0;
    if (taken == 0) resolved += bare[at];
    at += taken == 0 ? 1 : taken;
  }
  std::string result;
  std::string_view rest = strip(resolved);
  while (!rest.empty()) {
    const size_t space = leading_space(rest);
    if (space > 0) {
      result += ' ';
      rest.remove_prefix(space);
      continue;
    }
    const size_t size = utf8::decode(rest).size;
    result += rest.substr(0, size);
    rest.remove_prefix(size);
  }
  return result;
}

std::string url_quote(std::string_view text, bool is_query) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~";
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos || (c == '/' && !is_query)) {
      result += c;
    } else if (c == ' ' && is_query) {
      result += '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return result;
}

std::string indentation(int64_t width) {
  constexpr int64_t kWidest = 64;
  if (width > kWidest)
    throw Failure("an indentation is at most " + std::to_string(kWidest) + " wide");
  return spaces(width);
}

std::string json_text(Heap& heap, const Object& object, const JsonStyle& style) {
  return JsonPrinter(heap, style).run(object);
}

}  // namespace tizza::expr
