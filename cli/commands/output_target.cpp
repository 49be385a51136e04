#include "commands/output_target.hpp"

#include <algorithm>
#include <map>

#include "base/paths.hpp"

namespace tizza::commands {
namespace {

/// The file that a path leads to, whatever way it takes there, whether it exists or not.
std::string whole_path(const std::string& path, const Context& context) {
  const std::string absolute = join_path(context.environment.working_directory(), path);
  if (auto real = context.files.real_path(absolute); real.ok()) return *std::move(real);
  const auto folder = context.files.real_path(parent_path(absolute));
  return folder.ok() ? join_path(*folder, file_name(absolute)) : normal_path(absolute);
}

/// Whether it takes what is written to it one after the other: a pipe, `/dev/null`.
bool is_stream(const std::string& path, const Context& context) {
  const auto there = context.files.info(path);
  return there && there->type == FileType::kOther;
}

}  // namespace

Status check_target(const std::string& path, const std::vector<std::string>& read,
                    const FileReader& files) {
  const auto real = files.real_path(path);
  if (!real.ok()) return {};  // it does not exist yet
  for (const std::string& one : read) {
    const auto other = files.real_path(one);
    if (other.ok() && *other == *real) {
      return file_failure("usage", path, "`" + path + "` was read and would be overwritten",
                          "give `-o` another file");
    }
  }
  return {};
}

Status check_distinct(const std::vector<OutputTarget>& targets, const Context& context) {
  const auto printed = std::ranges::count_if(targets, &OutputTarget::is_standard_output);
  if (printed > 1) {
    return failure("usage", "`-o` names standard output " + std::to_string(printed) + " times",
                   "give the others files");
  }
  std::map<std::string, const OutputTarget*> known;
  for (const OutputTarget& target : targets) {
    if (target.is_standard_output() || is_stream(target.path, context)) continue;
    const auto [first, is_new] = known.emplace(whole_path(target.path, context), &target);
    if (is_new) continue;
    const std::string& other = first->second->path;
    return failure("usage",
                   other == target.path
                       ? "`-o` names `" + other + "` twice"
                       : "`-o` names one file as `" + other + "` and as `" + target.path + "`",
                   "one would overwrite the other: give each a file of its own");
  }
  return {};
}

}  // namespace tizza::commands
