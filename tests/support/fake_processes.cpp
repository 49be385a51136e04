#include "support/fake_processes.hpp"

#include "base/strings.hpp"

namespace tizza::testing {
namespace {

std::string command_line(const ProcessRequest& request) {
  std::vector<std::string> words;
  for (const std::string& word : request.argv) words.push_back(shell_quote(word));
  return join(words, " ");
}

}  // namespace

void FakeProcesses::answer(std::string command, ProcessResult result) {
  script_.add(std::move(command), [result = std::move(result)](const ProcessRequest&) {
    return Result<ProcessResult>(result);
  });
}

void FakeProcesses::answer(std::string command, Answer answer) {
  script_.add(std::move(command), std::move(answer));
}

std::vector<std::string> FakeProcesses::log() const {
  std::vector<std::string> lines;
  for (const ProcessRequest& request : requests_) lines.push_back(command_line(request));
  return lines;
}

Result<ProcessResult> FakeProcesses::run(
    const ProcessRequest& request,
    const std::function<void(ProcessStream, std::string_view)>& on_output) {
  requests_.push_back(request);
  const auto* answer = script_.next(command_line(request));
  if (answer == nullptr) {
    return failure("process", "cannot start `" + request.argv.at(0) + "`: no such program");
  }
  auto result = (*answer)(request);
  if (result && on_output) {
    if (!result->output.empty()) on_output(ProcessStream::kOutput, result->output);
    if (!result->errors.empty()) on_output(ProcessStream::kErrors, result->errors);
  }
  return result;
}

bool FakeProcesses::open_url(const std::string& url) {
  if (has_browser) opened_urls.push_back(url);
  return has_browser;
}

}  // namespace tizza::testing
