#include "expr/pretty.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/printing.hpp"
#include "expr/text_operations.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

constexpr size_t kWidth = 80;

size_t columns(std::string_view text) {
  return utf8::count_code_points(text);
}

// The class in Python, whose name sorts keys that have no order among them.
std::string_view class_name(const Object& object) {
  return object.is_none() ? "NoneType" : type_name(object);
}

bool is_before(Heap& heap, const Object& a, const Object& b) {
  const bool have_order = (a.is_number() && b.is_number()) || a.kind() == b.kind();
  if (!have_order || a.is_none()) return class_name(a) < class_name(b);
  return compare(heap, a, b) < 0;
}

/// What stands in front of the next character of `text` by words: each with the space behind it.
std::vector<std::string_view> words_with_space(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    size_t end = 0;
    bool is_in_space = false;
    while (end < text.size()) {
      const auto next = utf8::decode(text.substr(end));
      if (is_in_space && !is_space(next.code_point)) break;
      is_in_space = is_space(next.code_point);
      end += next.size;
    }
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

/// Writes one value; lives for one call of pretty_text().
class Printer {
 public:
  explicit Printer(Heap& heap) : heap_(heap) {}

  /// `indent` columns stand in front already, and `allowance` ones must stay free behind it.
  void write(const Object& object, size_t indent, size_t allowance, uint32_t level) {
    check_nesting(level);
    const std::string whole = flat(object, level);
    if (columns(whole) + indent + allowance <= kWidth) return put(whole);
    if (object.is_dict()) return write_dict(object.dict(), indent, allowance, level + 1);
    if (object.is_list()) return write_items(object, "[", "]", indent, allowance, level + 1);
    if (object.is_tuple()) {
      const bool is_single = object.sequence().items.size() == 1;
      return write_items(object, "(", is_single ? ",)" : ")", indent, allowance, level + 1);
    }
    const bool is_plain_text = object.is_string() && !object.is_safe();
    return is_plain_text ? write_text(object.text(), indent, allowance, level + 1) : put(whole);
  }

  std::string take() { return std::move(out_); }

 private:
  void put(std::string_view text) {
    out_ += text;
    if (out_.size() > kMaxTextBytes) heap_.charge_text(out_.size());
  }

  void new_line(size_t indent) { put("\n" + std::string(indent, ' ')); }

  std::vector<Dict::Entry> sorted(const Dict& dict) {
    std::vector<Dict::Entry> entries(dict.entries().begin(), dict.entries().end());
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const auto& a, const auto& b) { return is_before(heap_, a.key, b.key); });
    return entries;
  }

  /// repr() with sorted dicts.
  std::string flat(const Object& object, uint32_t depth) {
    check_nesting(depth);
    std::string text;
    if (object.is_dict()) {
      for (const auto& [key, value] : sorted(object.dict())) {
        text += text.empty() ? "" : ", ";
        text += flat(key, depth + 1) + ": " + flat(value, depth + 1);
        if (text.size() > kMaxTextBytes) heap_.charge_text(text.size());
      }
      return "{" + text + "}";
    }
    if (!object.is_list() && !object.is_tuple()) {
      append_repr(text, heap_, object, depth);
      return text;
    }
    const auto& items = object.sequence().items;
    for (size_t i = 0; i < items.size(); ++i) {
      text += (i > 0 ? ", " : "") + flat(items[i], depth + 1);
      if (text.size() > kMaxTextBytes) heap_.charge_text(text.size());
    }
    if (object.is_list()) return "[" + text + "]";
    return "(" + text + (items.size() == 1 ? ",)" : ")");
  }

  void write_dict(const Dict& dict, size_t indent, size_t allowance, uint32_t level) {
    put("{");
    const auto entries = sorted(dict);
    for (size_t i = 0; i < entries.size(); ++i) {
      if (i > 0) put(","), new_line(indent + 1);
      const std::string key = flat(entries[i].key, level);
      put(key + ": ");
      const bool is_last = i + 1 == entries.size();
      write(entries[i].value, indent + columns(key) + 3, is_last ? allowance + 1 : 1, level);
    }
    put("}");
  }

  void write_items(const Object& object, std::string_view open, std::string_view close,
                   size_t indent, size_t allowance, uint32_t level) {
    put(open);
    const auto& items = object.sequence().items;
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) put(","), new_line(indent + 1);
      const bool is_last = i + 1 == items.size();
      write(items[i], indent + 1, is_last ? allowance + close.size() : 1, level);
    }
    put(close);
  }

  // A text alone stands in parentheses; one within something else does not.
  void write_text(std::string_view text, size_t indent, size_t allowance, uint32_t level) {
    const bool is_alone = level == 1;
    if (is_alone) ++indent, ++allowance;
    const auto chunks = pieces(text, indent, allowance);
    if (chunks.size() == 1) return put(chunks.front());
    if (is_alone) put("(");
    for (size_t i = 0; i < chunks.size(); ++i) {
      if (i > 0) new_line(indent);
      put(chunks[i]);
    }
    if (is_alone) put(")");
  }

  /// The quoted pieces of a text: its lines, and the words of lines that are too long.
  static std::vector<std::string> pieces(std::string_view text, size_t indent, size_t allowance) {
    const auto room = static_cast<int64_t>(kWidth) - static_cast<int64_t>(indent);
    const auto less = room - static_cast<int64_t>(allowance);
    const auto fits = [](const std::string& quoted, int64_t width) {
      return static_cast<int64_t>(columns(quoted)) <= width;
    };
    std::vector<std::string> chunks;
    const auto lines = python_lines(text, true);
    for (size_t i = 0; i < lines.size(); ++i) {
      const bool is_last_line = i + 1 == lines.size();
      std::string quoted = quote_repr(lines[i]);
      if (fits(quoted, is_last_line ? less : room)) {
        chunks.push_back(std::move(quoted));
        continue;
      }
      const auto words = words_with_space(lines[i]);
      std::string current;
      for (size_t j = 0; j < words.size(); ++j) {
        const bool is_end = is_last_line && j + 1 == words.size();
        const std::string longer = current + std::string(words[j]);
        if (fits(quote_repr(longer), is_end ? less : room)) {
          current = longer;
          continue;
        }
        if (!current.empty()) chunks.push_back(quote_repr(current));
        current = words[j];
      }
      if (!current.empty()) chunks.push_back(quote_repr(current));
    }
    return chunks;
  }

  Heap& heap_;
  std::string out_;
};

}  // namespace

std::string pretty_text(Heap& heap, const Object& object) {
  Printer printer(heap);
  printer.write(object, 0, 0, 0);
  return printer.take();
}

}  // namespace tizza::expr
