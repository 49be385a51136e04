#include "base/uri.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

TEST(Uri, ResolvesTheExamplesOfRfc3986) {
  const std::string base = "http://a/b/c/d;p?q";
  const std::pair<const char*, const char*> cases[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../../g", "http://a/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/../y", "http://a/b/c/y"},
  };
  for (const auto& [reference, expected] : cases) {
    EXPECT_EQ(resolve_uri(base, reference), expected) << reference;
  }
}

TEST(Uri, ResolvesRelativePaths) {
  EXPECT_EQ(resolve_uri("api/swagger.yaml", "models/pizza.yaml#/Pizza"),
            "api/models/pizza.yaml#/Pizza");
  EXPECT_EQ(resolve_uri("api/swagger.yaml", "../common.yaml"), "common.yaml");
  EXPECT_EQ(resolve_uri("swagger.yaml", "../common.yaml"), "../common.yaml");
  EXPECT_EQ(resolve_uri("", "#/definitions/Pizza"), "#/definitions/Pizza");
  EXPECT_EQ(resolve_uri("urn:tizza:a", "#b"), "urn:tizza:a#b");
}

TEST(Uri, SplitsAndDecodes) {
  const UriParts parts = split_uri("https://user@tizza.com:8080/a/b?c=d#e");
  EXPECT_EQ(parts.scheme, "https");
  EXPECT_EQ(parts.authority, "user@tizza.com:8080");
  EXPECT_EQ(parts.path, "/a/b");
  EXPECT_EQ(parts.query, "c=d");
  EXPECT_EQ(parts.fragment, "e");
  EXPECT_EQ(without_fragment("a.yaml#/b"), "a.yaml");
  EXPECT_EQ(percent_decode("a%25b%2fc%zz%4"), "a%b/c%zz%4");
}

}  // namespace
}  // namespace tizza
