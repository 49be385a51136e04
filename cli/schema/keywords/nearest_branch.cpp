#include "schema/keywords/nearest_branch.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "schema/equality.hpp"
#include "schema/messages.hpp"

namespace tizza::schema {
namespace {

TypeSet types_of(const Subschema& branch) {
  const Node type = meant(branch).node["type"];
  TypeSet types = 0;
  for (size_t bit = 0; bit < std::size(kTypeNames); ++bit) {
    const auto is_it = [&](Node name) { return name.text() == kTypeNames[bit]; };
    bool has = is_it(type);
    for (const Node name : type.items()) has = has || is_it(name);
    if (has) types |= static_cast<TypeSet>(1u << bit);
  }
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

enum class Discriminator { kSilent, kFits, kDiffers };

/// Whether the members that the branch holds to constants have those values.
Discriminator discriminate(const Subschema& branch, Node instance) {
  auto verdict = Discriminator::kSilent;
  for (const auto& [name, schema] : meant(branch).node["properties"].entries()) {
    const Node value = instance[name.text()];
    if (!value) continue;
    const Node constant = schema["const"];
    const Node choices = schema["enum"];
    if (!constant && !choices) continue;
    bool fits = constant && equal(constant, value);
    for (const Node choice : choices.items()) fits = fits || equal(choice, value);
    if (!fits) return Discriminator::kDiffers;
    verdict = Discriminator::kFits;
  }
  return verdict;
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
void keep_if_any(std::vector<const Subschema*>& branches, const Keeps& keeps) {
  std::vector<const Subschema*> kept;
  std::copy_if(branches.begin(), branches.end(), std::back_inserter(kept), keeps);
  if (!kept.empty()) branches = std::move(kept);
}

}  // namespace

std::string branch_name(const Subschema& branch, size_t index) {
  if (const Node title = annotation(branch, "title")) return std::string(title.text());
  if (const Node name = lone_requirement(branch)) return shown(name);
  return fmt::format("alternative {}", index + 1);
}

bool fail_nearest(Run& run, const std::vector<const Subschema*>& branches, Node instance) {
  const bool is_choice = instance.is_mapping() && branches.size() > 1 &&
                         std::all_of(branches.begin(), branches.end(), [](const Subschema* branch) {
                           return bool(lone_requirement(*branch));
                         });
  if (is_choice) return fail_choice_of_fields(run, branches, instance);

  TypeSet types = 0;
  for (const Subschema* branch : branches) types |= types_of(*branch);
  std::vector<const Subschema*> near = branches;
  near.erase(std::remove_if(near.begin(), near.end(),
                            [&](const Subschema* b) { return !may_be(types_of(*b), instance); }),
             near.end());
  if (near.empty()) {
    return run.fail(
        "wrong-type", instance, place(instance),
        fmt::format("{} must be {}, not {}", label(instance),
                    expected_types(types, instance.document().format()), found(instance)));
  }
  keep_if_any(near, [&](const Subschema* branch) {
    return discriminate(*branch, instance) == Discriminator::kFits;
  });
  keep_if_any(near, [&](const Subschema* branch) {
    return discriminate(*branch, instance) != Discriminator::kDiffers;
  });
  std::vector<Diagnostic> fewest;
  for (const Subschema* branch : near) {
    auto reasons = run.explain(*branch, instance);
    if (fewest.empty() || reasons.size() < fewest.size()) fewest = std::move(reasons);
  }
  run.pass_on(std::move(fewest));
  return false;
}

}  // namespace tizza::schema
