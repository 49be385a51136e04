#include "spec/ignores.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/near_names.hpp"
#include "spec/rules/rule_table.hpp"
#include "spec/wording.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

/// The names in the value of the field: a list of them, or one alone.
std::vector<Node> names_in(Node value) {
  if (value.is_string()) return {value};
  std::vector<Node> names;
  for (const Node item : value.items()) {
    if (item.is_string()) names.push_back(item);
  }
  return names;
}

bool is_well_formed(Node value) {
  return value.is_string() || (value.is_sequence() && names_in(value).size() == value.size());
}

std::vector<const Document*> documents_of(const ApiDescription& api) {
  std::vector<const Document*> documents = {&api.document()};
  std::unordered_set<const Document*> seen = {&api.document()};
  for (const TypedNode& typed : api.nodes()) {
    const Document* document = &typed.node.document();
    if (seen.insert(document).second) documents.push_back(document);
  }
  return documents;
}

const Rule* active_rule(const Ruleset& rules, std::string_view id) {
  for (const ActiveRule& active : rules) {
    if (active.rule->id == id) return active.rule;
  }
  return nullptr;
}

void report_unknown(Node name, const Ruleset& rules, RuleFindings& unknown) {
  auto finding = unknown.report(name, "there is no rule {} to ignore", quoted(name.text()));
  if (!finding) return;
  std::vector<std::string> ids;
  for (const Rule* rule : all_rules()) ids.emplace_back(rule->id);
  for (const ActiveRule& active : rules) ids.emplace_back(active.rule->id);
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const std::string near = near_names_help(name.text(), ids);
  finding.help(near.empty() ? "`tizza spec rules` lists them" : near);
}

/// Takes a name out of the value of the field, or the field away with its last name.
Result<Edit> without(Node value, Node name) {
  if (value.size() < 2) return remove_entry(value.parent(), kIgnoreField);
  size_t index = 0;
  while (value.at(index) != name) ++index;
  return remove_item(value, index);
}

}  // namespace

bool RuleFindings::is_ignored(Node at) const {
  return ignores_ && at && ignores_->covers(rule_.id, at);
}

Ignores::DocumentIgnores& Ignores::of(const Document& document) {
  if (&document == last_document_) return *last_;
  const auto [found, is_new] = documents_.try_emplace(&document);
  last_document_ = &document;
  last_ = &found->second;
  if (!is_new || document.source()->text().find(kIgnoreField) == std::string_view::npos) {
    return *last_;
  }
  for (NodeId id = 0; id < document.node_count(); ++id) {
    const Node mapping(&document, id);
    if (!mapping.is_mapping()) continue;
    const Node value = mapping[kIgnoreField];
    if (!value) continue;
    last_->values.push_back(value);
    for (const Node name : names_in(value)) last_->at[id].push_back({name});
  }
  const auto begin = [](Node node) { return node.span().begin; };
  std::ranges::sort(last_->values, {}, begin);
  return *last_;
}

bool Ignores::covers(DocumentIgnores& ignores, std::string_view rule, Node holder) {
  const auto found = ignores.at.find(holder.id());
  if (found == ignores.at.end()) return false;
  for (Name& name : found->second) {
    if (name.node.text() != rule) continue;
    name.is_used = true;
    return true;
  }
  return false;
}

bool Ignores::covers(std::string_view rule, Node node) {
  DocumentIgnores& ignores = of(node.document());
  if (ignores.at.empty()) return false;
  if (const auto entry = node.parent().find(node.text()); entry && entry->key == node) {
    if (covers(ignores, rule, entry->value)) return true;
  }
  for (Node holder = node; holder; holder = holder.parent()) {
    if (covers(ignores, rule, holder)) return true;
  }
  return false;
}

void Ignores::report(const ApiDescription& api, const Ruleset& rules, RuleFindings& unknown,
                     RuleFindings& unused) {
  for (const Document* document : documents_of(api)) {
    const DocumentIgnores& ignores = of(*document);
    for (const Node value : ignores.values) {
      if (!is_well_formed(value)) {
        unknown.report(value, "`{}` must be a list of rules, not {}", kIgnoreField,
                       described(value));
      }
      const auto names = ignores.at.find(value.parent().id());
      if (names == ignores.at.end()) continue;
      for (const Name& name : names->second) {
        const auto id = name.node.text();
        const Rule* rule = active_rule(rules, id);
        if (!rule && !find_rule(id)) {
          report_unknown(name.node, rules, unknown);
        } else if (rule && !name.is_used && rule->versions.has(api.version())) {
          auto finding = unused.report(name.node, "{} has nothing to ignore here", quoted(id));
          if (finding) finding.help("take the name out").fix(without(value, name.node));
        }
      }
    }
  }
}

std::vector<Location> Ignores::used() const {
  std::vector<Location> places;
  for (const auto& [document, ignores] : documents_) {
    for (const auto& [holder, names] : ignores.at) {
      for (const Name& name : names) {
        if (name.is_used) places.push_back(name.node.location());
      }
    }
  }
  return places;
}

}  // namespace tizza::spec
