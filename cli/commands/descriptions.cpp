#include "commands/descriptions.hpp"

#include "base/folders.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "fleet/spec_files.hpp"
#include "registry/load.hpp"

namespace tizza::commands {

Result<spec::Inputs> fleet_descriptions(Context& context) {
  TIZZA_TRY(const registry::Registry registry,
            registry::open(context.files, context.environment, context.registry));
  fleet::SpecFiles found = fleet::spec_files(registry, context.files);
  spec::Inputs inputs = spec::find_inputs(context.files, found.paths);
  inputs.findings = std::move(found.findings);
  return inputs;
}

FlagSpec all_descriptions_flag() {
  return {.name = "all", .summary = "every description that the registry names"};
}

std::vector<FlagSpec> remote_flags() {
  return {{.name = "allow-remote",
           .summary = "follow references to URLs; copies are kept in the cache folder",
           .config_key = "validate.allow-remote"},
          {.name = "remote-host",
           .arity = FlagArity::kMany,
           .value_name = "<host>",
           .summary = "follow them to this host only"}};
}

Result<std::unique_ptr<spec::RemoteFiles>> remote_files(const Arguments& arguments,
                                                        Context& context) {
  if (!arguments.has("allow-remote")) {
    if (arguments.all("remote-host").empty()) {
      return std::unique_ptr<spec::RemoteFiles>();
    }
    return failure("usage", "`--remote-host` belongs to `--allow-remote`", "give both");
  }
  spec::RemoteOptions options;
  options.hosts = arguments.all("remote-host");
  options.cache_folder = join_path(cache_folder(context.environment), "refs");
  return std::make_unique<spec::RemoteFiles>(context.http, context.files, std::move(options));
}

Result<spec::Inputs> given_descriptions(const std::vector<std::string>& paths,
                                        const Arguments& arguments, Context& context) {
  const bool is_all = arguments.has("all");
  if (is_all && !paths.empty()) {
    return failure("usage", "`--all` takes no paths", "leave out `" + paths[0] + "`");
  }
  if (is_all) {
    TIZZA_TRY(spec::Inputs inputs, fleet_descriptions(context));
    // Who only reads descriptions cannot look at these; what is wrong with them is said by a check.
    inputs.errors.insert(inputs.errors.end(), inputs.findings.begin(), inputs.findings.end());
    inputs.findings.clear();
    return inputs;
  }
  const std::vector<std::string> here = {"."};
  return spec::find_inputs(context.files, paths.empty() ? here : paths);
}

}  // namespace tizza::commands
