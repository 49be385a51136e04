#include "app/help.hpp"

#include "app/command_table.hpp"
#include "app/flags.hpp"
#include "app/help_topics.hpp"
#include "app/route.hpp"
#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "report/style.hpp"
#include "report/wrap.hpp"

namespace tizza::app {

using commands::Changes;
using commands::CommandSpec;
using commands::FlagArity;
using commands::FlagSpec;
using commands::Needs;
using commands::PositionalArity;
using commands::PositionalSpec;
using report::Style;
using report::styled;
using report::Term;

namespace {

/// Puts a page together: a first line, then sections with a heading each.
class Page {
 public:
  explicit Page(const HelpOptions& options) : options_(options) {}

  void paragraph(std::string_view text) {
    if (text.empty()) return;
    if (!text_.empty()) text_ += '\n';
    for (const std::string& line : report::wrap(text, options_.width)) text_ += line + '\n';
  }

  void section(std::string_view heading, const std::vector<Term>& terms) {
    if (terms.empty()) return;
    if (!text_.empty()) text_ += '\n';
    text_ += styled(std::string(heading) + ":", Style::kHeading, options_.colour) + '\n';
    text_ += report::term_list(terms, options_.width, options_.colour);
  }

  std::string take() { return std::move(text_); }

 private:
  HelpOptions options_;
  std::string text_;
};

std::vector<Term> member_terms(std::string_view group) {
  std::vector<Term> terms;
  for (const Member& member : members_of(group)) {
    terms.push_back({std::string(member.word()), std::string(member.summary)});
  }
  return terms;
}

template <typename Flags>
std::vector<Term> flag_terms(const Flags& flags) {
  std::vector<Term> terms;
  for (const FlagSpec* flag : flags) terms.push_back({flag_title(*flag), flag_meaning(*flag)});
  return terms;
}

std::vector<Term> example_terms(const CommandSpec& command) {
  std::vector<Term> terms;
  for (const auto& example : command.examples) {
    terms.push_back({std::string(example.command), std::string(example.purpose)});
  }
  return terms;
}

std::string sentence(std::string_view summary) {
  std::string text(summary);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string touches(const CommandSpec& command) {
  std::string text;
  if (command.needs == Needs::kRegistry) text = "Reads the service registry.";
  if (command.needs == Needs::kGit) text = "Works in a git repository.";
  if (command.changes == Changes::kNothing) return text;
  if (!text.empty()) text += ' ';
  text += command.changes == Changes::kLocal ? "Changes local files" : "Changes remote systems";
  return text + "; `--dry-run` shows how.";
}

std::string root_page(const HelpOptions& options) {
  Page page(options);
  page.paragraph(
      "tizza runs many services from one registry: scaffold, validate, release, migrate");
  page.section("Examples",
               {{"tizza registry init", "start a service registry here"},
                {"tizza new django-rest culinary-service", "make a service from a template"},
                {"tizza validate", "check the API descriptions below this folder"}});
  page.section("Usage", {{"tizza <command> [flags] [arguments]", ""}});
  page.section("Commands", member_terms(""));
  page.section("Flags of every command", flag_terms(FlagSet::global()));
  page.section("More", topic_terms());
  return page.take();
}

std::string group_page(const commands::GroupSpec& group, const HelpOptions& options) {
  Page page(options);
  const std::string name = "tizza " + std::string(group.path);
  page.paragraph(name + ": " + std::string(group.summary));
  std::vector<Term> examples;
  for (const Member& member : members_of(group.path)) {
    if (member.command == nullptr || member.command->examples.empty()) continue;
    examples = {example_terms(*member.command).front()};
    break;
  }
  page.section("Example", examples);
  page.section("Usage", {{name + " <command> [flags] [arguments]", ""}});
  page.section("Commands", member_terms(group.path));
  page.paragraph("`" + name + " <command> --help` shows one of them in full.");
  return page.take();
}

std::string command_page(const CommandSpec& command, const HelpOptions& options) {
  Page page(options);
  page.paragraph(sentence(command.summary));
  page.section(command.examples.size() == 1 ? "Example" : "Examples", example_terms(command));
  page.section("Usage", {{usage_line(command), ""}});
  page.paragraph(command.description);
  page.paragraph(touches(command));
  std::vector<Term> positionals;
  for (const PositionalSpec& positional : command.positionals) {
    positionals.push_back({std::string(positional.name), std::string(positional.summary)});
  }
  page.section("Arguments", positionals);
  page.section("Commands", member_terms(command.path));
  std::vector<const FlagSpec*> own;
  std::string global;
  for (const FlagSpec* flag : FlagSet::of(command)) {
    const bool is_global = FlagSet::global().by_name(flag->name) == flag;
    if (!is_global) own.push_back(flag);
    if (is_global) global += (global.empty() ? "--" : ", --") + std::string(flag->name);
  }
  page.section("Flags", flag_terms(own));
  page.paragraph("Flags of every command, see `tizza --help`: " + global);
  return page.take();
}

/// Everything that `tizza help` can be asked for on one level.
Error unknown_target(const std::string& group, const std::string& word) {
  Error error = unknown_command(group, word);
  if (!group.empty()) return error;
  error.diagnostic.message = "no command or topic `" + word + "`";
  std::vector<std::string> names = topic_names();
  for (const Member& member : members_of("")) names.emplace_back(member.word());
  if (std::string help = near_names_help(word, names); !help.empty()) error.diagnostic.help = help;
  return error;
}

}  // namespace

std::string flag_title(const FlagSpec& flag) {
  std::string title = flag.letter != 0 ? std::string("-") + flag.letter + ", " : std::string();
  title += "--" + std::string(flag.name);
  if (!flag.value_name.empty()) title += " " + std::string(flag.value_name);
  return title;
}

std::string flag_meaning(const FlagSpec& flag) {
  std::vector<std::string> facts;
  if (!flag.choices.empty()) {
    std::vector<std::string> choices(flag.choices.begin(), flag.choices.end());
    facts.push_back(join(choices, ", "));
  }
  if (!flag.default_value.empty()) facts.push_back("default " + std::string(flag.default_value));
  if (flag.arity == FlagArity::kMany) facts.emplace_back("repeatable");
  if (!flag.env.empty()) facts.emplace_back(flag.env);
  std::string meaning(flag.summary);
  if (!facts.empty()) meaning += " [" + join(facts, "; ") + "]";
  return meaning;
}

std::string usage_line(const CommandSpec& command) {
  std::string line = "tizza " + std::string(command.path) + " [flags]";
  for (const PositionalSpec& positional : command.positionals) {
    const std::string name(positional.name);
    switch (positional.arity) {
      case PositionalArity::kRequired:
        line += " " + name;
        break;
      case PositionalArity::kOptional:
        line += " [" + name + "]";
        break;
      case PositionalArity::kMany:
        line += " [" + name + "]...";
        break;
      case PositionalArity::kAtLeastOne:
        line += " " + name + "...";
        break;
    }
  }
  return line;
}

Result<std::string> help_text(const std::vector<std::string>& words, const HelpOptions& options) {
  if (words.empty()) return root_page(options);
  if (words.size() == 1) {
    if (auto topic = topic_page(words[0], options)) return *std::move(topic);
  }
  const auto topics = topic_names();
  if (std::find(topics.begin(), topics.end(), words[0]) != topics.end()) {
    return failure("usage", "topic `" + words[0] + "` has no page `" + words[1] + "`",
                   "it is one page: tizza help " + words[0]);
  }
  std::string path;
  for (const std::string& word : words) {
    const std::string next = path.empty() ? word : path + " " + word;
    if (find_command(next) == nullptr && members_of(next).empty()) {
      return unknown_target(path, word);
    }
    path = next;
  }
  if (const CommandSpec* command = find_command(path)) return command_page(*command, options);
  return group_page(*find_group(path), options);
}

}  // namespace tizza::app
