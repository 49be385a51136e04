#include "release/audit.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "base/strings.hpp"
#include "release/history.hpp"
#include "release/index/check.hpp"
#include "release/index/page.hpp"
#include "release/package_state.hpp"
#include "release/python_project.hpp"

namespace tizza::release {
namespace {

Diagnostic finding(std::string_view rule, std::string message, std::string help, Location at = {}) {
  Diagnostic found =
      failure_at(std::move(at), std::string(rule), std::move(message), std::move(help)).diagnostic;
  return found;
}

/// Audits one package; what it finds goes to a list that all share.
class Auditor {
 public:
  Auditor(const Repository& repository, const FileReader& files, const Archives& archives,
          const AuditRequest& request, const RemoteRefs& remote, std::vector<Diagnostic>& findings)
      : repository_(repository),
        files_(files),
        archives_(archives),
        request_(request),
        remote_(remote),
        findings_(findings) {}

  Status audit(const AuditedPackage& audited, const PackageVersion& file,
               const std::vector<VersionTag>& tags, const std::vector<GitTag>& all_tags) {
    TIZZA_TRY(const std::string path, path_in_repository(repository_, files_, file.path));
    const size_t first = findings_.size();
    for (const VersionTag& tag : tags) {
      if (!request_.remote.empty()) check_remote(tag.tag);
      check_stated(tag, file, path);
    }
    if (!request_.index.empty()) TIZZA_CHECK(check_index(audited, tags, all_tags));
    if (audited.noted.at) check_noted(audited.noted, tags);
    // A tag has no place in a text: what is said of it is said of the file that states versions.
    for (size_t i = first; i < findings_.size(); ++i) {
      if (!findings_[i].at && findings_[i].path.empty()) findings_[i].path = file.path;
    }
    return {};
  }

 private:
  void check_remote(const GitTag& tag) {
    const auto there = tagged_commit(remote_, tag.name);
    if (!there) {
      findings_.push_back(finding(
          "audit-unpushed", fmt::format("`{}` has no tag `{}`", request_.remote, tag.name),
          fmt::format("push it alone: `git push {} refs/tags/{}`", request_.remote, tag.name)));
    } else if (*there != tag.commit) {
      findings_.push_back(finding(
          "audit-moved",
          fmt::format("the tag `{}` is on commit `{}` here and on `{}` at `{}`", tag.name,
                      short_commit(tag.commit), short_commit(*there), request_.remote),
          "a tag never moves: find out which commit was installed and release a new version"));
    }
  }

  /// Whether the version file of today stated the version of the tag at its commit. Where there was
  /// no such file yet, nothing is known.
  void check_stated(const VersionTag& tag, const PackageVersion& file, const std::string& path) {
    auto text = repository_.local().read_blob(tag.tag.commit, path);
    if (!text.ok()) return;
    const auto source =
        std::make_shared<const Source>(fmt::format("{}:{}", tag.tag.name, path), *std::move(text));
    const auto stated = file.format->find(source);
    if (!stated.ok()) return;
    if (is_same_version(VersionScheme::kEither, tag.version.text, file.format->scheme,
                        stated->text)) {
      return;
    }
    findings_.push_back(finding(
        "audit-version",
        fmt::format("the tag `{}` is on a commit that states `{}`", tag.tag.name, stated->text),
        "release a new version: a tag never moves", stated->at));
  }

  Status check_index(const AuditedPackage& audited, const std::vector<VersionTag>& tags,
                     const std::vector<GitTag>& all_tags) {
    const Package& package = *audited.package;
    const std::string project = python_project_name(files_, package.directory);
    if (project.empty()) return {};  // no Python package
    TIZZA_TRY(const ProjectPage page, read_project_page(files_, request_.index, project));
    for (Diagnostic& found : check_index_project(files_, archives_, request_.index, project)) {
      findings_.push_back(std::move(found));
    }
    check_noted_bytes(audited.noted, page);
    std::set<std::string> published;
    std::set<std::string> tagged;
    for (const GitTag& tag : all_tags) {
      const auto text = package.tags.version_in(tag.name);
      const auto version = parse_pep440(text.value_or(""));
      if (version.ok()) tagged.insert(version->text());
    }
    for (const PageEntry& entry : page.entries) {
      const auto name = read_artefact_name(entry.file);
      if (!name) continue;
      published.insert(name->version.text());
      if (tagged.contains(name->version.text())) continue;
      findings_.push_back(finding(
          "audit-untagged",
          fmt::format("`{}` was published, and there is no tag `{}`", entry.file,
                      package.tags.tag(name->version.text())),
          "nobody can tell what it was built from: yank it, or tag its commit", page.place(entry)));
    }
    for (const VersionTag& tag : tags) {
      const auto version = parse_pep440(tag.version.text);
      if (!version.ok() || published.contains(version->text())) continue;
      findings_.push_back(
          finding("audit-unpublished",
                  fmt::format("the tag `{}` has no artefacts in the index", tag.tag.name),
                  fmt::format("check it out and run `tizza release publish`")));
      findings_.back().severity = Severity::kWarn;
    }
    return {};
  }

  /// Whether a file of the noted version has the digest that the registry noted.
  void check_noted_bytes(const NotedRelease& noted, const ProjectPage& page) {
    const auto version = parse_pep440(noted.version);
    if (noted.sha256.empty() || !version.ok()) return;
    const PageEntry* other = nullptr;
    for (const PageEntry& entry : page.entries) {
      const auto name = read_artefact_name(entry.file);
      if (!name || name->version != *version) continue;
      if (entry.sha256 == noted.sha256) return;
      other = &entry;
    }
    if (other == nullptr) return;
    findings_.push_back(
        finding("audit-registry",
                fmt::format("the registry notes the sha256 `{}` of `{}`, and the index has `{}`",
                            noted.sha256, noted.version, other->sha256),
                "find out which file was installed; what is published never changes", noted.at));
    findings_.back().notes.push_back({"the index has it here", page.place(*other, "href"), {}});
  }

  void check_noted(const NotedRelease& noted, const std::vector<VersionTag>& tags) {
    const auto tag = std::find_if(tags.begin(), tags.end(), [&](const VersionTag& candidate) {
      return candidate.version.text == noted.version;
    });
    std::string message;
    if (tag == tags.end()) {
      message = fmt::format("the registry notes the release `{}`, which has no tag", noted.version);
    } else if (!noted.commit.empty() && !tag->tag.commit.starts_with(noted.commit)) {
      message =
          fmt::format("the tag `{}` is on commit `{}`, and the registry noted `{}`", tag->tag.name,
                      short_commit(tag->tag.commit), short_commit(noted.commit));
    } else if (tag != tags.begin()) {
      message = fmt::format("the registry notes `{}` as the newest release, and `{}` is there",
                            noted.version, tags.front().version.text);
    } else {
      return;
    }
    const bool is_moved = tag != tags.end() && tag == tags.begin();
    findings_.push_back(finding(is_moved ? "audit-moved" : "audit-registry", std::move(message),
                                "find out which is right and set it: `tizza registry set`",
                                noted.at));
  }

  const Repository& repository_;
  const FileReader& files_;
  const Archives& archives_;
  const AuditRequest& request_;
  const RemoteRefs& remote_;
  std::vector<Diagnostic>& findings_;
};

/// Tags of the packages that this clone does not have. Clones of pipelines have none, or few.
Status check_tags_are_here(const Repository& repository, const std::vector<GitTag>& tags,
                           const RemoteRefs& remote, const std::vector<AuditedPackage>& packages,
                           const AuditRequest& request) {
  constexpr std::string_view kTags = "refs/tags/";
  const bool is_shallow = repository.local().is_shallow();
  if (request.remote.empty()) {
    if (!is_shallow) return {};
    return failure("audit-tags",
                   "the clone is shallow: nobody can tell here which tags are missing",
                   "run `git fetch --unshallow --tags`, or leave out `--offline`");
  }
  std::set<std::string, std::less<>> here;
  for (const GitTag& tag : tags) here.insert(tag.name);
  std::vector<std::string> missing;
  for (const auto& [ref, id] : remote) {
    if (!ref.starts_with(kTags) || ref.ends_with("^{}")) continue;
    const std::string name = ref.substr(kTags.size());
    const bool is_ours =
        std::any_of(packages.begin(), packages.end(), [&](const AuditedPackage& audited) {
          return audited.package->tags.version_in(name).has_value();
        });
    if (is_ours && !here.contains(name)) missing.push_back(name);
  }
  if (missing.empty()) return {};
  return failure(
      "audit-tags",
      fmt::format("`{}` has {} that {} not in this clone, such as `{}`", request.remote,
                  counted(missing.size(), "tag"), missing.size() == 1 ? "is" : "are",
                  missing.back()),
      fmt::format("run `git fetch {}--tags {}`", is_shallow ? "--unshallow " : "", request.remote));
}

}  // namespace

Result<std::vector<Diagnostic>> audit_releases(const Repository& repository,
                                               const FileReader& files, const Archives& archives,
                                               const Settings& settings,
                                               const std::vector<AuditedPackage>& packages,
                                               const AuditRequest& request) {
  TIZZA_TRY(const auto tags, repository.local().tags());
  RemoteRefs remote;
  if (!request.remote.empty()) {
    TIZZA_TRY(remote, repository.ask_remote(request.remote, {"refs/tags/*"}));
  }
  TIZZA_CHECK(check_tags_are_here(repository, tags, remote, packages, request));
  if (!request.index.empty()) TIZZA_CHECK(check_is_index(files, request.index));
  std::vector<Tracked> tracked;
  std::vector<PackageVersion> stated;
  for (const Package& package : settings.packages) {
    TIZZA_TRY(auto file, read_package_version(files, package.directory, package.version_file));
    TIZZA_TRY(auto numbering, numbering_of(package, file));
    tracked.push_back({{}, package.tags, std::move(numbering), true});
    stated.push_back(std::move(file));
  }
  const auto owned = own_tags(tags, tracked);
  std::vector<Diagnostic> findings;
  Auditor auditor(repository, files, archives, request, remote, findings);
  for (const AuditedPackage& audited : packages) {
    const auto number = static_cast<size_t>(audited.package - settings.packages.data());
    TIZZA_CHECK(auditor.audit(audited, stated[number], owned[number], tags));
  }
  return findings;
}

}  // namespace tizza::release
