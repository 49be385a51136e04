#include <fmt/core.h>

#include <unordered_map>

#include "schema/equality.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/keywords/sizes.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

std::optional<size_t> items_of(const Run&, Node instance) {
  if (!instance.is_sequence()) return std::nullopt;
  return instance.size();
}

class UniqueItems final : public Keyword {
 public:
  bool check(Run& run, Node instance, Evaluated*) const override {
    if (!instance.is_sequence()) return true;
    bool holds = true;
    std::unordered_multimap<uint64_t, Node> seen;
    for (const Node item : instance.items()) {
      const uint64_t key = hash(item);
      const auto [begin, end] = seen.equal_range(key);
      for (auto other = begin; other != end; ++other) {
        if (!equal(other->second, item)) continue;
        holds = run.fail("duplicate-item", item, schema::place(item),
                         fmt::format("{} stands twice in {}", shown(item), label(instance)));
        if (!run.reports()) return false;
        break;
      }
      seen.emplace(key, item);
    }
    return holds;
  }
};

/// A subschema for each of the first items.
class PrefixItems final : public Keyword {
 public:
  explicit PrefixItems(std::vector<const Subschema*> schemas) : schemas_(std::move(schemas)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    if (!instance.is_sequence()) return true;
    bool holds = true;
    for (size_t i = 0; i < std::min(schemas_.size(), instance.size()); ++i) {
      holds = run.apply(*schemas_[i], instance.at(i), nullptr) && holds;
      if (!holds && !run.reports()) return false;
      if (evaluated != nullptr) evaluated->mark(i);
    }
    return holds;
  }

 private:
  std::vector<const Subschema*> schemas_;
};

/// One subschema for all items from a position on.
class RestOfItems final : public Keyword {
 public:
  RestOfItems(const Subschema* schema, size_t first) : schema_(schema), first_(first) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    if (!instance.is_sequence()) return true;
    bool holds = true;
    for (size_t i = first_; i < instance.size(); ++i) {
      holds = run.apply(*schema_, instance.at(i), nullptr) && holds;
      if (!holds && !run.reports()) return false;
    }
    if (evaluated != nullptr && instance.size() > first_) evaluated->mark_all();
    return holds;
  }

 private:
  const Subschema* schema_;
  size_t first_;
};

class Contains final : public Keyword {
 public:
  Contains(const Subschema* schema, double least, double most, bool takes_notes)
      : schema_(schema), least_(least), most_(most), takes_notes_(takes_notes) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    if (!instance.is_sequence()) return true;
    size_t count = 0;
    for (size_t i = 0; i < instance.size(); ++i) {
      if (!run.accepts(*schema_, instance.at(i))) continue;
      ++count;
      if (evaluated != nullptr && takes_notes_) evaluated->mark(i);
    }
    const auto number = static_cast<double>(count);
    if (number >= least_ && number <= most_) return true;
    if (!run.reports()) return false;
    return run.fail("no-match", instance, schema::place(instance),
                    fmt::format("{} must hold {} {} of a kind, not {}", label(instance),
                                number < least_ ? "at least" : "at most",
                                number < least_ ? least_ : most_, count));
  }

 private:
  const Subschema* schema_;
  double least_;
  double most_;
  bool takes_notes_;
};

KeywordPtr compile_list(Compiler& compiler, const Place& place) {
  std::vector<const Subschema*> schemas;
  for (const Node item : place.value.items()) {
    schemas.push_back(compiler.subschema(item, place.resource));
  }
  return std::make_unique<PrefixItems>(std::move(schemas));
}

}  // namespace

KeywordPtr compile_min_items(Compiler& compiler, const Place& place) {
  return compile_size(compiler, place, {items_of, "item", "items", true});
}

KeywordPtr compile_max_items(Compiler& compiler, const Place& place) {
  return compile_size(compiler, place, {items_of, "item", "items", false});
}

KeywordPtr compile_unique_items(Compiler&, const Place& place) {
  if (!place.value.as_bool().value_or(false)) return nullptr;
  return std::make_unique<UniqueItems>();
}

KeywordPtr compile_prefix_items(Compiler& compiler, const Place& place) {
  return compile_list(compiler, place);
}

KeywordPtr compile_items(Compiler& compiler, const Place& place) {
  return std::make_unique<RestOfItems>(compiler.subschema(place.value, place.resource),
                                       place.sibling("prefixItems").size());
}

KeywordPtr compile_items_or_prefix(Compiler& compiler, const Place& place) {
  if (place.value.is_sequence()) return compile_list(compiler, place);
  return std::make_unique<RestOfItems>(compiler.subschema(place.value, place.resource), 0);
}

KeywordPtr compile_additional_items(Compiler& compiler, const Place& place) {
  const Node items = place.sibling("items");
  if (!items.is_sequence()) return nullptr;  // without a list of items there is no rest
  return std::make_unique<RestOfItems>(compiler.subschema(place.value, place.resource),
                                       items.size());
}

KeywordPtr compile_contains(Compiler& compiler, const Place& place) {
  const bool has_limits =
      place.resource->dialect >= Dialect::kDraft201909 && place.resource->can_assert;
  const auto least = has_limits ? place.sibling("minContains").as_double() : std::nullopt;
  const auto most = has_limits ? place.sibling("maxContains").as_double() : std::nullopt;
  return std::make_unique<Contains>(compiler.subschema(place.value, place.resource),
                                    least.value_or(1), most.value_or(1e300),
                                    place.resource->dialect >= Dialect::kDraft202012);
}

}  // namespace tizza::schema
