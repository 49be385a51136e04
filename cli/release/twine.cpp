#include "release/twine.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"

namespace tizza::release {
namespace {

constexpr std::chrono::minutes kDeadline{15};

/// The line in which twine says why; the last one where none looks like it.
std::string reason_of(const std::string& said) {
  std::string last;
  for (const auto line : split_lines(said)) {
    const auto text = trim(line);
    if (text.starts_with("ERROR") || text.find("Error:") != std::string_view::npos) {
      return std::string(text);
    }
    if (!text.empty()) last = text;
  }
  return last;
}

}  // namespace

Status upload_by_twine(Processes& processes, const std::string& repository,
                       const std::vector<std::string>& paths) {
  ProcessRequest request;
  request.argv = {"twine",           "upload",       "--non-interactive", "--disable-progress-bar",
                  "--skip-existing", "--repository", repository,          "--"};
  request.argv.insert(request.argv.end(), paths.begin(), paths.end());
  request.deadline = kDeadline;
  const auto result = processes.run(request);
  if (!result.ok()) {
    return failure("twine", "`twine` cannot be started", "install it: `pipx install twine`");
  }
  if (result->exit_code == 0) return {};
  return failure("twine",
                 fmt::format("`twine upload` to `{}` failed: {}", repository,
                             reason_of(result->output + "\n" + result->errors)),
                 "run the command again: files that arrived are skipped", Verdict::kNegative);
}

}  // namespace tizza::release
