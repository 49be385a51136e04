#include "playbook/steps/lines.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <csignal>

#include "base/strings.hpp"
#include "playbook/steps/expectation.hpp"
#include "playbook/steps/hosts.hpp"
#include "playbook/steps/remote_marks.hpp"

namespace tizza::playbook {
namespace {

/// One line in one place.
struct Line {
  std::string host;     ///< Empty: here.
  std::string account;  ///< Empty: one's own.
  std::string program;  ///< Empty: the line is the shell's.
  std::string words;
  bool is_tizza = false;
  std::vector<std::pair<std::string, std::string>> secrets = {};  ///< Of its environment.

  std::string text() const { return program.empty() ? words : program + " " + words; }
};

/// The secret inputs that the step's commands find in their environment.
std::vector<std::string> secrets_of(const Step& step) {
  std::vector<std::string> names;
  if (step["secret"].is_scalar()) names.emplace_back(step["secret"].text());
  for (const Node name : step["secret"].items()) names.emplace_back(name.text());
  return names;
}

/// All lines of a step, in the order in which they run.
Result<std::vector<Line>> lines_of(const Step& step, const Scope& scope) {
  const std::string_view keyword = step.kind->keyword;
  const std::string program(keyword == "run" ? "" : keyword);
  TIZZA_TRY(const auto scopes, scopes_of_items(step, scope));
  std::vector<Line> all;
  std::vector<std::pair<std::string, std::string>> secrets;
  for (const std::string& name : secrets_of(step)) {
    secrets.emplace_back(name, plain_text(scope.names()[name]));
  }
  for (const Scope& of_item : scopes) {
    TIZZA_TRY(const auto texts, of_item.shell_lines(step[keyword]));
    std::vector<std::string> hosts = {""};
    if (step["ssh"]) {
      TIZZA_TRY(hosts, hosts_of(step["ssh"], of_item));
    }
    std::string account;
    if (step["become"]) {
      TIZZA_TRY(account, of_item.text(step["become"]));
    }
    for (const std::string& host : hosts) {
      for (const std::string& text : texts) {
        all.push_back({host, account, program, text, keyword == "tizza", secrets});
      }
    }
  }
  return all;
}

std::string place(const std::string& host) {
  return host.empty() ? "here" : "on " + host;
}

/// Whether a signal ended the command, or one that a shell waited for (128 + signal), that comes
/// from outside: a crash of its own is an end like any other.
bool was_killed(int exit_code) {
  constexpr std::array<int, 5> kFromOutside = {SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGTERM};
  return std::find(kFromOutside.begin(), kFromOutside.end(), exit_code - 128) != kFromOutside.end();
}

/// Why nobody can tell how the line ended, or none.
std::optional<std::string> doubt_of(const Step& step, const Line& line, const ProcessResult& result,
                                    const MarkFilter& marks) {
  if (result.timed_out) return "took too long " + place(line.host);
  if (!line.host.empty() && result.exit_code == kSshFailure && !marks.has_ended()) {
    return fmt::format("was cut off: the connection to `{}` was lost", line.host);
  }
  if (!was_killed(result.exit_code) || !refuse_exit(step["expect"], result.exit_code)) {
    return std::nullopt;
  }
  return fmt::format("was killed {} by signal {}", place(line.host), result.exit_code - 128);
}

/// Whether ssh never handed the line over.
bool is_refused(const Line& line, const ProcessResult& result, const MarkFilter& marks) {
  return !result.timed_out && !line.host.empty() && result.exit_code == kSshFailure &&
         !marks.has_begun() && names_failed_login(result.errors);
}

Outcome outcome_of(const Step& step, const Line& line, const ProcessResult& result,
                   const MarkFilter& marks) {
  const std::string all_output = result.output + result.errors;
  if (is_refused(line, result, marks)) return failed(refused_login(line.host, result.errors));
  if (const auto doubt = doubt_of(step, line, result, marks)) {
    return unknown(fmt::format("`{}` {}", line.text(), *doubt), all_output);
  }
  auto refusal = refuse_exit(step["expect"], result.exit_code);
  if (!refusal) refusal = refuse_text(step["expect"], "output", result.output);
  if (!refusal) return Outcome{.done = true, .output = result.output};
  return failed(fmt::format("`{}` failed {}: {}", line.text(), place(line.host), *refusal),
                all_output);
}

/// The request of a line. Secrets are in no argument: they are in the environment of what runs
/// here, and on the standard input of what another account or host reads into its environment.
ProcessRequest request_of(const Line& line, std::string command) {
  std::string input;
  std::string reads;
  if (!line.host.empty() || !line.account.empty()) {
    for (const auto& [name, value] : line.secrets) {
      reads += fmt::format("IFS= read -r {0} && export {0} || exit\n", name);
      input += value + "\n";
    }
  }
  ProcessRequest request = shell_request(line.host, line.account, reads + command);
  request.input = input;
  if (!input.empty()) return request;
  for (const auto& [name, value] : line.secrets) request.environment[name] = value;
  return request;
}

Result<Outcome> run_line(const Step& step, const Line& line, StepPorts& ports) {
  const std::string called = line.is_tizza ? shell_quote(ports.tizza) : line.program;
  const std::string command = called.empty() ? line.words : called + " " + line.words;
  ProcessRequest request = request_of(line, command);
  request.deadline = step.timeout;
  request.removed_environment = ports.hidden_variables;
  MarkFilter unmarked[2];
  StreamMasker masked[2] = {StreamMasker(ports.masker), StreamMasker(ports.masker)};
  const auto show = [&](const std::string& text) {
    if (ports.on_output && !text.empty()) ports.on_output(text);
  };
  const auto on_output = [&](ProcessStream stream, std::string_view bytes) {
    const size_t which = stream == ProcessStream::kErrors ? 1 : 0;
    show(masked[which].pass(unmarked[which].pass(bytes)));
  };
  TIZZA_TRY(ProcessResult result, ports.processes.run(request, on_output));
  for (size_t which = 0; which < 2; ++which) {
    show(masked[which].pass(unmarked[which].rest()) + masked[which].rest());
  }
  MarkFilter marks;
  result.output = marks.pass(result.output) + marks.rest();
  result.errors = marks.pass(result.errors) + marks.rest();
  return outcome_of(step, line, result, marks);
}

}  // namespace

Result<std::vector<std::string>> describe_lines(const Step& step, const Scope& scope) {
  TIZZA_TRY(const auto lines, lines_of(step, scope));
  std::vector<std::string> texts;
  for (const Line& line : lines) {
    texts.push_back(shell_description(line.host, line.account, line.text()));
  }
  if (!secrets_of(step).empty() && !texts.empty()) {
    std::vector<std::string> names;
    for (const std::string& name : secrets_of(step)) names.push_back("$" + name);
    texts.push_back("with " + join(names, ", ") + " in the environment");
  }
  if (texts.empty()) texts.emplace_back("nothing: the list of `for_each` is empty");
  return texts;
}

Result<Outcome> act_lines(const Step& step, const Scope& scope, StepPorts& ports, Parts& parts) {
  TIZZA_TRY(const auto lines, lines_of(step, scope));
  const bool is_only_one = lines.size() == 1;
  Outcome all{.done = true};
  for (size_t number = 0; number < lines.size(); ++number) {
    const Line& line = lines[number];
    const std::string what = fmt::format("{}: `{}`", place(line.host), line.text());
    if (const auto output = parts.done_before(number, what)) {
      all.output += *output;
      continue;
    }
    if (!is_only_one) TIZZA_CHECK(parts.begin(number, what));
    TIZZA_TRY(Outcome outcome, run_line(step, line, ports));
    if (outcome.done && !is_only_one) TIZZA_CHECK(parts.finish(number, what, outcome.output));
    all.output += outcome.output;
    if (outcome.done) continue;
    outcome.output = std::move(all.output);
    return outcome;
  }
  return all;
}

bool only_reads(const Step& step, const std::vector<std::string_view>& commands) {
  const auto reads = [&](std::string_view line) {
    if (line.find_first_of(";|&<>`$\n") != std::string_view::npos) return false;
    return std::any_of(commands.begin(), commands.end(), [&](std::string_view command) {
      return line == command || (line.starts_with(command) && line[command.size()] == ' ');
    });
  };
  const Node lines = step[step.kind->keyword];
  if (lines.is_scalar()) return reads(trim(lines.text()));
  for (const Node line : lines.items()) {
    if (!reads(trim(line.text()))) return false;
  }
  return true;
}

}  // namespace tizza::playbook
