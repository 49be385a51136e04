#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/strings.hpp"

namespace tizza::testing {

TemporaryFolder::TemporaryFolder() {
  std::string pattern = std::filesystem::temp_directory_path() / "tizza-test-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) std::perror("mkdtemp");
  path_ = std::filesystem::canonical(pattern);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void TemporaryFolder::add(const std::string& name, const std::string& content) const {
  const std::filesystem::path path = *this / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

std::string TemporaryFolder::text(const std::string& name) const {
  std::ifstream file(*this / name, std::ios::binary);
  if (!file) return "<absent>";
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

std::string TemporaryFolder::shell(const std::string& script) const {
  const std::string isolated =
      "set -e; cd " + shell_quote(path_) +
      "; export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C"
      " GIT_AUTHOR_NAME=Ana GIT_AUTHOR_EMAIL=ana@tizza.com"
      " GIT_COMMITTER_NAME=Ana GIT_COMMITTER_EMAIL=ana@tizza.com"
      " GIT_AUTHOR_DATE=2026-03-02T09:00:00Z GIT_COMMITTER_DATE=2026-03-02T09:00:00Z; " +
      script;
  FILE* pipe = popen(("sh -c " + shell_quote(isolated)).c_str(), "r");
  std::string output;
  char chunk[4096];
  for (size_t got = 0; (got = fread(chunk, 1, sizeof chunk, pipe)) > 0;) output.append(chunk, got);
  EXPECT_EQ(pclose(pipe), 0) << script << "\n" << output;
  return output;
}

}  // namespace tizza::testing
