#include "schema/keywords/nearest_branch.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/near_names.hpp"
#include "schema/equality.hpp"
#include "schema/messages.hpp"

namespace tizza::schema {
namespace {

// Beyond so many the search for the nearest branch costs more than it helps.
constexpr size_t kMostParts = 64;
constexpr size_t kMostExplained = 8;

/// A branch, and the schemas that hold together with it: what it refers to and its `allOf`.
struct Candidate {
  const Subschema* branch;
  std::vector<Node> parts;
};

TypeSet types_named(Node type) {
  TypeSet types = 0;
  for (size_t bit = 0; bit < std::size(kTypeNames); ++bit) {
    const auto is_it = [&](Node name) { return name.text() == kTypeNames[bit]; };
    bool has = is_it(type);
    for (const Node name : type.items()) has = has || is_it(name);
    if (has) types |= static_cast<TypeSet>(1u << bit);
  }
  return types;
}

/// The types that a candidate allows; 0 where it says none.
TypeSet types_of(const Candidate& candidate) {
  TypeSet types = 0;
  for (const Node part : candidate.parts) types |= types_named(part["type"]);
  return types;
}

bool may_be(TypeSet types, Node instance) {
  if (types == 0) return true;
  if (instance.is_mapping()) return types & kObjectBit;
  if (instance.is_sequence()) return types & kArrayBit;
  if (instance.is_number()) return types & (kNumberBit | kIntegerBit | kStringBit);
  if (instance.is_bool()) return types & (kBooleanBit | kStringBit);
  if (instance.is_null()) return types & kNullBit;
  return types & kStringBit;
}

enum class Constants { kSilent, kFit, kDiffer };

/// Whether the members that the candidate holds to constants have those values.
Constants compare_constants(const Candidate& candidate, Node instance) {
  auto verdict = Constants::kSilent;
  for (const Node part : candidate.parts) {
    for (const auto& [name, schema] : part["properties"].entries()) {
      const Node value = instance[name.text()];
      const Node constant = schema["const"];
      const Node choices = schema["enum"];
      if (!value || (!constant && !choices)) continue;
      bool fits = constant && equal(constant, value);
      for (const Node choice : choices.items()) fits = fits || equal(choice, value);
      if (!fits) return Constants::kDiffer;
      verdict = Constants::kFit;
    }
  }
  return verdict;
}

bool has_required(const Candidate& candidate, Node instance) {
  for (const Node part : candidate.parts) {
    for (const Node name : part["required"].items()) {
      if (!instance[name.text()]) return false;
    }
  }
  return true;
}

size_t known_members(const Candidate& candidate, Node instance) {
  size_t count = 0;
  for (const auto& [name, value] : instance.entries()) {
    for (const Node part : candidate.parts) {
      if (!part["properties"][name.text()]) continue;
      ++count;
      break;
    }
  }
  return count;
}

/// The one member that the branch asks for and nothing else, or nothing: `required: [run]`.
Node lone_requirement(const Subschema& branch) {
  const Node schema = branch.node;
  const Node names = schema["required"];
  return schema.size() == 1 && names.size() == 1 ? names.at(0) : Node();
}

/// "exactly one of these fields" as schemas say it: a branch with one `required` for each.
bool fail_choice_of_fields(Run& run, const std::vector<const Subschema*>& branches, Node instance) {
  std::vector<std::string> names;
  for (const Subschema* branch : branches) names.push_back(shown(lone_requirement(*branch)));
  return run.fail(
      "missing-field", instance, place(instance),
      fmt::format("{} needs one of the fields {}", label(instance), alternatives(names)));
}

template <typename Keeps>
void keep_if_any(std::vector<Candidate>& candidates, const Keeps& keeps) {
  std::vector<Candidate> kept;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(kept), keeps);
  if (!kept.empty()) candidates = std::move(kept);
}

/// Keeps those that look most like the instance.
void keep_likely(std::vector<Candidate>& candidates, Node instance) {
  if (!instance.is_mapping()) return;
  for (const auto wanted : {Constants::kFit, Constants::kSilent}) {
    keep_if_any(candidates, [&](const Candidate& candidate) {
      const auto verdict = compare_constants(candidate, instance);
      return verdict == wanted || verdict == Constants::kFit;
    });
  }
  keep_if_any(candidates, [&](const Candidate& c) { return has_required(c, instance); });
  size_t most = 0;
  for (const Candidate& candidate : candidates) {
    most = std::max(most, known_members(candidate, instance));
  }
  keep_if_any(candidates, [&](const Candidate& c) { return known_members(c, instance) == most; });
}

size_t depth_of(Node node) {
  size_t depth = 0;
  for (; node; node = node.parent()) ++depth;
  return depth;
}

size_t deepest(const std::vector<Failure>& reasons) {
  size_t depth = 0;
  for (const Failure& reason : reasons) depth = std::max(depth, depth_of(reason.instance));
  return depth;
}

/// Reports the fewest reasons of the candidates, and of as many the deepest.
bool fail_fewest(Run& run, const std::vector<Candidate>& candidates, Node instance) {
  std::vector<Failure> best;
  for (size_t i = 0; i < std::min(candidates.size(), kMostExplained); ++i) {
    auto reasons = run.explain(*candidates[i].branch, instance);
    if (reasons.empty()) continue;  // the work was given up
    const bool is_better = best.empty() || reasons.size() < best.size() ||
                           (reasons.size() == best.size() && deepest(reasons) > deepest(best));
    if (is_better) best = std::move(reasons);
  }
  run.pass_on(std::move(best));
  return false;
}

/// Lets the discriminator speak; none where the instance does not have its member.
std::optional<bool> fail_discriminated(Run& run, const std::vector<const Subschema*>& branches,
                                       Node instance, const Discriminator& discriminator) {
  const Node value = instance[discriminator.property];
  if (!value.is_string()) return std::nullopt;
  const size_t index = discriminator.branch_of(value.text());
  if (index < branches.size()) return run.apply(*branches[index], instance, nullptr);
  std::vector<std::string> names, quoted;
  for (const auto& of_branch : discriminator.names) {
    if (of_branch.empty()) return std::nullopt;  // a branch without a name may be meant
    names.push_back(of_branch.front());
    quoted.push_back(shown(of_branch.front()));
  }
  return run.fail(
      "wrong-value", value, place(value),
      fmt::format("{} must be {}, not {}", label(value), alternatives(quoted), shown(value)),
      near_names_help(value.text(), names));
}

}  // namespace

std::string branch_name(Run& run, const Subschema& branch, size_t index) {
  if (const Node title = annotation(run, branch, "title")) return std::string(title.text());
  if (const Node name = lone_requirement(branch)) return shown(name);
  const std::string_view reference = branch.node["$ref"].text();
  if (!reference.empty()) return shown(reference.substr(reference.rfind('/') + 1));
  return fmt::format("alternative {}", index + 1);
}

bool fail_nearest(Run& run, const std::vector<const Subschema*>& branches, Node instance,
                  const Discriminator* discriminator) {
  const bool is_choice = instance.is_mapping() && branches.size() > 1 &&
                         std::all_of(branches.begin(), branches.end(), [](const Subschema* branch) {
                           return bool(lone_requirement(*branch));
                         });
  if (is_choice) return fail_choice_of_fields(run, branches, instance);
  if (discriminator != nullptr) {
    const auto verdict = fail_discriminated(run, branches, instance, *discriminator);
    if (verdict) return *verdict;
  }
  TypeSet types = 0;
  std::vector<Candidate> near;
  for (const Subschema* branch : branches) {
    Candidate candidate{branch, parts(run, *branch, kMostParts)};
    const TypeSet allowed = types_of(candidate);
    types |= allowed;
    if (may_be(allowed, instance)) near.push_back(std::move(candidate));
  }
  if (near.empty()) {
    return run.fail(
        "wrong-type", instance, place(instance),
        fmt::format("{} must be {}, not {}", label(instance),
                    expected_types(types, instance.document().format()), found(instance)));
  }
  keep_likely(near, instance);
  return fail_fewest(run, near, instance);
}

}  // namespace tizza::schema
