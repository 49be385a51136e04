#include "release/package_state.hpp"

#include "base/paths.hpp"
#include "release/local_guards.hpp"

namespace tizza::release {
namespace {

/// A package that nobody asked for needs a numbering all the same; PEP 440 reads most spellings.
Numbering numbering_or_any(const Package& package, const Result<PackageVersion>& file) {
  const auto numbering =
      file.ok() ? numbering_of(package, *file) : Result<Numbering>(Numbering::pep440());
  return numbering.ok() ? *numbering : Numbering::pep440();
}

bool is_semver(const std::string& text) {
  return Numbering::semver().read(text).has_value();
}

}  // namespace

Result<std::string> path_in_repository(const Repository& repository, const FileReader& files,
                                       const std::string& path) {
  TIZZA_TRY(const std::string file, files.real_path(path));
  TIZZA_TRY(const std::string top, files.real_path(repository.local().work_tree()));
  return file == top ? std::string() : relative_path(file, top);
}

Result<Numbering> numbering_of(const Package& package, const PackageVersion& file) {
  VersionScheme spelling = file.format->scheme;
  if (spelling == VersionScheme::kEither) {
    spelling = is_semver(file.found.text) ? VersionScheme::kSemVer : VersionScheme::kPep440;
  }
  if (package.versioning == Versioning::kCalVer) {
    TIZZA_TRY(auto pattern, CalverPattern::read(package.calver));
    return Numbering::calendar(std::move(pattern), spelling);
  }
  if (package.versioning == Versioning::kSemVer) spelling = VersionScheme::kSemVer;
  if (package.versioning == Versioning::kPep440) spelling = VersionScheme::kPep440;
  return spelling == VersionScheme::kSemVer ? Numbering::semver() : Numbering::pep440();
}

StatedVersions read_stated_versions(const FileReader& files, const Settings& settings) {
  StatedVersions stated;
  for (const Package& package : settings.packages) {
    stated.files.push_back(read_package_version(files, package.directory, package.version_file));
    Tracked row{{}, package.tags, numbering_or_any(package, stated.files.back())};
    row.is_wanted = false;
    stated.tracked.push_back(std::move(row));
  }
  return stated;
}

Result<std::vector<PackageState>> read_package_states(const Repository& repository,
                                                      const FileReader& files,
                                                      const Settings& settings,
                                                      const std::vector<const Package*>& wanted) {
  const Guard complete = check_history(repository);
  if (complete.state == GuardState::kFailed) return Error{complete.about, Verdict::kNegative};
  auto [stated, tracked] = read_stated_versions(files, settings);
  for (const Package* package : wanted) {
    const auto i = static_cast<size_t>(package - settings.packages.data());
    if (!stated[i].ok()) return std::move(stated[i]).error();
    TIZZA_TRY(tracked[i].numbering, numbering_of(*package, *stated[i]));
    TIZZA_TRY(tracked[i].path, path_in_repository(repository, files, package->directory));
    tracked[i].is_wanted = true;
  }
  TIZZA_TRY(const auto tags, repository.local().tags());
  TIZZA_TRY(auto histories,
            read_histories(repository.local(), tags, tracked, settings.commit_types));
  std::vector<PackageState> states;
  for (const Package* package : wanted) {
    const auto i = static_cast<size_t>(package - settings.packages.data());
    auto version = tracked[i].numbering.read(stated[i]->found.text);
    states.push_back({package, tracked[i].numbering, *std::move(stated[i]), std::move(version),
                      std::move(histories[i])});
  }
  return states;
}

}  // namespace tizza::release
