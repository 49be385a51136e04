#include <algorithm>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "spec/rulesets/ruleset_file.hpp"

namespace tizza::spec::rulesets {
namespace {

// What one `given` may stand for: more comes only from aliases that multiply.
constexpr size_t kMostSteps = 10'000;
constexpr size_t kMostBytes = 1 << 20;

/// The length of the name at the start of `#Name…`, without the `#`.
size_t name_length(std::string_view text) {
  size_t end = 1;
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  };
  while (end < text.size() && is_part(text[end])) ++end;
  return end - 1;
}

class Expansion {
 public:
  Expansion(Version version, const Aliases& aliases, Sink& sink)
      : version_(version), aliases_(aliases), sink_(sink) {}

  void add(Node written, const std::string& expression) {
    bytes_ += expression.size();
    if (++steps_ > kMostSteps || bytes_ > kMostBytes) return too_many(written);
    if (!expression.starts_with('#')) return expressions_.push_back(expression);
    const size_t length = name_length(expression);
    const std::string name = expression.substr(1, length);
    const auto found = aliases_.find(name);
    if (found == aliases_.end()) return unknown(written, name);
    if (std::find(stack_.begin(), stack_.end(), name) != stack_.end()) return circle(written, name);
    stack_.push_back(name);
    if (const Alias::Target* target = target_of(found->second)) {
      for (const Node given : target->given) {
        if (is_full_) break;
        add(given, std::string(given.text()) + expression.substr(length + 1));
      }
    }
    stack_.pop_back();
  }

  std::vector<std::string> take() { return std::move(expressions_); }

 private:
  /// The last one for the version.
  const Alias::Target* target_of(const Alias& alias) const {
    for (auto target = alias.targets.rbegin(); target != alias.targets.rend(); ++target) {
      if (target->versions.has(version_)) return &*target;
    }
    return nullptr;
  }

  void too_many(Node written) {
    if (is_full_) return;
    is_full_ = true;
    sink_.report(ruleset_problem(written.location(), "the aliases stand for too many expressions"));
  }

  void unknown(Node written, const std::string& name) {
    std::vector<std::string> names;
    for (const auto& [known, alias] : aliases_) names.push_back(known);
    const std::string near = near_names_help(name, names);
    sink_.report(ruleset_problem(written.location(), "there is no alias `" + name + "`",
                                 near.empty() ? "aliases stand under `aliases`" : near));
  }

  void circle(Node written, const std::string& name) {
    std::string way;
    for (const auto& one : stack_) way += "`" + one + "` → ";
    sink_.report(ruleset_problem(written.location(),
                                 "the alias leads to itself: " + way + "`" + name + "`"));
  }

  Version version_;
  const Aliases& aliases_;
  Sink& sink_;
  size_t steps_ = 0;
  size_t bytes_ = 0;
  bool is_full_ = false;
  std::vector<std::string> stack_;
  std::vector<std::string> expressions_;
};

}  // namespace

std::vector<std::string> expand_given(Node given, Version version, const Aliases& aliases,
                                      Sink& sink) {
  Expansion expansion(version, aliases, sink);
  if (given.is_scalar()) expansion.add(given, std::string(given.text()));
  for (const Node item : given.items()) expansion.add(item, std::string(item.text()));
  return expansion.take();
}

}  // namespace tizza::spec::rulesets
