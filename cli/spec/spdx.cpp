#include "spec/spdx.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/strings.hpp"
#include "spec/spdx_table.hpp"

namespace tizza::spec {
namespace {

using Names = std::unordered_set<std::string>;

Names in_lower_case(std::string_view names) {
  Names set;
  for (const auto name : split(names, ' ')) set.insert(to_lower(name));
  return set;
}

bool is_license(std::string_view token) {
  static const Names kKnown = in_lower_case(spdx_licenses());
  if (token.starts_with("LicenseRef-") || token.starts_with("DocumentRef-")) return true;
  if (token.ends_with('+')) token.remove_suffix(1);
  return kKnown.count(to_lower(token)) != 0;
}

bool is_exception(std::string_view token) {
  static const Names kKnown = in_lower_case(spdx_exceptions());
  return kKnown.count(to_lower(token)) != 0;
}

std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> tokens;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) return tokens;
    const bool is_bracket = text[0] == '(' || text[0] == ')';
    const size_t length = is_bracket ? 1 : std::min(text.find_first_of(" ()"), text.size());
    tokens.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
}

}  // namespace

std::optional<std::string> unknown_license(std::string_view expression) {
  enum class Want : uint8_t { kLicense, kException, kOperator };
  Want want = Want::kLicense;
  int open = 0;
  for (const auto token : tokens_of(expression)) {
    const bool fits_license = want == Want::kLicense && (token == "(" || is_license(token));
    if (fits_license) {
      if (token == "(") {
        ++open;
      } else {
        want = Want::kOperator;
      }
    } else if (want == Want::kException && is_exception(token)) {
      want = Want::kOperator;
    } else if (want == Want::kOperator && token == ")" && open > 0) {
      --open;
    } else if (want == Want::kOperator && (token == "AND" || token == "OR")) {
      want = Want::kLicense;
    } else if (want == Want::kOperator && token == "WITH") {
      want = Want::kException;
    } else {
      return want == Want::kOperator ? std::string(expression) : std::string(token);
    }
  }
  if (want != Want::kOperator || open != 0) return std::string(expression);
  return std::nullopt;
}

const std::vector<std::string>& license_ids() {
  static const std::vector<std::string> kIds = [] {
    const auto names = split(spdx_licenses(), ' ');
    return std::vector<std::string>(names.begin(), names.end());
  }();
  return kIds;
}

}  // namespace tizza::spec
