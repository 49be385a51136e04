#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/release_follow_up.hpp"
#include "commands/release_index.hpp"
#include "commands/release_settings.hpp"
#include "commands/release_tagging.hpp"
#include "release/run.hpp"
#include "text/writer.hpp"

// `release status`, `resume` and `abort`: what becomes of a release that was broken off.
namespace tizza::commands {
namespace {

using release::Journal;
using release::RunProgress;
using release::Standing;

std::vector<std::string> tag_names(const Journal& journal) {
  std::vector<std::string> names;
  for (const auto& tag : journal.tags) names.push_back(tag.tag);
  return names;
}

std::string_view word(RunProgress progress) {
  constexpr std::string_view kWords[] = {"nothing", "local", "pushed", "unknown"};
  return kWords[static_cast<size_t>(progress)];
}

std::string sentence(const Standing& standing, const Journal& journal) {
  switch (standing.progress) {
    case RunProgress::kNothing:
      if (!standing.head.empty()) return "nothing of it was done: `tizza release abort` forgets it";
      return "nothing of it was done: `tizza release resume` goes on, `tizza release abort` "
             "forgets "
             "it";
    case RunProgress::kLocal:
      return fmt::format(
          "some of it was done here, and `{}` has nothing of it: `tizza release resume` goes on, "
          "`tizza release abort` undoes it",
          journal.remote);
    case RunProgress::kPushed:
      return fmt::format("`{}` has it: `tizza release resume` finishes here", journal.remote);
    case RunProgress::kUnknown:
      break;
  }
  return fmt::format("whether `{}` has it is unknown: {}", journal.remote, standing.reason);
}

/// Who works on it right now; empty for nobody.
Result<std::string> at_work(const release::Repository& repository, Context& context) {
  TIZZA_TRY(const std::string call, release_holder(context.files, repository));
  if (!call.empty()) return call;
  TIZZA_TRY(const std::string git, git_left_at_work(context.files, repository));
  return git.empty() ? git : "a git that it left behind, process " + git;
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

Value text_or_null(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value status_value(const Journal& journal, const Standing& standing, const std::string& worker) {
  Value::List tags;
  for (const std::string& tag : tag_names(journal)) tags.emplace_back(tag);
  Value release;
  release.set("mode", to_string(journal.mode)).set("remote", journal.remote);
  release.set("branch", journal.branch).set("start", journal.start);
  release.set("commit", text_or_null(standing.commit)).set("tags", std::move(tags));
  release.set("index", text_or_null(journal.index)).set("progress", word(standing.progress));
  release.set("reason", text_or_null(standing.reason)).set("at_work", text_or_null(worker));
  Value value;
  value.set("schema_version", 1).set("release", std::move(release));
  return value;
}

std::string status_text(const Journal& journal, const Standing& standing,
                        const std::string& worker) {
  std::string text =
      fmt::format("release of {}, mode `{}`, from commit `{}`\n", quoted_list(tag_names(journal)),
                  to_string(journal.mode), release::short_commit(journal.start));
  if (!standing.head.empty()) {
    text += fmt::format("HEAD has gone on to `{}`\n", release::short_commit(standing.head));
  }
  if (standing.progress == RunProgress::kPushed && !journal.index.empty() && !journal.is_out) {
    text += fmt::format("to be published to `{}`\n", journal.index);
  }
  if (!worker.empty()) return text + fmt::format("at work right now: {}\n", worker);
  return text + sentence(standing, journal) + "\n";
}

Result<Verdict> run_status(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto repository, open_package(arguments, context));
  TIZZA_TRY(const auto journal, release::read_journal(context.files, journal_path(repository)));
  if (!journal) {
    print_nothing(arguments, context);
    return Verdict::kDone;
  }
  TIZZA_TRY(const std::string worker, at_work(repository, context));
  const Standing standing = standing_of(repository, release_ports(context), *journal);
  context.terminal.out(wants_json(arguments)
                           ? write_json(status_value(*journal, standing, worker)) + "\n"
                           : status_text(*journal, standing, worker));
  return Verdict::kNegative;
}

FlagSpec dry_run_flag() {
  return {.name = "dry-run", .summary = "say how far it came and change nothing"};
}

/// The index that `resume --index` names, absolute; empty where it is not given.
Result<std::string> other_index(const Arguments& arguments, Context& context) {
  if (arguments.get("index").empty()) return std::string();
  TIZZA_TRY(const std::string folder, index_folder(arguments, context.files));
  return absolute_path(folder, context);
}

/// Publishes elsewhere from now on: whoever resumes later must know of it.
Status use_index(Journal& journal, const std::string& index, const release::Repository& repository,
                 Context& context) {
  if (index.empty() || index == journal.index) return {};
  if (journal.index.empty()) {
    return failure("usage", "the release publishes nothing: it was begun without `--publish`",
                   "leave out `--index`, and run `tizza release publish --index` afterwards");
  }
  if (journal.is_out) return {};
  journal.index = index;
  return write_journal(context.files, journal_path(repository), journal);
}

/// Does `act` with the release that was broken off, and says `done` of its tags.
Result<Verdict> end_release(const Arguments& arguments, Context& context,
                            Status (*act)(const release::Repository&, release::ReleasePorts,
                                          const Journal&),
                            std::string_view done) {
  if (arguments.has("dry-run")) return run_status(arguments, context);
  TIZZA_TRY(const std::string index, other_index(arguments, context));
  TIZZA_TRY(const auto repository, open_package(arguments, context));
  const InterruptHold hold(context.interrupts);
  TIZZA_TRY(const auto lock, lock_clone(repository, context));
  TIZZA_TRY(auto journal, release::read_journal(context.files, journal_path(repository)));
  if (!journal) {
    context.terminal.out("no release is under way\n");
    return verdict_after_signals(Verdict::kDone, context);
  }
  TIZZA_CHECK(use_index(*journal, index, repository, context));
  const auto ended = act(repository, release_ports(context), *journal);
  const Verdict verdict = verdict_after_signals(Verdict::kDone, context);
  if (!ended.ok()) return ended.error();
  if (act == release::resume_run) announce(*journal, context);
  context.terminal.out(
      fmt::format("{} the release of {}\n", done, quoted_list(tag_names(*journal))));
  if (act == release::resume_run && !journal->index.empty()) {
    context.terminal.out(fmt::format("published to `{}`\n", journal->index));
  }
  return verdict;
}

Result<Verdict> run_resume(const Arguments& arguments, Context& context) {
  return end_release(arguments, context, release::resume_run, "finished");
}

Result<Verdict> run_abort(const Arguments& arguments, Context& context) {
  return end_release(arguments, context, release::abort_run, "undid");
}

FlagSpec other_index_flag() {
  FlagSpec flag = index_flag();
  flag.summary = "publish there instead (default: where the run began to)";
  flag.env = {};
  flag.config_key = {};
  return flag;
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
          "had never been broken off, wherever the branch went since. Where the package index "
          "was in the way, --index names another one.",
      .examples = {{"tizza release resume", "after a crash or a lost connection"},
                   {"tizza release resume --index /srv/packages", "the other one was full"}},
      .positionals = {package_folder()},
      .flags = {other_index_flag(), dry_run_flag()},
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
