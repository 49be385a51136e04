#include "playbook/library.hpp"

#include <gtest/gtest.h>

#include "registry/load.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::playbook {
namespace {

/// Three files, two of which cannot be read.
class LibraryTest : public ::testing::Test {
 protected:
  LibraryTest() {
    files_.add("playbooks/good.yaml", "playbook: good\n");
    files_.add_directory("playbooks/bad.yaml");
    files_.add("tizza-registry.yaml",
               "apiVersion: tizza/v1\nplaybooks: {gone: {path: nope.yaml}}\n");
  }
  testing::FakeFileSystem files_;
};

TEST_F(LibraryTest, WhatCannotBeReadKeepsNothingElseAway) {
  const auto registry = registry::load(files_, "tizza-registry.yaml");
  ASSERT_TRUE(registry.ok());
  const Library library = list_playbooks(files_, &*registry);
  ASSERT_EQ(library.unreadable.size(), 2u);
  EXPECT_EQ(library.warnings()[0].severity, Severity::kWarn);
  EXPECT_EQ(library.warnings()[0].at.begin().line, 2u);
  EXPECT_NE(library.warnings()[1].message.find("playbook `playbooks/bad.yaml` cannot be used"),
            std::string::npos);
  EXPECT_TRUE(find_playbook(files_, &*registry, "good").ok());
  EXPECT_TRUE(find_playbook(files_, &*registry, "revert-version").ok());
}

TEST_F(LibraryTest, ItsOwnErrorIsToldWhereItIsWanted) {
  const auto registry = registry::load(files_, "tizza-registry.yaml");
  for (const char* name : {"bad", "playbooks/bad.yaml", "gone"}) {
    const auto entry = find_playbook(files_, &*registry, name);
    ASSERT_FALSE(entry.ok());
    EXPECT_EQ(entry.error().diagnostic.rule, "file") << name;
  }
}

}  // namespace
}  // namespace tizza::playbook
