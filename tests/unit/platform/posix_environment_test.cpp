#include "platform/posix_environment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace tizza::platform {
namespace {

TEST(PosixEnvironment, TellsUnsetFromEmpty) {
  const PosixEnvironment environment;
  setenv("TIZZA_TEST_EMPTY", "", 1);
  EXPECT_EQ(environment.get("TIZZA_TEST_EMPTY"), "");
  EXPECT_EQ(environment.get("TIZZA_TEST_UNSET"), std::nullopt);
  const auto names = environment.names();
  EXPECT_TRUE(std::ranges::count(names, "TIZZA_TEST_EMPTY") == 1);
  unsetenv("TIZZA_TEST_EMPTY");
}

TEST(PosixEnvironment, KnowsWhereAndWhoItIs) {
  const PosixEnvironment environment;
  EXPECT_EQ(environment.working_directory(), std::filesystem::current_path());
  EXPECT_FALSE(environment.user_name().empty());
  EXPECT_FALSE(environment.host_name().empty());
  EXPECT_TRUE(environment.home().starts_with('/'));
}

TEST(PosixEnvironment, GivesRandomBytes) {
  const PosixEnvironment environment;
  EXPECT_EQ(environment.random_bytes(16).size(), 16u);
  EXPECT_NE(environment.random_bytes(16), environment.random_bytes(16));
}

}  // namespace
}  // namespace tizza::platform
