#include "spec/description.hpp"

namespace tizza::spec {
namespace {

// References to references: longer chains only occur where one leads back to itself.
constexpr int kMostHops = 100;

}  // namespace

ApiDescription::ApiDescription(DocumentPtr document, Version version)
    : document_(std::move(document)),
      version_(version),
      by_type_(static_cast<size_t>(NodeType::kCount)) {}

const Reference* ApiDescription::reference_at(Node holder) const {
  const auto found = reference_by_holder_.find(holder);
  return found == reference_by_holder_.end() ? nullptr : &references_[found->second];
}

Node ApiDescription::target(Node node) const {
  for (int hop = 0; hop < kMostHops; ++hop) {
    if (!node.is_mapping() || !node["$ref"]) return node;
    const Reference* reference = reference_at(node);
    if (!reference) return node;
    node = reference->target;
  }
  return {};
}

}  // namespace tizza::spec
