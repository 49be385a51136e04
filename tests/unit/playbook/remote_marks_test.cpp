#include "playbook/steps/remote_marks.hpp"

#include <gtest/gtest.h>

namespace tizza::playbook {
namespace {

TEST(RemoteMarks, AreFoundAndTakenOutWhateverPiecesTheyComeIn) {
  const std::string stream =
      "banner\n\x1e-tizza-begun-\x1ework\x1e\x1e-tizza-\x1e-tizza-ended-\x1e";
  for (size_t size = 1; size <= stream.size(); ++size) {
    MarkFilter filter;
    std::string text;
    for (size_t at = 0; at < stream.size(); at += size) {
      EXPECT_EQ(filter.has_ended(), false);
      text += filter.pass(std::string_view(stream).substr(at, size));
    }
    text += filter.rest();
    EXPECT_EQ(text, "banner\nwork\x1e\x1e-tizza-") << size;
    EXPECT_TRUE(filter.has_begun());
    EXPECT_TRUE(filter.has_ended());
  }
}

TEST(RemoteMarks, ACutMarkIsText) {
  MarkFilter filter;
  std::string text = filter.pass("a\x1e-tizza-beg");
  text += filter.rest();
  EXPECT_EQ(text, "a\x1e-tizza-beg");
  EXPECT_FALSE(filter.has_begun());
}

}  // namespace
}  // namespace tizza::playbook
