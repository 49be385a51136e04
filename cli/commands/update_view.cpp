#include "commands/update_view.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "commands/output.hpp"
#include "report/printable.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using report::Style;
using scaffold::ClassedFile;
using scaffold::FileClass;

/// Files that stay as they are, which are only counted.
bool stays(FileClass file_class) {
  return file_class == FileClass::kOurs || file_class == FileClass::kUnchanged ||
         file_class == FileClass::kUnmanaged;
}

Style style_of(FileClass file_class) {
  if (file_class == FileClass::kConflict) return Style::kError;
  if (file_class == FileClass::kRemoved) return Style::kWarn;
  return Style::kPlain;
}

std::string described(const ClassedFile& file) {
  std::string text = file.path;
  if (!file.from.empty()) text += " (was " + file.from + ")";
  if (!file.detail.empty()) text += " (" + file.detail + ")";
  return text;
}

}  // namespace

std::string update_plan_text(const UpdateView& view, const Context& context) {
  report::Table table({"CLASS", "FILE"});
  for (const ClassedFile& file : view.plan.files) {
    if (stays(file.file_class)) continue;
    table.add({{scaffold::to_string(file.file_class), style_of(file.file_class)}, described(file)});
  }
  std::string text = view.name + ": " + view.from + " -> " + view.to + "\n";
  text += table.render(table_options(context));
  const auto counts = scaffold::count_classes(view.plan.files);
  const auto count = [&](FileClass file_class) {
    return counts.at(static_cast<size_t>(file_class));
  };
  text += "stay as they are: " + std::to_string(count(FileClass::kUnchanged)) + " unchanged, " +
          std::to_string(count(FileClass::kOurs)) + " changed here alone, " +
          std::to_string(count(FileClass::kUnmanaged)) + " unmanaged\n";
  for (const auto& conflict : view.plan.conflicts) {
    // The table says it already; a binary has a conflict of its contents besides.
    if (conflict.kind != "binary") text += conflict.message + "\n";
  }
  return text;
}

std::string update_json(const UpdateView& view, std::string_view outcome) {
  Value root;
  root.set("schema_version", 1);
  root.set("outcome", outcome);
  root.set("project", view.name);
  root.set("from", view.from);
  root.set("to", view.to);
  root.set("branch", view.target.branch.empty() ? Value() : Value(view.target.branch));
  root.set("worktree", view.plan.conflicts.empty() ? Value() : Value(view.target.worktree));
  Value::List files;
  for (const ClassedFile& file : view.plan.files) {
    Value entry;
    entry.set("path", file.path);
    entry.set("class", scaffold::to_string(file.file_class));
    if (!file.from.empty()) entry.set("from", file.from);
    if (!file.detail.empty()) entry.set("detail", file.detail);
    files.push_back(std::move(entry));
  }
  root.set("files", std::move(files));
  Value::List notes;
  for (const std::string& note : view.plan.notes) notes.emplace_back(note);
  root.set("notes", std::move(notes));
  return write_json(root, 2) + "\n";
}

}  // namespace tizza::commands
