#include "spec/detect.hpp"

#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::spec {
namespace {

TEST(Detect, SeesDescriptionsWithoutParsing) {
  for (const auto text : {"swagger: '2.0'\n", "# a\n\nasyncapi: 2.0.0\n", "{\"swagger\": \"2.0\"}",
                          "{ 'openapi' : 3}", "\xEF\xBB\xBFswagger: 2\n"}) {
    EXPECT_TRUE(may_be_description(text)) << text;
  }
  for (const auto text : {"", "we use swagger\n", "myswagger: 1\n", "swagger_file: a\n"}) {
    EXPECT_FALSE(may_be_description(text)) << text;
  }
}

Result<Version> version(const std::string& text) {
  const auto document = *read_yaml(std::make_shared<Source>("a.yaml", text));
  return version_of(*version_entry(*document));
}

TEST(Detect, NamesTheVersion) {
  EXPECT_EQ(*version("swagger: 2.0\n"), Version::kSwagger20);
  EXPECT_EQ(*version("asyncapi: '2.0.0-rc2'\n"), Version::kAsyncApi20Rc2);
  EXPECT_EQ(version("asyncapi: 2.0\n").error().diagnostic.rule, "unknown-version");
  EXPECT_EQ(version("swagger: [2.0]\n").error().diagnostic.rule, "unknown-version");
  EXPECT_EQ(version("openapi: 4.0.0\n").error().verdict, Verdict::kCouldNotRun);
  EXPECT_EQ(version("openapi: 3\n").error().verdict, Verdict::kCouldNotRun);
}

TEST(Detect, TakesAnyPatchOfOpenApi) {
  for (const auto number : {"3.0", "'3.0'", "3.0.0", "3.0.13", "3.0.0-rc2"}) {
    EXPECT_EQ(*version("openapi: " + std::string(number) + "\n"), Version::kOpenApi30) << number;
  }
  EXPECT_EQ(*version("openapi: 3.1.1\n"), Version::kOpenApi31);
  EXPECT_EQ(*version("openapi: 3.2.0\n"), Version::kOpenApi32);
  for (const auto number : {"3.00", "3.0.", "3.0.x", "3.0.0-", "3.01.0", "3.0.0beta"}) {
    EXPECT_FALSE(version("openapi: " + std::string(number) + "\n").ok()) << number;
  }
}

}  // namespace
}  // namespace tizza::spec
