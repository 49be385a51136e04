#include "release/wheel_build.hpp"

#include <fmt/core.h>

#include "base/paths.hpp"
#include "base/strings.hpp"

namespace tizza::release {
namespace {

constexpr std::chrono::minutes kDeadline{15};

/// The last lines of what a builder said: that is where it says why.
std::string end_of(const std::string& text) {
  constexpr size_t kLines = 12;
  const auto lines = split_lines(trim(text));
  const size_t first = lines.size() > kLines ? lines.size() - kLines : 0;
  std::vector<std::string> last(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end());
  return join(last, "\n");
}

Result<bool> has_build_module(Processes& processes) {
  ProcessRequest request;
  request.argv = {"python3", "-c", "import build.__main__"};
  TIZZA_TRY(const ProcessResult result, processes.run(request));
  return result.exit_code == 0;
}

Result<ProcessRequest> builder(Processes& processes, const std::string& project,
                               const std::string& out, const std::string& epoch) {
  auto has_build = has_build_module(processes);
  if (!has_build.ok()) {
    return failure("build", "wheels are built by Python, and `python3` cannot be started",
                   "install it, or put built wheels into the folder `dist` of the package");
  }
  ProcessRequest request;
  request.argv = *has_build ? std::vector<std::string>{"python3",  "-m", "build", "--wheel",
                                                       "--outdir", out,  project}
                            : std::vector<std::string>{"python3",
                                                       "-m",
                                                       "pip",
                                                       "wheel",
                                                       "--no-build-isolation",
                                                       "--no-deps",
                                                       "--disable-pip-version-check",
                                                       "--no-input",
                                                       "--wheel-dir",
                                                       out,
                                                       project};
  request.environment = {{"SOURCE_DATE_EPOCH", epoch}, {"PYTHONHASHSEED", "0"}};
  request.deadline = kDeadline;
  return request;
}

}  // namespace

Result<std::vector<std::string>> build_wheel(const Repository& repository, Processes& processes,
                                             FileSystem& files, const WheelBuild& build) {
  const std::string tree = join_path(build.scratch, "tree");
  const std::string out = join_path(build.scratch, "out");
  if (files.exists(build.scratch)) TIZZA_CHECK(files.remove_all(build.scratch));
  TIZZA_CHECK(files.make_directories(tree));
  TIZZA_CHECK(files.make_directories(out));
  TIZZA_CHECK(repository.export_commit(build.commit, tree, join_path(build.scratch, "index")));
  TIZZA_TRY(const int64_t time, repository.commit_time(build.commit));
  TIZZA_TRY(const ProcessRequest request,
            builder(processes, join_path(tree, build.package), out, std::to_string(time)));
  TIZZA_TRY(const ProcessResult result, processes.run(request));
  const std::string command = join({request.argv.begin(), request.argv.begin() + 3}, " ");
  if (result.exit_code != 0) {
    Error error = failure(
        "build", fmt::format("`{}` {}", command, result.timed_out ? "took too long" : "failed"),
        "mend what it says, or put a built wheel into the folder `dist` of the package",
        Verdict::kNegative);
    const std::string said = end_of(result.errors.empty() ? result.output : result.errors);
    if (!said.empty()) error.diagnostic.notes.push_back({said, {}, {}});
    return error;
  }
  std::vector<std::string> wheels;
  TIZZA_TRY(const auto entries, files.list(out));
  for (const DirectoryEntry& entry : entries) {
    if (entry.name.ends_with(".whl")) wheels.push_back(join_path(out, entry.name));
  }
  if (!wheels.empty()) return wheels;
  return failure("build", fmt::format("`{}` made no wheel", command), {}, Verdict::kNegative);
}

}  // namespace tizza::release
