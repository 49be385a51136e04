#include "release/tag_run.hpp"

#include <fmt/core.h>

#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/release_tagging.hpp"
#include "release/plan_view.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using release::TagPlan;
using release::TagResult;

/// The guards that do not hold, together: data for programs, findings for people.
Verdict refuse(const TagPlan& plan, const Arguments& arguments, Context& context) {
  if (wants_json(arguments)) {
    print_plan(plan, arguments, context);
  } else {
    for (const auto& finding : release::findings_of(plan.guards)) print_warning(finding, context);
    context.terminal.err("nothing was tagged; `tizza release plan` shows every guard\n");
  }
  return release::verdict_of(plan.guards);
}

void print_result(const TagPlan& plan, TagResult result, const Arguments& arguments,
                  Context& context) {
  const bool is_new = result == TagResult::kReleased;
  if (wants_json(arguments)) {
    Value value = plan_value(plan);
    value.set("result", is_new ? "released" : "already-released");
    context.terminal.out(write_json(value) + "\n");
    return;
  }
  const std::string commit = release::short_commit(plan.commit);
  const std::string& remote = plan.request.remote;
  for (const auto& package : plan.packages) {
    const bool is_made = is_new && package.work != release::TagWork::kNothing;
    context.terminal.out(
        is_made
            ? fmt::format("released `{0}`: commit `{1}` is tagged at `{2}`, pin it with `@{0}`\n",
                          package.tag, commit, remote)
            : fmt::format("already released: `{}` is on commit `{}` at `{}`\n", package.tag, commit,
                          remote));
  }
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto tagging, plan_release_tag(arguments, context));
  const TagPlan& plan = tagging.plan;
  const Verdict verdict = plan.is_released() ? Verdict::kDone : release::verdict_of(plan.guards);
  if (arguments.has("dry-run")) {
    print_plan(plan, arguments, context);
    return verdict;
  }
  if (verdict != Verdict::kDone) return refuse(plan, arguments, context);

  // Between making the tag and pushing it nothing may end this call but the end of both.
  const InterruptHold hold(context.interrupts);
  TIZZA_TRY(const TagResult result, run_tag(tagging.repository, plan));
  print_result(plan, result, arguments, context);
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& release_tag_command() {
  static const CommandSpec kSpec = [] {
    CommandSpec spec = {
        .path = "release tag",
        .summary = "turn the version of a package into a tag on the remote",
        .description =
            "Reads the version of the package, asks every guard that `tizza release plan` shows, "
            "makes an annotated tag named like the version (or as `release.tag-template` has it) "
            "and pushes this tag alone. Of several packages those whose version has no tag yet are "
            "tagged, and the tags are pushed together or not at all. "
            "A tag that the remote does not take is removed again. Where the tag is on this commit "
            "already, nothing is left to do; a call after a crash finishes what is missing.",
        .examples = {{"tizza release tag", "release what the project holds"},
                     {"tizza release tag auth-client", "one of several packages"},
                     {"tizza release tag --dry-run", "show the plan and change nothing"},
                     {"tizza release tag --branch main", "in a pipeline, where HEAD is detached"}},
        .positionals = {package_names()},
        .flags = tagging_flags(),
        .needs = Needs::kGit,
        .changes = Changes::kRemote,
        .run = run,
    };
    spec.flags.insert(spec.flags.begin(),
                      {.name = "dry-run", .summary = "show the plan and change nothing"});
    return spec;
  }();
  return kSpec;
}

}  // namespace tizza::commands
