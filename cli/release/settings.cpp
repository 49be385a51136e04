#include "release/settings.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "release/formats/document_scalar.hpp"

namespace tizza::release {
namespace {

constexpr std::string_view kOnlyTemplate = "{version}";
constexpr std::string_view kNamedTemplate = "{name}-{version}";

/// A path that stays below the folder it is written for.
Result<std::string> inner_path(Node node, std::string_view what) {
  const std::string path = normal_path(std::string(node.text()));
  if (!path.starts_with('/') && path != ".." && !path.starts_with("../")) return path;
  return failure_at(node.location(), "config",
                    fmt::format("`{}` is outside of {}", node.text(), what),
                    fmt::format("write a path from the folder of {}", what));
}

Versioning versioning_named(std::string_view name) {
  if (name == "semver") return Versioning::kSemVer;
  if (name == "pep440") return Versioning::kPep440;
  return name == "calver" ? Versioning::kCalVer : Versioning::kAsFile;
}

ChangelogMode changelog_named(std::string_view name) {
  if (name == "keep-a-changelog") return ChangelogMode::kKeepAChangelog;
  if (name == "fragments") return ChangelogMode::kFragments;
  return name == "template" ? ChangelogMode::kTemplate : ChangelogMode::kNone;
}

/// The characters of a plain or quoted text, without its quotes where they are plain.
Location content(Node node) {
  Location at = node.location();
  at.span = verbatim_span(node).value_or(at.span);
  return at;
}

/// What a package says itself, or else the common setting.
struct PackageNodes {
  Node tag_template, version_file, version_files, versioning, calver;

  static PackageNodes of(Node own, const SettingNodes& common) {
    const auto pick = [&](std::string_view key, Node otherwise) {
      const Node said = own[key];
      return said ? said : otherwise;
    };
    return {pick("tag-template", common.tag_template), pick("version-file", common.version_file),
            pick("version-files", common.version_files), pick("versioning", common.versioning),
            pick("calver", common.calver)};
  }
};

Result<std::vector<VersionFileSetting>> read_version_files(Node list) {
  std::vector<VersionFileSetting> files;
  for (const Node item : list.items()) {
    const Node file = item.is_mapping() ? item["file"] : item;
    TIZZA_TRY(std::string path, inner_path(file, "the package"));
    files.push_back({std::move(path), std::string(item["name"].text()), file.location()});
  }
  return files;
}

Result<Package> read_package(std::string name, std::string directory, const PackageNodes& nodes,
                             std::string_view usual) {
  Package package;
  TIZZA_TRY(package.tags, TagTemplate::read(nodes.tag_template ? nodes.tag_template.text() : usual,
                                            name, nodes.tag_template.location()));
  if (nodes.version_file) {
    TIZZA_TRY(package.version_file, inner_path(nodes.version_file, "the package"));
  }
  TIZZA_TRY(package.version_files, read_version_files(nodes.version_files));
  package.versioning = versioning_named(nodes.versioning.text());
  if (nodes.calver) package.calver = content(nodes.calver);
  if (package.versioning == Versioning::kCalVer && !package.calver) {
    return failure_at(nodes.versioning.location(), "config", "`calver` needs a pattern",
                      "write `calver: YYYY.0M.MICRO` beside it");
  }
  package.name = std::move(name);
  package.directory = std::move(directory);
  return package;
}

Error clash(const Package& first, const Package& second, std::string message, std::string help) {
  Error error = failure_at(second.at, "config", std::move(message), std::move(help));
  error.diagnostic.notes.push_back({fmt::format("`{}` stands here", first.name), first.at, {}});
  return error;
}

Status check_apart(const std::vector<Package>& packages) {
  for (size_t i = 1; i < packages.size(); ++i) {
    for (size_t k = 0; k < i; ++k) {
      if (packages[i].tags == packages[k].tags) {
        return clash(packages[k], packages[i],
                     fmt::format("the packages `{}` and `{}` would have the same tags",
                                 packages[k].name, packages[i].name),
                     "put `{name}` into the tag template");
      }
      if (packages[i].directory == packages[k].directory) {
        return clash(packages[k], packages[i],
                     fmt::format("the packages `{}` and `{}` are in one folder", packages[k].name,
                                 packages[i].name),
                     "give each a folder of its own");
      }
    }
  }
  return {};
}

Status read_packages(Settings& settings, const SettingNodes& nodes, const std::string& folder) {
  if (nodes.packages.size() == 0) {
    TIZZA_TRY(auto only, read_package({}, folder, PackageNodes::of({}, nodes), kOnlyTemplate));
    settings.packages.push_back(std::move(only));
    return {};
  }
  const std::string project = parent_path(nodes.packages.document().path());
  const auto usual = nodes.packages.size() > 1 ? kNamedTemplate : kOnlyTemplate;
  for (const auto& [key, own] : nodes.packages.entries()) {
    TIZZA_TRY(const std::string path, inner_path(own["path"], "the project"));
    TIZZA_TRY(auto package,
              read_package(std::string(key.text()), normal_path(join_path(project, path)),
                           PackageNodes::of(own, nodes), usual));
    package.at = key.location();
    settings.packages.push_back(std::move(package));
  }
  return check_apart(settings.packages);
}

}  // namespace

Result<Settings> read_settings(const SettingNodes& nodes, const std::string& folder) {
  Settings settings;
  TIZZA_CHECK(read_packages(settings, nodes, folder));
  for (const Node branch : nodes.branches.items()) settings.branches.emplace_back(branch.text());
  if (nodes.branches.is_scalar()) settings.branches.emplace_back(nodes.branches.text());
  settings.commit_types = usual_commit_types();
  for (const auto& [type, level] : nodes.commit_types.entries()) {
    settings.commit_types[to_lower(type.text())] = level_named(level.text()).value_or(Level::kNone);
  }
  settings.changelog = changelog_named(nodes.changelog.text());
  if (nodes.changelog_file) {
    TIZZA_TRY(settings.changelog_file, inner_path(nodes.changelog_file, "the package"));
  }
  if (nodes.fragments) {
    TIZZA_TRY(settings.fragments, inner_path(nodes.fragments, "the package"));
  }
  if (nodes.changelog_template) settings.changelog_template = content(nodes.changelog_template);
  return settings;
}

Result<const Package*> find_package(const Settings& settings, const std::string& wanted) {
  const auto& packages = settings.packages;
  const bool is_only = packages.size() == 1 && (wanted.empty() || packages[0].name.empty());
  if (is_only) return &packages[0];
  const auto named = [&](auto matches) {
    return std::find_if(packages.begin(), packages.end(), matches);
  };
  auto found = named([&](const Package& package) { return package.name == wanted; });
  if (found == packages.end()) {
    const std::string folder = normal_path(wanted);
    found = named([&](const Package& package) { return package.directory == folder; });
  }
  if (found != packages.end()) return &*found;
  std::vector<std::string> names;
  for (const Package& package : packages) names.push_back(package.name);
  std::string help = near_names_help(wanted, names);
  if (help.empty()) help = "`release.packages` names " + quoted_list(names);
  return failure("usage", fmt::format("there is no package `{}`", wanted), std::move(help));
}

}  // namespace tizza::release
