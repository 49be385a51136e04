#include "playbook/steps/expectation.hpp"

#include <fmt/core.h>

#include <vector>

#include "base/regex.hpp"
#include "base/strings.hpp"

namespace tizza::playbook {

std::optional<std::string> refuse_status(Node expect, long status) {
  const Node wanted = expect["status"];
  if (!wanted) {
    if (status >= 200 && status < 300) return std::nullopt;
    return fmt::format("the answer is {}, not a success", status);
  }
  std::vector<std::string> names;
  if (wanted.is_scalar()) names.emplace_back(wanted.text());
  for (const Node item : wanted.items()) names.emplace_back(item.text());
  for (const std::string& name : names) {
    if (name == std::to_string(status)) return std::nullopt;
  }
  return fmt::format("the answer is {}, not {}", status, join(names, " or "));
}

std::optional<std::string> refuse_exit(Node expect, int exit_code) {
  const int64_t wanted = expect["exit"].as_int().value_or(0);
  if (exit_code == wanted) return std::nullopt;
  return wanted == 0 ? fmt::format("it ended with exit code {}", exit_code)
                     : fmt::format("it ended with exit code {}, not {}", exit_code, wanted);
}

std::optional<std::string> refuse_text(Node expect, std::string_view key, std::string_view text) {
  const Node pattern = expect[key];
  if (!pattern) return std::nullopt;
  const auto regex = Regex::compile(pattern.text());
  if (!regex.ok()) return regex.error().diagnostic.message;
  if (regex->search(text) == RegexOutcome::kMatch) return std::nullopt;
  return fmt::format("the {} does not hold `{}`", key, pattern.text());
}

}  // namespace tizza::playbook
