#include <fmt/core.h>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/release_index.hpp"
#include "commands/release_settings.hpp"
#include "release/gather.hpp"
#include "release/journal.hpp"
#include "release/package_version.hpp"
#include "release/twine.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

/// Files that are published as they are, and packages whose files are looked for or built.
struct Wanted {
  std::vector<std::string> files;
  std::vector<std::string> packages;
};

Wanted read_wanted(const Arguments& arguments) {
  Wanted wanted;
  for (const std::string& name : arguments.positionals()) {
    const bool is_file =
        name.ends_with(".whl") || name.ends_with(".tar.gz") || name.ends_with(".zip");
    (is_file ? wanted.files : wanted.packages).push_back(name);
  }
  return wanted;
}

Result<std::string> tagged(const release::Repository& repository, const std::string& tag) {
  TIZZA_TRY(const auto commit, repository.ref("refs/tags/" + tag + "^{commit}"));
  if (commit) return *commit;
  return failure("release-untagged",
                 fmt::format("there is no tag `{}`: this version was not released", tag),
                 "run `tizza release run` or `tizza release tag`, or name the files to publish",
                 Verdict::kNegative);
}

/// What there is to publish. Builds stay where they are, and others out, while it lives.
struct Found {
  std::vector<std::string> paths;
  std::unique_ptr<release::ReleaseLock> lock;
  std::string scratch;
};

/// The artefacts of one package at the commit that is tagged with its version.
Result<std::vector<std::string>> artefacts_of(const release::Package& package,
                                              const release::Repository& repository,
                                              const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto version,
            release::read_package_version(context.files, package.directory, package.version_file));
  const std::string dist = join_path(package.directory, dist_folder(arguments));
  if (dist_folder(arguments) != "dist" && !context.files.is_directory(dist)) {
    return file_failure("usage", dist, fmt::format("there is no folder `{}`", dist),
                        "give `--dist` the folder of built packages, in the package's");
  }
  const std::string tag = package.tags.tag(version.found.text);
  TIZZA_TRY(const std::string commit, tagged(repository, tag));
  const release::WantedArtefacts wanted = {package.shown(), package.directory, dist,
                                           version.found.text};
  const std::string scratch = join_path(release::build_folder(repository), tag);
  TIZZA_TRY(auto paths, gather_artefacts(repository, context.processes, context.files, wanted,
                                         commit, scratch));
  if (paths.empty()) {
    context.terminal.err(
        fmt::format("left out: `{}` has nothing to publish: no wheel of `{}` in `{}`, and no "
                    "Python project\n",
                    wanted.shown, wanted.version, wanted.dist));
  }
  return paths;
}

Result<Found> find_paths(const Arguments& arguments, Context& context) {
  const Wanted wanted = read_wanted(arguments);
  Found found{wanted.files, nullptr, {}};
  if (!wanted.files.empty() && wanted.packages.empty()) return found;
  TIZZA_TRY(const auto settings,
            read_release_settings(arguments, wanted.packages.empty() ? "" : wanted.packages[0]));
  TIZZA_TRY(const auto packages, chosen_packages(settings, wanted.packages));
  TIZZA_CHECK(context.files.list(packages[0]->directory));
  TIZZA_TRY(const auto repository,
            release::Repository::open(context.git, packages[0]->directory, false));
  TIZZA_TRY(found.lock, lock_clone(repository, context));
  found.scratch = release::build_folder(repository);
  for (const auto* package : packages) {
    TIZZA_TRY(const auto own, artefacts_of(*package, repository, arguments, context));
    found.paths.insert(found.paths.end(), own.begin(), own.end());
  }
  if (!found.paths.empty()) return found;
  return failure("release-nothing", "there is nothing to publish",
                 "build the package into its folder `dist`, or name the files", Verdict::kNegative);
}

void print(const std::vector<release::IndexedFile>& files, const std::string& where,
           const Arguments& arguments, Context& context) {
  if (wants_json(arguments)) {
    Value value;
    value.set("schema_version", 1).set("index", where).set("files", indexed_files_value(files));
    context.terminal.out(write_json(value) + "\n");
    return;
  }
  const std::string_view done = arguments.has("dry-run") ? "would publish" : "published";
  for (const auto& file : files) {
    context.terminal.out(file.is_new
                             ? fmt::format("{} `{}` to `{}`\n", done, file.file, where)
                             : fmt::format("already published: `{}` in `{}`\n", file.file, where));
  }
}

Result<Verdict> publish_to_index(const std::vector<std::string>& paths, const Arguments& arguments,
                                 Context& context) {
  TIZZA_TRY(const std::string folder, index_folder(arguments, context.files));
  TIZZA_TRY(const auto artefacts, release::read_artefacts(context.archives, context.files, paths));
  release::PackageIndex index(context.files, folder);
  const InterruptHold hold(context.interrupts);
  TIZZA_TRY(const auto files,
            arguments.has("dry-run") ? index.compare(artefacts) : index.publish(artefacts));
  print(files, folder, arguments, context);
  return Verdict::kDone;
}

Result<Verdict> publish_by_twine(const std::vector<std::string>& paths, const Arguments& arguments,
                                 Context& context) {
  const std::string& repository = arguments.get("twine");
  // The metadata is checked here as for an index, before anything leaves this machine.
  TIZZA_TRY(const auto artefacts, release::read_artefacts(context.archives, context.files, paths));
  std::vector<release::IndexedFile> files;
  for (const auto& artefact : artefacts) files.push_back({artefact.file, true});
  if (!arguments.has("dry-run")) {
    TIZZA_CHECK(release::upload_by_twine(context.processes, repository, paths));
  }
  print(files, repository, arguments, context);
  return Verdict::kDone;
}

/// `--twine` beats an index that is only configured; both on one command line are a mistake.
Status check_one_place(const Arguments& arguments, const Context& context) {
  const std::string& index = arguments.get("index");
  if (arguments.get("twine").empty() || index.empty()) return {};
  const bool is_configured = index == arguments.setting("release.index").text() ||
                             index == context.environment.get("TIZZA_RELEASE_INDEX");
  if (is_configured) return {};
  return failure("usage", "`--twine` and `--index` name two places to publish to",
                 "leave one of them out");
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_CHECK(check_one_place(arguments, context));
  const bool uses_twine = !arguments.get("twine").empty();
  if (!uses_twine) TIZZA_CHECK(index_folder(arguments, context.files));
  TIZZA_TRY(const Found found, find_paths(arguments, context));
  auto verdict = uses_twine ? publish_by_twine(found.paths, arguments, context)
                            : publish_to_index(found.paths, arguments, context);
  if (!found.scratch.empty() && context.files.exists(found.scratch)) {
    TIZZA_CHECK(context.files.remove_all(found.scratch));
  }
  return verdict;
}

}  // namespace

const CommandSpec& release_publish_command() {
  static const CommandSpec kSpec = {
      .path = "release publish",
      .summary = "put the artefacts of released versions into a package index",
      .description =
          "Takes the wheels and source distributions of the package's version from its folder "
          "`dist` as they are, or else builds a wheel from the commit with the version's tag; a "
          "second build gives the same bytes. The index is a folder of plain files that pip and uv "
          "read by file:// or from any web server. A file that is there already is done; another "
          "file of the same name is refused. --twine uploads to a hosted index instead.",
      .examples = {{"tizza release publish --index /srv/packages", "the package in this folder"},
                   {"tizza release publish dist/*.whl --index /srv/packages", "these files"},
                   {"tizza release publish --twine pypi", "to a repository that twine knows"}},
      .positionals = {{.name = "PKG|FILE",
                       .summary = "packages by name or folder, or built files (default: all)",
                       .arity = PositionalArity::kMany,
                       .completer = Completer::kFiles}},
      .flags = {index_flag(),
                dist_flag(),
                {.name = "twine",
                 .arity = FlagArity::kOne,
                 .value_name = "<repository>",
                 .summary = "upload by twine to a repository that it is set up for"},
                {.name = "dry-run", .summary = "say what would be published and change nothing"},
                list_format_flag()},
      .needs = Needs::kNothing,
      .changes = Changes::kRemote,
      .run = run,
  };
  return kSpec;
}

}  // namespace tizza::commands
