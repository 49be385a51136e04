#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "spec/description.hpp"
#include "spec/facts.hpp"
#include "spec/finding.hpp"
#include "spec/node_type.hpp"
#include "spec/registration.hpp"
#include "spec/schema_checker.hpp"
#include "spec/version.hpp"

namespace tizza::spec {

/// What a check may use: the description, what is known of all of it, where to report, and the
/// schemas to hold values to.
struct RuleContext {
  const ApiDescription& api;
  const Facts& facts;
  RuleFindings& findings;
  SchemaChecker& schemas;
  const Registration* registration = nullptr;  ///< None without a registry.

  template <typename... Args>
  FindingEditor report(const Place& at, fmt::format_string<Args...> message, Args&&... args) {
    return findings.report(at, message, std::forward<Args>(args)...);
  }

  template <typename... Args>
  FindingEditor report_weaker(Severity most, const Place& at, fmt::format_string<Args...> message,
                              Args&&... args) {
    return findings.report_weaker(most, at, message, std::forward<Args>(args)...);
  }
};

/// The built-in rulesets; each rule belongs to one. `tizza:recommended` picks from all of them.
enum class RuleSet : uint8_t {
  kTizzaCore,  ///< `tizza:core`: what follows from the formats themselves.
  kSpectralOas,
  kSpectralAsyncApi,
  kTizzaRest,
  kTizzaEvents,
  kTizzaOwasp,
  kTizzaOwnership,
  kCustom,  ///< None of ours: written in a ruleset.
};

/// One rule: a file in rules/ and a row in rules/rule_table.cpp.
struct Rule {
  std::string_view id;  ///< That of Spectral where it has the same rule.
  RuleSet set;
  Severity severity;                    ///< In its set.
  bool is_opt_in = false;               ///< Off in its set, unless that is taken whole (`all`).
  std::optional<Severity> recommended;  ///< In `tizza:recommended`; none where it is off there.
  Versions versions;                    ///< The formats that it is for.
  std::string_view summary;             ///< One line, lower case, no period: what holds.
  std::string_view rationale;           ///< Why, in whole sentences.
  std::string_view bad;                 ///< A part of a description that breaks the rule.
  std::string_view good;                ///< The same part as it should be.
  std::string_view fix = {};            ///< What `--fix` does, such as `remove the slash`.
  std::string_view url = {};            ///< A page about it; custom rules alone.
  NodeTypes on = {};                    ///< For which typed nodes `check` is called.
  /// None for the rules that the walk checks on its way and for custom ones.
  void (*check)(const TypedNode& typed, RuleContext& context) = nullptr;
};

}  // namespace tizza::spec
