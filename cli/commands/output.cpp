#include "commands/output.hpp"

namespace tizza::commands {
namespace {

std::string render(const report::Report& report, const std::string& format,
                   const report::RenderOptions& options) {
  if (format == "json") return report::render_json(report);
  if (format == "concise") return report::render_concise(report, options);
  return report::render_pretty(report, options);
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
          .choices = {"pretty", "concise", "json"}};
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
  return {context.presentation.colour_out, context.presentation.links, context.terminal.width()};
}

void print_report(const report::Report& report, const Arguments& arguments, Context& context) {
  const std::string& format = arguments.get("format");
  // A summary of nothing would read like a success.
  const bool has_content = report.errors.empty() || !report.documents.empty();
  if (has_content || format == "json") {
    context.terminal.out(render(report, format, render_options(context)));
  }
  if (format == "json") return;  // it holds the errors already
  for (const Diagnostic& error : report.errors) print_warning(error, context);
}

FlagSpec output_flag() {
  return {.name = "output",
          .letter = 'o',
          .arity = FlagArity::kMany,
          .value_name = "<[format=]file>",
          .summary = "also write the findings to a file",
          .completer = Completer::kFiles};
}

Status write_report(const report::Report& report, const std::string& output,
                    const Arguments& arguments, Context& context) {
  std::string format = output.ends_with(".json") ? "json" : arguments.get("format");
  std::string path = output;
  for (const auto choice : report_format_flag().choices) {
    const std::string prefix = std::string(choice) + "=";
    if (!output.starts_with(prefix)) continue;
    format = choice;
    path = output.substr(prefix.size());
  }
  return context.files.write_file(path, render(report, format, {}));
}

void print_warning(const Diagnostic& diagnostic, Context& context) {
  const report::RenderOptions options = {context.presentation.colour_err,
                                         context.presentation.links, context.terminal.width()};
  context.terminal.err(report::render_diagnostic(diagnostic, options));
}

}  // namespace tizza::commands
