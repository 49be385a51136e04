#include "release/publication.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "registry/update.hpp"

namespace tizza::release {
namespace {

/// What the registry says of a release: the wheel's digest where there are several files.
Value released_value(const JournalTag& tag, const std::vector<Artefact>& artefacts,
                     const std::string& commit, const std::string& date) {
  Value value;
  value.set("version", tag.version).set("commit", commit);
  const auto wheel = std::find_if(artefacts.begin(), artefacts.end(), [](const Artefact& artefact) {
    return artefact.name.kind == ArtefactKind::kWheel;
  });
  if (wheel != artefacts.end()) {
    value.set("sha256", wheel->sha256);
  } else if (!artefacts.empty()) {
    value.set("sha256", artefacts.front().sha256);
  }
  value.set("date", date);
  return value;
}

}  // namespace

std::string Publication::stage_folder() const {
  return join_path(repository_.local().git_directory(), "tizza/release/artefacts");
}

std::string Publication::stage_folder(size_t number) const {
  return join_path(stage_folder(), std::to_string(number));
}

WantedArtefacts Publication::wanted(const JournalTag& tag) const {
  const std::string directory = join_path(repository_.local().work_tree(), tag.folder);
  return {tag.package.empty() ? directory : tag.package, directory,
          join_path(directory, journal_.dist), tag.version};
}

/// Puts the artefacts of a package aside, all or none. What is there stays: a second build could
/// differ where its builder is not reproducible.
Status Publication::stage(size_t number, const std::string& commit) {
  FileSystem& files = ports_.files;
  const std::string folder = stage_folder(number);
  if (files.exists(folder)) return {};
  const std::string scratch = build_folder(repository_);
  TIZZA_TRY(const auto paths, gather_artefacts(repository_, ports_.processes, files,
                                               wanted(journal_.tags[number]), commit, scratch));
  TIZZA_CHECK(files.make_directories(stage_folder()));
  TIZZA_TRY(const std::string unfinished, files.make_temporary_sibling(folder));
  for (const std::string& path : paths) {
    TIZZA_TRY(const std::string bytes, files.read_file(path));
    TIZZA_CHECK(files.write_new_file(join_path(unfinished, file_name(path)), bytes, 0644));
  }
  TIZZA_CHECK(files.sync_tree(unfinished));
  return files.rename_new(unfinished, folder);
}

Result<std::vector<Artefact>> Publication::staged(size_t number, const std::string& commit) {
  TIZZA_CHECK(stage(number, commit));
  TIZZA_TRY(const auto entries, ports_.files.list(stage_folder(number)));
  std::vector<std::string> paths;
  for (const DirectoryEntry& entry : entries) {
    paths.push_back(join_path(stage_folder(number), entry.name));
  }
  return read_artefacts(ports_.archives, ports_.files, paths);
}

Status Publication::prepare(const std::string& commit) {
  if (!publishes()) return {};
  std::vector<Artefact> all;
  for (size_t i = 0; i < journal_.tags.size(); ++i) {
    TIZZA_TRY(auto artefacts, staged(i, commit));
    std::move(artefacts.begin(), artefacts.end(), std::back_inserter(all));
  }
  if (all.empty()) {
    return failure("release-nothing", "there is nothing to publish",
                   "build the package into its folder `dist`, or release without `--publish`",
                   Verdict::kNegative);
  }
  TIZZA_CHECK(PackageIndex(ports_.files, journal_.index).compare(all));
  return {};
}

Status Publication::publish(const std::string& commit) {
  if (!journal_.makes_tags()) return {};
  for (size_t i = 0; i < journal_.tags.size(); ++i) {
    std::vector<Artefact> artefacts;
    if (publishes()) {
      TIZZA_TRY(artefacts, staged(i, commit));
      TIZZA_CHECK(PackageIndex(ports_.files, journal_.index).publish(artefacts));
    }
    TIZZA_CHECK(note(journal_.tags[i], artefacts, commit));
  }
  return {};
}

Status Publication::note(const JournalTag& tag, const std::vector<Artefact>& artefacts,
                         const std::string& commit) {
  if (journal_.registry.empty() || tag.entry.empty()) return {};
  const registry::Assignment released = {{"released"},
                                         released_value(tag, artefacts, commit, journal_.date)};
  const auto plan = [&](const registry::Registry& registry) -> Result<registry::FileChange> {
    const auto* item = registry.find(registry::Kind::kPackage, tag.entry);
    if (item != nullptr) return registry::set_fields(*item, {released});
    return failure("registry", fmt::format("the registry has no package `{}` any more", tag.entry),
                   fmt::format("run `tizza registry add package {}`", tag.entry));
  };
  TIZZA_CHECK(registry::make_change(ports_.files, ports_.environment, journal_.registry, plan));
  return {};
}

Status Publication::clear() {
  for (const std::string& folder : {stage_folder(), build_folder(repository_)}) {
    if (ports_.files.exists(folder)) TIZZA_CHECK(ports_.files.remove_all(folder));
  }
  return {};
}

}  // namespace tizza::release
