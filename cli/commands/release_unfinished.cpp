#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/release_follow_up.hpp"
#include "commands/release_tagging.hpp"
#include "release/run.hpp"
#include "text/writer.hpp"

// `release status`, `resume` and `abort`: what becomes of a release that was broken off.
namespace tizza::commands {
namespace {

using release::Journal;
using release::RunProgress;

std::vector<std::string> tag_names(const Journal& journal) {
  std::vector<std::string> names;
  for (const auto& tag : journal.tags) names.push_back(tag.tag);
  return names;
}

std::string_view word(RunProgress progress) {
  constexpr std::string_view kWords[] = {"nothing", "local", "pushed"};
  return kWords[static_cast<size_t>(progress)];
}

std::string sentence(RunProgress progress, const Journal& journal) {
  switch (progress) {
    case RunProgress::kNothing:
      return "nothing of it was done: `tizza release resume` goes on, `abort` forgets it";
    case RunProgress::kLocal:
      return fmt::format(
          "some of it was done here, and `{}` has nothing of it: `tizza release resume` goes on, "
          "`abort` undoes it",
          journal.remote);
    case RunProgress::kPushed:
      break;
  }
  return fmt::format("`{}` has it: `tizza release resume` finishes here", journal.remote);
}

void print_nothing(const Arguments& arguments, Context& context) {
  if (!wants_json(arguments)) {
    context.terminal.out("no release is under way\n");
    return;
  }
  Value value;
  value.set("schema_version", 1).set("release", Value());
  context.terminal.out(write_json(value) + "\n");
}

void print_status(const Journal& journal, RunProgress progress, const Arguments& arguments,
                  Context& context) {
  if (!wants_json(arguments)) {
    context.terminal.out(fmt::format("release of {}, mode `{}`, from commit `{}`\n{}\n",
                                     quoted_list(tag_names(journal)), to_string(journal.mode),
                                     release::short_commit(journal.start),
                                     sentence(progress, journal)));
    return;
  }
  Value::List tags;
  for (const std::string& tag : tag_names(journal)) tags.emplace_back(tag);
  Value release;
  release.set("mode", to_string(journal.mode)).set("remote", journal.remote);
  release.set("branch", journal.branch).set("start", journal.start);
  release.set("tags", std::move(tags)).set("progress", word(progress));
  Value value;
  value.set("schema_version", 1).set("release", std::move(release));
  context.terminal.out(write_json(value) + "\n");
}

Result<Verdict> run_status(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto repository, open_package(arguments, context));
  TIZZA_TRY(const auto journal, release::read_journal(context.files, journal_path(repository)));
  if (!journal) {
    print_nothing(arguments, context);
    return Verdict::kDone;
  }
  TIZZA_TRY(const auto progress, progress_of(repository, release_ports(context), *journal));
  print_status(*journal, progress, arguments, context);
  return Verdict::kNegative;
}

FlagSpec dry_run_flag() {
  return {.name = "dry-run", .summary = "say how far it came and change nothing"};
}

/// Does `act` with the release that was broken off, and says `done` of its tags.
Result<Verdict> end_release(const Arguments& arguments, Context& context,
                            Status (*act)(const release::Repository&, release::ReleasePorts,
                                          const Journal&),
                            std::string_view done) {
  if (arguments.has("dry-run")) return run_status(arguments, context);
  TIZZA_TRY(const auto repository, open_package(arguments, context));
  const InterruptHold hold(context.interrupts);
  TIZZA_TRY(const auto lock, lock_releases(context.files, repository));
  TIZZA_TRY(const auto journal, release::read_journal(context.files, journal_path(repository)));
  if (!journal) {
    context.terminal.out("no release is under way\n");
    return Verdict::kDone;
  }
  TIZZA_CHECK(act(repository, release_ports(context), *journal));
  if (act == release::resume_run) announce(*journal, context);
  context.terminal.out(
      fmt::format("{} the release of {}\n", done, quoted_list(tag_names(*journal))));
  return Verdict::kDone;
}

Result<Verdict> run_resume(const Arguments& arguments, Context& context) {
  return end_release(arguments, context, release::resume_run, "finished");
}

Result<Verdict> run_abort(const Arguments& arguments, Context& context) {
  return end_release(arguments, context, release::abort_run, "undid");
}

}  // namespace

const CommandSpec& release_status_command() {
  static const CommandSpec kSpec = {
      .path = "release status",
      .summary = "say whether a release was broken off, and how far it came",
      .description =
          "Compares the journal of the release with this clone and the remote. Exit code 1 says "
          "that one is unfinished.",
      .examples = {{"tizza release status", "before a new release"},
                   {"tizza release status --json", "for scripts"}},
      .positionals = {package_folder()},
      .flags = {list_format_flag()},
      .needs = Needs::kGit,
      .changes = Changes::kNothing,
      .run = run_status,
  };
  return kSpec;
}

const CommandSpec& release_resume_command() {
  static const CommandSpec kSpec = {
      .path = "release resume",
      .summary = "finish a release that was broken off",
      .description =
          "Does what is left of the release in the journal, and ends in the same state as if it "
          "had never been broken off.",
      .examples = {{"tizza release resume", "after a crash or a lost connection"}},
      .positionals = {package_folder()},
      .flags = {dry_run_flag()},
      .needs = Needs::kGit,
      .changes = Changes::kRemote,
      .run = run_resume,
  };
  return kSpec;
}

const CommandSpec& release_abort_command() {
  static const CommandSpec kSpec = {
      .path = "release abort",
      .summary = "undo a release that was broken off before its push",
      .description =
          "Removes its tags and its commit and gives its files their old content. A release that "
          "the remote has already is not undone: finish it by `tizza release resume`.",
      .examples = {{"tizza release abort", "as if it had never begun"}},
      .positionals = {package_folder()},
      .flags = {dry_run_flag()},
      .needs = Needs::kGit,
      .changes = Changes::kLocal,
      .run = run_abort,
  };
  return kSpec;
}

}  // namespace tizza::commands
