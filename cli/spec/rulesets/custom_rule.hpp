#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "spec/jsonpath/matcher.hpp"
#include "spec/rule.hpp"
#include "spec/rulesets/function.hpp"

/// Rulesets in Spectral's format: which of our rules are on, and rules of their own.
namespace tizza::spec::rulesets {

/// Where a rule looks, in some formats.
struct Given {
  Versions versions;
  std::shared_ptr<const jsonpath::Path> path;
};

/// What of a value is checked: the value itself, its names, a member, or what a JSONPath finds.
struct Field {
  enum class Kind : uint8_t { kWhole, kNames, kMember, kPath };
  Kind kind = Kind::kWhole;
  std::string text;                  ///< kMember: as it was written, which may be one name.
  std::vector<std::string> members;  ///< kMember: `contact.email` in its parts.
  std::shared_ptr<const jsonpath::Path> path;
  std::optional<jsonpath::Matcher> matcher;  ///< kPath.
};

/// One entry of `then`.
struct Check {
  Field field;
  FunctionPtr function;
};

/// A rule that is written in a ruleset. Immutable; threads share it. Keeps its ruleset alive.
struct CustomRule {
  DocumentPtr document;
  std::string id;
  std::string description;
  std::string url;
  std::optional<std::string> message;  ///< With `{{error}}` and its like.
  std::optional<Severity> severity;    ///< None where the ruleset does not say it.
  bool is_off = false;                 ///< `severity: off`
  bool is_recommended = true;
  bool is_resolved = true;  ///< Sees the description with its references followed.
  std::vector<Given> givens;
  std::vector<Check> checks;
  Rule rule;  ///< What others ask of a rule; its texts are those above.

  CustomRule() = default;
  CustomRule(const CustomRule&) = delete;
  CustomRule& operator=(const CustomRule&) = delete;
};

/// What a finding says, of which messages are made.
struct MessageParts {
  std::string error;  ///< What the function says.
  std::string_view property;
  std::string_view description;
  Node value;  ///< What stands at the place.
};

/// The message of a finding: the rule's own with its parts filled in; else its description; else
/// what the function says.
std::string message_of(const CustomRule& rule, const MessageParts& parts);

}  // namespace tizza::spec::rulesets
