#include <gtest/gtest.h>

#include "playbook/inputs.hpp"
#include "playbook/library.hpp"
#include "playbook/lint.hpp"
#include "playbook/preflight.hpp"
#include "registry/load.hpp"
#include "support/fake_file_system.hpp"
#include "support/sample_registry.hpp"
#include "text/reader.hpp"

namespace tizza::playbook {
namespace {

/// The findings of a playbook as lines.
std::string listed(const Findings& found) {
  std::string lines;
  for (const Diagnostic& finding : found.list()) {
    const auto begin = finding.at ? finding.at.begin() : Position{0, 0};
    lines += std::to_string(begin.line) + ": " + finding.rule + ": " + finding.message + "\n";
  }
  return lines;
}

TEST(BuiltInPlaybooks, AreParsedAndLintedClean) {
  testing::FakeFileSystem files;
  const auto entries = list_playbooks(files, nullptr).entries;
  ASSERT_GE(entries.size(), 2u);
  for (const LibraryEntry& entry : entries) {
    const auto document = read_yaml(entry.source);
    ASSERT_TRUE(document.ok()) << document.error().diagnostic.message;
    Findings found;
    const auto playbook = parse_playbook(*document, found);
    ASSERT_TRUE(playbook.has_value()) << entry.name << "\n" << listed(found);
    EXPECT_EQ(playbook->name, entry.name);
    lint_playbook(*playbook, found);
    EXPECT_EQ(listed(found), "") << entry.name;
  }
}

TEST(BuiltInPlaybooks, ResolveForEveryServiceOfTheSample) {
  testing::FakeFileSystem files;
  testing::add_sample_registry(files);
  const auto registry = registry::load(files, "tizza-registry.yaml");
  ASSERT_TRUE(registry.ok()) << registry.error().diagnostic.message;
  const auto entries = list_playbooks(files, &*registry).entries;
  for (const LibraryEntry& entry : entries) {
    Findings found;
    const auto playbook = parse_playbook(*read_yaml(entry.source), found);
    ASSERT_TRUE(playbook.has_value());
    lint_texts(*playbook, &*registry, ServiceValues(&*registry), found);
    EXPECT_EQ(listed(found), "") << entry.name;
  }
}

}  // namespace
}  // namespace tizza::playbook
