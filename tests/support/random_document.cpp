#include "support/random_document.hpp"

#include <vector>

#include "base/strings.hpp"
#include "text/scalar_style.hpp"
#include "text/writer.hpp"

namespace tizza::testing {

RandomDocument::RandomDocument(uint32_t seed) : random_(seed) {
  line_end_ = below(4) == 0 ? "\r\n" : "\n";
  step_ = below(3) == 0 ? 4 : 2;
}

std::string RandomDocument::make_text() {
  static const std::vector<std::string> kTexts = {
      "culinary", "a b",     "x: y",        "# no",         "1.10",  "+36123456789",
      "no",       "",        "it's",        "say \"a\"",    "é🍕",   "a,b",
      "[x]",      "- dash",  "~",           "true",         "12:30", "a #b",
      "@here",    "{{ x }}", "*",           "&a",           "%x y",  "two\nlines\n",
      "| pipe",   "tab\tx",  "back\\slash", "two\n\nparts", "!tag"};
  return kTexts[below(static_cast<uint32_t>(kTexts.size()))];
}

std::string RandomDocument::make_key() {
  static const std::vector<std::string> kKeys = {"a",    "b",    "tier", "links", "owners", "x y",
                                                 "name", "it's", "#k",   "1",     "k:v",    "é"};
  return kKeys[below(static_cast<uint32_t>(kKeys.size()))];
}

Value RandomDocument::make_value(int depth) {
  switch (below(depth > 0 ? 9 : 6)) {
    case 0:
      return static_cast<int64_t>(below(2000)) - 1000;
    case 1:
      return below(2) == 0;
    case 2:
      return nullptr;
    case 6: {
      Value::List list;
      for (uint32_t i = below(4); i > 0; --i) list.push_back(make_value(depth - 1));
      return list;
    }
    case 7:
    case 8:
      return make_mapping(depth - 1);
    default:
      return make_text();
  }
}

Value RandomDocument::make_mapping(int depth) {
  Value mapping{Value::Mapping{}};
  for (uint32_t i = below(5); i > 0; --i) {
    std::string key = make_key();  // before the value: a seed means one document everywhere
    mapping.set(std::move(key), make_value(depth));
  }
  return mapping;
}

std::string RandomDocument::quoted(const std::string& text, bool in_flow) {
  switch (below(3)) {
    case 0:
      return quoted_or_plain(text, in_flow);
    case 1:
      return may_be_single_quoted(text, Format::kYaml) ? single_quoted(text) : double_quoted(text);
    default:
      return double_quoted(text);
  }
}

std::string RandomDocument::scalar(const Value& value, bool in_flow) {
  if (const std::string* text = value.as_string()) return quoted(*text, in_flow);
  if (value.is_null()) return below(2) == 0 ? "~" : "null";
  return tizza::write_json(value);
}

std::string RandomDocument::flow(const Value& value) {
  const bool wide = below(3) == 0;
  std::vector<std::string> parts;
  if (const auto* list = value.as_list()) {
    for (const Value& item : *list) parts.push_back(flow(item));
    return "[" + join(parts, wide ? " , " : ",") + (wide && !parts.empty() ? " , ]" : "]");
  }
  if (const auto* mapping = value.as_mapping()) {
    for (const auto& [key, member] : *mapping) {
      parts.push_back(quoted(key, true) + ": " + flow(member));
    }
    return (wide ? "{ " : "{") + join(parts, ", ") + (wide ? " }" : "}");
  }
  return scalar(value, true);
}

std::string RandomDocument::trailing_comment() {
  return below(4) == 0 ? "  # why" : "";
}

void RandomDocument::end_line() {
  out_ += trailing_comment() + line_end_;
}

void RandomDocument::comment_line(size_t indent) {
  if (below(5) == 0) out_ += line_end_;
  if (below(5) == 0) out_ += std::string(indent, ' ') + "# about the next" + line_end_;
}

/// Texts of several lines often stand in blocks.
bool RandomDocument::write_literal(const Value& value, size_t indent) {
  const std::string* text = value.as_string();
  if (!text || text->find('\n') == std::string::npos || below(2) == 0) return false;
  out_ += text->ends_with('\n') ? " |" : " |-";
  end_line();
  for (const auto line : split_lines(*text)) {
    if (!line.empty()) out_ += std::string(indent, ' ') + std::string(line);
    out_ += line_end_;
  }
  return true;
}

/// What stands behind `key:` or a dash, to the end of its line or lines.
void RandomDocument::block_value(const Value& value, size_t indent) {
  const auto* list = value.as_list();
  const auto* mapping = value.as_mapping();
  const bool is_empty = (list && list->empty()) || (mapping && mapping->empty());
  if (write_literal(value, indent)) return;
  if ((!list && !mapping) || is_empty || below(3) == 0) {
    const bool leaves_out = value.is_null() && below(2) == 0;
    out_ += leaves_out ? "" : " " + (list || mapping ? flow(value) : scalar(value, false));
    return end_line();
  }
  end_line();
  block(value, indent);
}

void RandomDocument::block(const Value& value, size_t indent) {
  const std::string margin(indent, ' ');
  if (const auto* list = value.as_list()) {
    for (const Value& item : *list) {
      comment_line(indent);
      out_ += margin + "-";
      block_value(item, indent + step_);
    }
    return;
  }
  for (const auto& [key, member] : *value.as_mapping()) {
    comment_line(indent);
    out_ += margin + quoted(key, false) + ":";
    block_value(member, indent + step_);
  }
}

std::string RandomDocument::write_yaml(const Value& mapping) {
  out_ = below(3) == 0 ? "# head" + line_end_ : "";
  if (mapping.as_mapping()->empty() || below(8) == 0) {
    out_ += flow(mapping);
    end_line();
  } else {
    block(mapping, 0);
  }
  if (below(6) == 0) out_ += "# tail" + line_end_;
  const bool may_be_cut = out_.find('|') == std::string::npos;  // else a block scalar may end it
  if (may_be_cut && below(6) == 0) out_.resize(out_.size() - line_end_.size());
  return out_;
}

std::string RandomDocument::write_json(const Value& mapping) {
  return tizza::write_json(mapping, static_cast<int>(below(3)) * 2) + (below(2) == 0 ? "\n" : "");
}

}  // namespace tizza::testing
