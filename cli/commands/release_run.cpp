#include "release/run.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/ask.hpp"
#include "commands/output.hpp"
#include "commands/release_follow_up.hpp"
#include "commands/release_settings.hpp"
#include "commands/release_tagging.hpp"
#include "release/run_view.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using release::RunMode;
using release::RunPlan;

Result<release::RunRequest> read_request(const Arguments& arguments) {
  release::RunRequest request;
  request.mode = *release::run_mode_named(arguments.get("mode"));
  request.remote = arguments.get("remote");
  request.branch = arguments.get("branch");
  request.sign = arguments.has("sign");
  TIZZA_TRY(request.version, read_version_flags(arguments));
  return request;
}

Result<RunPlan> make_plan(const release::Repository& repository, const release::Settings& settings,
                          const std::vector<const release::Package*>& packages,
                          const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto request, read_request(arguments));
  TIZZA_TRY(RunPlan plan,
            plan_run(repository, context.files, settings, packages, request, today(context)));
  TIZZA_CHECK(plan_publication(plan, arguments, context));
  TIZZA_CHECK(plan_note(plan, context));
  if (arguments.has("no-specs")) return plan;
  for (const auto& package : plan.packages) {
    TIZZA_TRY(const auto folder, release::Repository::open(context.git, package.directory, false));
    plan.guards.push_back(check_specs(folder, package.directory, context.files));
  }
  return plan;
}

void print_plan(const RunPlan& plan, const Arguments& arguments, Context& context) {
  if (wants_json(arguments)) {
    context.terminal.out(write_json(run_plan_value(plan)) + "\n");
    return;
  }
  const auto width = static_cast<size_t>(context.terminal.width());
  context.terminal.out(run_plan_text(plan, {width, context.presentation.colour_out}));
}

/// The guards that do not hold, together.
Verdict refuse(const RunPlan& plan, const Arguments& arguments, Context& context) {
  if (wants_json(arguments)) {
    print_plan(plan, arguments, context);
  } else {
    for (const auto& finding : release::findings_of(plan.guards)) print_warning(finding, context);
    context.terminal.err("nothing was changed; `tizza release run --dry-run` shows every guard\n");
  }
  return release::verdict_of(plan.guards);
}

/// Whether the release may leave this machine.
Result<bool> is_approved(const RunPlan& plan, const Arguments& arguments, Context& context) {
  if (arguments.has("yes")) return true;
  const bool is_shown = context.presentation.may_ask && !wants_json(arguments);
  if (is_shown) print_plan(plan, arguments, context);
  Question question;
  question.prompt = "Release and " + run_act(plan) + "?";
  question.kind = QuestionKind::kYesNo;
  question.flag = "--yes";
  question.default_value = "false";
  TIZZA_TRY(const Answer answer, ask(question, context));
  return answer.yes();
}

void print_result(const RunPlan& plan, const Arguments& arguments, Context& context) {
  if (wants_json(arguments)) {
    Value value = run_plan_value(plan);
    value.set("result", "released");
    context.terminal.out(write_json(value) + "\n");
    return;
  }
  if (plan.request.mode == RunMode::kBranch) {
    context.terminal.out(fmt::format(
        "pushed `{0}` to `{1}`: merge it into `{2}`, then run `tizza release run --mode "
        "tag-only`\n",
        plan.journal.branch, plan.request.remote, plan.branch));
    return;
  }
  for (const auto& package : plan.packages) {
    context.terminal.out(
        fmt::format("released `{}`: pin it with `@{}`\n", package.tag, package.tag));
  }
  if (!plan.journal.index.empty()) {
    context.terminal.out(fmt::format("published to `{}`\n", plan.journal.index));
  }
  if (!plan.journal.registry.empty()) {
    context.terminal.out(fmt::format("noted in `{}`\n", plan.journal.registry));
  }
}

Error unfinished() {
  return failure("release-unfinished", "a release was broken off and is not finished",
                 "run `tizza release status`, then `tizza release resume` or `tizza release abort`",
                 Verdict::kNegative);
}

/// An error where a release was broken off in this clone, or is at work in it.
Status check_nothing_under_way(const release::Repository& repository, Context& context) {
  if (!context.files.exists(journal_path(repository))) return {};
  TIZZA_TRY(const auto lock, lock_clone(repository, context));
  return unfinished();
}

/// What begin_run() did, and how the call ends where a signal came meanwhile.
Result<Verdict> release(const release::Repository& repository, const RunPlan& plan,
                        const Arguments& arguments, Context& context) {
  // From the first change to the last nothing may end this call but the end of all.
  const InterruptHold hold(context.interrupts);
  TIZZA_TRY(const auto lock, lock_clone(repository, context));
  if (context.files.exists(journal_path(repository))) return unfinished();
  const auto released = begin_run(repository, release_ports(context), plan.journal);
  const Verdict verdict = verdict_after_signals(Verdict::kDone, context);
  if (!released.ok()) return released.error();
  announce(plan.journal, context);
  print_result(plan, arguments, context);
  return verdict;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const auto& wanted = arguments.positionals();
  TIZZA_TRY(const auto settings, read_release_settings(arguments, wanted.empty() ? "" : wanted[0]));
  TIZZA_TRY(const auto packages, chosen_packages(settings, wanted));
  TIZZA_TRY(const auto repository, open_packages(packages, context));
  TIZZA_CHECK(check_nothing_under_way(repository, context));
  TIZZA_TRY(const RunPlan plan, make_plan(repository, settings, packages, arguments, context));
  const Verdict verdict = release::verdict_of(plan.guards);
  if (arguments.has("dry-run")) {
    print_plan(plan, arguments, context);
    return verdict;
  }
  if (verdict != Verdict::kDone) return refuse(plan, arguments, context);
  TIZZA_TRY(const bool approved, is_approved(plan, arguments, context));
  if (!approved) return Verdict::kStopped;
  return release(repository, plan, arguments, context);
}

std::vector<FlagSpec> run_flags() {
  auto flags = version_flags();
  flags.push_back({.name = "mode",
                   .arity = FlagArity::kOne,
                   .value_name = "<mode>",
                   .summary = "push: commit and tags; branch: for a merge request; tag-only",
                   .default_value = "push",
                   .choices = {"push", "branch", "tag-only"}});
  flags.push_back({.name = "sign", .summary = "sign the commit and the tags"});
  for (FlagSpec& flag : publication_flags()) flags.push_back(std::move(flag));
  flags.push_back({.name = "yes", .letter = 'y', .summary = "release without asking"});
  flags.push_back({.name = "dry-run", .summary = "show the plan and change nothing"});
  for (FlagSpec& flag : tagging_flags()) {
    if (flag.name == "branch") flag.summary = "the remote's branch (default: the current one)";
    if (flag.name == "remote") flag.summary = "where the release goes";
    if (flag.name != "version-file") flags.push_back(std::move(flag));
  }
  return flags;
}

}  // namespace

const CommandSpec& release_run_command() {
  static const CommandSpec kSpec = {
      .path = "release run",
      .summary = "release packages: version, changelog, commit, tag, push",
      .description =
          "Computes the next versions as `tizza release next` does, changes them in every file "
          "that states them and in the changelog, commits, tags, and pushes commit and tags "
          "together or not at all. With --publish the artefacts, built before the push, then go "
          "into "
          "the package index; where the registry has the package the release is noted there and "
          "its owner's channel told. All guards are asked first and shown together. What fails "
          "before the push is undone; what was broken off is ended by `tizza release resume` or "
          "`abort`. A protected branch gets --mode branch, and --mode tag-only once that is "
          "merged.",
      .examples = {{"tizza release run --dry-run", "show the plan and change nothing"},
                   {"tizza release run --publish --yes", "in a pipeline"},
                   {"tizza release run auth-client --bump minor --pre rc", "announce a minor one"}},
      .positionals = {{.name = "PKG",
                       .summary = "packages by name or folder (default: all that have news)",
                       .arity = PositionalArity::kMany,
                       .completer = Completer::kFolders}},
      .flags = run_flags(),
      .needs = Needs::kGit,
      .changes = Changes::kRemote,
      .run = run,
  };
  return kSpec;
}

}  // namespace tizza::commands
