#include "support/bulk_objects.hpp"

#include <fstream>

#include "platform/system.hpp"

namespace tizza::testing {
namespace {

constexpr const char* kPerson = "Ana <ana@tizza.com> 1 +0000";

/// One commit on a branch of its own, without a parent, in the language of `git fast-import`.
std::string commit(size_t mark, const RandomTree& tree) {
  const std::string number = std::to_string(mark);
  std::string text = "commit refs/heads/b" + number + "\nmark :" + number + "\ncommitter " +
                     kPerson + "\ndata 0\n";
  for (const auto& [path, file] : tree) {
    text += std::string("M ") + (file.is_executable ? "100755" : "100644") + " inline " + path +
            "\ndata " + std::to_string(file.bytes.size()) + "\n" + file.bytes + "\n";
  }
  return text + "\n";
}

}  // namespace

std::vector<StoredCase> store_cases(const std::string& folder,
                                    const std::vector<MergeCase>& cases) {
  std::string input;
  size_t mark = 0;
  for (const MergeCase& one : cases) {
    for (const RandomTree* tree : {&one.base, &one.ours, &one.theirs}) {
      input += commit(++mark, *tree);
    }
  }
  platform::System system;
  GitRequest request;
  request.directory = folder;
  request.arguments = {"fast-import", "--quiet", "--export-marks=marks"};
  request.input = std::move(input);
  if (const auto outcome = system.git.run(request); !outcome || outcome->exit_code != 0) return {};
  std::vector<std::string> commits(mark + 1);
  std::ifstream marks(folder + "/marks");
  for (std::string number, id; marks >> number >> id;) commits[std::stoul(number.substr(1))] = id;
  std::vector<StoredCase> stored;
  for (size_t i = 1; i + 2 < commits.size(); i += 3) {
    stored.push_back(
        {commits[i] + "^{tree}", commits[i + 1] + "^{tree}", commits[i + 2] + "^{tree}"});
  }
  return stored;
}

}  // namespace tizza::testing
