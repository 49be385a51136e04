#include <fmt/core.h>

#include "schema/keywords/keywords.hpp"
#include "schema/keywords/nearest_branch.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

using Branches = std::vector<const Subschema*>;
using DiscriminatorPtr = std::unique_ptr<const Discriminator>;

class AllOf final : public Keyword {
 public:
  explicit AllOf(Branches branches) : branches_(std::move(branches)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    bool holds = true;
    for (const Subschema* branch : branches_) {
      holds = run.apply(*branch, instance, evaluated) && holds;
      if (!holds && !run.reports()) return false;
    }
    return holds;
  }

  std::span<const Subschema* const> parts() const override { return branches_; }

 private:
  Branches branches_;
};

/// The branches that hold, by number. Their notes are taken; those of others are lost.
std::vector<size_t> holding(const Branches& branches, Run& run, Node instance,
                            Evaluated* evaluated) {
  std::vector<size_t> indices;
  for (size_t i = 0; i < branches.size(); ++i) {
    Evaluated own;
    if (!run.accepts(*branches[i], instance, evaluated ? &own : nullptr)) continue;
    indices.push_back(i);
    if (evaluated != nullptr) evaluated->merge(own);
  }
  return indices;
}

class AnyOf final : public Keyword {
 public:
  AnyOf(Branches branches, DiscriminatorPtr discriminator)
      : branches_(std::move(branches)), discriminator_(std::move(discriminator)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    if (evaluated != nullptr) {
      if (!holding(branches_, run, instance, evaluated).empty()) return true;
    } else {
      for (const Subschema* branch : branches_) {
        if (run.accepts(*branch, instance)) return true;
      }
    }
    return run.reports() ? fail_nearest(run, branches_, instance, discriminator_.get()) : false;
  }

 private:
  Branches branches_;
  DiscriminatorPtr discriminator_;
};

class OneOf final : public Keyword {
 public:
  OneOf(Branches branches, DiscriminatorPtr discriminator)
      : branches_(std::move(branches)), discriminator_(std::move(discriminator)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    const auto fitting = holding(branches_, run, instance, evaluated);
    if (fitting.size() == 1) return true;
    if (!run.reports()) return false;
    if (fitting.empty()) return fail_nearest(run, branches_, instance, discriminator_.get());
    return run.fail("no-match", instance, schema::place(instance),
                    fmt::format("{} fits {} and {}, of which only one may hold", label(instance),
                                branch_name(run, *branches_[fitting[0]], fitting[0]),
                                branch_name(run, *branches_[fitting[1]], fitting[1])));
  }

 private:
  Branches branches_;
  DiscriminatorPtr discriminator_;
};

class Not final : public Keyword {
 public:
  Not(const Subschema* schema, Node value) : schema_(schema), value_(value) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    if (!run.accepts(*schema_, instance)) return true;
    if (!run.reports()) return false;
    return run.fail("no-match", instance, schema::place(instance), message(instance));
  }

 private:
  std::string message(Node instance) const {
    if (const Node field = value_["required"].at(0); field && value_.size() == 1) {
      return fmt::format("field {} is not allowed in {}", shown(field), label(instance));
    }
    return fmt::format("{} is just what is not allowed here", label(instance));
  }

  const Subschema* schema_;
  Node value_;
};

class If final : public Keyword {
 public:
  If(const Subschema* condition, const Subschema* then, const Subschema* otherwise)
      : condition_(condition), then_(then), otherwise_(otherwise) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    Evaluated own;
    const bool holds = run.accepts(*condition_, instance, evaluated ? &own : nullptr);
    if (holds && evaluated != nullptr) evaluated->merge(own);
    const Subschema* next = holds ? then_ : otherwise_;
    return next == nullptr || run.apply(*next, instance, evaluated);
  }

 private:
  const Subschema* condition_;
  const Subschema* then_;
  const Subschema* otherwise_;
};

Branches compile_branches(Compiler& compiler, const Place& place) {
  if (!place.value.is_sequence()) {
    compiler.fail(place.value, "a list of schemas is needed, not " + found(place.value));
  }
  Branches branches;
  for (const Node item : place.value.items()) {
    branches.push_back(compiler.subschema(item, place.resource));
  }
  return branches;
}

}  // namespace

KeywordPtr compile_all_of(Compiler& compiler, const Place& place) {
  return std::make_unique<AllOf>(compile_branches(compiler, place));
}

KeywordPtr compile_any_of(Compiler& compiler, const Place& place) {
  return std::make_unique<AnyOf>(compile_branches(compiler, place), find_discriminator(place));
}

KeywordPtr compile_one_of(Compiler& compiler, const Place& place) {
  return std::make_unique<OneOf>(compile_branches(compiler, place), find_discriminator(place));
}

KeywordPtr compile_not(Compiler& compiler, const Place& place) {
  return std::make_unique<Not>(compiler.subschema(place.value, place.resource), place.value);
}

KeywordPtr compile_if(Compiler& compiler, const Place& place) {
  const auto branch = [&](std::string_view name) {
    const Node value = place.sibling(name);
    return value ? compiler.subschema(value, place.resource) : nullptr;
  };
  const Subschema* condition = compiler.subschema(place.value, place.resource);
  return std::make_unique<If>(condition, branch("then"), branch("else"));
}

}  // namespace tizza::schema
