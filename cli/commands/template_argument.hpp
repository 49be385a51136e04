#pragma once
#include <string>

#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "registry/model.hpp"
#include "scaffold/recorded.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::commands {

/// The template that a name stands for; `registry` may be null. Templates elsewhere are fetched
/// into the cache, unless `is_offline`; what goes wrong with that but stops nothing is a warning.
Result<scaffold::TemplateTree> open_template(const std::string& name,
                                             const registry::Registry* registry, bool is_offline,
                                             Context& context);

/// The same with the registry's templates where there is a registry.
Result<scaffold::TemplateTree> named_template(const std::string& name, bool is_offline,
                                              Context& context);

/// `--offline`
FlagSpec offline_flag();

/// The template that a project's answers file names: a path in it reads from the registry's folder,
/// else from the folder that holds the project. `registry` may be null.
Result<scaffold::TemplateTree> recorded_template(const std::string& source,
                                                 const std::string& project,
                                                 const registry::Registry* registry,
                                                 bool is_offline, Context& context);

/// The source to take a newer template from: without the tag that was recorded, so that the newest
/// version is found, or with the one that is wanted. A branch stays what it is.
std::string wanted_source(const std::string& recorded, const std::string& version);

/// The versions of a template's repository as they were last fetched, the newest first, without
/// those before a release; none where it is in no repository.
std::vector<std::string> fetched_versions(const std::string& source, Context& context);

/// The template as it was when it made the project, by the recorded commit; where it is in no
/// repository, as it is now.
Result<scaffold::TemplateTree> template_as_recorded(const scaffold::Recorded& recorded,
                                                    const std::string& project,
                                                    const registry::Registry* registry,
                                                    bool is_offline, Context& context);

/// The template as the registry and the project name it: a path from the registry's folder, else
/// from the folder that holds the project, so that it leads to the same place wherever a call is
/// made.
std::string source_to_record(const scaffold::TemplateTree& tree, const std::string& project,
                             const registry::Registry* registry, const Context& context);

}  // namespace tizza::commands
