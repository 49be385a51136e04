#include "schema/program.hpp"

namespace tizza::schema {
namespace {

constexpr int kMaxHops = 16;

const Subschema* referred(const Subschema& subschema) {
  for (const auto& keyword : subschema.keywords) {
    if (const Subschema* target = keyword->stands_for()) return target;
  }
  return nullptr;
}

}  // namespace

Node annotation(const Subschema& subschema, std::string_view keyword) {
  const Subschema* at = &subschema;
  for (int hop = 0; hop < kMaxHops && at != nullptr; ++hop) {
    if (const Node value = at->node[keyword]) return value;
    at = referred(*at);
  }
  return Node();
}

const Subschema& meant(const Subschema& subschema) {
  const Subschema* at = &subschema;
  for (int hop = 0; hop < kMaxHops; ++hop) {
    const Subschema* next = referred(*at);
    if (next == nullptr) break;
    at = next;
  }
  return *at;
}

}  // namespace tizza::schema
