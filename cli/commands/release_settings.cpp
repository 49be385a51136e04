#include "commands/release_settings.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/signal_verdict.hpp"
#include "playbook/journal.hpp"

namespace tizza::commands {

std::vector<FlagSpec> version_flags() {
  return {
      {.name = "bump",
       .arity = FlagArity::kOne,
       .value_name = "<part>",
       .summary = "major, minor, patch, pre, or the version itself"},
      {.name = "pre",
       .arity = FlagArity::kOne,
       .value_name = "<label>",
       .summary = "announce it by a pre-release: rc, beta, alpha"},
      {.name = "from-commits", .summary = "--bump must say just what the commits ask for"},
  };
}

Result<release::Settings> read_release_settings(const Arguments& arguments,
                                                const std::string& folder) {
  const auto node = [&](std::string_view key) {
    return arguments.setting("release." + std::string(key));
  };
  const release::SettingNodes nodes = {
      node("branches"),      node("tag-template"),       node("version-file"),
      node("version-files"), node("versioning"),         node("calver"),
      node("commit-types"),  node("changelog"),          node("changelog-file"),
      node("fragments"),     node("changelog-template"), node("packages")};
  return release::read_settings(nodes, folder.empty() ? "." : folder);
}

Result<release::VersionRequest> read_version_flags(const Arguments& arguments) {
  return release::read_version_request(arguments.get("bump"), arguments.get("pre"),
                                       arguments.has("from-commits"));
}

Result<std::vector<const release::Package*>> chosen_packages(
    const release::Settings& settings, const std::vector<std::string>& wanted) {
  std::vector<const release::Package*> packages;
  if (wanted.size() > 1 && settings.packages[0].name.empty()) {
    return failure("usage", "this project has one package, but several were named",
                   "name the packages in `release.packages` of tizza.yaml");
  }
  for (const std::string& name : wanted) {
    TIZZA_TRY(const auto* package, find_package(settings, name));
    if (std::find(packages.begin(), packages.end(), package) == packages.end()) {
      packages.push_back(package);
    }
  }
  if (!packages.empty()) return packages;
  for (const auto& package : settings.packages) packages.push_back(&package);
  return packages;
}

Result<release::Repository> open_packages(const std::vector<const release::Package*>& packages,
                                          Context& context) {
  for (const auto* package : packages) {
    TIZZA_CHECK(context.files.list(package->directory));  // says better than git what is wrong
  }
  return release::Repository::open(context.git, packages[0]->directory,
                                   context.presentation.may_ask);
}

Result<std::unique_ptr<release::ReleaseLock>> lock_clone(const release::Repository& repository,
                                                         Context& context) {
  const Environment& environment = context.environment;
  return lock_releases(
      context.files, repository,
      fmt::format("process {} on `{}`, since {}", environment.process_id(), environment.host_name(),
                  playbook::utc_time(context.clock.now())));
}

Verdict verdict_after_signals(Verdict otherwise, Context& context) {
  const int signal = context.interrupts.take();
  return signal == 0 ? otherwise : verdict_of_signal(signal);
}

release::Day today(const Context& context) {
  return std::chrono::floor<std::chrono::days>(context.clock.now());
}

}  // namespace tizza::commands
