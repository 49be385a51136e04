#include "app/command_table.hpp"
#include "app/completion.hpp"
#include "app/flags.hpp"
#include "base/strings.hpp"

namespace tizza::app {

using commands::CommandSpec;
using commands::FlagArity;
using commands::FlagSpec;
using commands::PositionalArity;
using commands::PositionalSpec;

namespace {

constexpr std::string_view kEngine = R"sh(
_tizza_live() {
  local -a names
  names=(${(f)"$(tizza __complete $1 "${(Q)PREFIX}" -- ${(Q)words[1,CURRENT-1]} 2>/dev/null)"})
  [[ $names[1] == *= ]] && compadd -S '' -a names || compadd -a names
}

if [[ $funcstack[1] == _tizza ]]; then
  _tizza "$@"
else
  compdef _tizza tizza
fi
)sh";

/// Text inside a single-quoted spec of `_arguments`, where brackets and colons have a meaning.
std::string described(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') result += '\\';
    if (letter == '\'') {
      result += "'\\''";
    } else {
      result += letter;
    }
  }
  return result;
}

std::string action(const ValueSource& source) {
  switch (source.kind) {
    case ValueSource::Kind::kNothing:
      return "";
    case ValueSource::Kind::kFiles:
      return "_files";
    case ValueSource::Kind::kFolders:
      return "_files -/";
    case ValueSource::Kind::kWords:
      return "(" + join(source.words, " ") + ")";
    // The blank in front keeps `_arguments` from adding arguments of its own.
    case ValueSource::Kind::kLive:
      return " _tizza_live " + std::string(source.live);
  }
  return "";
}

std::string flag_spec(const FlagSpec& flag) {
  const std::string name = "--" + std::string(flag.name);
  std::string value;
  if (flag.arity != FlagArity::kSwitch) {
    value = ":" + std::string(flag.name) + ":" + action(value_source(flag.completer, flag.choices));
  }
  const std::string meaning = "[" + described(flag.summary) + "]" + value + "'";
  const std::string assigned = flag.arity == FlagArity::kSwitch ? "" : "=";
  const std::string repeat = flag.arity == FlagArity::kMany ? "*" : "";
  if (flag.letter == 0) return "'" + repeat + name + assigned + meaning;
  const std::string letter = std::string("-") + flag.letter;
  const std::string both = "{" + letter + "," + name + assigned + "}";
  const std::string head = repeat.empty() ? "'(" + letter + " " + name + ")'" : "'" + repeat + "'";
  return head + both + "'" + meaning;
}

std::string positional_spec(const PositionalSpec& positional, size_t number) {
  const bool endless = positional.arity == PositionalArity::kMany ||
                       positional.arity == PositionalArity::kAtLeastOne;
  std::string name = replace_all(positional.name, ":", "");
  return "'" + (endless ? std::string("*") : std::to_string(number)) + ":" + described(name) + ":" +
         action(value_source(positional.completer, positional.choices)) + "'";
}

std::string function_name(std::string_view path) {
  std::string name = "_tizza";
  if (!path.empty()) name += "_" + replace_all(replace_all(path, " ", "_"), "-", "_");
  return name;
}

std::string command_function(const CommandSpec& command) {
  std::string text = function_name(command.path) + "() {\n";
  for (const Member& member : members_of(command.path)) {
    text += "  if [[ $words[2] == " + std::string(member.word()) +
            " ]] && (( CURRENT > 2 )); then\n    shift words\n    (( CURRENT-- ))\n    " +
            function_name(member.path) + "\n    return\n  fi\n";
  }
  text += "  _arguments -s \\\n";
  for (const FlagSpec* flag : FlagSet::of(command)) {
    if (FlagSet::global().by_name(flag->name) != flag) text += "    " + flag_spec(*flag) + " \\\n";
  }
  for (size_t i = 0; i < command.positionals.size(); ++i) {
    text += "    " + positional_spec(command.positionals[i], i + 1) + " \\\n";
  }
  return text + "    $_tizza_global\n}\n\n";
}

std::string group_function(const std::string& group) {
  std::string text = function_name(group) + "() {\n  local curcontext=\"$curcontext\" state line\n";
  if (group.empty()) {
    text += "  local -a _tizza_global=(\n";
    for (const FlagSpec& flag : global_flags()) text += "    " + flag_spec(flag) + "\n";
    text += "  )\n";
  }
  text += "  _arguments -C $_tizza_global '1:command:->command' '*::argument:->argument'\n";
  text += "  case $state in\n    command)\n      local -a words_here=(\n";
  for (const Member& member : members_of(group)) {
    text += "        '" + std::string(member.word()) + ":" + described(member.summary) + "'\n";
  }
  text += "      )\n      _describe command words_here ;;\n    argument)\n      case $line[1] in\n";
  for (const Member& member : members_of(group)) {
    text += "        " + std::string(member.word()) + ") " + function_name(member.path) + " ;;\n";
  }
  return text + "      esac ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zsh_completion() {
  std::string script =
      "#compdef tizza\n# zsh completion for tizza, as `tizza completion zsh` prints it.\n\n";
  for (const CommandSpec* command : visible_commands()) script += command_function(*command);
  for (const std::string& group : group_paths()) {
    if (find_command(group) == nullptr) script += group_function(group);
  }
  script.pop_back();
  return script + std::string(kEngine);
}

}  // namespace tizza::app
