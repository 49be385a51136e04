#include "schema/program.hpp"

#include <algorithm>

#include "schema/run.hpp"

namespace tizza::schema {
namespace {

constexpr int kMaxHops = 16;

const Subschema* referred(Run& run, const Subschema& subschema) {
  for (const auto& keyword : run.ready(subschema).keywords) {
    if (const Subschema* target = keyword->stands_for()) return target;
  }
  return nullptr;
}

}  // namespace

Node annotation(Run& run, const Subschema& subschema, std::string_view keyword) {
  const Subschema* at = &subschema;
  for (int hop = 0; hop < kMaxHops && at != nullptr; ++hop) {
    if (const Node value = at->node[keyword]) return value;
    at = referred(run, *at);
  }
  return Node();
}

std::vector<Node> parts(Run& run, const Subschema& subschema, size_t most) {
  std::vector<const Subschema*> found = {&subschema};
  const auto add = [&](const Subschema* part) {
    const bool is_new = std::find(found.begin(), found.end(), part) == found.end();
    if (is_new && found.size() < most) found.push_back(part);
  };
  std::vector<Node> nodes;
  for (size_t i = 0; i < found.size(); ++i) {
    nodes.push_back(found[i]->node);
    for (const auto& keyword : run.ready(*found[i]).keywords) {
      if (const Subschema* target = keyword->stands_for()) add(target);
      for (const Subschema* part : keyword->parts()) add(part);
    }
  }
  return nodes;
}

}  // namespace tizza::schema
