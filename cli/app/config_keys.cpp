#include "app/config_keys.hpp"

namespace tizza::app {
namespace {

using enum ConfigKind;
using enum ConfigTrust;

constexpr ConfigKey kKeys[] = {
    {"registry", kPath, kTrustedProjects, "the service registry to use"},
    {"color", kText, kAnyone, "when output is coloured: auto, always or never"},
    {"no-input", kSwitch, kAnyone, "never ask"},
    {"no-progress", kSwitch, kAnyone, "show no progress"},
    {"verbose", kSwitch, kAnyone, "tell more about what is being done"},
    {"validate.fail-on", kText, kAnyone, "the least severity that makes the check fail"},
    {"validate.format", kText, kAnyone, "how findings are printed"},
    {"validate.ruleset", kPath, kAnyone, "the ruleset: a file or a built-in name"},
    {"validate.baseline", kPath, kTrustedProjects, "the file of accepted findings"},
    {"validate.allow-remote", kSwitch, kTrustedProjects, "follow references to URLs"},
    {"validate.max-problems", kNumber, kAnyone, "how many findings are shown"},
    {"drift.fail-on", kList, kAnyone, "the classes of drift that make the check fail"},
    {"release.remote", kText, kTrustedProjects, "the remote that tags are pushed to"},
    {"release.branches", kList, kAnyone, "the branches from which a release may be made"},
    {"release.tag-template", kText, kAnyone, "how a version becomes a tag"},
    {"release.version-file", kText, kAnyone, "the file that states the version"},
    {"release.version-files", kTree, kAnyone, "more files that state the version"},
    {"release.versioning", kText, kAnyone, "how versions are counted: semver, pep440 or calver"},
    {"release.calver", kText, kAnyone, "the pattern of calendar versions, such as YYYY.0M.MICRO"},
    {"release.commit-types", kTree, kAnyone, "what each type of commit asks of the next version"},
    {"release.changelog", kText, kAnyone, "how the changelog is kept"},
    {"release.changelog-file", kText, kAnyone, "the changelog, in the package's folder"},
    {"release.fragments", kText, kAnyone, "the folder of changelog fragments, in the package's"},
    {"release.changelog-template", kPath, kTrustedProjects, "the template of the changelog"},
    {"release.index", kPath, kTrustedProjects, "the folder of the package index"},
    {"release.dist", kText, kAnyone, "the folder of built packages, in the package's"},
    {"release.packages", kTree, kAnyone, "the packages of a repository that holds several"},
    {"trusted-folders", kPaths, kUserOnly, "projects below these may set every key"},
};

}  // namespace

std::span<const ConfigKey> config_keys() {
  return kKeys;
}

const ConfigKey* find_config_key(std::string_view key) {
  for (const ConfigKey& row : kKeys) {
    if (row.key == key) return &row;
  }
  return nullptr;
}

}  // namespace tizza::app
