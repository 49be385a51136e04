#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "spec/ruleset.hpp"
#include "spec/rulesets/ruleset_file.hpp"

namespace tizza::spec::rulesets {

/// What became of one rule, and where that was said.
struct RuleState {
  const Rule* rule = nullptr;
  std::shared_ptr<const CustomRule> custom;  ///< For a rule that a ruleset writes.
  Severity severity = Severity::kWarn;
  bool is_on = false;
  bool is_recommended = true;
  std::string said_in;  ///< A ruleset of ours, or `file:line`.
};

/// The rules by id.
using RuleStates = std::map<std::string, RuleState, std::less<>>;

/// A ruleset that is ready to run, with all that its rules need.
class LoadedRuleset {
 public:
  /// Reads the ruleset at `path`, which may be the name of one of ours. What is wrong with it goes
  /// to `sink`; the result is none then. `working_directory` is what relative paths are relative
  /// to.
  static std::unique_ptr<LoadedRuleset> load(const FileReader& files, const std::string& path,
                                             const std::string& working_directory, Sink& sink);

  const std::string& path() const { return file_->path; }

  /// The rules for one description: overrides may change them. Keeps its answers; for one thread.
  const Ruleset& for_file(const std::string& path);

  /// Every rule that the ruleset knows for a file of no override, on or off.
  const RuleStates& states() const { return base_; }

 private:
  struct Prepared;

  LoadedRuleset() = default;
  Prepared& prepare(const std::vector<bool>& matching);

  std::shared_ptr<const RulesetFile> file_;
  std::string folder_;  ///< Absolute.
  std::string working_directory_;
  RuleStates base_;
  std::map<std::vector<bool>, std::unique_ptr<Prepared>> prepared_;

 public:
  ~LoadedRuleset();
};

}  // namespace tizza::spec::rulesets
