#include "app/man_page.hpp"

#include "app/command_table.hpp"
#include "app/completion.hpp"
#include "app/exit_code.hpp"
#include "app/flags.hpp"
#include "app/help.hpp"
#include "base/strings.hpp"
#include "base/version.hpp"

namespace tizza::app {

using commands::CommandSpec;
using commands::FlagSpec;

namespace {

/// Text of one line: no character of it is read as a request or an escape.
std::string roff(std::string_view text) {
  std::string result;
  if (text.starts_with('.') || text.starts_with('\'')) result = "\\&";
  for (const char letter : text) {
    if (letter == '\\') {
      result += "\\e";
    } else if (letter == '-') {
      result += "\\-";
    } else {
      result += letter;
    }
  }
  return result;
}

class ManWriter {
 public:
  ManWriter(const std::string& name, std::string_view summary) {
    std::string title = name;
    for (char& letter : title) {
      if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
    }
    line(".TH " + roff(title) + " 1 \"\" \"tizza " + std::string(tool_version()) + "\"");
    section("NAME");
    line(roff(name) + " \\- " + roff(summary));
  }

  void section(std::string_view title) { line(".SH " + std::string(title)); }

  void paragraph(std::string_view text) {
    if (text.empty()) return;
    line(".PP");
    for (const std::string_view part : split_lines(text)) {
      if (part.starts_with("  ")) {
        line(".br");
        line("\\&" + roff(part));
      } else {
        line(part.empty() ? ".PP" : roff(part));
      }
    }
  }

  void term(std::string_view name, std::string_view meaning) {
    line(".TP");
    line(".B " + roff(name));
    line(roff(meaning));
  }

  std::string take() { return std::move(text_); }

 private:
  void line(std::string_view text) { text_.append(text).append("\n"); }

  std::string text_;
};

std::string page_name(std::string_view path) {
  return "tizza-" + replace_all(path, " ", "-");
}

void write_flags(ManWriter& writer, const FlagSet& flags) {
  for (const FlagSpec* flag : flags) writer.term(flag_title(*flag), flag_meaning(*flag));
}

void write_exit_codes(ManWriter& writer) {
  writer.section("EXIT STATUS");
  for (const ExitCode& code : exit_codes()) {
    writer.term(std::to_string(code.number), code.meaning);
  }
}

ManPage command_page(const CommandSpec& command) {
  ManWriter writer(page_name(command.path), command.summary);
  writer.section("SYNOPSIS");
  writer.paragraph(usage_line(command));
  writer.section("DESCRIPTION");
  writer.paragraph(command.description.empty() ? command.summary : command.description);
  if (!command.positionals.empty()) writer.section("ARGUMENTS");
  for (const auto& positional : command.positionals) {
    writer.term(positional.name, positional.summary);
  }
  writer.section("OPTIONS");
  write_flags(writer, FlagSet::of(command));
  writer.section("EXAMPLES");
  for (const auto& example : command.examples) writer.term(example.command, example.purpose);
  write_exit_codes(writer);
  writer.section("SEE ALSO");
  writer.paragraph("tizza(1)");
  return {page_name(command.path), writer.take()};
}

ManPage group_page(const std::string& group) {
  ManWriter writer(page_name(group), find_group(group)->summary);
  writer.section("SYNOPSIS");
  writer.paragraph("tizza " + group + " <command> [flags] [arguments]");
  writer.section("COMMANDS");
  std::vector<std::string> others = {"tizza(1)"};
  for (const Member& member : members_of(group)) {
    writer.term("tizza " + std::string(member.path), member.summary);
    others.push_back(page_name(member.path) + "(1)");
  }
  writer.section("SEE ALSO");
  writer.paragraph(join(others, ", "));
  return {page_name(group), writer.take()};
}

ManPage main_page() {
  ManWriter writer("tizza", "scaffold, validate, release and migrate many services");
  writer.section("SYNOPSIS");
  writer.paragraph("tizza <command> [flags] [arguments]");
  writer.section("COMMANDS");
  for (const CommandSpec* command : visible_commands()) {
    writer.term("tizza " + std::string(command->path), command->summary);
  }
  writer.section("OPTIONS");
  write_flags(writer, FlagSet::global());
  writer.section("FILES");
  writer.term("tizza-registry.yaml", "the service registry, looked for upwards");
  writer.term("tizza.yaml", "settings of a project, looked for upwards");
  writer.term("~/.config/tizza/config.yaml", "settings of the user");
  write_exit_codes(writer);
  writer.section("SEE ALSO");
  std::vector<std::string> others;
  for (const CommandSpec* command : visible_commands()) {
    others.push_back(page_name(command->path) + "(1)");
  }
  writer.paragraph(join(others, ", "));
  return {"tizza", writer.take()};
}

}  // namespace

std::vector<ManPage> man_pages() {
  std::vector<ManPage> pages = {main_page()};
  for (const std::string& group : group_paths()) {
    if (!group.empty() && find_command(group) == nullptr) pages.push_back(group_page(group));
  }
  for (const CommandSpec* command : visible_commands()) pages.push_back(command_page(*command));
  return pages;
}

}  // namespace tizza::app
