#include "platform/masking.hpp"

#include <gtest/gtest.h>

namespace tizza::platform {
namespace {

TEST(Masking, HidesUserAndPassword) {
  EXPECT_EQ(mask_credentials("https://ana:hunter2@git.tizza.com/a.git"),
            "https://***@git.tizza.com/a.git");
  EXPECT_EQ(mask_credentials("to 'https://token@x' and ssh://git@y:22/z"),
            "to 'https://***@x' and ssh://***@y:22/z");
  EXPECT_EQ(mask_credentials("https://ana:p@ss@host/"), "https://***@host/");
}

TEST(Masking, LeavesTheRestAlone) {
  for (const char* text :
       {"", "ana@tizza.com", "https://tizza.com/@ana", "://", "a://b?mail=a@b"}) {
    EXPECT_EQ(mask_credentials(text), text);
  }
}

}  // namespace
}  // namespace tizza::platform
