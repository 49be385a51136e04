#include "playbook/run_store.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "base/strings.hpp"

namespace tizza::playbook {
namespace {

/// `20260302-090000-3f2a`: sorts by time, and two that begin together differ.
std::string new_id(const Clock& clock, const Environment& environment) {
  std::string digits;
  for (const char c : utc_time(clock.now())) {
    if (c >= '0' && c <= '9') digits += c;
  }
  const std::string random = environment.random_bytes(2);
  return fmt::format("{}-{}-{:02x}{:02x}", digits.substr(0, 8), digits.substr(8, 6),
                     static_cast<unsigned char>(random[0]), static_cast<unsigned char>(random[1]));
}

}  // namespace

RunStore::RunStore(FileSystem& files, std::string state_folder)
    : files_(files),
      runs_(join_path(state_folder, "runs")),
      locks_(join_path(state_folder, "locks")) {}

Status RunSummary::check_readable() const {
  if (problem.empty()) return {};
  return failure("journal", fmt::format("run `{}` is of no use: {}", id, problem),
                 "begin another one: tizza playbook run <name>");
}

Result<std::string> RunStore::create(const Clock& clock, const Environment& environment,
                                     std::string_view playbook_text) {
  std::string id = new_id(clock, environment);
  TIZZA_CHECK(files_.make_directories(join_path(runs_, id)));
  TIZZA_CHECK(files_.write_file(playbook_path(id), playbook_text, 0600));
  return id;
}

std::string RunStore::journal_path(const std::string& id) const {
  return join_path(join_path(runs_, id), "journal");
}

std::string RunStore::playbook_path(const std::string& id) const {
  return join_path(join_path(runs_, id), "playbook.yaml");
}

std::string RunStore::run_lock_path(const std::string& id) const {
  return join_path(join_path(runs_, id), "lock");
}

RunSummary RunStore::read(const std::string& id) const {
  RunSummary summary{id, {}, {}};
  const auto text = files_.read_file(journal_path(id));
  if (!text.ok()) {
    summary.problem = text.error().diagnostic.message;
    return summary;
  }
  const auto contents = parse_journal(journal_path(id), *text);
  if (contents.ok()) {
    summary.state = fold(contents->records);
    if (contents->records.empty()) summary.problem = "it never began, for its journal is empty";
  } else {
    summary.problem = contents.error().diagnostic.message;
  }
  return summary;
}

bool RunStore::is_running(const RunSummary& run) const {
  const std::string path = run_lock_path(run.id);
  if (!run.problem.empty() || run.state.is_over() || !files_.exists(path)) return false;
  const auto lock = files_.lock(path, false);
  return lock.ok() && *lock == nullptr;
}

Result<std::vector<RunSummary>> RunStore::list() const {
  std::vector<RunSummary> runs;
  if (!files_.is_directory(runs_)) return runs;
  TIZZA_TRY(const auto entries, files_.list(runs_));
  for (const DirectoryEntry& entry : entries) {
    if (entry.type == FileType::kDirectory) runs.push_back(read(entry.name));
  }
  return runs;
}

Result<RunSummary> RunStore::find(const std::string& wanted) const {
  TIZZA_TRY(auto runs, list());
  std::vector<RunSummary> found;
  for (RunSummary& run : runs) {
    if (run.id == wanted) return std::move(run);
    const bool fits =
        wanted.empty() ? run.problem.empty() && !run.state.is_over() : run.id.starts_with(wanted);
    if (fits) found.push_back(std::move(run));
  }
  if (wanted.empty()) {
    if (!found.empty()) return std::move(found.back());
    return failure("playbook", "no run is open", "start one: tizza playbook run <name>");
  }
  if (found.size() == 1) return std::move(found.front());
  if (found.empty()) {
    return failure("playbook", fmt::format("there is no run `{}`", wanted),
                   "list them: tizza playbook status");
  }
  std::vector<std::string> ids;
  for (const RunSummary& run : found) ids.push_back(run.id);
  return failure("playbook", fmt::format("{} runs begin with `{}`", found.size(), wanted),
                 "give one of " + quoted_list(ids, "or"));
}

Status RunStore::make_lock_folder() {
  return files_.make_directories(locks_);
}

std::string RunStore::lock_path(const std::string& service, const std::string& environment) const {
  return join_path(locks_, fmt::format("{}@{}.lock", service, environment));
}

std::string RunStore::request_path(const std::string& service,
                                   const std::string& environment) const {
  return join_path(locks_, fmt::format("{}@{}.request", service, environment));
}

}  // namespace tizza::playbook
