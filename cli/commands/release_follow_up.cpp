#include "commands/release_follow_up.hpp"

#include <fmt/core.h>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/optional_registry.hpp"
#include "commands/playbook_conduct.hpp"
#include "commands/release_index.hpp"
#include "commands/release_settings.hpp"
#include "playbook/chat.hpp"
#include "registry/load.hpp"
#include "release/changelog_text.hpp"
#include "release/gather.hpp"
#include "release/python_project.hpp"

namespace tizza::commands {
namespace {

/// What is known before anything is built: how many files lie ready, and what is to be built.
release::Guard check_artefacts(const release::RunPlan& plan, const std::string& index,
                               Context& context) {
  constexpr std::string_view kId = "artefacts";
  std::vector<std::string> ready;
  std::vector<std::string> built;
  for (const auto& package : plan.packages) {
    const std::string shown = package.name.empty() ? package.directory : package.name;
    auto paths = release::find_prebuilt(
        context.files,
        {shown, package.directory, join_path(package.directory, plan.journal.dist), package.next});
    if (!paths.ok()) return release::failed(kId, std::move(paths).error());
    if (paths->empty() && release::is_python_project(context.files, package.directory)) {
      built.push_back(shown);
    }
    ready.insert(ready.end(), paths->begin(), paths->end());
  }
  if (ready.empty() && built.empty()) {
    return release::failed(kId, "there is nothing to publish",
                           "build the package into its folder `dist`, or leave out `--publish`");
  }
  const auto artefacts = release::read_artefacts(context.archives, context.files, ready);
  if (!artefacts.ok()) return release::failed(kId, artefacts.error());
  const auto files = release::PackageIndex(context.files, index).compare(*artefacts);
  if (!files.ok()) return release::failed(kId, files.error());
  std::vector<std::string> parts;
  if (!ready.empty()) parts.push_back(counted(ready.size(), "file") + " ready to be published");
  if (!built.empty()) parts.push_back(quoted_list(built) + " to be built before the push");
  return release::passed(kId, join(parts, ", "));
}

/// The channel of the first owner that has one.
std::string channel_of(const registry::Registry& registry, const registry::Item& package) {
  for (const std::string& owner : package.texts("owners")) {
    const auto* team = registry.find(registry::Kind::kTeam, owner);
    if (team == nullptr) continue;
    if (const auto channel = team->text("slack_channel"); !channel.empty()) {
      return std::string(channel);
    }
  }
  return {};
}

void tell(const registry::Registry& registry, const release::JournalTag& tag, Context& context) {
  const auto* package = registry.find(registry::Kind::kPackage, tag.entry);
  if (package == nullptr) return;
  const std::string channel = channel_of(registry, *package);
  const playbook::Chat chat = find_chat(&registry, context);
  if (channel.empty() || chat.variable.empty()) return;
  std::string reason = no_chat_reason(chat);
  if (reason.empty()) {
    const auto outcome =
        playbook::say(context.http, chat, channel,
                      fmt::format("{} {} is released, tag {}", tag.entry, tag.version, tag.tag));
    reason = outcome.done ? "" : outcome.reason;
  }
  context.terminal.err(
      reason.empty() ? fmt::format("told {} of `{}`\n", channel, tag.tag)
                     : fmt::format("{} was not told of `{}`: {}\n", channel, tag.tag, reason));
}

}  // namespace

std::vector<FlagSpec> publication_flags() {
  return {{.name = "publish", .summary = "put the artefacts into the package index too"},
          index_flag(),
          dist_flag()};
}

release::ReleasePorts release_ports(Context& context) {
  return {context.files, context.processes, context.archives, context.environment,
          context.interrupts};
}

const registry::Item* find_entry(const registry::Registry& registry, const std::string& name,
                                 const std::string& directory, const Context& context) {
  const auto find = [&](const std::string& wanted) {
    return wanted.empty() ? nullptr : registry.find(registry::Kind::kPackage, wanted);
  };
  const registry::Item* named = find(name);
  return named != nullptr ? named : find(release::python_project_name(context.files, directory));
}

Status plan_publication(release::RunPlan& plan, const Arguments& arguments, Context& context) {
  plan.journal.dist = dist_folder(arguments);
  if (!arguments.has("publish")) return {};
  if (plan.request.mode == release::RunMode::kBranch) {
    return failure("usage", "`--publish` has nothing to publish in mode `branch`",
                   "publish with `--mode tag-only` once the branch is merged");
  }
  TIZZA_TRY(const std::string folder, index_folder(arguments, context.files));
  plan.journal.index = absolute_path(folder, context);
  plan.guards.push_back(check_artefacts(plan, folder, context));
  return {};
}

Status plan_note(release::RunPlan& plan, Context& context) {
  plan.journal.date = release::date_text(today(context));
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  if (!registry || !plan.journal.makes_tags()) return {};
  for (size_t i = 0; i < plan.packages.size(); ++i) {
    const auto* entry =
        find_entry(*registry, plan.packages[i].name, plan.packages[i].directory, context);
    if (entry == nullptr) continue;
    plan.journal.tags[i].entry = entry->name();
    plan.journal.registry = absolute_path(registry->path(), context);
  }
  return {};
}

void announce(const release::Journal& journal, Context& context) {
  if (journal.registry.empty()) return;
  const auto registry = registry::load(context.files, journal.registry);
  if (!registry.ok()) return;  // it was written a moment ago
  for (const auto& tag : journal.tags) {
    if (!tag.entry.empty()) tell(*registry, tag, context);
  }
}

}  // namespace tizza::commands
