#include "commands/drift_view.hpp"

#include <array>

#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "commands/output.hpp"
#include "report/table_page.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using report::Style;
using report::TableCell;
using scaffold::ClassedFile;
using scaffold::Drift;
using scaffold::FileClass;

/// What is told of a class that is drift, the weightiest first.
struct ClassInfo {
  FileClass file_class;
  std::string_view rule;
  std::string_view summary;
};

constexpr std::array<ClassInfo, 6> kDriftClasses = {{
    {FileClass::kDiverged, "drift-diverged", "the project and the template changed it both"},
    {FileClass::kUpdated, "drift-update", "the template changed it, and no update brought that"},
    {FileClass::kNew, "drift-new", "the template adds it, and no update brought that"},
    {FileClass::kRemoved, "drift-removed", "the template has it no longer"},
    {FileClass::kDeletedByUser, "drift-deleted", "the project deleted it"},
    {FileClass::kOurs, "drift-ours", "the project changed it"},
}};
constexpr std::string_view kFillInRule = "fill-in";

const std::vector<std::string> kHeadings = {"PROJECT", "TEMPLATE", "VERSION", "FILES",
                                            "TO FILL IN"};

const ClassInfo& info_of(FileClass file_class) {
  for (const ClassInfo& info : kDriftClasses) {
    if (info.file_class == file_class) return info;
  }
  return kDriftClasses.back();
}

size_t count_of(const Drift& drift, FileClass file_class) {
  return drift.counts.at(static_cast<size_t>(file_class));
}

std::string described(const ClassedFile& file) {
  return file.from.empty() ? file.path : file.path + " (was " + file.from + ")";
}

/// `1 diverged, 2 update`; nothing where nothing drifted.
std::string files_text(const Drift& drift) {
  std::vector<std::string> parts;
  for (const ClassInfo& info : kDriftClasses) {
    const size_t count = count_of(drift, info.file_class);
    if (count == 0) continue;
    parts.push_back(std::to_string(count) + " " +
                    std::string(scaffold::to_string(info.file_class)));
  }
  return join(parts, ", ");
}

std::string version_text(const Drift& drift) {
  if (drift.latest == drift.version) return drift.version;
  std::string text = drift.version + (drift.version.empty() ? "-> " : " -> ") + drift.latest;
  if (drift.behind && *drift.behind > 0) text += " (" + std::to_string(*drift.behind) + ")";
  return text;
}

std::vector<TableCell> cells_of(const DriftRow& row) {
  if (!row.drift) return {row.folder, "", "", TableCell("could not be checked", Style::kError), ""};
  const Drift& drift = *row.drift;
  const bool is_split = count_of(drift, FileClass::kDiverged) > 0;
  const TableCell files =
      drift.is_drifted() ? TableCell(files_text(drift), is_split ? Style::kError : Style::kWarn)
                         : TableCell("as made", Style::kGood);
  const size_t open = drift.fill_ins.size();
  return {row.folder, drift.title, version_text(drift), files,
          open == 0 ? std::string() : std::to_string(open)};
}

std::string summary(const std::vector<DriftRow>& rows) {
  const DriftCounts counts = count_drift(rows);
  const size_t checked = rows.size() - counts.failed;
  std::vector<std::string> parts;
  if (counts.drifted > 0) {
    parts.push_back(std::to_string(counts.drifted) + " of " + counted(rows.size(), "project") +
                    " drifted");
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
      if (count_of(*row.drift, file_class) > 0) return &row;
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

Value to_value(const Drift& drift) {
  Value::List files;
  for (const ClassedFile& file : drift.files) {
    Value entry;
    entry.set("path", file.path).set("class", scaffold::to_string(file.file_class));
    if (!file.from.empty()) entry.set("from", file.from);
    files.push_back(std::move(entry));
  }
  Value counts;
  for (const ClassInfo& info : kDriftClasses) {
    counts.set(std::string(scaffold::to_string(info.file_class)), count_of(drift, info.file_class));
  }
  for (const FileClass file_class : {FileClass::kUnchanged, FileClass::kUnmanaged}) {
    counts.set(std::string(scaffold::to_string(file_class)), count_of(drift, file_class));
  }
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
  value.set("is_drifted", drift.is_drifted()).set("counts", std::move(counts));
  value.set("files", std::move(files)).set("fill_in", std::move(fill_ins));
  return value;
}

Diagnostic finding(std::string rule, Severity severity, std::string path, std::string message) {
  Diagnostic found;
  found.rule = std::move(rule);
  found.severity = severity;
  found.message = std::move(message);
  found.path = std::move(path);
  found.fingerprint = sha256(found.rule + "\n" + found.path + "\n" + found.message).substr(0, 32);
  return found;
}

}  // namespace

DriftCounts count_drift(const std::vector<DriftRow>& rows) {
  DriftCounts counts;
  for (const DriftRow& row : rows) {
    if (!row.drift) {
      ++counts.failed;
      continue;
    }
    counts.drifted += row.drift->is_drifted() ? 1 : 0;
    counts.fill_ins += row.drift->fill_ins.size();
  }
  return counts;
}

std::string drift_text(const std::vector<DriftRow>& rows, bool lists_files,
                       const Context& context) {
  report::Table table(kHeadings);
  for (const DriftRow& row : rows) table.add(cells_of(row));
  std::string text = lists_files ? listed_files(rows, context) : std::string();
  text += table.render(table_options(context)) + summary(rows) + "\n";
  if (const DriftRow* row = first_behind(rows)) text += "next: tizza update " + row->folder + "\n";
  return text;
}

std::string drift_json(const std::vector<DriftRow>& rows) {
  Value::List projects;
  for (const DriftRow& row : rows) {
    Value entry;
    entry.set("folder", row.folder);
    if (row.drift) {
      const Value drift = to_value(*row.drift);
      for (const auto& [key, value] : *drift.as_mapping()) entry.set(key, value);
    } else {
      entry.set("error", Value::Mapping{{"rule", row.problem.rule},
                                        {"message", row.problem.message},
                                        {"help", row.problem.help}});
    }
    projects.push_back(std::move(entry));
  }
  const DriftCounts counts = count_drift(rows);
  Value root;
  root.set("schema_version", 1).set("projects", std::move(projects));
  root.set("drifted", counts.drifted).set("failed", counts.failed);
  root.set("fill_in", counts.fill_ins);
  return write_json(root, 2) + "\n";
}

std::string drift_html(const std::vector<DriftRow>& rows) {
  report::TablePage page;
  page.title = summary(rows);
  page.headings = kHeadings;
  for (const DriftRow& row : rows) {
    report::TablePage::Row shown{cells_of(row), {}};
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

report::Report drift_report(const std::vector<DriftRow>& rows) {
  report::Report report;
  for (const ClassInfo& info : kDriftClasses) {
    report.rules.push_back({std::string(info.rule), Severity::kWarn, std::string(info.summary)});
  }
  report.rules.push_back({std::string(kFillInRule), Severity::kHint, "nobody filled it in yet"});
  for (const DriftRow& row : rows) {
    if (!row.drift) {
      report.errors.push_back(row.problem);
      continue;
    }
    for (const ClassedFile& file : row.drift->files) {
      const ClassInfo& info = info_of(file.file_class);
      report.findings.push_back(finding(std::string(info.rule), Severity::kWarn,
                                        join_path(row.folder, file.path),
                                        "`" + described(file) + "`: " + std::string(info.summary)));
    }
    for (const auto& fill_in : row.drift->fill_ins) {
      report.findings.push_back(finding(
          std::string(kFillInRule), Severity::kHint, join_path(row.folder, fill_in.path),
          "line " + std::to_string(fill_in.at.line) + " is to be filled in: " + fill_in.line));
    }
  }
  report.fail_on = Severity::kWarn;
  return report;
}

}  // namespace tizza::commands
