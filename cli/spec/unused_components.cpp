#include "spec/unused_components.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/uri.hpp"
#include "spec/description.hpp"
#include "spec/ignores.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

/// Nobody reads files here: the text needs no other.
class NoFiles final : public FileReader {
 public:
  Result<std::string> read_file(const std::string& path) const override { return absent(path); }
  std::optional<FileInfo> info(const std::string&, bool) const override { return std::nullopt; }
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    return absent(path);
  }
  Result<std::string> real_path(const std::string& path) const override { return absent(path); }
  Result<std::string> read_link(const std::string& path) const override { return absent(path); }

 private:
  static Error absent(const std::string& path) {
    return file_failure("file", path, "cannot read `" + path + "`: no such file");
  }
};

/// The components of one description, and which of them something leads to.
class Uses {
 public:
  explicit Uses(const ApiDescription& api) : api_(api) {
    if (api.family() == Family::kSwagger) {
      for (const auto name : {"definitions", "parameters", "responses", "securityDefinitions"}) {
        add_section(api.root()[name]);
      }
    } else {
      for (const auto& [name, section] : api.root()["components"].entries()) {
        if (!name.text().starts_with("x-")) add_section(section);
      }
    }
    for (const Reference& reference : api.references()) note(reference.holder, reference.target);
    note_children();
    note_untyped();
    note_requirements();
    while (!queue_.empty()) {
      const Node component = queue_.back();
      queue_.pop_back();
      for (const Node target : leads_to_[component]) mark(target);
    }
  }

  /// The sections with what nothing leads to.
  std::vector<std::pair<Node, std::vector<Node>>> unused() const {
    std::vector<std::pair<Node, std::vector<Node>>> found;
    for (const Node section : sections_) {
      std::vector<Node> keys;
      for (const auto& [key, value] : section.entries()) {
        if (used_.count(value) == 0 && !is_ignore_field(key, value)) keys.push_back(key);
      }
      if (!keys.empty()) found.emplace_back(section, keys);
    }
    return found;
  }

 private:
  void add_section(Node section) {
    if (!section.is_mapping()) return;
    sections_.push_back(section);
    for (const auto& [key, value] : section.entries()) components_.insert(value);
  }

  /// The component around a node, or nothing.
  Node component_of(Node node) const {
    for (; node; node = node.parent()) {
      if (components_.count(node) != 0) return node;
    }
    return {};
  }

  void note(Node holder_node, Node target_node) {
    const Node target = component_of(target_node);
    const Node holder = component_of(holder_node);
    if (!target) return;
    if (holder) {
      leads_to_[holder].push_back(target);
    } else {
      mark(target);
    }
  }

  /// A schema with a discriminator stands for those that take it over by `allOf`: values name them.
  void note_children() {
    for (const uint32_t index : api_.of(NodeType::kSchema)) {
      const Node schema = api_.nodes()[index].node;
      for (const Node part : schema["allOf"].items()) {
        const Node parent = part["$ref"] ? api_.target(part) : Node();
        const Node child = component_of(schema);
        if (child && parent && parent["discriminator"]) {
          leads_to_[component_of(parent)].push_back(child);
        }
      }
    }
  }

  /// References in extensions and examples, which the grammar does not look into.
  void note_untyped() {
    const Document& document = api_.document();
    for (NodeId id = 0; id < document.node_count(); ++id) {
      const Node holder(&document, id);
      const auto text = holder.is_mapping() ? holder["$ref"].text() : std::string_view();
      if (!text.starts_with("#/") || api_.reference_at(holder)) continue;
      note(holder, document.resolve(percent_decode(text.substr(1))));
    }
  }

  void note_requirements() {
    const bool is_swagger = api_.family() == Family::kSwagger;
    const Node schemes = is_swagger ? api_.root()["securityDefinitions"]
                                    : api_.root()["components"]["securitySchemes"];
    for (const uint32_t index : api_.of(NodeType::kSecurityRequirement)) {
      for (const auto& [name, scopes] : api_.nodes()[index].node.entries()) {
        if (const Node scheme = schemes[name.text()]) mark(scheme);
      }
    }
  }

  void mark(Node component) {
    if (used_.insert(component).second) queue_.push_back(component);
  }

  const ApiDescription& api_;
  std::vector<Node> sections_;
  std::unordered_set<Node, NodeHash> components_;
  std::unordered_set<Node, NodeHash> used_;
  std::unordered_map<Node, std::vector<Node>, NodeHash> leads_to_;
  std::vector<Node> queue_;
};

bool is_flow(Node mapping) {
  return mapping.raw().starts_with('{');
}

/// Takes entries out of a mapping in braces, whose commas stand between entries: each run of them
/// goes as a whole, up to the next one that stays or from the last one that did.
void take_out_of_flow(Node mapping, const std::set<std::string>& keys, std::vector<Edit>& edits) {
  const size_t size = mapping.size();
  const auto goes = [&](size_t i) {
    return keys.contains(std::string(mapping.entry(i).key.text()));
  };
  for (size_t i = 0; i < size; ++i) {
    if (!goes(i)) continue;
    size_t end = i;
    while (end < size && goes(end)) ++end;
    const bool is_last = end == size;
    const uint32_t from =
        is_last ? mapping.entry(i - 1).value.span().end : mapping.entry(i).key.span().begin;
    const uint32_t to =
        is_last ? mapping.entry(end - 1).value.span().end : mapping.entry(end).key.span().begin;
    edits.push_back({{from, to}, ""});
    i = end;
  }
}

/// Takes the keys out of a mapping, or the mapping as a whole where nothing would be left.
Status take_out(Node mapping, const std::set<std::string>& keys, std::vector<Edit>& edits) {
  if (keys.size() == mapping.size() && mapping.key()) {
    TIZZA_TRY(Edit edit, remove_entry(mapping.parent(), mapping.key().text()));
    edits.push_back(std::move(edit));
    return {};
  }
  if (is_flow(mapping) && keys.size() < mapping.size()) {
    take_out_of_flow(mapping, keys, edits);
    return {};
  }
  for (const auto& key : keys) {
    TIZZA_TRY(Edit edit, remove_entry(mapping, key));
    edits.push_back(std::move(edit));
  }
  return {};
}

}  // namespace

Status remove_unused(const std::string& path, Bundled& bundled) {
  const NoFiles files;
  DocumentStore store(files);
  store.put(path, bundled.text);
  TIZZA_TRY(const OpenedDescription opened, open_description(path, store));
  std::vector<Edit> edits;
  std::set<std::string> empty_sections;
  const Node components = opened.api.root()["components"];
  for (const auto& [section, keys] : Uses(opened.api).unused()) {
    std::set<std::string> names;
    for (const Node key : keys) {
      names.emplace(key.text());
      bundled.removed.push_back(section[key.text()].pointer());
    }
    const bool is_whole = names.size() == section.size() && section.parent() == components;
    if (is_whole) {
      empty_sections.emplace(section.key().text());
    } else {
      TIZZA_CHECK(take_out(section, names, edits));
    }
  }
  if (!empty_sections.empty()) TIZZA_CHECK(take_out(components, empty_sections, edits));
  TIZZA_TRY(bundled.text, apply_edits(bundled.text, std::move(edits)));
  return {};
}

}  // namespace tizza::spec
