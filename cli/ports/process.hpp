#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza {

struct ProcessRequest {
  std::vector<std::string> argv = {};                   ///< argv[0] is looked up in PATH.
  std::string directory = {};                           ///< Empty: the working directory.
  std::map<std::string, std::string> environment = {};  ///< Added to the caller's.
  std::string input = {};                               ///< Standard input; empty: /dev/null.
  bool inherit_terminal = false;  ///< The child gets our three streams as they are; no capture.
  std::optional<std::chrono::milliseconds> deadline = {};  ///< Then SIGTERM, SIGKILL 2 s later.
  /// Whether a captured child may ask on /dev/tty. Else it has no terminal at all, so that a
  /// question (a passphrase, a host key) fails instead of hanging.
  bool may_prompt = false;
  std::vector<std::string> removed_environment = {};  ///< Names taken out of the caller's.
  /// A file that is there, holds the child's id and is locked (FileSystem::lock) as long as the
  /// child lives: what outlives a killed caller is known by it. Best effort; empty: none.
  std::string lock_file = {};
};

struct ProcessResult {
  int exit_code = 0;  ///< 128 + signal where a signal ended it.
  bool timed_out = false;
  std::string output = {};  ///< At most kMaxCapturedBytes of standard output.
  std::string errors = {};  ///< The same of standard error.
};

inline constexpr size_t kMaxCapturedBytes = 64u << 20;

enum class ProcessStream { kOutput, kErrors };

class Processes {
 public:
  virtual ~Processes() = default;

  /// Runs to the end. An error only where the program could not be started (rule `process`).
  /// `on_output` sees each chunk as it comes, before it is captured.
  virtual Result<ProcessResult> run(
      const ProcessRequest& request,
      const std::function<void(ProcessStream, std::string_view)>& on_output = {}) = 0;

  /// Opens a URL in the user's browser; false where there is none (no display, no opener).
  virtual bool open_url(const std::string& url) = 0;
};

}  // namespace tizza
