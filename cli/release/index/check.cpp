#include "release/index/check.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "base/left_over.hpp"
#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "base/uri.hpp"
#include "release/index/core_metadata.hpp"
#include "release/index/page.hpp"

namespace tizza::release {
namespace {

constexpr std::string_view kRewrite =
    "publish or yank a file of the project: its page is then written anew";
constexpr std::string_view kMetadataEnding = ".metadata";

class IndexChecker {
 public:
  IndexChecker(const FileReader& files, const Archives& archives, const std::string& index)
      : files_(files), archives_(archives), index_(index) {}

  Result<IndexCheck> check() {
    TIZZA_TRY(const auto entries, files_.list(join_path(index_, "simple")));
    for (const DirectoryEntry& entry : entries) {
      if (is_left_over(entry.name)) report_left_over(join_path(index_, "simple/" + entry.name));
      if (entry.type == FileType::kDirectory) check_project(entry.name);
    }
    check_root();
    TIZZA_CHECK(check_pool());
    return std::move(found_);
  }

  std::vector<Diagnostic> check_one(const std::string& project) {
    if (files_.exists(project_page_path(index_, project))) check_project(project);
    return std::move(found_.findings);
  }

 private:
  void report(Diagnostic finding, std::string_view rule, Severity severity = Severity::kError) {
    finding.rule = rule;
    finding.severity = severity;
    found_.findings.push_back(std::move(finding));
  }

  void report_at(Location at, std::string_view rule, std::string message, std::string_view help,
                 Severity severity = Severity::kError) {
    report(failure_at(std::move(at), {}, std::move(message), std::string(help)).diagnostic, rule,
           severity);
  }

  void report_file(const std::string& path, std::string_view rule, std::string message,
                   std::string_view help, Severity severity = Severity::kError) {
    report(file_failure({}, path, std::move(message), std::string(help)).diagnostic, rule,
           severity);
  }

  void report_left_over(const std::string& path) {
    report_file(path, "index-orphan", fmt::format("`{}` is half of a file", path),
                "a writer was killed: remove it, or publish anything to have it removed",
                Severity::kWarn);
  }

  void check_project(const std::string& project) {
    const std::string path = project_page_path(index_, project);
    if (!files_.exists(path)) {
      report_file(path, "index-page", fmt::format("the project `{}` has no page", project),
                  "publish its files again, or remove the folder");
      return;
    }
    projects_.insert(project);
    const auto page = read_project_page(files_, index_, project);
    if (!page.ok()) {
      report(page.error().diagnostic, "index-page");
      unread_.insert(project);
      return;
    }
    found_.pages.push_back(path);
    const Location start = {page->source, {0, 0}};
    if (normalised_project(project) != project) {
      report_at(start, "index-name", fmt::format("no installer looks for `{}`", project),
                fmt::format("name the folder `{}`", normalised_project(project)));
    }
    for (const PageEntry& entry : page->entries) check_entry(*page, entry);
    if (project_page_text(*page) != page->source->text()) {
      report_at(start, "index-stale", "the page is not what its links make of it", kRewrite,
                Severity::kWarn);
    }
  }

  void check_entry(const ProjectPage& page, const PageEntry& entry) {
    if (split_uri(entry.href).scheme) return;  // elsewhere: nothing of this index
    const Location at = page.place(entry, "href");
    const std::string path =
        normal_path(join_path(parent_path(page.source->path()), percent_decode(entry.href)));
    linked_.insert(path);
    if (!entry.metadata_sha256.empty()) linked_.insert(path + std::string(kMetadataEnding));
    if (file_name(path) != entry.file) {
      report_at(page.place(entry), "index-name",
                fmt::format("the link says `{}` and leads to `{}`", entry.file, file_name(path)),
                kRewrite);
    }
    if (!files_.exists(path)) {
      report_at(at, "index-link", fmt::format("the link leads to `{}`, which is not there", path),
                "publish the file again");
      return;
    }
    const auto bytes = files_.read_file(path);
    if (!bytes.ok()) {
      report_at(at, "index-link", bytes.error().diagnostic.message, {});
      return;
    }
    ++found_.files;
    if (check_hash(page, entry, *bytes)) check_metadata(page, entry, path, *bytes);
  }

  bool check_hash(const ProjectPage& page, const PageEntry& entry, const std::string& bytes) {
    const Location at = page.place(entry, "href");
    if (entry.sha256.empty()) {
      report_at(at, "index-hash", fmt::format("the link of `{}` has no `#sha256=`", entry.file),
                "without it nobody sees what a proxy or a disk did to the file", Severity::kWarn);
      return true;
    }
    const std::string actual = sha256(bytes);
    if (actual == entry.sha256) return true;
    report_at(at, "index-hash",
              fmt::format("`{}` is not what was published: its sha256 is `{}`", entry.file, actual),
              "put the published file back, or release a new version");
    return false;
  }

  void check_metadata(const ProjectPage& page, const PageEntry& entry, const std::string& path,
                      const std::string& bytes) {
    const auto artefact = read_artefact(archives_, path, bytes);
    if (!artefact.ok()) {
      Diagnostic why = artefact.error().diagnostic;
      why.notes.push_back({"the page links to it here", page.place(entry), {}});
      report(std::move(why), "index-metadata");
      return;
    }
    if (artefact->name.project != normalised_project(page.project)) {
      report_at(page.place(entry), "index-name",
                fmt::format("`{}` is of the project `{}`", entry.file, artefact->name.project),
                "publish it: it then stands on the page of its project");
    }
    if (artefact->requires_python != entry.requires_python) {
      report_at(page.place(entry, "data-requires-python"), "index-metadata",
                fmt::format("`{}` requires Python `{}`, and the page says `{}`", entry.file,
                            artefact->requires_python, entry.requires_python),
                "mend the page");
    }
    check_metadata_file(page, entry, path, artefact->metadata);
  }

  void check_metadata_file(const ProjectPage& page, const PageEntry& entry, const std::string& path,
                           const std::string& metadata) {
    const std::string beside = path + std::string(kMetadataEnding);
    if (entry.metadata_sha256.empty()) return;
    const Location at = page.place(entry, "data-core-metadata");
    const auto text = files_.read_file(beside);
    if (!text.ok()) {
      report_at(at, "index-metadata", fmt::format("`{}` is not there", beside),
                "publish the file again");
    } else if (*text != metadata) {
      report_at(at, "index-metadata", fmt::format("`{}` is not what the package holds", beside),
                "publish the file again");
    } else if (sha256(*text) != entry.metadata_sha256) {
      report_at(at, "index-hash", fmt::format("the sha256 of `{}` is another one", beside),
                "mend the page");
    }
  }

  void check_root() {
    const std::string path = root_page_path(index_);
    auto text = files_.exists(path) ? files_.read_file(path) : std::string();
    if (!text.ok() || text->empty()) {
      report_file(path, "index-page", "the page that lists the projects is not there",
                  "publish anything: it is then written anew");
      return;
    }
    const auto source = std::make_shared<const Source>(path, *std::move(text));
    const auto anchors = read_anchors(source);
    if (!anchors.ok()) {
      report(anchors.error().diagnostic, "index-page");
      return;
    }
    std::set<std::string> listed;
    for (const Anchor& anchor : *anchors) {
      const bool is_new = listed.insert(anchor.text).second;
      const bool is_there = projects_.contains(anchor.text);
      if (is_there && is_new) continue;
      report_at({source, anchor.at}, "index-stale",
                is_there ? fmt::format("the project `{}` is listed twice", anchor.text)
                         : fmt::format("the project `{}` has no page", anchor.text),
                "take the line out");
    }
    for (const std::string& project : projects_) {
      if (listed.contains(project)) continue;
      report_at({source, {0, 0}}, "index-stale",
                fmt::format("the project `{}` is not listed", project),
                "publish a file of it again");
    }
  }

  Status check_pool() {
    if (!files_.exists(pool())) return {};
    TIZZA_TRY(const auto entries, files_.list(pool()));
    for (const DirectoryEntry& entry : entries) {
      const std::string path = join_path(pool(), entry.name);
      if (is_left_over(entry.name)) {
        report_left_over(path);
      } else if (!linked_.contains(path) && !is_of_unread_page(entry.name)) {
        report_file(path, "index-orphan", fmt::format("no page links to `{}`", path),
                    "publish it, or remove it");
      }
    }
    return {};
  }

  /// What a page that cannot be read links to is unknown.
  bool is_of_unread_page(std::string_view file) const {
    if (file.ends_with(kMetadataEnding)) file.remove_suffix(kMetadataEnding.size());
    const auto name = read_artefact_name(file);
    return name && unread_.contains(name->project);
  }

  std::string pool() const { return normal_path(join_path(index_, "pool")); }

  const FileReader& files_;
  const Archives& archives_;
  const std::string& index_;
  IndexCheck found_;
  std::set<std::string> projects_;
  std::set<std::string> unread_;  ///< Projects with a broken page.
  std::set<std::string> linked_;  ///< Paths in the pool.
};

}  // namespace

Status check_is_index(const FileReader& files, const std::string& index) {
  if (files.is_directory(join_path(index, "simple"))) return {};
  return file_failure("index", index, fmt::format("`{}` is no package index", index),
                      "it has no folder `simple`: `tizza release publish --index` makes one");
}

std::vector<Diagnostic> check_index_project(const FileReader& files, const Archives& archives,
                                            const std::string& index, const std::string& project) {
  return IndexChecker(files, archives, index).check_one(project);
}

Result<IndexCheck> check_index(const FileReader& files, const Archives& archives,
                               const std::string& index) {
  TIZZA_CHECK(check_is_index(files, index));
  return IndexChecker(files, archives, index).check();
}

}  // namespace tizza::release
