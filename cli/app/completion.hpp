#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands/command_spec.hpp"

/// Completion scripts, made of the command table: words, flags and choices stand in the script;
/// names that live in files (services, tags …) come from `tizza __complete KIND PREFIX`.
namespace tizza::app {

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

/// What a shell offers for one value.
struct ValueSource {
  enum class Kind { kNothing, kFiles, kFolders, kWords, kLive } kind = Kind::kNothing;
  std::vector<std::string> words = {};  ///< For kWords.
  std::string_view live = {};           ///< For kLive: the KIND of `__complete`.
};

ValueSource value_source(commands::Completer completer,
                         const std::vector<std::string_view>& choices);

/// The KIND that `__complete` knows a completer by; empty for those that need no live names.
std::string_view live_kind(commands::Completer completer);

/// Paths of all groups that have visible members, the root (empty) first.
std::vector<std::string> group_paths();

/// All commands that are not hidden.
std::vector<const commands::CommandSpec*> visible_commands();

/// `--format` and such, without value flags' values: the names of flags that take a value, each
/// with its dashes, letters too. A flag takes a value everywhere or nowhere.
std::vector<std::string> flags_with_values();

}  // namespace tizza::app
