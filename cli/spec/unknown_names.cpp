#include "spec/unknown_names.hpp"

#include <optional>
#include <string>
#include <vector>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// What to say of a thing that the format has in other versions; none where it has it in none.
std::optional<std::string> other_version_help(Versions elsewhere, Version version) {
  const auto first = first_of(elsewhere, family(version));
  if (!first) return std::nullopt;
  return "it belongs to " + std::string(info(family(version)).title) + " " +
         std::string(info(*first).number) + (*first > version ? " and newer" : "") +
         "; this description is " + std::string(info(version).number);
}

/// The names that are near, else which there are: one line, so not more than a few.
std::string known_names_help(std::string_view name, const std::vector<std::string>& known) {
  constexpr size_t kMostNames = 8;
  const std::string near = near_names_help(name, known);
  if (!near.empty() || known.empty()) return near;
  if (known.size() <= kMostNames + 1) return "it may have " + quoted_list(known, "or");
  const std::vector<std::string> first(known.begin(), known.begin() + kMostNames);
  return "it may have " + quoted_list(first, "or") + ", or one of " +
         std::to_string(known.size() - kMostNames) + " others";
}

}  // namespace

bool is_case(const Case& option, Node value) {
  const auto wanted = option.value;
  if (wanted == "*") return true;
  if (!value.is_string() || wanted.empty()) return false;
  if (!wanted.ends_with('*')) return value.text() == wanted;
  return value.text().starts_with(wanted.substr(0, wanted.size() - 1));
}

void report_unknown_case(const Variant& variant, const Entry& deciding, Version version,
                         RuleFindings& findings) {
  std::vector<std::string_view> values;
  for (const Case& option : variant.cases) {
    const bool is_one = option.versions.has(version) && !option.value.empty();
    if (is_one) values.push_back(option.value);
  }
  auto finding = findings.report(deciding.value, "`{}` of {} must be {}, not {}", variant.field,
                                 variant.name, choices(values), quoted(deciding.value.text()));
  if (!finding) return;
  Versions elsewhere;
  for (const Case& option : variant.cases) {
    if (is_case(option, deciding.value)) elsewhere = elsewhere | option.versions;
  }
  const auto newer = other_version_help(elsewhere, version);
  finding.help(newer ? *newer
                     : near_names_help(deciding.value.text(),
                                       std::vector<std::string>(values.begin(), values.end())));
}

void report_unknown_field(const Object& object, Node holder, Node key, Version version,
                          RuleFindings& findings) {
  Versions elsewhere;
  std::vector<std::string> names;
  for (const Field& field : object.fields) {
    if (field.name == key.text()) elsewhere = elsewhere | field.versions;
    if (field.versions.has(version) && !holder[field.name]) names.emplace_back(field.name);
  }
  auto finding =
      findings.report(key, "field {} is not allowed in {}", quoted(key.text()), object.name);
  if (!finding) return;
  const auto newer = other_version_help(elsewhere, version);
  finding.help(newer ? *newer : known_names_help(key.text(), names));
}

}  // namespace tizza::spec
