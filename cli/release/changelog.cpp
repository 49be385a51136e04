#include "release/changelog.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "expr/template.hpp"
#include "release/changelog_text.hpp"
#include "text/readable_text.hpp"

namespace tizza::release {
namespace {

/// The sections in their order, with the endings of fragments that go there.
struct Section {
  std::string_view title;
  std::vector<std::string_view> kinds;
};

const std::vector<Section>& sections() {
  static const std::vector<Section> kSections = {
      {"Added", {"added", "feature", "feat"}}, {"Changed", {"changed", "change", "misc"}},
      {"Deprecated", {"deprecated"}},          {"Removed", {"removed", "removal"}},
      {"Fixed", {"fixed", "bugfix", "fix"}},   {"Security", {"security"}}};
  return kSections;
}

std::string_view title_of(const Change& change) {
  const std::string type = change.conventional ? change.conventional->type : "";
  if (type == "feat") return "Added";
  return type == "fix" ? "Fixed" : "Changed";
}

std::string entry(const Change& change) {
  if (!change.conventional) return fmt::format("- {}\n", change.subject);
  const ConventionalCommit& commit = *change.conventional;
  std::string text = commit.is_breaking() ? "- **Breaking:** " : "- ";
  if (!commit.scope.empty()) text += commit.scope + ": ";
  text += commit.description + "\n";
  if (commit.is_breaking() && commit.breaking != commit.description) {
    text += "  " + commit.breaking + "\n";
  }
  return text;
}

using Entries = std::map<std::string_view, std::string>;

std::string sections_text(const Entries& entries) {
  std::string text;
  for (const Section& section : sections()) {
    const auto found = entries.find(section.title);
    if (found == entries.end()) continue;
    text += fmt::format("{}### {}\n\n{}", text.empty() ? "" : "\n", section.title, found->second);
  }
  return text;
}

/// `123.fixed.md` is of the kind `fixed`; `note.md` is of none.
std::string_view kind_of(std::string_view name) {
  name.remove_suffix(3);
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

const Section* section_for(std::string_view kind) {
  for (const Section& section : sections()) {
    const auto& kinds = section.kinds;
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return &section;
  }
  return nullptr;
}

Error unknown_kind(const std::string& path, std::string_view kind) {
  std::vector<std::string> known;
  for (const Section& section : sections()) known.emplace_back(section.kinds[0]);
  Error error = file_failure(
      "changelog", path,
      kind.empty() ? fmt::format("fragment `{}` does not say what kind of change it is", path)
                   : fmt::format("fragment `{}` is of the unknown kind `{}`", path, kind),
      "name it such as `likes.added.md`: " + quoted_list(known, "or"));
  error.verdict = Verdict::kNegative;
  return error;
}

Result<std::string> read_text(const FileReader& files, const std::string& path) {
  TIZZA_TRY(std::string text, files.read_file(path));
  TIZZA_CHECK(check_readable(std::make_shared<const Source>(path, text)));
  return text;
}

/// The fragment as an entry: a list item, its further lines indented.
std::string fragment_entry(std::string_view text) {
  std::string made;
  for (const auto line : split_lines(trim(text))) {
    const bool is_item = made.empty() && (line.starts_with("- ") || line.starts_with("* "));
    if (made.empty()) {
      made = "- " + std::string(is_item ? line.substr(2) : line) + "\n";
    } else {
      made += line.empty() ? "\n" : "  " + std::string(line) + "\n";
    }
  }
  return made;
}

/// Collects the fragments, which go away with the release.
Result<std::string> read_fragments(const FileReader& files, const std::string& folder,
                                   std::vector<FileChange>& changes) {
  Entries entries;
  if (!files.is_directory(folder)) return std::string();
  TIZZA_TRY(const auto listed, files.list(folder));
  for (const DirectoryEntry& item : listed) {
    const bool is_fragment = item.type == FileType::kRegular && item.name.ends_with(".md") &&
                             item.name != "README.md" && !item.name.starts_with('.');
    if (!is_fragment) continue;
    const std::string path = join_path(folder, item.name);
    const auto kind = kind_of(item.name);
    const Section* section = section_for(kind);
    if (section == nullptr) return unknown_kind(path, kind);
    TIZZA_TRY(std::string text, read_text(files, path));
    entries[section->title] += fragment_entry(text);
    FileChange gone{path, std::move(text), {}};
    gone.is_removed = true;
    changes.push_back(std::move(gone));
  }
  return sections_text(entries);
}

Value notes_value(const ReleaseNotes& notes) {
  Value::List changes;
  for (const Change& change : notes.changes) {
    const auto& commit = change.conventional;
    Value value;
    value.set("commit", change.commit).set("subject", change.subject);
    value.set("level", to_string(change.level));
    value.set("type", commit ? commit->type : "").set("scope", commit ? commit->scope : "");
    value.set("description", commit ? commit->description : change.subject);
    value.set("breaking", commit ? commit->breaking : "");
    changes.push_back(std::move(value));
  }
  Value value;
  value.set("package", notes.package).set("version", notes.version).set("tag", notes.tag);
  value.set("previous_tag", notes.previous_tag).set("date", date_text(notes.date));
  value.set("changes", std::move(changes)).set("notes", notes_text(notes));
  return value;
}

Result<std::string> render_template(const FileReader& files, const Location& at,
                                    const ReleaseNotes& notes) {
  const std::string path = normal_path(
      join_path(parent_path(at.source->path()), std::string(at.source->slice(at.span))));
  auto text = read_text(files, path);
  if (!text.ok()) {
    Error error = std::move(text).error();
    if (!error.diagnostic.at) error.diagnostic.at = at;
    return error;
  }
  return expr::render(std::make_shared<const Source>(path, *std::move(text)), notes_value(notes));
}

}  // namespace

std::string notes_text(const ReleaseNotes& notes) {
  Entries entries;
  for (const Change& change : notes.changes) {
    if (change.level != Level::kNone) entries[title_of(change)] += entry(change);
  }
  return sections_text(entries);
}

Result<std::vector<FileChange>> change_changelog(const FileReader& files, const Settings& settings,
                                                 const Package& package,
                                                 const ReleaseNotes& notes) {
  std::vector<FileChange> changes;
  if (settings.changelog == ChangelogMode::kNone) return changes;
  std::string body = notes_text(notes);
  if (settings.changelog == ChangelogMode::kFragments) {
    TIZZA_TRY(body,
              read_fragments(files, join_path(package.directory, settings.fragments), changes));
  }
  FileChange log;
  log.path = normal_path(join_path(package.directory, settings.changelog_file));
  log.is_new = !files.exists(log.path);
  if (!log.is_new) {
    TIZZA_TRY(log.before, read_text(files, log.path));
  }
  if (settings.changelog == ChangelogMode::kTemplate && settings.changelog_template) {
    TIZZA_TRY(const std::string section,
              render_template(files, settings.changelog_template, notes));
    log.after = insert_section(log.before, section);
  } else {
    log.after = add_section(log.before, notes, body);
  }
  if (log.after != log.before) changes.insert(changes.begin(), std::move(log));
  return changes;
}

}  // namespace tizza::release
