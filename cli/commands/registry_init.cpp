#include "base/folders.hpp"
#include "base/named_lock.hpp"
#include "base/paths.hpp"
#include "commands/all.hpp"
#include "commands/registry_change.hpp"
#include "registry/declared.hpp"
#include "registry/load.hpp"
#include "text/unified_diff.hpp"

namespace tizza::commands {
namespace {

struct Options {
  std::string path;
  bool dry_run = false;
};

std::string first_content() {
  return "# yaml-language-server: $schema=" + std::string(registry::schema_address()) +
         "\n"
         "apiVersion: tizza/v1\n"
         "\n"
         "teams: {}\n"
         "people: {}\n"
         "services: {}\n"
         "packages: {}\n";
}

Options read_options(const Arguments& arguments, const Context& context) {
  Options options;
  options.dry_run = arguments.has("dry-run");
  options.path = context.registry.empty() ? std::string(registry::kFileName) : context.registry;
  if (context.files.is_directory(options.path)) {
    options.path = join_path(options.path, registry::kFileName);
  }
  return options;
}

Status check_absent(const std::string& path, const FileReader& files) {
  if (!files.info(path, false)) return {};
  return file_failure("registry", path, "`" + path + "` is there already",
                      "run `tizza registry check` to look at it");
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const Options options = read_options(arguments, context);
  TIZZA_CHECK(check_absent(options.path, context.files));
  const std::string content = first_content();
  if (options.dry_run) {
    context.terminal.out(unified_diff(options.path, "", content));
    return Verdict::kDone;
  }
  TIZZA_TRY(const auto lock,
            lock_for(context.files, state_folder(context.environment), options.path));
  // Another call may have made it while this one waited.
  TIZZA_CHECK(check_absent(options.path, context.files));
  TIZZA_CHECK(context.files.write_file(options.path, content));
  context.terminal.err("created " + options.path +
                       "\n"
                       "next: tizza registry add team NAME email=TEAM@EXAMPLE.COM\n");
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& registry_init_command() {
  static const CommandSpec spec = {
      .path = "registry init",
      .summary = "start a service registry here",
      .description =
          "Writes tizza-registry.yaml, or the file that --registry names, with a line from "
          "which editors know its schema.",
      .examples = {{"tizza registry init", "in the folder that holds your services"}},
      .flags = {dry_run_flag()},
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
