#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/strings.hpp"
#include "text/document.hpp"

namespace tizza::commands {

/// What was given to one command, after flags, environment and config were put together: a dumb
/// table that each command turns into its own options struct.
class Arguments {
 public:
  void set_flag(std::string name, std::vector<std::string> values) {
    flags_[std::move(name)] = std::move(values);
  }
  void set_positionals(std::vector<std::string> values) { positionals_ = std::move(values); }

  /// Whether a switch is on or a value was given (or defaulted).
  bool has(std::string_view flag) const { return flags_.find(flag) != flags_.end(); }

  /// The value of a flag; empty where it has none.
  const std::string& get(std::string_view flag) const {
    static const std::string kEmpty;
    const auto found = flags_.find(flag);
    return found == flags_.end() || found->second.empty() ? kEmpty : found->second.back();
  }

  const std::vector<std::string>& all(std::string_view flag) const {
    static const std::vector<std::string> kNone;
    const auto found = flags_.find(flag);
    return found == flags_.end() ? kNone : found->second;
  }

  void set_setting(std::string key, DocumentPtr document, Node value) {
    settings_[std::move(key)] = {std::move(document), value};
  }

  /// What the configuration says under a key of this command's family (`release.packages` for
  /// `release next`); nothing where it says nothing. Lives as long as these arguments.
  Node setting(std::string_view key) const {
    const auto found = settings_.find(key);
    return found == settings_.end() ? Node() : found->second.second;
  }

  const std::vector<std::string>& positionals() const { return positionals_; }

  /// Positional number `index`, or empty.
  std::string positional(size_t index) const {
    return index < positionals_.size() ? positionals_[index] : std::string();
  }

 private:
  StringMap<std::vector<std::string>> flags_;
  std::vector<std::string> positionals_;
  StringMap<std::pair<DocumentPtr, Node>> settings_;
};

}  // namespace tizza::commands
