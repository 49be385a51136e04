#include "commands/output.hpp"

#include "commands/output_target.hpp"

#include <algorithm>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "report/format.hpp"

namespace tizza::commands {
namespace {

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const report::Format& format : report::formats()) names.push_back(format.name);
  return names;
}

/// Whether the text in front of `=` is meant as the name of a format rather than as a part of a
/// file's name.
bool is_word(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A name with an ending of ours decides the format, one without any leaves it to `--format`.
/// Another ending may be a slip of the pen.
Result<OutputTarget> target_of_file(const std::string& path, const std::string& otherwise) {
  if (const report::Format* format = report::format_of_file(path))
    return OutputTarget{format, path};
  const std::string name = file_name(path);
  const size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0)
    return OutputTarget{report::find_format(otherwise), path};
  std::vector<std::string> endings;
  for (const report::Format& format : report::formats()) {
    endings.insert(endings.end(), format.endings.begin(), format.endings.end());
  }
  const std::string near = near_names_help(name.substr(dot), endings);
  return failure("usage", "no format has the ending `" + name.substr(dot) + "`",
                 (near.empty() ? "endings are " + quoted_list(endings) : near) +
                     "; `-o FORMAT=" + path + "` says the format");
}

}  // namespace

Result<OutputTarget> read_output(const std::string& output, const std::string& otherwise) {
  const size_t equals = output.find('=');
  const std::string name = output.substr(0, std::min(equals, output.size()));
  if (equals == std::string::npos || !is_word(name)) return target_of_file(output, otherwise);
  const report::Format* format = report::find_format(name);
  if (!format) {
    const auto names = format_names();
    return failure("usage", "there is no format `" + name + "`",
                   near_names_help(name, {names.begin(), names.end()}));
  }
  return OutputTarget{format, output.substr(equals + 1)};
}

namespace {

/// The format of what is printed: that of `-o FORMAT=-`, else that of `--format`.
const report::Format& printed_format(const Arguments& arguments) {
  const std::string& named = arguments.get("format");
  for (const std::string& output : arguments.all("output")) {
    const auto target = read_output(output, named);
    if (target.ok() && target->is_standard_output()) return *target->format;
  }
  return *report::find_format(named);
}

}  // namespace

FlagSpec report_format_flag() {
  return {.name = "format",
          .arity = FlagArity::kOne,
          .value_name = "<format>",
          .summary = "how findings are printed",
          .default_value = "pretty",
          .env = "TIZZA_FORMAT",
          .config_key = "validate.format",
          .choices = format_names()};
}

FlagSpec list_format_flag() {
  return {.name = "format",
          .arity = FlagArity::kOne,
          .value_name = "<format>",
          .summary = "how the list is printed",
          .default_value = "table",
          .choices = {"table", "json"}};
}

bool wants_json(const Arguments& arguments) {
  return arguments.get("format") == "json";
}

report::TableOptions table_options(const Context& context) {
  const Terminal& terminal = context.terminal;
  const int width = terminal.out_is_terminal() ? terminal.width() : 0;
  return {static_cast<size_t>(width), context.presentation.colour_out};
}

report::RenderOptions render_options(const Context& context) {
  return {context.presentation.colour_out, context.presentation.links, context.terminal.width(),
          context.terminal.out_is_terminal()};
}

void print_report(const report::Report& report, const Arguments& arguments, Context& context) {
  const report::Format& format = printed_format(arguments);
  // A summary of nothing would read like a success.
  const bool has_content = report.errors.empty() || !report.documents.empty();
  if (has_content || format.holds_errors) {
    context.terminal.out(format.render(report, render_options(context)));
  }
  if (format.holds_errors) return;
  for (const Diagnostic& error : report.errors) print_warning(error, context);
}

FlagSpec output_flag() {
  return {.name = "output",
          .letter = 'o',
          .arity = FlagArity::kMany,
          .value_name = "<[format=]file>",
          .summary = "also write the findings to a file; to stdout for `-`",
          .completer = Completer::kFiles};
}

Status check_outputs(const Arguments& arguments, const Context& context) {
  std::vector<OutputTarget> targets;
  for (const std::string& output : arguments.all("output")) {
    TIZZA_TRY(OutputTarget target, read_output(output, arguments.get("format")));
    if (target.path.empty()) {
      return failure("usage", "`-o " + output + "` names no file", "give `-o FORMAT=FILE`");
    }
    targets.push_back(std::move(target));
  }
  return check_distinct(targets, context);
}

bool needs_fingerprints(const Arguments& arguments) {
  bool is_needed = report::find_format(arguments.get("format"))->needs_fingerprints;
  for (const std::string& output : arguments.all("output")) {
    const auto target = read_output(output, arguments.get("format"));
    is_needed = is_needed || (target.ok() && target->format->needs_fingerprints);
  }
  return is_needed;
}

Status write_reports(const report::Report& report, const Arguments& arguments, Context& context) {
  for (const std::string& output : arguments.all("output")) {
    TIZZA_TRY(const OutputTarget target, read_output(output, arguments.get("format")));
    if (target.is_standard_output()) continue;  // print_report() does
    TIZZA_CHECK(check_target(target.path, report.files, context.files));
    TIZZA_CHECK(context.files.write_file(target.path, target.format->render(report, {})));
  }
  return {};
}

void print_warning(const Diagnostic& diagnostic, Context& context) {
  const report::RenderOptions options = {context.presentation.colour_err,
                                         context.presentation.links, context.terminal.width(),
                                         context.terminal.err_is_terminal()};
  context.terminal.err(report::render_diagnostic(diagnostic, options));
}

}  // namespace tizza::commands
