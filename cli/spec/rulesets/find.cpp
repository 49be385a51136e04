#include "spec/rulesets/find.hpp"

#include "base/paths.hpp"

namespace tizza::spec::rulesets {
namespace {

constexpr std::string_view kNames[] = {".spectral.yaml", ".spectral.yml", ".spectral.json",
                                       ".spectral.js",   ".spectral.mjs", ".spectral.cjs"};

}  // namespace

const std::optional<std::string>& NearestRuleset::of(const std::string& file) {
  return in_folder(parent_path(normal_path(join_path(working_directory_, file))));
}

const std::optional<std::string>& NearestRuleset::in_folder(const std::string& folder) {
  const auto known = known_.find(folder);
  if (known != known_.end()) return known->second;
  return known_.emplace(folder, look(folder)).first->second;
}

std::optional<std::string> NearestRuleset::look(const std::string& folder) {
  for (const std::string_view name : kNames) {
    // The working directory's own files are asked for as people name them.
    const std::string path = relative_path(join_path(folder, name), working_directory_);
    if (files_.exists(path)) return path;
  }
  const std::string parent = parent_path(folder);
  const bool is_top = folder == home_ || parent == folder || parent.empty() ||
                      files_.exists(relative_path(join_path(folder, ".git"), working_directory_));
  return is_top ? std::nullopt : in_folder(parent);
}

}  // namespace tizza::spec::rulesets
