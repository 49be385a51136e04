#include "app/command_table.hpp"
#include "app/completion.hpp"
#include "app/flags.hpp"
#include "base/strings.hpp"

namespace tizza::app {

using commands::CommandSpec;
using commands::FlagArity;
using commands::FlagSpec;
using commands::PositionalArity;

namespace {

/// `__tizza_at PATH [N]`: whether the words before the cursor lead to PATH (and N arguments stand
/// behind it).
constexpr std::string_view kEngine = R"sh(
function __tizza_at
    set -l path
    set -l skip 0
    set -l behind_mark 0
    set -l count 0
    for word in (commandline -opc)[2..-1]
        if test $behind_mark = 1
            set count (math $count + 1)
        else if test $skip = 1
            set skip 0
        else if test "$word" = --
            set behind_mark 1
        else if string match -qr -- '^-.' $word
            contains -- $word $__tizza_value_flags; and set skip 1
        else if contains -- (string join ' ' $path $word) $__tizza_paths
            set path $path $word
        else
            set count (math $count + 1)
        end
    end
    test "$path" = "$argv[1]"; or return 1
    test (count $argv) -lt 2; and return 0
    test "$argv[2]" = any; or test "$argv[2]" = $count
end

complete -c tizza -f
)sh";

std::string quoted(std::string_view text) {
  return "'" + replace_all(replace_all(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string at(std::string_view path, std::string_view count = {}) {
  std::string condition = "__tizza_at \"" + std::string(path) + "\"";
  if (!count.empty()) condition += " " + std::string(count);
  return " -n " + quoted(condition);
}

/// The part of a `complete` line that says what is offered; ` -x` where a flag's value is meant.
std::string offer(const ValueSource& source, bool is_flag) {
  const std::string exclusive = is_flag ? " -x" : "";
  switch (source.kind) {
    case ValueSource::Kind::kNothing:
      return is_flag ? " -x" : "";
    case ValueSource::Kind::kFiles:
      return is_flag ? " -r -F" : " -F";
    case ValueSource::Kind::kFolders:
      return exclusive + " -a '(__fish_complete_directories)'";
    case ValueSource::Kind::kWords:
      return exclusive + " -a " + quoted(join(source.words, " "));
    case ValueSource::Kind::kLive:
      return exclusive + " -a " +
             quoted("(tizza __complete " + std::string(source.live) +
                    " (commandline -ct | string collect --allow-empty)"
                    " -- (commandline -opc)[2..-1] 2>/dev/null)");
  }
  return "";
}

std::string flag_line(const std::string& condition, const FlagSpec& flag) {
  std::string line = "complete -c tizza" + condition;
  if (flag.letter != 0) line += std::string(" -s ") + flag.letter;
  line += " -l " + std::string(flag.name);
  if (flag.arity != FlagArity::kSwitch) {
    line += offer(value_source(flag.completer, flag.choices), true);
  }
  return line + " -d " + quoted(flag.summary) + "\n";
}

std::string group_lines(const std::string& group) {
  std::string lines;
  for (const Member& member : members_of(group)) {
    lines += "complete -c tizza" + at(group, "0") + " -a " + std::string(member.word()) + " -d " +
             quoted(member.summary) + "\n";
  }
  return lines;
}

std::string command_lines(const CommandSpec& command) {
  std::string lines;
  for (const FlagSpec* flag : FlagSet::of(command)) {
    if (FlagSet::global().by_name(flag->name) != flag) lines += flag_line(at(command.path), *flag);
  }
  for (size_t i = 0; i < command.positionals.size(); ++i) {
    const auto& positional = command.positionals[i];
    const bool endless = positional.arity == PositionalArity::kMany ||
                         positional.arity == PositionalArity::kAtLeastOne;
    const std::string offered =
        offer(value_source(positional.completer, positional.choices), false);
    if (offered.empty()) continue;
    lines += "complete -c tizza" + at(command.path, endless ? "any" : std::to_string(i)) + offered +
             " -d " + quoted(positional.summary) + "\n";
  }
  return lines;
}

}  // namespace

std::string fish_completion() {
  std::string script = "# fish completion for tizza, as `tizza completion fish` prints it.\n\n";
  script += "set -g __tizza_value_flags " + join(flags_with_values(), " ") + "\n";
  script += "set -g __tizza_paths";
  for (const std::string& group : group_paths()) {
    for (const Member& member : members_of(group)) script += " " + quoted(member.path);
  }
  script += "\n" + std::string(kEngine);
  for (const FlagSpec& flag : global_flags()) script += flag_line("", flag);
  for (const std::string& group : group_paths()) script += group_lines(group);
  for (const CommandSpec* command : visible_commands()) script += command_lines(*command);
  return script;
}

}  // namespace tizza::app
