#include "spec/reference_writer.hpp"

#include <algorithm>

namespace tizza::spec {
namespace {

/// What may differ beside a reference without changing which values are valid.
constexpr std::string_view kAnnotations[] = {"title",     "summary",  "description", "default",
                                             "example",   "examples", "deprecated",  "readOnly",
                                             "writeOnly", "$comment", "externalDocs"};

bool is_annotation(std::string_view key) {
  return key.starts_with("x-") ||
         std::find(std::begin(kAnnotations), std::end(kAnnotations), key) != std::end(kAnnotations);
}

}  // namespace

Value ReferenceWriter::write(Node node) {
  if (++written_ > most_values_) return {};
  if (const Reference* reference = api_.reference_at(node); reference && reference->target) {
    return write_reference(node, *reference);
  }
  if (node.is_sequence()) {
    Value::List list;
    for (const Node item : node.items()) list.push_back(write(item));
    return list;
  }
  if (!node.is_mapping()) return Value::from(node);
  Value::Mapping mapping;
  for (const auto& [key, value] : node.entries()) mapping.emplace_back(key.text(), write(value));
  return mapping;
}

Value ReferenceWriter::write_reference(Node node, const Reference& reference) {
  if (!reference.replaces()) return text_of(reference);
  if (is_inlined(reference)) return inlined(reference);
  Value::Mapping mapping;
  for (const auto& [key, value] : node.entries()) {
    mapping.emplace_back(key.text(), key.text() == "$ref" ? text_of(reference) : write(value));
  }
  return mapping;
}

bool ReferenceWriter::is_inlined(const Reference& reference) {
  if (!reference.replaces() || !reference.target) return false;
  const Node end = places_.end_of(reference);
  if (std::find(open_.begin(), open_.end(), end) != open_.end()) {
    const std::string place = reference.value.document().path() + "#" + reference.value.pointer();
    if (std::find(circles_.begin(), circles_.end(), place) == circles_.end()) {
      circles_.push_back(place);
    }
    return false;
  }
  if (dereference_) return true;
  if (&end.document() == &api_.document()) return false;
  if (places_.is_home(reference)) return true;
  const NodeType type = node_type(*reference.type);
  const bool has_place_of_its_own = type == NodeType::kPathItem || type == NodeType::kChannel;
  return has_place_of_its_own || !section_of(type, api_.version());
}

/// A name of the same document stays as it was written.
std::string ReferenceWriter::text_of(const Reference& reference) {
  const std::string written(reference.value.text());
  const bool is_own = &reference.value.document() == &api_.document();
  const bool stays = is_own && reference.target &&
                     &reference.target.document() == &api_.document() &&
                     (written.starts_with('#') || !reference.replaces());
  if (stays || !reference.target) return written;
  return places_.find(reference).value_or(written);
}

Value ReferenceWriter::inlined(const Reference& reference) {
  const Node end = places_.end_of(reference);
  open_.push_back(end);
  Value target = write(end);
  open_.pop_back();
  return beside(reference.holder, reference, std::move(target));
}

/// What stands beside a `$ref` and counts goes on top of what the reference names.
Value ReferenceWriter::beside(Node holder, const Reference& reference, Value target) {
  const bool counts = holder.size() > 1 && target.as_mapping() &&
                      (kAllOpenApi3.has(api_.version()) && api_.version() != Version::kOpenApi30);
  const NodeType type = node_type(*reference.type);
  if (!counts && type != NodeType::kPathItem) return target;
  Value::Mapping siblings;
  bool only_annotates = true;
  for (const auto& [key, value] : holder.entries()) {
    if (key.text() == "$ref") continue;
    only_annotates = only_annotates && is_annotation(key.text());
    siblings.emplace_back(key.text(), write(value));
  }
  if (type == NodeType::kSchema && !only_annotates) {
    Value joined;
    joined.set("allOf", Value::List{std::move(target)});
    for (auto& [key, value] : siblings) joined.set(key, std::move(value));
    return joined;
  }
  for (auto& [key, value] : siblings) target.set(key, std::move(value));
  return target;
}

}  // namespace tizza::spec
