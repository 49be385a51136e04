// update_bulk FOLDER COUNT: lays random cases down for a peer, each in FOLDER/NUMBER/: the trees
// `base`, `ours` and `theirs`, what tizza's merge makes of them in `tizza`, and `lines.json`: the
// words that each side wrote with their blocks, and the paths in which tizza reports conflicts.
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/thread_pool.hpp"
#include "platform/system.hpp"
#include "scaffold/project_merge.hpp"
#include "support/bulk_objects.hpp"
#include "text/writer.hpp"

namespace tizza::testing {
namespace {

constexpr uint64_t kFirstSeed = 20260302;  // as in tests/e2e/update_property_test.cpp

void write_file(const std::filesystem::path& path, const std::string& bytes, bool is_executable) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  if (!is_executable) return;
  std::filesystem::permissions(path, std::filesystem::perms::owner_exec,
                               std::filesystem::perm_options::add);
}

void write_tree(const std::filesystem::path& folder, const RandomTree& tree) {
  std::filesystem::create_directories(folder);
  for (const auto& [path, file] : tree) write_file(folder / path, file.bytes, file.is_executable);
}

Value lines(const std::vector<WrittenLine>& written) {
  Value::List list;
  for (const WrittenLine& line : written) {
    Value entry;
    entry.set("word", line.word).set("block", line.block);
    list.push_back(std::move(entry));
  }
  return list;
}

Status merge(Git& git, const scaffold::TreeWriter& writer, const std::string& repository_folder,
             const StoredCase& stored, const std::filesystem::path& folder, Value& about) {
  TIZZA_TRY(const auto repository, git.open(repository_folder));
  TIZZA_TRY(const auto merged, scaffold::merge_project(git, *repository, writer,
                                                       {stored.base, stored.ours, stored.theirs}));
  for (const GitTreeEntry& entry : merged.result) {
    TIZZA_TRY(const std::string bytes, repository->read_object(entry.id));
    write_file(folder / "tizza" / entry.path, bytes, false);
  }
  Value::List conflicts;
  for (const auto& conflict : merged.conflicts) {
    for (const std::string& path : conflict.paths) conflicts.emplace_back(path);
  }
  about.set("conflicts", std::move(conflicts));
  return {};
}

int run(const std::filesystem::path& folder, size_t count) {
  const std::filesystem::path repository = folder / "repository";
  std::filesystem::create_directories(repository);
  platform::System system;
  GitRequest init;
  init.directory = repository;
  init.arguments = {"init", "--quiet"};
  if (const auto outcome = system.git.run(init); !outcome || outcome->exit_code != 0) return 1;
  std::vector<MergeCase> cases;
  for (size_t i = 0; i < count; ++i) cases.push_back(random_merge_case(kFirstSeed + i));
  const auto stored = store_cases(repository, cases);
  const auto writer = scaffold::TreeWriter::open(system.files, system.git, repository / ".git");
  if (stored.size() != count || !writer) return 1;
  std::atomic<int> failures = 0;
  parallel_for(count, 0, [&](size_t i) {
    const std::filesystem::path at = folder / std::to_string(i);
    write_tree(at / "base", cases[i].base);
    write_tree(at / "ours", cases[i].ours);
    write_tree(at / "theirs", cases[i].theirs);
    Value about;
    about.set("ours", lines(cases[i].our_lines)).set("theirs", lines(cases[i].their_lines));
    if (!merge(system.git, *writer, repository, stored[i], at, about)) ++failures;
    write_file(at / "lines.json", write_json(about) + "\n", false);
  });
  return failures == 0 ? 0 : 1;
}

}  // namespace
}  // namespace tizza::testing

int main(int count, char** arguments) {
  if (count != 3) return 2;
  return tizza::testing::run(arguments[1], std::strtoul(arguments[2], nullptr, 10));
}
