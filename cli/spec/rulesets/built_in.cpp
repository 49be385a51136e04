#include "spec/rulesets/built_in.hpp"

#include <utility>

namespace tizza::spec::rulesets {
namespace {

constexpr BuiltIn kBuiltIns[] = {
    {"tizza:recommended", std::nullopt},     {"tizza:core", RuleSet::kTizzaCore},
    {"tizza:rest", RuleSet::kTizzaRest},     {"tizza:events", RuleSet::kTizzaEvents},
    {"tizza:owasp", RuleSet::kTizzaOwasp},   {"tizza:ownership", RuleSet::kTizzaOwnership},
    {"spectral:oas", RuleSet::kSpectralOas}, {"spectral:asyncapi", RuleSet::kSpectralAsyncApi},
};

/// Names of older versions of Spectral.
constexpr std::pair<std::string_view, std::string_view> kRenamed[] = {
    {"operation-2xx-response", "operation-success-response"},
    {"operation-default-response", "operation-success-response"},
    {"oas2-unused-components-schema", "oas2-unused-definition"},
    {"oas3-unused-components-schema", "oas3-unused-component"},
    {"oas3-unused-components", "oas3-unused-component"},
    {"oas2-valid-parameter-example", "oas2-valid-schema-example"},
    {"oas2-valid-response-schema-example", "oas2-valid-schema-example"},
    {"oas2-valid-definition-example", "oas2-valid-schema-example"},
    {"oas2-valid-response-example", "oas2-valid-media-example"},
    {"oas3-valid-oas-parameter-example", "oas3-valid-media-example"},
    {"oas3-valid-oas-content-example", "oas3-valid-media-example"},
    {"oas3-valid-oas-header-example", "oas3-valid-media-example"},
    {"oas3-valid-header-schema-example", "oas3-valid-schema-example"},
    {"oas3-valid-parameter-schema-example", "oas3-valid-schema-example"},
};

}  // namespace

const BuiltIn* find_built_in(std::string_view name) {
  for (const BuiltIn& set : kBuiltIns) {
    if (set.name == name) return &set;
  }
  return nullptr;
}

std::vector<std::string> built_in_names() {
  std::vector<std::string> names;
  for (const BuiltIn& set : kBuiltIns) names.emplace_back(set.name);
  return names;
}

std::string_view name_of(RuleSet set) {
  for (const BuiltIn& known : kBuiltIns) {
    if (known.set == set) return known.name;
  }
  return {};
}

std::optional<Severity> severity_in(const BuiltIn& set, const Rule& rule) {
  if (!set.set) return rule.recommended;
  return rule.set == *set.set ? std::optional(rule.severity) : std::nullopt;
}

bool is_on(const BuiltIn& set, const Rule& rule, Extent extent) {
  if (extent == Extent::kRecommended) return !set.set || !rule.is_opt_in;
  return extent == Extent::kAll;
}

std::string_view current_name(std::string_view name) {
  for (const auto& [old_name, new_name] : kRenamed) {
    if (old_name == name) return new_name;
  }
  return name;
}

}  // namespace tizza::spec::rulesets
