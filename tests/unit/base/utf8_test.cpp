#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

TEST(Utf8, RefusesOverlongAndSurrogates) {
  EXPECT_EQ(utf8::find_invalid("a\xC0\x80"), 1u);
  EXPECT_EQ(utf8::find_invalid("\xED\xA0\x80"), 0u);
  EXPECT_EQ(utf8::find_invalid("\xF4\x90\x80\x80"), 0u);
  EXPECT_EQ(utf8::find_invalid("pizza \xF0\x9F\x8D\x95"), std::string_view::npos);
}

TEST(Utf8, CountsColumnsOfATerminal) {
  EXPECT_EQ(utf8::display_width("abc"), 3u);
  EXPECT_EQ(utf8::display_width("\xE6\x97\xA5\xE6\x9C\xAC"), 4u);
  EXPECT_EQ(utf8::display_width("e\xCC\x81"), 1u);
  EXPECT_EQ(utf8::display_width("\xF0\x9F\x8D\x95"), 2u);
}

TEST(Utf8, AppendsWhatItDecodes) {
  for (const char32_t code_point : {U'a', U'\u00E9', U'\u20AC', U'\U0001F355'}) {
    std::string text;
    utf8::append(text, code_point);
    EXPECT_EQ(utf8::decode(text).code_point, code_point);
    EXPECT_EQ(utf8::decode(text).size, text.size());
  }
}

}  // namespace
}  // namespace tizza
