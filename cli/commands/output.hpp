#pragma once
#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "report/format.hpp"
#include "report/report.hpp"
#include "report/table.hpp"

/// What commands share when they print.
namespace tizza::commands {

/// `--format` of commands that report findings: pretty (the default) and the others of
/// report::formats().
FlagSpec report_format_flag();

/// `--format` of commands that list things: table (the default) or json.
FlagSpec list_format_flag();

/// Whether this call is to print JSON.
bool wants_json(const Arguments& arguments);

/// How tables look on out().
report::TableOptions table_options(const Context& context);

/// How reports look on out().
report::RenderOptions render_options(const Context& context);

/// Prints findings on out() in the form that `--format` names.
void print_report(const report::Report& report, const Arguments& arguments, Context& context);

/// `-o [FORMAT=]FILE`, any number of times.
FlagSpec output_flag();

/// Where one `-o` writes to, and in which form.
struct OutputTarget {
  const report::Format* format;
  std::string path;

  bool is_standard_output() const { return path == "-"; }
};

/// Reads one `-o`: the format in front of `=`, else that which the file's ending asks for, else
/// `otherwise`. An error where the ending is that of no format.
Result<OutputTarget> read_output(const std::string& output, const std::string& otherwise);

/// Whether `--format` or an `-o` asks for a format that shows fingerprints.
bool needs_fingerprints(const Arguments& arguments);

/// Whether each `-o` can be understood and has a file of its own: asked before the work starts.
Status check_outputs(const Arguments& arguments, const Context& context);

/// Writes a report to the file of each `-o`: in the format in front of `=`, else in that which the
/// file's ending asks for, else in the format of `--format`.
Status write_reports(const report::Report& report, const Arguments& arguments, Context& context);

/// Shows a finding beside the command's work on err(): a warning that stops nothing.
void print_warning(const Diagnostic& diagnostic, Context& context);

}  // namespace tizza::commands
