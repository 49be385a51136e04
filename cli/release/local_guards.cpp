#include "release/local_guards.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "release/package_state.hpp"
#include "text/file_glob.hpp"

namespace tizza::release {
namespace {

/// What the file states at HEAD; none where HEAD has no such file or it states no version.
Result<std::optional<std::string>> version_at_head(const Repository& repository,
                                                   const FileReader& files,
                                                   const PackageVersion& version) {
  TIZZA_TRY(const std::string path, path_in_repository(repository, files, version.path));
  auto blob = repository.local().read_blob("HEAD", path);
  if (!blob.ok()) return std::optional<std::string>();
  const auto found =
      version.format->find(std::make_shared<const Source>(version.path, *std::move(blob)));
  return found.ok() ? std::optional<std::string>(found->text) : std::nullopt;
}

std::string commit_command(const std::string& path) {
  return fmt::format("run `git add {}` and `git commit`", shell_quote(path));
}

}  // namespace

Guard check_version_guard(const Repository& repository, const FileReader& files,
                          const Result<PackageVersion>& version) {
  constexpr std::string_view kId = "version";
  if (!version.ok()) return failed(kId, version.error());
  const std::string& text = version->found.text;
  const std::string& path = version->path;
  const auto checked = check_version(*version);
  if (!checked.ok()) return failed(kId, checked.error());
  const auto committed = version_at_head(repository, files, *version);
  if (!committed.ok()) return failed(kId, committed.error());
  if (!*committed) {
    return failed(kId, fmt::format("`{}` is not committed with a version", path),
                  commit_command(path));
  }
  if (**committed != text) {
    return failed(
        kId, fmt::format("`{}` states `{}`, but at HEAD it states `{}`", path, text, **committed),
        commit_command(path));
  }
  if (*checked != text) {
    return noted(kId, fmt::format("`{}` states `{}`, which package tools read as `{}`", path, text,
                                  *checked));
  }
  return passed(kId, fmt::format("`{}` states `{}`", path, text));
}

Guard check_clean(const Repository& repository) {
  constexpr std::string_view kId = "clean";
  constexpr size_t kShown = 3;
  const auto changed = repository.uncommitted();
  if (!changed.ok()) return failed(kId, changed.error());
  if (changed->empty()) return passed(kId, "nothing is uncommitted");
  const size_t count = changed->size();
  const size_t shown = std::min(count, kShown);
  std::vector<std::string> names;
  for (size_t i = 0; i < shown; ++i) names.push_back("`" + (*changed)[i] + "`");
  std::string message = fmt::format("{} not committed: {}", counted(count, "path is", "paths are"),
                                    join(names, ", "));
  if (count > shown) message += fmt::format(" and {} more", count - shown);
  return failed(kId, std::move(message), "commit, stash or ignore them");
}

Guard check_history(const Repository& repository) {
  constexpr std::string_view kId = "history";
  if (!repository.local().head_commit()) {
    return failed(kId, "there is no commit yet", "run `git commit`");
  }
  if (repository.local().is_shallow()) {
    return failed(kId, "the clone is shallow, so that its history cannot be judged",
                  "run `git fetch --unshallow --tags`");
  }
  return passed(kId, "the clone is complete");
}

Guard check_branch(const Repository& repository, const std::string& named_branch,
                   const std::vector<std::string>& allowed) {
  constexpr std::string_view kId = "branch";
  const bool is_named = !named_branch.empty();
  const auto branch = is_named ? named_branch : repository.local().head_branch();
  if (!branch) {
    return failed(kId, "HEAD is detached, so that no branch says where it belongs",
                  "name the branch, such as `--branch main`");
  }
  const bool is_allowed = allowed.empty() || std::any_of(allowed.begin(), allowed.end(),
                                                         [&](const std::string& pattern) {
                                                           return glob_matches(pattern, *branch);
                                                         });
  if (!is_allowed) {
    return failed(kId, fmt::format("`{}` is no branch to release from", *branch),
                  "`release.branches` allows " + quoted_list(allowed, "and"));
  }
  return passed(kId, fmt::format("`{}` {}", *branch, is_named ? "was named" : "is checked out"));
}

Guard check_identity(const Repository& repository) {
  constexpr std::string_view kId = "identity";
  const auto identity = repository.identity();
  if (!identity.ok()) return failed(kId, identity.error());
  if (*identity) return passed(kId, fmt::format("tags are made by `{}`", **identity));
  return failed(kId, "git does not know who makes the tag",
                "run `git config user.name NAME` and `git config user.email EMAIL`");
}

}  // namespace tizza::release
