#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "report/report.hpp"
#include "spec/baseline.hpp"
#include "spec/changes.hpp"
#include "spec/fix.hpp"

/// What lets `validate` enter a grown repository: known findings, changed lines, fixes.
namespace tizza::commands {

struct AdoptionOptions {
  std::string baseline;  ///< Its path; empty for none.
  bool updates_baseline = false;
  spec::BaselineWords words;
  std::string changed_since;  ///< A revision; empty: everything counts.
  bool fixes = false;
  bool is_dry_run = false;

  /// Whether findings are taken away behind the check, so that all of them must be there.
  bool needs_all() const {
    return !baseline.empty() || !changed_since.empty() || fixes || updates_baseline;
  }
};

std::vector<FlagSpec> adoption_flags();

Result<AdoptionOptions> read_adoption(const Arguments& arguments, const Context& context);

/// One call's baseline and changes, read before the work starts.
class Adoption {
 public:
  static Result<Adoption> open(AdoptionOptions options, spec::Ruleset rules, Context& context);

  /// How fingerprints call a file.
  std::string file_name(const std::string& path) const;

  /// What is found, mended before where that is asked for, without what does not count.
  Result<report::Report> run(const spec::Check& check);

  /// Writes the baseline that knows all findings, and says so. None where `report` holds errors.
  Status update(const report::Report& report);

  const AdoptionOptions& options() const { return options_; }

 private:
  Adoption(AdoptionOptions options, spec::Ruleset rules, Context& context)
      : options_(std::move(options)), rules_(std::move(rules)), context_(context) {}

  Status read_changes();
  Status read_known(const spec::Check& check);
  void narrow(report::Report& report) const;
  Result<report::Report> fix(const spec::Check& check);
  Status write(const spec::FixOutcome& outcome);

  AdoptionOptions options_;
  spec::Ruleset rules_;
  Context& context_;
  std::string today_;
  std::optional<spec::Baseline> baseline_;
  std::optional<spec::Changes> changes_;
  std::set<std::string> known_;  ///< The fingerprints of what was found before the changes.
};

}  // namespace tizza::commands
