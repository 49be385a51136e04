#include "app/route.hpp"

#include "app/command_table.hpp"
#include "app/flags.hpp"
#include "base/near_names.hpp"
#include "base/strings.hpp"

namespace tizza::app {
namespace {

std::string path_below(const std::string& group, const std::string& word) {
  return group.empty() ? word : group + " " + word;
}

/// `tizza registry help` asks for the same as `tizza help registry`.
void turn_to_help(Route& route) {
  for (const auto word : split(route.path, ' ')) {
    if (!word.empty()) route.arguments.emplace_back(word);
  }
  route.path = "help";
  route.command = find_command("help");
}

/// Takes one more word of the path; false where there is nothing below it.
bool descend(Route& route, const std::string& word) {
  if (word.empty() || word.find(' ') != std::string::npos) return false;
  const std::string path = path_below(route.path, word);
  if (const auto* command = find_command(path)) {
    route.command = command;
  } else if (word == "help") {
    turn_to_help(route);
    return true;
  } else if (members_of(path).empty()) {
    return false;
  }
  route.path = path;
  return true;
}

/// Notes what a flag at the place where flags are read asks of app/ itself.
void note_flag(Route& route, const std::string& argument) {
  if (argument == "--help" || argument == "-h") route.wants_help = true;
  if (argument == "--version") route.wants_version = true;
}

}  // namespace

Error unknown_command(const std::string& group, const std::string& word) {
  std::vector<std::string> words;
  for (const Member& member : members_of(group)) words.emplace_back(member.word());
  std::string message = "unknown command `" + path_below(group, word) + "`";
  std::string help = near_names_help(word, words);
  if (help.empty()) help = "run `tizza help" + (group.empty() ? "" : " " + group) + "`";
  return failure("usage", std::move(message), std::move(help));
}

Result<Route> find_route(const std::vector<std::string>& arguments) {
  Route route;
  const FlagSet& before = FlagSet::everywhere();
  FlagSet flags = before;
  bool has_argument = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--") {
      route.arguments.insert(route.arguments.end(), arguments.begin() + static_cast<long>(i),
                             arguments.end());
      break;
    }
    if (looks_like_flag(argument)) {
      note_flag(route, argument);
      route.arguments.push_back(argument);
      if (flags.awaiting_value(argument) != nullptr && i + 1 < arguments.size()) {
        route.arguments.push_back(arguments[++i]);
      }
    } else if (route.command != nullptr &&
               (has_argument || !find_command(path_below(route.path, argument)))) {
      // `update resume` is a command of its own; a folder of that name is `./resume`.
      has_argument = true;
      route.arguments.push_back(argument);
    } else if (!descend(route, argument)) {
      return unknown_command(route.path, argument);
    } else if (route.command != nullptr) {
      flags = FlagSet::of(*route.command);
    }
  }
  return route;
}

}  // namespace tizza::app
