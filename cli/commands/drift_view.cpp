#include "commands/drift_view.hpp"

#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "commands/output.hpp"
#include "report/table_page.hpp"
#include "scaffold/answers_file.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using report::Style;
using report::TableCell;
using scaffold::ClassedFile;
using scaffold::Drift;
using scaffold::FileClass;

const std::vector<std::string> kHeadings = {"PROJECT", "TEMPLATE", "VERSION", "FILES",
                                            "TO FILL IN"};

std::string described(const ClassedFile& file) {
  return file.from.empty() ? file.path : file.path + " (was " + file.from + ")";
}

/// `1 diverged, 2 update`; nothing where nothing drifted.
std::string files_text(const Drift& drift) {
  std::vector<std::string> parts;
  for (const DriftClass& row : drift_classes()) {
    const size_t count = row.file_class ? count_of(drift, row) : 0;
    if (count == 0) continue;
    parts.push_back(std::to_string(count) + " " +
                    std::string(scaffold::to_string(*row.file_class)));
  }
  return join(parts, ", ");
}

std::string version_text(const Drift& drift) {
  if (drift.latest == drift.version) return drift.version;
  std::string text = drift.version + (drift.version.empty() ? "-> " : " -> ") + drift.latest;
  if (drift.behind && *drift.behind > 0) text += " (" + std::to_string(*drift.behind) + ")";
  return text;
}

/// What waits for an update is to be seen at once; a project's own work is none of that.
TableCell files_cell(const Drift& drift, const DriftGate& gate) {
  if (drift.files.empty()) return {"as made", Style::kGood};
  if (count_of(drift, drift_class(FileClass::kDiverged)) > 0) {
    return {files_text(drift), Style::kError};
  }
  return {files_text(drift), gate.is_drifted(drift) ? Style::kWarn : Style::kPlain};
}

std::vector<TableCell> cells_of(const DriftRow& row, const DriftGate& gate) {
  if (!row.drift) return {row.folder, "", "", TableCell("could not be checked", Style::kError), ""};
  const Drift& drift = *row.drift;
  const size_t open = drift.fill_ins.size();
  return {row.folder, drift.title, version_text(drift), files_cell(drift, gate),
          open == 0 ? std::string() : std::to_string(open)};
}

std::string summary(const DriftTable& table) {
  const DriftCounts counts = count_drift(table);
  const size_t checked = table.rows.size() - counts.failed;
  std::vector<std::string> parts;
  if (counts.drifted > 0) {
    parts.push_back(std::to_string(counts.drifted) + " of " +
                    counted(table.rows.size(), "project") + " drifted");
  } else if (checked > 0) {
    parts.push_back("no drift in " + counted(checked, "project"));
  }
  if (counts.failed > 0) parts.push_back(std::to_string(counts.failed) + " could not be checked");
  if (counts.fill_ins > 0) parts.push_back(counted(counts.fill_ins, "place") + " to fill in");
  return join(parts, ", ");
}

/// The first project that an update would bring forward.
const DriftRow* first_behind(const std::vector<DriftRow>& rows) {
  for (const DriftRow& row : rows) {
    if (!row.drift) continue;
    for (const FileClass file_class :
         {FileClass::kDiverged, FileClass::kUpdated, FileClass::kNew, FileClass::kRemoved}) {
      if (count_of(*row.drift, drift_class(file_class)) > 0) return &row;
    }
  }
  return nullptr;
}

std::string listed_files(const std::vector<DriftRow>& rows, const Context& context) {
  report::Table table({"CLASS", "FILE"});
  for (const DriftRow& row : rows) {
    if (!row.drift) continue;
    for (const ClassedFile& file : row.drift->files) {
      const bool is_split = file.file_class == FileClass::kDiverged;
      table.add({{scaffold::to_string(file.file_class), is_split ? Style::kError : Style::kPlain},
                 join_path(row.folder, described(file))});
    }
    for (const auto& fill_in : row.drift->fill_ins) {
      table.add({"to fill in", join_path(row.folder, fill_in.path) + ":" +
                                   std::to_string(fill_in.at.line) + ": " + fill_in.line});
    }
  }
  return table.empty() ? std::string() : table.render(table_options(context)) + "\n";
}

Value to_value(const Drift& drift, const DriftGate& gate) {
  Value::List files;
  for (const ClassedFile& file : drift.files) {
    Value entry;
    entry.set("path", file.path).set("class", scaffold::to_string(file.file_class));
    if (!file.from.empty()) entry.set("from", file.from);
    files.push_back(std::move(entry));
  }
  Value counts;
  const auto count = [&](FileClass file_class) {
    counts.set(std::string(scaffold::to_string(file_class)),
               drift.counts.at(static_cast<size_t>(file_class)));
  };
  for (const DriftClass& row : drift_classes()) {
    if (row.file_class) count(*row.file_class);
  }
  count(FileClass::kUnchanged);
  count(FileClass::kUnmanaged);
  Value::List fill_ins;
  for (const auto& fill_in : drift.fill_ins) {
    Value place;
    place.set("path", fill_in.path).set("line", fill_in.at.line);
    place.set("column", fill_in.at.column).set("text", fill_in.line);
    fill_ins.push_back(std::move(place));
  }
  Value value;
  value.set("project", drift.name).set("source", drift.source).set("template", drift.title);
  value.set("version", drift.version).set("latest", drift.latest);
  value.set("versions_behind", drift.behind ? Value(*drift.behind) : Value());
  value.set("is_drifted", gate.is_drifted(drift)).set("counts", std::move(counts));
  value.set("files", std::move(files)).set("fill_in", std::move(fill_ins));
  return value;
}

/// A warning where it counts as drift, else a hint.
Severity severity_of(const DriftClass& row, const DriftGate& gate) {
  return gate.holds(row) ? Severity::kWarn : Severity::kHint;
}

Diagnostic finding(const DriftClass& row, const DriftGate& gate, std::string path,
                   std::string message) {
  Diagnostic found;
  found.rule = row.rule;
  found.severity = severity_of(row, gate);
  found.message = std::move(message);
  found.path = std::move(path);
  found.fingerprint = sha256(found.rule + "\n" + found.path + "\n" + found.message).substr(0, 32);
  return found;
}

void add_findings(const std::string& folder, const Drift& drift, const DriftGate& gate,
                  std::vector<Diagnostic>& findings) {
  if (drift.is_outdated()) {
    findings.push_back(finding(version_class(), gate, join_path(folder, scaffold::kAnswersFile),
                               "template `" + drift.title + "`: " + version_text(drift)));
  }
  for (const ClassedFile& file : drift.files) {
    const DriftClass& row = drift_class(file.file_class);
    findings.push_back(finding(row, gate, join_path(folder, file.path),
                               "`" + described(file) + "`: " + std::string(row.summary)));
  }
  for (const auto& fill_in : drift.fill_ins) {
    findings.push_back(finding(
        fill_in_class(), gate, join_path(folder, fill_in.path),
        "line " + std::to_string(fill_in.at.line) + " is to be filled in: " + fill_in.line));
  }
}

}  // namespace

DriftCounts count_drift(const DriftTable& table) {
  DriftCounts counts;
  for (const DriftRow& row : table.rows) {
    if (!row.drift) {
      ++counts.failed;
      continue;
    }
    counts.drifted += table.gate.is_drifted(*row.drift) ? 1 : 0;
    counts.fill_ins += row.drift->fill_ins.size();
  }
  return counts;
}

std::string drift_text(const DriftTable& table, bool lists_files, const Context& context) {
  report::Table shown(kHeadings);
  for (const DriftRow& row : table.rows) shown.add(cells_of(row, table.gate));
  std::string text = lists_files ? listed_files(table.rows, context) : std::string();
  text += shown.render(table_options(context)) + summary(table) + "\n";
  if (const DriftRow* row = first_behind(table.rows)) {
    text += "next: tizza update " + shell_quote(row->folder) + "\n";
  }
  return text;
}

std::string drift_json(const DriftTable& table) {
  Value::List projects;
  for (const DriftRow& row : table.rows) {
    Value entry;
    entry.set("folder", row.folder);
    if (row.drift) {
      const Value drift = to_value(*row.drift, table.gate);
      for (const auto& [key, value] : *drift.as_mapping()) entry.set(key, value);
    } else {
      entry.set("error", Value::Mapping{{"rule", row.problem.rule},
                                        {"message", row.problem.message},
                                        {"help", row.problem.help}});
    }
    projects.push_back(std::move(entry));
  }
  const DriftCounts counts = count_drift(table);
  Value::List fail_on;
  for (const DriftClass& row : drift_classes()) {
    if (table.gate.holds(row)) fail_on.emplace_back(row.name);
  }
  Value root;
  root.set("schema_version", 1)
      .set("fail_on", std::move(fail_on))
      .set("projects", std::move(projects));
  root.set("drifted", counts.drifted).set("failed", counts.failed);
  root.set("fill_in", counts.fill_ins);
  return write_json(root, 2) + "\n";
}

std::string drift_html(const DriftTable& table) {
  report::TablePage page;
  page.title = summary(table);
  page.headings = kHeadings;
  for (const DriftRow& row : table.rows) {
    report::TablePage::Row shown{cells_of(row, table.gate), {}};
    if (!row.drift) {
      shown.details.emplace_back("error", row.problem.message);
    } else {
      for (const ClassedFile& file : row.drift->files) {
        shown.details.emplace_back(scaffold::to_string(file.file_class), described(file));
      }
      for (const auto& fill_in : row.drift->fill_ins) {
        shown.details.emplace_back(
            "to fill in",
            fill_in.path + ":" + std::to_string(fill_in.at.line) + ": " + fill_in.line);
      }
    }
    page.rows.push_back(std::move(shown));
  }
  return report::render_table_page(page);
}

report::Report drift_report(const DriftTable& table) {
  report::Report report;
  for (const DriftClass& row : drift_classes()) {
    report.rules.push_back(
        {std::string(row.rule), severity_of(row, table.gate), std::string(row.summary)});
  }
  for (const DriftRow& row : table.rows) {
    if (row.drift) {
      add_findings(row.folder, *row.drift, table.gate, report.findings);
    } else {
      report.errors.push_back(row.problem);
    }
  }
  report.fail_on = Severity::kWarn;
  return report;
}

}  // namespace tizza::commands
