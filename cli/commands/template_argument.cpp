#include "commands/template_argument.hpp"

#include "base/folders.hpp"
#include "base/paths.hpp"
#include "base/semver.hpp"
#include "commands/output.hpp"
#include "registry/load.hpp"
#include "scaffold/remote_source.hpp"
#include "scaffold/template_cache.hpp"

namespace tizza::commands {

namespace {

bool is_relative_path(const std::string& source) {
  return source.find('/') != std::string::npos && !source.starts_with('/') &&
         source.find(':') == std::string::npos;
}

std::string absolute(const std::string& path, const Context& context) {
  return normal_path(join_path(context.environment.working_directory(), path));
}

}  // namespace

Result<scaffold::TemplateTree> open_template(const std::string& name,
                                             const registry::Registry* registry, bool is_offline,
                                             Context& context) {
  scaffold::TemplateCache cache(context.files, context.git,
                                {.folder = cache_folder(context.environment),
                                 .is_offline = is_offline,
                                 .may_prompt = context.presentation.may_ask});
  auto tree = scaffold::find_template(context.files, name, registry, &cache);
  for (const Diagnostic& warning : cache.take_warnings()) print_warning(warning, context);
  return tree;
}

Result<scaffold::TemplateTree> named_template(const std::string& name, bool is_offline,
                                              Context& context) {
  const auto path = registry::find_registry(context.files, context.environment, context.registry);
  if (!path) return open_template(name, nullptr, is_offline, context);
  TIZZA_TRY(const auto registry, registry::load(context.files, *path));
  return open_template(name, &registry, is_offline, context);
}

FlagSpec offline_flag() {
  return {.name = "offline", .summary = "fetch no template: take what the cache has"};
}

Result<scaffold::TemplateTree> recorded_template(const std::string& source,
                                                 const std::string& project,
                                                 const registry::Registry* registry,
                                                 bool is_offline, Context& context) {
  if (!is_relative_path(source)) return open_template(source, registry, is_offline, context);
  const std::string beside =
      normal_path(join_path(parent_path(absolute(project, context)), source));
  if (!registry) return scaffold::read_folder(context.files, beside);
  const std::string registered = join_path(registry->folder(), source);
  const bool is_registered = context.files.exists(join_path(registered, scaffold::kManifestName)) ||
                             !context.files.exists(join_path(beside, scaffold::kManifestName));
  return scaffold::read_folder(context.files, is_registered ? registered : beside);
}

std::string wanted_source(const std::string& recorded, const std::string& version) {
  if (!scaffold::is_remote(recorded)) return recorded;
  const size_t mark = recorded.rfind('#');
  const std::string bare = recorded.substr(0, mark);
  if (!version.empty()) return bare + "#" + version;
  if (mark == std::string::npos) return recorded;
  std::string_view revision = std::string_view(recorded).substr(mark + 1);
  if (revision.starts_with('v')) revision.remove_prefix(1);
  return parse_semver(revision) ? bare : recorded;
}

std::vector<std::string> fetched_versions(const std::string& source, Context& context) {
  if (!scaffold::is_remote(source)) return {};
  scaffold::TemplateCache cache(
      context.files, context.git,
      {.folder = cache_folder(context.environment), .is_offline = true, .may_prompt = false});
  auto versions = cache.versions(source);
  if (!versions) return {};
  std::erase_if(*versions, [](std::string_view tag) {
    if (tag.starts_with('v')) tag.remove_prefix(1);
    const auto version = parse_semver(tag);
    return !version || version->is_prerelease();
  });
  return *std::move(versions);
}

Result<scaffold::TemplateTree> template_as_recorded(const scaffold::Recorded& recorded,
                                                    const std::string& project,
                                                    const registry::Registry* registry,
                                                    bool is_offline, Context& context) {
  std::string source = recorded.source;
  if (!recorded.commit.empty()) source = wanted_source(source, recorded.commit);
  TIZZA_TRY(auto tree, recorded_template(source, project, registry, is_offline, context));
  // The commit was asked for by its id, but the project knows it by its tag.
  if (!recorded.commit.empty()) tree.version = recorded.version;
  return tree;
}

std::string source_to_record(const scaffold::TemplateTree& tree, const std::string& project,
                             const registry::Registry* registry, const Context& context) {
  if (!is_relative_path(tree.source)) return tree.source;
  const std::string from =
      registry ? absolute(registry->folder(), context) : parent_path(absolute(project, context));
  const std::string path = relative_path(absolute(tree.source, context), from);
  return path.starts_with("../") ? path : "./" + path;
}

}  // namespace tizza::commands
