#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "playbook/run_state.hpp"
#include "ports/clock.hpp"
#include "ports/environment.hpp"
#include "ports/file_system.hpp"

namespace tizza::playbook {

/// One run as its folder tells it.
struct RunSummary {
  std::string id;
  RunState state;
  std::string problem;  ///< Why its journal cannot be read; empty where it can.

  /// An error (rule `journal`) where nothing can be said of it, or done with it.
  Status check_readable() const;
};

/// The runs of this account: a folder each below the state folder, with the journal and the text of
/// the playbook as it was when the run began.
class RunStore {
 public:
  RunStore(FileSystem& files, std::string state_folder);

  /// Makes the folder of a new run and puts the playbook's text there; returns the run's id, which
  /// begins with the time.
  Result<std::string> create(const Clock& clock, const Environment& environment,
                             std::string_view playbook_text);

  std::string journal_path(const std::string& id) const;
  std::string playbook_path(const std::string& id) const;
  /// Held by the process that goes on with the run: two would spoil its journal.
  std::string run_lock_path(const std::string& id) const;

  /// Whether a process is at work on it now.
  bool is_running(const RunSummary& run) const;

  /// Oldest first.
  Result<std::vector<RunSummary>> list() const;

  /// The run that `wanted` names: its id or the start of it; empty: the newest one that is not
  /// over.
  Result<RunSummary> find(const std::string& wanted) const;

  /// Makes the folder of the locks below.
  Status make_lock_folder();
  /// Where the runs on one service and environment exclude each other.
  std::string lock_path(const std::string& service, const std::string& environment) const;
  /// The file by which a run asks the holder of that lock to stop.
  std::string request_path(const std::string& service, const std::string& environment) const;

 private:
  RunSummary read(const std::string& id) const;

  FileSystem& files_;
  std::string runs_;
  std::string locks_;
};

}  // namespace tizza::playbook
