#include "release/version_edits.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "release/format_table.hpp"
#include "release/formats/locks.hpp"
#include "release/formats/named.hpp"
#include "release/package_version.hpp"
#include "text/edits.hpp"

namespace tizza::release {
namespace {

Result<SourcePtr> read_source(const FileReader& files, const std::string& path) {
  TIZZA_TRY(std::string text, files.read_file(path));
  return std::make_shared<const Source>(path, std::move(text));
}

Status add_locks(const FileReader& files, const Package& package, std::string_view stated,
                 std::vector<VersionPlace>& places) {
  for (const LockFormat& lock : lock_formats()) {
    const std::string path = join_path(package.directory, lock.file);
    if (lock.beside != stated || !files.exists(path)) continue;
    TIZZA_TRY(const SourcePtr text, read_source(files, path));
    TIZZA_TRY(const SourcePtr beside,
              read_source(files, join_path(package.directory, lock.beside)));
    TIZZA_TRY(auto found, lock.find(text, beside, files));
    for (auto& version : found) places.push_back({std::move(version), VersionScheme::kSemVer});
  }
  return {};
}

Error unknown_kind(const VersionFileSetting& setting) {
  std::vector<std::string> known;
  for (const VersionFormat* format : version_formats()) known.emplace_back(format->file);
  for (const NamedVersionFormat* format : named_version_formats()) known.emplace_back(format->what);
  return failure_at(setting.at, "config",
                    fmt::format("no version can be found in a file like `{}`", setting.file),
                    "known are " + quoted_list(known));
}

/// An absent file is best shown where it is named.
Error at_setting(Error error, const VersionFileSetting& setting) {
  if (!error.diagnostic.at) error.diagnostic.at = setting.at;
  if (error.diagnostic.help.empty()) {
    error.diagnostic.help = "write the path of a file in the package, or take it out of the list";
  }
  return error;
}

Result<VersionPlace> read_named(const FileReader& files, const Package& package,
                                const VersionFileSetting& setting) {
  const std::string path = normal_path(join_path(package.directory, setting.file));
  const auto name = file_name(path);
  const VersionFormat* format = find_format(name);
  const auto named = named_version_formats();
  const auto kind = std::find_if(named.begin(), named.end(),
                                 [&](const NamedVersionFormat* row) { return row->matches(name); });
  // A constant can be named in setup.py too.
  const bool is_named = format == nullptr || (!setting.name.empty() && kind != named.end());
  if (is_named && kind == named.end()) return unknown_kind(setting);
  auto source = read_source(files, path);
  if (!source.ok()) return at_setting(std::move(source).error(), setting);
  auto found = is_named ? (*kind)->find(*source, setting.name) : format->find(*source);
  if (!found.ok()) return at_setting(std::move(found).error(), setting);
  return VersionPlace{*std::move(found), is_named ? (*kind)->scheme : format->scheme};
}

Error disagreement(const FoundVersion& main, const FoundVersion& other) {
  return version_ambiguous(
      other.at,
      fmt::format("`{}` states version `{}`, but `{}` states `{}`", other.at.source->path(),
                  other.text, main.at.source->path(), main.text),
      main.at, "make both the same");
}

Status write(FileSystem& files, const FileChange& change) {
  if (change.is_removed) return files.remove_all(change.path);
  return files.write_file(change.path, change.after);
}

Status restore(FileSystem& files, const FileChange& change) {
  if (change.is_new) return files.remove_all(change.path);
  return files.write_file(change.path, change.before);
}

}  // namespace

Result<std::vector<VersionPlace>> read_version_places(const FileReader& files,
                                                      const Package& package) {
  TIZZA_TRY(const auto stated,
            read_package_versions(files, package.directory, package.version_file));
  std::vector<VersionPlace> places;
  for (const PackageVersion& version : stated) {
    places.push_back({version.found, version.format->scheme});
  }
  for (const PackageVersion& version : stated) {
    TIZZA_CHECK(add_locks(files, package, version.format->file, places));
  }
  for (const VersionFileSetting& setting : package.version_files) {
    TIZZA_TRY(auto place, read_named(files, package, setting));
    const VersionPlace& main = places.front();
    if (!is_same_version(main.scheme, main.found.text, place.scheme, place.found.text)) {
      return disagreement(main.found, place.found);
    }
    places.push_back(std::move(place));
  }
  return places;
}

Result<std::vector<FileChange>> change_version(const std::vector<VersionPlace>& places,
                                               const Numbering& numbering, const Version& version) {
  std::vector<SourcePtr> sources;  // one a file, in the order of the places
  std::map<std::string, std::vector<Edit>> edits;
  for (const VersionPlace& place : places) {
    const SourcePtr& source = place.found.at.source;
    auto spelled = numbering.spelled(version, place.scheme);
    if (!spelled.ok()) {
      Error error = std::move(spelled).error();
      error.diagnostic.at = place.found.at;
      error.diagnostic.message = fmt::format("`{}` cannot be written into `{}`: {}", version.text,
                                             source->path(), error.diagnostic.message);
      return error;
    }
    auto& own = edits[source->path()];
    if (own.empty()) sources.push_back(source);
    const bool is_double = std::any_of(
        own.begin(), own.end(), [&](const Edit& edit) { return edit.span == place.found.at.span; });
    if (!is_double) own.push_back({place.found.at.span, *std::move(spelled)});
  }
  std::vector<FileChange> changes;
  for (const SourcePtr& source : sources) {
    TIZZA_TRY(auto after, apply_edits(source->text(), edits[source->path()]));
    if (after == source->text()) continue;
    changes.push_back({source->path(), std::string(source->text()), std::move(after)});
  }
  return changes;
}

Status write_together(FileSystem& files, const std::vector<FileChange>& changes) {
  for (size_t i = 0; i < changes.size(); ++i) {
    auto written = write(files, changes[i]);
    if (written.ok()) continue;
    Error error = std::move(written).error();
    const auto back = take_back(files, {changes.begin(), changes.begin() + static_cast<long>(i)});
    if (!back.ok()) {
      error.diagnostic.notes.push_back(
          {"a file before it has its new content: " + back.error().diagnostic.message, {}, {}});
    }
    return error;
  }
  return {};
}

Status take_back(FileSystem& files, const std::vector<FileChange>& changes) {
  Status outcome;
  for (const FileChange& change : changes) {
    auto restored = restore(files, change);
    if (!restored.ok() && outcome.ok()) outcome = std::move(restored);
  }
  return outcome;
}

}  // namespace tizza::release
