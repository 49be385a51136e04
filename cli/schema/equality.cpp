#include "schema/equality.hpp"

#include <functional>
#include <string>

#include "schema/decimal.hpp"

namespace tizza::schema {
namespace {

uint64_t mix(uint64_t seed, uint64_t value) {
  return seed ^ (value + 0x9E3779B97F4A7C15ull + (seed << 6) + (seed >> 2));
}

bool equal_scalars(Node a, Node b) {
  if (a.is_number() && b.is_number()) {
    const auto left = Decimal::parse(a.text());
    const auto right = Decimal::parse(b.text());
    return left && right ? *left == *right : a.as_double() == b.as_double();
  }
  if (a.type() != b.type()) return false;
  if (a.is_bool()) return a.as_bool() == b.as_bool();
  return a.is_null() || a.text() == b.text();
}

uint64_t hash_scalar(Node node) {
  const std::hash<std::string_view> hasher;
  if (node.is_number()) {
    const auto number = Decimal::parse(node.text());
    return number ? mix(1, hasher(number->canonical())) : 7;  // `.inf` has several spellings
  }
  if (node.is_bool()) return mix(2, node.as_bool().value_or(false) ? 1 : 0);
  if (node.is_null()) return 3;
  return mix(4, hasher(node.text()));
}

}  // namespace

bool equal(Node a, Node b) {
  if (a == b) return true;
  if (a.kind() != b.kind() || a.size() != b.size()) return false;
  if (a.is_scalar()) return equal_scalars(a, b);
  if (a.is_sequence()) {
    for (size_t i = 0; i < a.size(); ++i) {
      if (!equal(a.at(i), b.at(i))) return false;
    }
    return true;
  }
  for (const auto& [key, value] : a.entries()) {
    const Node other = b[key.text()];
    if (!other || !equal(value, other)) return false;
  }
  return true;
}

uint64_t hash(Node node) {
  if (node.is_scalar()) return hash_scalar(node);
  if (node.is_sequence()) {
    uint64_t seed = 5;
    for (const Node item : node.items()) seed = mix(seed, hash(item));
    return seed;
  }
  uint64_t sum = 6;  // a sum, since the order of members does not count
  for (const auto& [key, value] : node.entries()) {
    sum += mix(std::hash<std::string_view>{}(key.text()), hash(value));
  }
  return sum;
}

}  // namespace tizza::schema
