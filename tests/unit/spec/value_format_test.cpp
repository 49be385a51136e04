#include "spec/value_format.hpp"

#include <gtest/gtest.h>

namespace tizza::spec {
namespace {

TEST(ValueFormat, UrisHaveASchemeAndNoBlanks) {
  for (const auto text : {"https://tizza.com", "urn:com:tizza:culinary-service", "mailto:a@b",
                          "http://localhost:8000/a?b=c#d", "https://tizza.com/gr%C3%B6%C3%9Fe"}) {
    EXPECT_TRUE(is_valid(ValueFormat::kUri, text)) << text;
  }
  for (const auto text : {"", "tizza.com", "/terms", "https://tizza com", "https:", "1a:b",
                          "https://tizza.com/%zz", "https://{host}/", "a:b#c#d"}) {
    EXPECT_FALSE(is_valid(ValueFormat::kUri, text)) << text;
  }
}

TEST(ValueFormat, UriReferencesMayBeRelative) {
  EXPECT_TRUE(is_valid(ValueFormat::kUriReference, "schemas/pizza.yaml#/Pizza"));
  EXPECT_FALSE(is_valid(ValueFormat::kUriReference, "find pet by id"));
}

TEST(ValueFormat, EmailsHaveANameAndADomain) {
  for (const auto text : {"team-culinary@tizza.com", "a.b+c@x", "\"a b\"@tizza.com", "a@[::1]"}) {
    EXPECT_TRUE(is_valid(ValueFormat::kEmail, text)) << text;
  }
  for (const auto text : {"", "tizza.com", "@tizza.com", "a@", "a b@tizza.com", "a@tizza..com",
                          "a@-tizza.com", ".a@tizza.com", "a@tizza.com-"}) {
    EXPECT_FALSE(is_valid(ValueFormat::kEmail, text)) << text;
  }
}

TEST(ValueFormat, HostsHaveNoSchemeAndNoPath) {
  EXPECT_TRUE(is_valid(ValueFormat::kHost, "tizza.com:8080"));
  EXPECT_TRUE(is_valid(ValueFormat::kHost, "localhost"));
  for (const auto text : {"", "https://tizza.com", "tizza.com/api", "tizza.com:port", "a b"}) {
    EXPECT_FALSE(is_valid(ValueFormat::kHost, text)) << text;
  }
}

TEST(ValueFormat, RuntimeExpressionsPointIntoTheMessage) {
  EXPECT_TRUE(is_valid(ValueFormat::kRuntimeExpression, "$message.header#/correlation_id"));
  EXPECT_TRUE(is_valid(ValueFormat::kRuntimeExpression, "$message.payload#/a~1b/0"));
  EXPECT_TRUE(is_valid(ValueFormat::kRuntimeExpression, "$message.payload#"));
  for (const auto text :
       {"somewhere else", "$message.body#/a", "$message.payload#a", "$message.payload#/a~2"}) {
    EXPECT_FALSE(is_valid(ValueFormat::kRuntimeExpression, text)) << text;
  }
}

TEST(ValueFormat, BrokenPatternsSayWhy) {
  std::string reason;
  EXPECT_TRUE(is_valid(ValueFormat::kRegex, "^[a-z]+$", &reason));
  EXPECT_FALSE(is_valid(ValueFormat::kRegex, "(", &reason));
  EXPECT_FALSE(reason.empty());
}

}  // namespace
}  // namespace tizza::spec
