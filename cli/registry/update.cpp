#include "registry/update.hpp"

#include "base/folders.hpp"
#include "registry/load.hpp"

namespace tizza::registry {
namespace {

// How often a change is planned anew because another writer was faster.
constexpr int kAttempts = 10;

Result<FileChange> plan_checked(const FileReader& files, const Registry& registry,
                                const Plan& plan) {
  TIZZA_TRY(FileChange change, plan(registry));
  TIZZA_TRY(auto errors, new_errors(files, registry, change));
  if (!errors.empty()) return Error{std::move(errors.front())};
  return change;
}

}  // namespace

Result<FileChange> plan_change(const FileReader& files, const std::string& path, const Plan& plan) {
  TIZZA_TRY(const Registry registry, load(files, path));
  return plan_checked(files, registry, plan);
}

Result<FileChange> make_change(FileSystem& files, const Environment& environment,
                               const std::string& path, const Plan& plan) {
  for (int attempt = 1;; ++attempt) {
    TIZZA_TRY(const Registry registry, load(files, path));
    TIZZA_TRY(FileChange change, plan_checked(files, registry, plan));
    if (change.before == change.after) return change;
    Status written = write_change(files, state_folder(environment), registry, change);
    if (written.ok()) return change;
    const bool was_slower = written.error().diagnostic.rule == "file-changed";
    if (!was_slower || attempt == kAttempts) return std::move(written).error();
  }
}

}  // namespace tizza::registry
