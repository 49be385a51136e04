#include "spec/component_places.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/uri.hpp"
#include "spec/path_between.hpp"
#include "spec/remote_files.hpp"
#include "text/pointer.hpp"

namespace tizza::spec {
namespace {

constexpr int kMostHops = 100;

std::optional<std::string_view> map_of_type(const Object& object, NodeType type, Version version) {
  for (const Field& field : object.fields) {
    const bool is_map = field.versions.has(version) && field.type->shape == Shape::kMap;
    if (is_map && node_type(*field.type->element) == type) return field.name;
  }
  return std::nullopt;
}

/// A pointer as the fragment of a URI (RFC 6901, chapter 6).
std::string as_fragment(std::string_view pointer) {
  constexpr std::string_view kKept = "-._~!$&'()*+,;=:@/?";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string text = "#";
  for (const char c : pointer) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_alphanumeric =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_alphanumeric || byte >= 0x80 || kKept.find(c) != std::string_view::npos) {
      text += c;
    } else {
      text.append("%").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
    }
  }
  return text;
}

}  // namespace

std::optional<std::string> section_of(NodeType type, Version version) {
  const Object& root = *grammar(version).root;
  if (const Field* components = find_field(root, "components", version)) {
    const auto name = map_of_type(*components->type->object, type, version);
    if (name) return "/components/" + std::string(*name);
  }
  const auto name = map_of_type(root, type, version);
  return name ? std::optional("/" + std::string(*name)) : std::nullopt;
}

std::optional<std::string> section_of(const Reference& reference, Version version) {
  const Type& type = reference.type->leads_to ? *reference.type->leads_to : *reference.type;
  return section_of(node_type(type), version);
}

std::string component_name(std::string_view reference) {
  const UriParts parts = split_uri(reference);
  const auto tokens = pointer_tokens(percent_decode(parts.fragment.value_or("")));
  std::string name = tokens.empty() ? "" : tokens.back();
  if (name.empty() && parts.fragment) name = *parts.fragment;
  if (name.empty()) {
    name = file_name(percent_decode(parts.path));
    name = name.substr(0, name.rfind('.'));
  }
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  };
  std::replace_if(
      name.begin(), name.end(), [&](char c) { return !is_allowed(c); }, '_');
  return name.empty() ? "component" : name;
}

ComponentPlaces::ComponentPlaces(const ApiDescription& api) : api_(api) {
  for (const Reference& reference : api.references()) {
    const Node holder = reference.holder;
    const bool is_own = &holder.document() == &api.document();
    if (!is_own || !reference.replaces() || !reference.target) continue;
    const Node end = end_of(reference);
    if (&end.document() == &api.document()) continue;
    if (node_type(*reference.type) == NodeType::kPathItem) taken_in_.emplace(end, holder);
    const auto section = section_of(reference, api.version());
    if (holder.size() != 1) continue;
    if (section && holder.parent().pointer() == *section) homes_.emplace(end, holder);
  }
}

bool ComponentPlaces::is_home(const Reference& reference) const {
  const auto home = homes_.find(end_of(reference));
  return home != homes_.end() && home->second == reference.holder;
}

Node ComponentPlaces::end_of(const Reference& reference) const {
  Node node = reference.target;
  for (int hop = 0; hop < kMostHops && node.is_mapping() && node.size() == 1; ++hop) {
    const Reference* next = api_.reference_at(node);
    if (!next || !next->target) return node;
    node = next->target;
  }
  return node;
}

std::optional<std::string> ComponentPlaces::find(const Reference& reference) {
  const Node end = end_of(reference);
  if (!end) return std::nullopt;
  if (&end.document() == &api_.document()) return as_fragment(end.pointer());
  const auto home = homes_.find(end);
  if (home != homes_.end()) return as_fragment(home->second.pointer());
  const auto section = section_of(reference, api_.version());
  if (!section) return place_of_part(end);
  const auto [known, is_new] = known_.emplace(end, entries_.size());
  if (is_new) entries_.push_back({*section, free_name(*section, reference), end});
  const Entry& entry = entries_[known->second];
  return as_fragment(entry.section + "/" + escape_pointer_token(entry.name));
}

std::string ComponentPlaces::place_of_part(Node part) const {
  const std::string pointer = part.pointer();
  for (Node holder = part; holder; holder = holder.parent()) {
    const auto found = taken_in_.find(holder);
    if (found == taken_in_.end()) continue;
    return as_fragment(found->second.pointer() + pointer.substr(holder.pointer().size()));
  }
  const std::string& path = part.document().path();
  const std::string file =
      is_url(path) ? path : path_from(parent_path(api_.document().path()), path);
  return pointer.empty() ? file : file + as_fragment(pointer);
}

std::string ComponentPlaces::free_name(const std::string& section, const Reference& reference) {
  auto [taken, is_new] = taken_.try_emplace(section);
  if (is_new) {
    for (const auto& [key, value] : api_.document().resolve(section).entries()) {
      taken->second.emplace(key.text());
    }
  }
  const std::string wanted = component_name(reference.value.text());
  std::string name = wanted;
  for (int number = 2; !taken->second.insert(name).second; ++number) {
    name = wanted + "-" + std::to_string(number);
  }
  return name;
}

}  // namespace tizza::spec
