#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands/command_spec.hpp"

namespace tizza::app {

/// The flags that every command takes.
const std::vector<commands::FlagSpec>& global_flags();

/// `--json`: stands for `--format json` where a command's `--format` knows `json`.
const commands::FlagSpec& json_flag();
bool takes_json(const commands::CommandSpec& command);

/// A set of flags by name and letter. Points into tables that live as long as the program.
class FlagSet {
 public:
  /// Those of every command: `--format json validate` needs to know that `json` is no command.
  static const FlagSet& everywhere();
  /// The global ones alone: what a group takes.
  static const FlagSet& global();
  /// Those that a command takes: its own, `--json`, the global ones.
  static FlagSet of(const commands::CommandSpec& command);

  auto begin() const { return flags_.begin(); }
  auto end() const { return flags_.end(); }
  const commands::FlagSpec* by_name(std::string_view name) const;
  const commands::FlagSpec* by_letter(char letter) const;

  /// The flag whose value stands in the argument behind `argument`, or nullptr: `--format` and
  /// `-d`, but neither `--format=json` nor `-da=1` nor a switch.
  const commands::FlagSpec* awaiting_value(std::string_view argument) const;

 private:
  void add(const commands::FlagSpec& flag);

  std::vector<const commands::FlagSpec*> flags_;
};

/// Whether `argument` is read as a flag where flags may stand: `-x`, `--x`, not `-` and not `-5`.
bool looks_like_flag(std::string_view argument);

}  // namespace tizza::app
