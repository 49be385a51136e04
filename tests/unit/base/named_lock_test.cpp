#include "base/named_lock.hpp"

#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "support/fake_file_system.hpp"

namespace tizza {
namespace {

TEST(LockFor, IsOneWhateverTheFileIsCalled) {
  testing::FakeFileSystem files;
  files.add("/real/config.yaml", "");
  files.add_symlink("/link", "/real");
  const auto held = lock_for(files, "/state", "/link/config.yaml");
  ASSERT_TRUE(held.ok());
  EXPECT_TRUE(files.exists("/state/locks/" + sha256("/real/config.yaml")));
  EXPECT_FALSE(lock_for(files, "/state", "/real/config.yaml").ok());
}

TEST(LockFor, IsTheSameBeforeTheFileIsThere) {
  testing::FakeFileSystem files;
  files.add_directory("/real");
  files.add_symlink("/link", "/real");
  ASSERT_TRUE(lock_for(files, "/state", "/link/new.yaml").ok());
  EXPECT_TRUE(files.exists("/state/locks/" + sha256("/real/new.yaml")));
  EXPECT_FALSE(lock_for(files, "/state", "/absent/new.yaml").ok());
}

}  // namespace
}  // namespace tizza
