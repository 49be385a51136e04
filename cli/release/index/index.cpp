#include "release/index/index.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "release/index/core_metadata.hpp"
#include "release/left_overs.hpp"

namespace tizza::release {
namespace {

Error refused(std::string rule, std::string message, std::string help) {
  return failure(std::move(rule), std::move(message), std::move(help), Verdict::kNegative);
}

Error conflict(const ProjectPage& page, const PageEntry& entry, const Artefact& artefact) {
  Error error = failure_at(page.place(entry, "href"), "index-conflict",
                           fmt::format("the index has another `{}`: its sha256 is `{}`, yours `{}`",
                                       artefact.file, entry.sha256, artefact.sha256),
                           "what is published never changes: release a new version");
  error.verdict = Verdict::kNegative;
  return error;
}

std::map<std::string, std::vector<Artefact>> by_project(const std::vector<Artefact>& artefacts) {
  std::map<std::string, std::vector<Artefact>> projects;
  for (const Artefact& artefact : artefacts) projects[artefact.name.project].push_back(artefact);
  return projects;
}

}  // namespace

Result<std::vector<std::string>> listed_projects(const FileReader& files,
                                                 const std::string& index) {
  std::vector<std::string> projects;
  const std::string path = root_page_path(index);
  if (files.exists(path)) {
    TIZZA_TRY(std::string text, files.read_file(path));
    TIZZA_TRY(const auto anchors,
              read_anchors(std::make_shared<const Source>(path, std::move(text))));
    for (const Anchor& anchor : anchors) projects.push_back(anchor.text);
    return projects;
  }
  const std::string folder = parent_path(path);
  if (!files.exists(folder)) return projects;
  TIZZA_TRY(const auto entries, files.list(folder));
  for (const DirectoryEntry& entry : entries) {
    if (files.exists(project_page_path(index, entry.name))) projects.push_back(entry.name);
  }
  return projects;
}

Result<bool> PackageIndex::is_in_pool(const Artefact& artefact) const {
  const std::string path = pool_path(folder_, artefact.file);
  if (!files_.exists(path)) return false;
  TIZZA_TRY(const std::string bytes, files_.read_file(path));
  if (bytes == artefact.bytes) return true;
  Error error =
      file_failure("index-conflict", path,
                   fmt::format("`{}` holds other bytes than the `{}` that is to be published", path,
                               artefact.file),
                   "run `tizza release index check`; a file that no page links to can be removed");
  error.verdict = Verdict::kNegative;
  return error;
}

Result<PackageIndex::Change> PackageIndex::plan(const std::string& project,
                                                const std::vector<Artefact>& artefacts) const {
  Change change;
  TIZZA_TRY(change.page, read_project_page(files_, folder_, project));
  for (const Artefact& artefact : artefacts) {
    const PageEntry* entry = change.page.find(artefact.file);
    if (entry != nullptr && entry->sha256 != artefact.sha256) {
      // Two files of one name in one call have no place on a page yet.
      if (change.page.source == nullptr || entry->anchor.at.size() == 0) {
        return refused("index-conflict",
                       fmt::format("two files are named `{}` and differ", artefact.file),
                       "publish one of them");
      }
      return conflict(change.page, *entry, artefact);
    }
    TIZZA_CHECK(is_in_pool(artefact));
    change.files.push_back({artefact.file, entry == nullptr});
    if (entry == nullptr) change.page.entries.push_back(entry_of(artefact));
  }
  return change;
}

Result<std::vector<IndexedFile>> PackageIndex::compare(
    const std::vector<Artefact>& artefacts) const {
  std::vector<IndexedFile> outcome;
  for (const auto& [project, own] : by_project(artefacts)) {
    TIZZA_TRY(const Change change, plan(project, own));
    outcome.insert(outcome.end(), change.files.begin(), change.files.end());
  }
  return outcome;
}

Result<std::unique_ptr<FileLock>> PackageIndex::lock() const {
  return files_.lock(join_path(folder_, ".tizza.lock"), true);
}

Result<std::vector<IndexedFile>> PackageIndex::publish(const std::vector<Artefact>& artefacts) {
  TIZZA_CHECK(files_.make_directories(join_path(folder_, "pool")));
  TIZZA_TRY(const auto held, lock());
  std::vector<Change> changes;
  for (const auto& [project, own] : by_project(artefacts)) {
    TIZZA_TRY(Change change, plan(project, own));
    changes.push_back(std::move(change));
  }
  // Under the lock nobody else is writing.
  TIZZA_CHECK(remove_left_overs(files_, join_path(folder_, "pool")));
  // A page never links to what is not there: files first.
  for (const Artefact& artefact : artefacts) TIZZA_CHECK(write_artefact(artefact));
  std::vector<IndexedFile> outcome;
  for (const Change& change : changes) {
    TIZZA_CHECK(write_page(change.page));
    TIZZA_CHECK(list_project(change.page.project));
    outcome.insert(outcome.end(), change.files.begin(), change.files.end());
  }
  return outcome;
}

Status PackageIndex::write_artefact(const Artefact& artefact) {
  TIZZA_TRY(const bool is_there, is_in_pool(artefact));
  if (!is_there) TIZZA_CHECK(files_.write_file(pool_path(folder_, artefact.file), artefact.bytes));
  if (artefact.metadata.empty()) return {};
  const std::string path = pool_path(folder_, artefact.file + ".metadata");
  const auto found = files_.exists(path) ? files_.read_file(path) : std::string();
  if (found.ok() && *found == artefact.metadata) return {};
  return files_.write_file(path, artefact.metadata);
}

Status PackageIndex::write_page(const ProjectPage& page) {
  const std::string path = project_page_path(folder_, page.project);
  TIZZA_CHECK(files_.make_directories(parent_path(path)));
  TIZZA_CHECK(remove_left_overs(files_, parent_path(path)));
  const std::string text = project_page_text(page);
  if (page.source != nullptr && page.source->text() == text) return {};
  return files_.write_file(path, text);
}

Status PackageIndex::list_project(const std::string& project) {
  const std::string path = root_page_path(folder_);
  TIZZA_CHECK(remove_left_overs(files_, parent_path(path)));
  TIZZA_TRY(auto projects, listed_projects(files_, folder_));
  const bool is_listed = std::find(projects.begin(), projects.end(), project) != projects.end();
  if (is_listed && files_.exists(path)) return {};
  if (!is_listed) projects.push_back(project);
  return files_.write_file(path, root_page_text(std::move(projects)));
}

Result<PackageIndex::Change> PackageIndex::plan_yank(
    const std::string& project, const Pep440Version& version,
    const std::optional<std::string>& reason) const {
  Change change;
  TIZZA_TRY(change.page, read_project_page(files_, folder_, project));
  if (change.page.source == nullptr) {
    TIZZA_TRY(const auto projects, listed_projects(files_, folder_));
    return refused("index-version", fmt::format("the index has no project `{}`", project),
                   near_names_help(project, projects));
  }
  std::vector<std::string> versions;
  for (PageEntry& entry : change.page.entries) {
    const auto name = read_artefact_name(entry.file);
    if (!name) continue;
    const std::string text = name->version.text();
    if (std::find(versions.begin(), versions.end(), text) == versions.end()) {
      versions.push_back(text);
    }
    if (name->version != version) continue;
    change.files.push_back({entry.file, entry.yanked != reason});
    entry.yanked = reason;
  }
  if (!change.files.empty()) return change;
  return refused("index-version",
                 fmt::format("the index has no `{}` of `{}`", version.text(), project),
                 "it has " + quoted_list(versions));
}

Result<std::vector<IndexedFile>> PackageIndex::compare_yank(
    const std::string& project, const Pep440Version& version,
    const std::optional<std::string>& reason) const {
  TIZZA_TRY(Change change, plan_yank(project, version, reason));
  return std::move(change.files);
}

Result<std::vector<IndexedFile>> PackageIndex::yank(const std::string& project,
                                                    const Pep440Version& version,
                                                    const std::optional<std::string>& reason) {
  TIZZA_TRY(const auto before, compare_yank(project, version, reason));
  TIZZA_TRY(const auto held, lock());
  TIZZA_TRY(const Change change, plan_yank(project, version, reason));
  TIZZA_CHECK(write_page(change.page));
  return change.files;
}

}  // namespace tizza::release
