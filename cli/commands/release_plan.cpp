#include "commands/all.hpp"
#include "commands/release_tagging.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto tagging, plan_release_tag(arguments, context));
  const auto& plan = tagging.plan;
  print_plan(plan, arguments, context);
  return plan.is_released() ? Verdict::kDone : release::verdict_of(plan.guards);
}

}  // namespace

const CommandSpec& release_plan_command() {
  static const CommandSpec kSpec = {
      .path = "release plan",
      .summary = "show what a release would do and what stands in its way",
      .description =
          "Reads the version from setup.py, setup.cfg, pyproject.toml, package.json, Cargo.toml, "
          "CMakeLists.txt, Chart.yaml, pom.xml or VERSION and asks every guard of `tizza release "
          "tag`: the version is valid and committed, "
          "nothing is uncommitted, the clone is complete, the branch is one to release from, git "
          "knows who you are, the remote answers and has the commit, the tag is free, and the API "
          "descriptions of the package are valid. Of several packages (`release.packages`) those "
          "whose version is a tag already are left out. Changes nothing; "
          "exit code 1 says that a guard failed, 2 that one could not be asked.",
      .examples = {{"tizza release plan", "all packages of the project"},
                   {"tizza release plan auth-client", "one of several"},
                   {"tizza release plan --format json", "for scripts"}},
      .positionals = {package_names()},
      .flags = tagging_flags(),
      .needs = Needs::kGit,
      .changes = Changes::kNothing,
      .run = run,
  };
  return kSpec;
}

}  // namespace tizza::commands
