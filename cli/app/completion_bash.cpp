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

/// The part that is the same for every table. `_tizza_value` and `_tizza_argument` answer with
/// `words …`, `live KIND`, `files`, `folders` or nothing.
constexpr std::string_view kEngine = R"sh(
_tizza_offer() {
  local kind=${1%% *} rest=${1#* }
  case $kind in
    words) mapfile -t COMPREPLY < <(compgen -W "$rest" -- "$cur") ;;
    live)
      mapfile -t COMPREPLY < <(tizza __complete "$rest" "$cur" -- \
        "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
      [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null ;;
    files) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); compopt -o filenames 2>/dev/null ;;
    folders) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); compopt -o filenames 2>/dev/null ;;
  esac
}

_tizza() {
  local cur=${COMP_WORDS[COMP_CWORD]} path="" flag="" word behind_mark="" i
  local -i arguments=0
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ -n $behind_mark ]]; then
      arguments+=1
    elif [[ -n $flag ]]; then
      # bash takes `--flag=value` apart at the `=`.
      [[ $word == "=" ]] || flag=""
    elif [[ $word == "--" ]]; then
      behind_mark=1
    elif [[ $word == -?* ]]; then
      case " $_tizza_value_flags " in *" $word "*) flag=$word ;; esac
    elif [[ " $(_tizza_members "$path") " == *" $word "* ]]; then
      path=${path:+$path }$word
    else
      arguments+=1
    fi
  done
  if [[ -n $flag ]]; then
    [[ $cur == "=" ]] && cur=""
    _tizza_offer "$(_tizza_value "$path" "$flag")"
  elif [[ -z $behind_mark && $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_tizza_flags "$path")" -- "$cur")
  else
    word=$(_tizza_members "$path")
    if [[ -n $word ]]; then
      mapfile -t COMPREPLY < <(compgen -W "$word" -- "$cur")
    fi
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
      _tizza_offer "$(_tizza_argument "$path" $arguments)"
    fi
  fi
}

complete -F _tizza tizza
)sh";

std::string answer(const ValueSource& source) {
  switch (source.kind) {
    case ValueSource::Kind::kNothing:
      return "";
    case ValueSource::Kind::kFiles:
      return "files";
    case ValueSource::Kind::kFolders:
      return "folders";
    case ValueSource::Kind::kWords:
      return "words " + join(source.words, " ");
    case ValueSource::Kind::kLive:
      return "live " + std::string(source.live);
  }
  return "";
}

/// One line of a `case`, or nothing where there is nothing to say.
std::string branch(const std::string& pattern, const std::string& text) {
  return text.empty() ? "" : "    " + pattern + ") echo " + shell_quote(text) + " ;;\n";
}

std::string case_function(std::string_view name, std::string_view subject,
                          const std::string& body) {
  return std::string(name) + "() {\n  case " + std::string(subject) + " in\n" + body +
         "  esac\n}\n\n";
}

std::string member_branches() {
  std::string body;
  for (const std::string& group : group_paths()) {
    std::vector<std::string> words;
    for (const Member& member : members_of(group)) words.emplace_back(member.word());
    body += branch("\"" + group + "\"", join(words, " "));
  }
  return body;
}

std::string flag_names(const FlagSet& flags) {
  std::vector<std::string> names;
  for (const FlagSpec* flag : flags) names.push_back("--" + std::string(flag->name));
  return join(names, " ");
}

std::string flag_branches() {
  std::string body;
  for (const CommandSpec* command : visible_commands()) {
    body += branch("\"" + std::string(command->path) + "\"", flag_names(FlagSet::of(*command)));
  }
  return body + branch("*", flag_names(FlagSet::global()));
}

std::string value_pattern(std::string_view path, const FlagSpec& flag) {
  std::string pattern = "\"" + std::string(path) + " --" + std::string(flag.name) + "\"";
  if (path.empty()) pattern = "*\" --" + std::string(flag.name) + "\"";
  if (flag.letter != 0) pattern += " | \"" + std::string(path) + " -" + flag.letter + "\"";
  return pattern;
}

std::string value_branches() {
  std::string body;
  for (const CommandSpec* command : visible_commands()) {
    for (const FlagSpec& flag : command->flags) {
      if (flag.arity == FlagArity::kSwitch) continue;
      body += branch(value_pattern(command->path, flag),
                     answer(value_source(flag.completer, flag.choices)));
    }
  }
  for (const FlagSpec* flag : FlagSet::global()) {
    if (flag->arity == FlagArity::kSwitch) continue;
    body += branch(value_pattern("", *flag), answer(value_source(flag->completer, flag->choices)));
  }
  return body;
}

std::string argument_branches() {
  std::string body;
  for (const CommandSpec* command : visible_commands()) {
    for (size_t i = 0; i < command->positionals.size(); ++i) {
      const auto& positional = command->positionals[i];
      const bool endless = positional.arity == PositionalArity::kMany ||
                           positional.arity == PositionalArity::kAtLeastOne;
      const std::string number = endless ? "*" : std::to_string(i);
      const std::string pattern = "\"" + std::string(command->path) + " \"" + number;
      body += branch(pattern, answer(value_source(positional.completer, positional.choices)));
    }
  }
  return body;
}

}  // namespace

std::string bash_completion() {
  std::string script = "# bash completion for tizza, as `tizza completion bash` prints it.\n\n";
  script += "_tizza_value_flags='" + join(flags_with_values(), " ") + "'\n\n";
  script += case_function("_tizza_members", "$1", member_branches());
  script += case_function("_tizza_flags", "$1", flag_branches());
  script += case_function("_tizza_value", "\"$1 $2\"", value_branches());
  script += case_function("_tizza_argument", "\"$1 $2\"", argument_branches());
  script.pop_back();
  return script + std::string(kEngine);
}

}  // namespace tizza::app
