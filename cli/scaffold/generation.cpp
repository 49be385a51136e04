#include "scaffold/generation.hpp"

#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "registry/edit.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/git_trees.hpp"
#include "scaffold/project_writer.hpp"
#include "scaffold/scratch.hpp"
#include "scaffold/template_base.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::scaffold {
namespace {

std::string intent_folder(const GenerationPorts& ports) {
  return join_path(ports.state_folder, "new");
}

/// One lock for all generations: a record whose lock is free belongs to a process that died.
std::string lock_of(const std::string& records) {
  return join_path(records, "lock");
}

Result<std::string> absolute(const FileReader& files, const std::string& path) {
  const std::string parent = parent_path(path);
  TIZZA_TRY(const std::string folder, files.real_path(parent.empty() ? "." : parent));
  return join_path(folder, file_name(path));
}

Status write_intent(const GenerationPorts& ports, const Generation& generation,
                    const std::string& path, const std::string& destination) {
  Value intent;
  intent.set("destination", destination);
  if (generation.registration) {
    TIZZA_TRY(std::string registry, ports.files.real_path(generation.registry_path));
    intent.set("registry", std::move(registry));
    intent.set("kind", registry::info(generation.registration->kind).section);
    intent.set("name", generation.registration->name);
    intent.set("fields", generation.registration->fields);
  }
  return ports.files.write_file(path, write_json(intent) + "\n");
}

Status add_to_registry(const GenerationPorts& ports, const std::string& path,
                       const Registration& registration) {
  TIZZA_TRY(const auto registry, registry::load(ports.files, path));
  if (registry.find(registration.kind, registration.name)) return {};
  TIZZA_TRY(const auto change, registry::add_item(registry, registration.kind, registration.name,
                                                  registration.fields));
  return registry::write_change(ports.files, ports.state_folder, registry, change);
}

Status stopped(const GenerationPorts& ports) {
  if (ports.interrupts.pending() == 0) return {};
  return failure("interrupted", "stopped before anything was made", {}, Verdict::kInterrupted);
}

/// Keeps the template's tree for the next update. The first commit is that tree unless secrets or
/// ignored files are among what was made.
Status keep_what_was_made(const GenerationPorts& ports, const std::string& folder,
                          const Generation& generation, bool is_all_committed) {
  if (generation.base_hash.empty()) return {};
  std::string object = "HEAD";
  if (generation.base || !is_all_committed) {
    TIZZA_TRY(const std::string git_folder, ports.files.real_path(join_path(folder, ".git")));
    TIZZA_TRY(const TreeWriter writer, TreeWriter::open(ports.files, ports.git, git_folder));
    TIZZA_TRY(object, writer.write(generation.base ? *generation.base : generation.project));
  }
  return keep_base(ports.git, folder, generation.base_hash, object);
}

/// The same in the repository around the destination, for there is no other. What a killed call
/// kept there nobody sees.
Status keep_around(const GenerationPorts& ports, const Generation& generation) {
  const std::string parent = parent_path(generation.destination);
  const auto opened = ports.git.open(parent.empty() ? "." : parent);
  if (!opened) return {};  // one of somebody else's: no update will be made there
  const auto& repository = *opened;
  TIZZA_TRY(const std::string git_folder, common_git_folder(ports.files, *repository));
  TIZZA_TRY(const TreeWriter writer, TreeWriter::open(ports.files, ports.git, git_folder));
  TIZZA_TRY(const std::string object,
            writer.write(generation.base ? *generation.base : generation.project));
  return keep_base(ports.git, repository->work_tree(), generation.base_hash, object);
}

Registration read_registration(Node intent) {
  Registration registration;
  for (const auto& kind : registry::kinds()) {
    if (kind.section == intent["kind"].text()) registration.kind = kind.kind;
  }
  registration.name = intent["name"].text();
  registration.fields = Value::from(intent["fields"]);
  return registration;
}

/// Ends one generation by its record.
Result<Finished> finish(const GenerationPorts& ports, const std::string& record) {
  TIZZA_TRY(const DocumentPtr document, read_document_file(ports.files, record));
  const Node intent = document->root();
  Finished finished{std::string(intent["destination"].text()), false, {}};
  TIZZA_TRY(const auto scratches, scratch_folders(ports.files, finished.destination));
  const bool was_made =
      scratches.empty() && ports.files.exists(join_path(finished.destination, kAnswersFile));
  for (const std::string& scratch : scratches) TIZZA_CHECK(ports.files.remove_all(scratch));
  if (was_made && intent["registry"]) {
    const Status added =
        add_to_registry(ports, std::string(intent["registry"].text()), read_registration(intent));
    finished.was_registered = added.ok();
    if (!added) finished.problem = added.error().diagnostic;
  }
  TIZZA_CHECK(ports.files.remove_all(record));
  return finished;
}

}  // namespace

Status generate(const GenerationPorts& ports, const Generation& generation) {
  const InterruptHold hold(ports.interrupts);
  const std::string records = intent_folder(ports);
  TIZZA_CHECK(ports.files.make_directories(records));
  TIZZA_TRY(const std::string destination, absolute(ports.files, generation.destination));
  const std::string record = join_path(records, sha256(destination) + ".json");
  TIZZA_TRY(const auto lock, ports.files.lock(lock_of(records), true));
  // First the intent, then the folder: what is made without a record nobody would ever take away.
  TIZZA_CHECK(write_intent(ports, generation, record, destination));
  Scratch intent(ports.files, record);
  TIZZA_TRY(std::string scratch_path, ports.files.make_temporary_sibling(generation.destination));
  Scratch scratch(ports.files, std::move(scratch_path));
  if (generation.before_files) TIZZA_CHECK(generation.before_files(scratch.path()));
  TIZZA_CHECK(write_project(ports.files, scratch.path(), generation.project));
  if (generation.after_files) TIZZA_CHECK(generation.after_files(scratch.path()));
  TIZZA_CHECK(stopped(ports));
  if (!generation.commit_message.empty()) {
    TIZZA_TRY(const bool is_all, make_repository(ports.git, scratch.path(), generation.project,
                                                 generation.commit_message));
    TIZZA_CHECK(keep_what_was_made(ports, scratch.path(), generation, is_all));
  }
  if (generation.joins_repository && !generation.base_hash.empty()) {
    TIZZA_CHECK(keep_around(ports, generation));
  }
  TIZZA_CHECK(stopped(ports));
  TIZZA_CHECK(ports.files.sync_tree(scratch.path()));
  TIZZA_CHECK(ports.files.rename_new(scratch.path(), generation.destination));
  scratch.keep();
  if (!generation.registration) return {};
  const Status added = add_to_registry(ports, generation.registry_path, *generation.registration);
  if (!added) intent.keep();  // the project stands, so the next call tries again
  return added;
}

Result<std::vector<Finished>> finish_interrupted(const GenerationPorts& ports) {
  constexpr std::string_view kRecord = ".json";
  std::vector<Finished> all;
  const std::string folder = intent_folder(ports);
  if (!ports.files.is_directory(folder)) return all;
  const InterruptHold hold(ports.interrupts);
  TIZZA_TRY(const auto lock, ports.files.lock(lock_of(folder), false));
  if (!lock) return all;  // another call is at work and will see to its own
  TIZZA_TRY(const auto entries, ports.files.list(folder));
  for (const auto& entry : entries) {
    if (!entry.name.ends_with(kRecord)) continue;
    const std::string record = join_path(folder, entry.name);
    TIZZA_TRY(Finished finished, finish(ports, record));
    all.push_back(std::move(finished));
  }
  return all;
}

}  // namespace tizza::scaffold
