#include "base/uri.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

class Reference final : public Keyword {
 public:
  explicit Reference(const Subschema* target) : target_(target) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    return run.apply(*target_, instance, evaluated);
  }

  const Subschema* stands_for() const override { return target_; }

 private:
  const Subschema* target_;
};

/// `$recursiveRef: "#"`: the outermost root that says `$recursiveAnchor: true`.
class RecursiveReference final : public Keyword {
 public:
  explicit RecursiveReference(const Subschema* target) : target_(target) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    const Resource* home = target_->resource;
    if (home->recursive_anchor && home->root == target_->node) {
      home = run.outermost([](const Resource& resource) { return resource.recursive_anchor; });
      if (home != nullptr) return run.apply(*home->compiled_root, instance, evaluated);
    }
    return run.apply(*target_, instance, evaluated);
  }

 private:
  const Subschema* target_;
};

/// `$dynamicRef: "#name"`: the outermost resource that has the dynamic anchor `name`.
class DynamicReference final : public Keyword {
 public:
  DynamicReference(const Subschema* target, std::string name)
      : target_(target), name_(std::move(name)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    const Resource* home = run.outermost([this](const Resource& resource) {
      return resource.dynamic_targets.find(name_) != resource.dynamic_targets.end();
    });
    const Subschema* target = home == nullptr ? target_ : home->dynamic_targets.find(name_)->second;
    return run.apply(*target, instance, evaluated);
  }

 private:
  const Subschema* target_;
  std::string name_;
};

}  // namespace

KeywordPtr compile_ref(Compiler& compiler, const Place& place) {
  const Subschema* target = compiler.target(place);
  return target == nullptr ? nullptr : std::make_unique<Reference>(target);
}

KeywordPtr compile_recursive_ref(Compiler& compiler, const Place& place) {
  const Subschema* target = compiler.target(place);
  compiler.needs_dynamic_targets();
  return target == nullptr ? nullptr : std::make_unique<RecursiveReference>(target);
}

KeywordPtr compile_dynamic_ref(Compiler& compiler, const Place& place) {
  const Subschema* target = compiler.target(place);
  if (target == nullptr) return nullptr;
  // It is dynamic only where its first target is a dynamic anchor of that very name (core 8.2.3.2).
  const std::string name(split_uri(place.value.text()).fragment.value_or(""));
  const auto anchor = target->resource->dynamic_anchors.find(name);
  if (anchor == target->resource->dynamic_anchors.end() || anchor->second != target->node) {
    return std::make_unique<Reference>(target);
  }
  compiler.needs_dynamic_targets();
  return std::make_unique<DynamicReference>(target, name);
}

}  // namespace tizza::schema
