#include "scaffold/template_base.hpp"

#include "base/strings.hpp"
#include "scaffold/git_commands.hpp"

namespace tizza::scaffold {
namespace {

/// The remote to ask: `origin`, or the only one; empty where there is none to choose.
Result<std::string> remote_of(Git& git, const std::string& directory) {
  GitRequest request;
  request.directory = directory;
  request.arguments = {"remote"};
  TIZZA_TRY(const std::string output, git_output(git, request));
  const auto names = split_lines(output);
  for (const auto name : names) {
    if (name == "origin") return std::string(name);
  }
  return names.size() == 1 ? std::string(names.front()) : std::string();
}

}  // namespace

std::string template_ref(const std::string& hash) {
  return std::string(kTemplateRefs) + hash;
}

Status keep_base(Git& git, const std::string& directory, const std::string& hash,
                 const std::string& object) {
  GitRequest request;
  request.directory = directory;
  request.arguments = {"update-ref", template_ref(hash), object};
  TIZZA_CHECK(git_output(git, request));
  return {};
}

Result<std::optional<TreeEntries>> find_base(Git& git, const GitRepository& repository,
                                             const std::string& hash) {
  const std::string ref = template_ref(hash);
  if (auto entries = repository.list_tree(ref)) return std::optional(*std::move(entries));
  TIZZA_TRY(const std::string remote, remote_of(git, repository.work_tree()));
  if (remote.empty()) return std::optional<TreeEntries>();
  GitRequest fetch;
  fetch.directory = repository.work_tree();
  fetch.arguments = {"fetch", "--quiet", "--no-tags", remote, ref + ":" + ref};
  TIZZA_TRY(const GitOutcome outcome, git.run(fetch));
  if (outcome.exit_code != 0) return std::optional<TreeEntries>();
  if (auto entries = repository.list_tree(ref)) return std::optional(*std::move(entries));
  return std::optional<TreeEntries>();
}

}  // namespace tizza::scaffold
