#pragma once
#include "ports/environment.hpp"
#include "ports/git.hpp"
#include "ports/process.hpp"

namespace tizza::platform {

/// Repositories of this machine: read by libgit2 (loaded at the first call) where it can open
/// them, else by the user's git, which alone writes and talks to remotes.
class GitAdapter final : public Git {
 public:
  GitAdapter(Processes& processes, const Environment& environment)
      : processes_(processes), environment_(environment) {}

  Result<std::unique_ptr<GitRepository>> open(const std::string& directory) override;
  Result<GitOutcome> run(const GitRequest& request) override;

 private:
  Processes& processes_;
  const Environment& environment_;
};

}  // namespace tizza::platform
