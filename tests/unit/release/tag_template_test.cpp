#include "release/tag_template.hpp"

#include <gtest/gtest.h>

namespace tizza::release {
namespace {

std::string fault(const std::string& text, const std::string& name = "auth") {
  const auto read = TagTemplate::read(text, name, {});
  return read.ok() ? "" : read.error().diagnostic.message;
}

TEST(TagTemplate, PutsNameAndVersionIn) {
  const auto made = *TagTemplate::read("{name}/v{version}-final", "auth", {});
  EXPECT_EQ(made.tag("1.4.0"), "auth/v1.4.0-final");
  EXPECT_EQ(made.version_in("auth/v1.4.0-final"), "1.4.0");
  EXPECT_EQ(made.version_in("auth/v-final"), std::nullopt);
  EXPECT_EQ(made.version_in("auth/v1.4.0"), std::nullopt);
  EXPECT_EQ(made.version_in("like/v1.4.0-final"), std::nullopt);
}

TEST(TagTemplate, ReadsThePlainOne) {
  const auto made = *TagTemplate::read("{version}", "", {});
  EXPECT_EQ(made.version_in("1.4.0"), "1.4.0");
  EXPECT_EQ(made.version_in(""), std::nullopt);
}

TEST(TagTemplate, RefusesWhatNoTagMayBe) {
  EXPECT_EQ(fault("{name}@{version}"),
            "a tag made of `auth@{version}` holds `@`, which no tag may");
  EXPECT_EQ(fault("{version}.lock"),
            "a tag made of `{version}.lock` ends with `.lock`, which no tag may");
  EXPECT_EQ(fault("-{version}"), "a tag made of `-{version}` starts with `-`, which no tag may");
  for (const char* text :
       {"", "1.0", "{version}{version}", "{package}-{version}", "a b{version}", "a..{version}",
        "/{version}", "{version}/", "a:{version}", "a//{version}"}) {
    EXPECT_FALSE(fault(text).empty()) << text;
  }
  EXPECT_EQ(fault("{name}-{version}", ""), "`{name}` is unknown: the only package has no name");
}

}  // namespace
}  // namespace tizza::release
