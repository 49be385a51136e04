#pragma once
#include "ports/process.hpp"
#include "support/script.hpp"

namespace tizza::testing {

/// Runs nothing: answers by command line and keeps a log. A command line is argv, quoted as for a
/// shell and joined with blanks. What nobody scripted cannot be started.
class FakeProcesses final : public Processes {
 public:
  using Answer = std::function<Result<ProcessResult>(const ProcessRequest&)>;

  /// `command` may end in `*`. Several answers for one command are given in turn.
  void answer(std::string command, ProcessResult result);
  void answer(std::string command, Answer answer);

  bool has_browser = false;
  std::vector<std::string> opened_urls;

  const std::vector<ProcessRequest>& requests() const { return requests_; }
  /// The command lines that were run, in order.
  std::vector<std::string> log() const;

  Result<ProcessResult> run(
      const ProcessRequest& request,
      const std::function<void(ProcessStream, std::string_view)>& on_output = {}) override;
  bool open_url(const std::string& url) override;

 private:
  Script<ProcessRequest, Result<ProcessResult>> script_;
  std::vector<ProcessRequest> requests_;
};

}  // namespace tizza::testing
