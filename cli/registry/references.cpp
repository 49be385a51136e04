#include <vector>

#include "base/near_names.hpp"
#include "registry/checks.hpp"

namespace tizza::registry {
namespace {

/// Where entries of one table name entries of another. In `path`, `*` is every item of a list (or
/// the scalar that stands in its place) and `~` every key of a mapping.
struct Reference {
  Kind from;
  std::vector<std::string_view> path;
  Kind to;
};

const std::vector<Reference>& references() {
  static const std::vector<Reference> kReferences = {
      {Kind::kTeam, {"lead"}, Kind::kPerson},
      {Kind::kPerson, {"team"}, Kind::kTeam},
      {Kind::kService, {"owners", "*"}, Kind::kTeam},
      {Kind::kService, {"consumes", "~"}, Kind::kService},
      {Kind::kService, {"references", "*", "owner"}, Kind::kService},
      {Kind::kPackage, {"owners", "*"}, Kind::kTeam},
      {Kind::kPlaybook, {"owners", "*"}, Kind::kTeam},
  };
  return kReferences;
}

/// The scalars that a path leads to, from step `index` on.
void collect(Node node, const std::vector<std::string_view>& path, size_t index,
             std::vector<Node>& names) {
  if (!node) return;
  if (index == path.size()) {
    if (node.is_scalar() && !node.is_null()) names.push_back(node);
  } else if (path[index] == "*") {
    if (node.is_scalar()) collect(node, path, index + 1, names);
    for (const Node item : node.items()) collect(item, path, index + 1, names);
  } else if (path[index] == "~") {
    for (const auto& [key, value] : node.entries()) collect(key, path, index + 1, names);
  } else {
    collect(node[path[index]], path, index + 1, names);
  }
}

void report_unknown(const Registry& registry, const Item& item, const Reference& reference,
                    Node name, Sink& sink) {
  const KindInfo& target = info(reference.to);
  Diagnostic unknown;
  unknown.rule = "unknown-" + std::string(target.singular);
  unknown.message = std::string(info(item.kind).singular) + " `" + item.name() + "` names " +
                    std::string(target.singular) + " `" + std::string(name.text()) +
                    "`, which does not exist";
  unknown.at = name.location();
  unknown.pointer = name.pointer();
  unknown.help = near_names_help(name.text(), registry.names(reference.to));
  if (unknown.help.empty()) {
    unknown.help = "add it under `" + std::string(target.section) + "`, or take the name out";
  }
  sink.report(std::move(unknown));
}

}  // namespace

void check_references(const Registry& registry, Sink& sink) {
  for (const Reference& reference : references()) {
    for (const Item& item : registry.items(reference.from)) {
      std::vector<Node> names;
      collect(item.value, reference.path, 0, names);
      for (const Node name : names) {
        if (!registry.find(reference.to, name.text())) {
          report_unknown(registry, item, reference, name, sink);
        }
      }
    }
  }
}

}  // namespace tizza::registry
