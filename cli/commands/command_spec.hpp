#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza::commands {

struct Context;
class Arguments;

/// What the shell offers for a value.
enum class Completer : uint8_t {
  kNone,
  kFiles,
  kFolders,
  kServices,
  kTeams,
  kPackages,
  kTemplates,
  kPlaybooks,
  kRules,
  kTags,
  kRegistryNames,
  kRegistryFields,  ///< `tier=`
  kEnvironments,
  kRuns,
  kCommands,
  kConfigKeys,
  kConfigValues,  ///< Of the key that stands before.
  kQuestions,     ///< `name=`, of the template that stands before.
  kAddOns,        ///< Of the template of the project here that it does not have yet.
};

enum class FlagArity : uint8_t {
  kSwitch,  ///< `--dry-run`
  kOne,     ///< `--format json`; the last one counts
  kMany,    ///< `-d a=1 -d b=2`
};

/// One flag. Its value comes from the command line, then from `env`, then from `config_key`, then
/// `default_value` holds.
struct FlagSpec {
  std::string_view name;  ///< Without dashes: `dry-run`.
  char letter = 0;        ///< `d` for `-d`; 0 for none.
  FlagArity arity = FlagArity::kSwitch;
  std::string_view value_name = {};  ///< `<severity>`, as help shows it; empty for switches.
  std::string_view summary;          ///< One line, lower case, no period.
  std::string_view default_value = {};
  std::string_view env = {};         ///< `TIZZA_FAIL_ON`.
  std::string_view config_key = {};  ///< `validate.fail-on`.
  std::vector<std::string_view> choices = {};
  Completer completer = Completer::kNone;
};

enum class PositionalArity : uint8_t { kRequired, kOptional, kMany, kAtLeastOne };

struct PositionalSpec {
  std::string_view name;  ///< `TEMPLATE`, as the help shows it.
  std::string_view summary;
  PositionalArity arity = PositionalArity::kRequired;
  Completer completer = Completer::kNone;
  std::vector<std::string_view> choices = {};
};

struct Example {
  std::string_view command;  ///< Whole: `tizza validate api/`.
  std::string_view purpose;  ///< What it does, a few words.
};

/// What a command touches: shown in its help, and used by tests that loop over the table.
enum class Needs : uint8_t { kNothing, kRegistry, kGit };
enum class Changes : uint8_t { kNothing, kLocal, kRemote };

/// One leaf command: the only place from which parsing, help, completion, man page and the README's
/// list are made.
struct CommandSpec {
  std::string_view path;     ///< `release plan`.
  std::string_view summary;  ///< One line, lower case, no period.
  std::string_view description = {};
  std::vector<Example> examples = {};
  std::vector<PositionalSpec> positionals = {};
  std::vector<FlagSpec> flags = {};
  Needs needs = Needs::kNothing;
  Changes changes = Changes::kNothing;
  Result<Verdict> (*run)(const Arguments&, Context&) = nullptr;
  bool is_hidden = false;      ///< Not in help (`__complete`).
  bool defies_config = false;  ///< Runs although a configuration is wrong: it helps to mend it.
};

}  // namespace tizza::commands
