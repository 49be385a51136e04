#include "release/gather.hpp"

#include <fmt/core.h>

#include <set>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "release/package_state.hpp"
#include "release/python_project.hpp"
#include "release/wheel_build.hpp"

namespace tizza::release {

Result<std::vector<std::string>> find_prebuilt(const FileReader& files,
                                               const WantedArtefacts& wanted) {
  const auto version = parse_pep440(wanted.version);
  if (!version.ok()) {
    return failure("artefact",
                   fmt::format("`{}` is no version of a Python package, which `{}` would need",
                               wanted.version, wanted.shown),
                   "installers know versions of PEP 440 alone", Verdict::kNegative);
  }
  const std::string project = python_project_name(files, wanted.directory);
  TIZZA_TRY(auto paths, find_artefacts(files, wanted.dist, project, *version));
  std::set<std::string> projects;
  for (const std::string& path : paths) {
    projects.insert(read_artefact_name(file_name(path))->project);
  }
  if (projects.size() <= 1) return paths;
  return failure(
      "artefact",
      fmt::format("`{}` holds artefacts of {}, and nothing says which is `{}`", wanted.dist,
                  quoted_list({projects.begin(), projects.end()}), wanted.shown),
      "state the project's name in pyproject.toml, or name the files", Verdict::kNegative);
}

Result<std::vector<std::string>> gather_artefacts(const Repository& repository,
                                                  Processes& processes, FileSystem& files,
                                                  const WantedArtefacts& wanted,
                                                  const std::string& commit,
                                                  const std::string& scratch) {
  TIZZA_TRY(auto paths, find_prebuilt(files, wanted));
  if (!paths.empty() || !is_python_project(files, wanted.directory)) return paths;
  TIZZA_TRY(const std::string inner, path_in_repository(repository, files, wanted.directory));
  return build_wheel(repository, processes, files, {commit, inner, scratch});
}

std::string build_folder(const Repository& repository) {
  return join_path(repository.local().git_directory(), "tizza/release/build");
}

}  // namespace tizza::release
