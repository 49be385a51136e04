#include "commands/validate_adoption.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "spec/path_between.hpp"
#include "spec/revision_files.hpp"
#include "text/unified_diff.hpp"

namespace tizza::commands {
namespace {

std::string day_of(std::chrono::system_clock::time_point time) {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// The file that holds the known findings: the one named, or the usual one where it is there.
Result<std::string> baseline_path(const Arguments& arguments, const Context& context) {
  const std::string& named = arguments.get("baseline");
  const bool updates = arguments.has("update-baseline");
  if (named == "none") {
    if (!updates) return std::string();
    return failure("usage", "`--update-baseline` needs a baseline, not `--baseline none`");
  }
  const std::string usual(spec::kBaselineFile);
  if (named.empty()) {
    return updates || context.files.exists(usual) ? usual : std::string();
  }
  if (!updates && !context.files.exists(named)) {
    return file_failure("file", named, "there is no baseline `" + named + "`",
                        "`--update-baseline` makes it");
  }
  return normal_path(named);
}

Status check_together(const Arguments& arguments) {
  const bool updates = arguments.has("update-baseline");
  for (const char* flag : {"reason", "owner", "expires"}) {
    if (arguments.has(flag) && !updates) {
      return failure("usage", fmt::format("`--{}` belongs to `--update-baseline`", flag));
    }
  }
  for (const char* flag : {"fix", "changed-since"}) {
    if (arguments.has(flag) && updates) {
      return failure("usage",
                     fmt::format("`--{}` and `--update-baseline` exclude each other", flag),
                     "a baseline is made of everything that is found");
    }
  }
  if (arguments.has("dry-run") && !updates && !arguments.has("fix")) {
    return failure("usage", "`--dry-run` belongs to `--fix` or `--update-baseline`");
  }
  const auto& paths = arguments.positionals();
  if (arguments.has("fix") && std::ranges::find(paths, "-") != paths.end()) {
    return failure("usage", "`--fix` cannot change standard input", "name the file");
  }
  return {};
}

Status check_expiry(const std::string& day, const std::string& today) {
  if (spec::has_form_of_day(day) && !spec::is_day(day)) {
    return failure("usage", fmt::format("`--expires {}` is a day that no calendar has", day),
                   "write one that it has, like 2027-01-31");
  }
  if (spec::is_day(day) && day >= today) return {};
  return failure("usage", fmt::format("`--expires` must be a day to come, not `{}`", day),
                 "write it like 2027-01-31");
}

}  // namespace

std::vector<FlagSpec> adoption_flags() {
  return {{.name = "baseline",
           .arity = FlagArity::kOne,
           .value_name = "<file>",
           .summary = "known findings (.tizza-baseline.yaml if there); `none` for no file",
           .config_key = "validate.baseline",
           .completer = Completer::kFiles},
          {.name = "update-baseline", .summary = "write what is found to the baseline"},
          {.name = "reason",
           .arity = FlagArity::kOne,
           .value_name = "<text>",
           .summary = "why new entries of the baseline may stay"},
          {.name = "owner",
           .arity = FlagArity::kOne,
           .value_name = "<name>",
           .summary = "who answers for new entries of the baseline"},
          {.name = "expires",
           .arity = FlagArity::kOne,
           .value_name = "<day>",
           .summary = "the last day of new entries of the baseline, such as 2027-01-31"},
          {.name = "changed-since",
           .arity = FlagArity::kOne,
           .value_name = "<revision>",
           .summary = "only what changed lines hold or break; `main...` from the merge base"},
          {.name = "fix", .summary = "mend what can be mended"},
          {.name = "dry-run", .summary = "with --fix, --update-baseline: only show the changes"}};
}

Result<AdoptionOptions> read_adoption(const Arguments& arguments, const Context& context) {
  TIZZA_CHECK(check_together(arguments));
  AdoptionOptions options;
  TIZZA_TRY(options.baseline, baseline_path(arguments, context));
  options.updates_baseline = arguments.has("update-baseline");
  options.words = {arguments.get("reason"), arguments.get("owner"), arguments.get("expires")};
  const std::string& expires = options.words.expires;
  if (!expires.empty()) TIZZA_CHECK(check_expiry(expires, day_of(context.clock.now())));
  options.changed_since = arguments.get("changed-since");
  options.fixes = arguments.has("fix");
  options.is_dry_run = arguments.has("dry-run");
  return options;
}

Result<Adoption> Adoption::open(AdoptionOptions options, spec::Ruleset rules, Context& context) {
  Adoption adoption(std::move(options), std::move(rules), context);
  adoption.today_ = day_of(context.clock.now());
  if (const std::string& path = adoption.options_.baseline; !path.empty()) {
    TIZZA_TRY(adoption.baseline_, spec::load_baseline(context.files, path));
  }
  TIZZA_CHECK(adoption.read_changes());
  return adoption;
}

Status Adoption::read_changes() {
  if (options_.changed_since.empty()) return {};
  TIZZA_TRY(changes_, spec::Changes::since(options_.changed_since, context_.git, context_.files,
                                           context_.environment));
  return {};
}

std::string Adoption::file_name(const std::string& path) const {
  return spec::path_from(parent_path(options_.baseline), path);
}

void Adoption::narrow(report::Report& report) const {
  if (changes_) spec::keep_changed(report, *changes_, known_);
  if (baseline_) spec::apply_baseline(report, *baseline_, today_, rules_, context_.files);
}

Status Adoption::read_known(const spec::Check& check) {
  TIZZA_TRY(const auto files, spec::files_before(*changes_, context_.git, context_.files));
  for (const Diagnostic& finding : check(*files).findings) known_.insert(finding.fingerprint);
  return {};
}

Result<report::Report> Adoption::run(const spec::Check& check) {
  const bool has_before = changes_ && !changes_->is_empty();
  if (options_.fixes) {
    if (has_before) TIZZA_CHECK(read_known(check));
    return fix(check);
  }
  report::Report report = check(context_.files);
  if (has_before && spec::has_unchanged(report, *changes_)) TIZZA_CHECK(read_known(check));
  if (!options_.updates_baseline) narrow(report);
  return report;
}

Result<report::Report> Adoption::fix(const spec::Check& check) {
  const auto outcome =
      spec::fix_findings(context_.files, check, [this](report::Report& report) { narrow(report); });
  TIZZA_CHECK(write(outcome));
  report::Report report = outcome.report;
  if (!options_.is_dry_run && !outcome.files.empty()) TIZZA_CHECK(read_changes());
  narrow(report);
  return report;
}

Status Adoption::write(const spec::FixOutcome& outcome) {
  for (const spec::FixedFile& file : outcome.files) {
    if (options_.is_dry_run) {
      context_.terminal.out(unified_diff(file.path, file.before, file.after));
      continue;
    }
    TIZZA_TRY(const std::string now, context_.files.read_file(file.path));
    if (now != file.before) {
      return file_failure("file", file.path, "`" + file.path + "` was changed by somebody else",
                          "run the command again");
    }
    TIZZA_CHECK(context_.files.write_file(file.path, file.after));
  }
  std::string line = options_.is_dry_run ? "would fix " : "fixed ";
  line += counted(outcome.fixed, "finding") + " in " + counted(outcome.files.size(), "file");
  if (outcome.refused > 0) {
    line += "; " + counted(outcome.refused, "fix", "fixes") + " would have made other findings";
  }
  context_.terminal.err(line + "\n");
  return {};
}

Status Adoption::update(const report::Report& report) {
  TIZZA_TRY(
      const spec::BaselineUpdate update,
      spec::update_baseline(*baseline_, report, options_.words, today_, rules_, context_.files));
  const std::string before =
      baseline_->document ? std::string(baseline_->document->source()->text()) : std::string();
  const std::string counts =
      fmt::format("{} kept, {} added, {} removed", update.kept, update.added, update.removed);
  if (options_.is_dry_run) {
    context_.terminal.out(unified_diff(baseline_->path, before, update.text));
    context_.terminal.err("would write " + baseline_->path + ": " + counts + "\n");
    return {};
  }
  if (update.text != before) {
    TIZZA_CHECK(context_.files.write_file(baseline_->path, update.text));
  }
  context_.terminal.out("wrote " + baseline_->path + ": " + counts + "\n");
  return {};
}

}  // namespace tizza::commands
