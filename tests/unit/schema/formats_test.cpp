#include "schema/formats/formats.hpp"

#include <gtest/gtest.h>

#include "schema/formats/texts.hpp"

namespace tizza::schema {
namespace {

TEST(Formats, DatesAndTimes) {
  EXPECT_TRUE(is_date("2024-02-29"));
  for (const char* text : {"2023-02-29", "2024-13-01", "2024-1-1", "20240101", "2024-05-31 "}) {
    EXPECT_FALSE(is_date(text)) << text;
  }
  for (const char* text : {"19:30:00Z", "19:30:00.25+02:00", "23:59:60Z", "00:29:60+00:30"}) {
    EXPECT_TRUE(is_time(text)) << text;
  }
  for (const char* text : {"19:30:00", "24:00:00Z", "19:30Z", "12:00:60Z", "19:30:00.Z", "1930"}) {
    EXPECT_FALSE(is_time(text)) << text;
  }
  EXPECT_TRUE(is_date_time("2024-05-31t19:30:00z"));
  EXPECT_FALSE(is_date_time("2024-05-31 19:30:00Z"));
}

TEST(Formats, Durations) {
  for (const char* text : {"PT30M", "P1Y2M3DT4H5M6S", "P2W", "P1D", "P1YT1H"}) {
    EXPECT_TRUE(is_duration(text)) << text;
  }
  for (const char* text : {"", "P", "PT", "P1", "30M", "P1D2Y", "P1Y3D", "P1W1D", "P1YT", "PT1D"}) {
    EXPECT_FALSE(is_duration(text)) << text;
  }
}

TEST(Formats, Hosts) {
  for (const char* text : {"2001:db8::1", "::", "::1", "1::", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:8",
                           "1:2:3:4:5:6:192.0.2.1"}) {
    EXPECT_TRUE(is_ipv6(text)) << text;
  }
  for (const char* text : {"", ":", ":1", "1:", "1:::2", "1::2::3", "12345::", "1:2:3", "::1%eth0",
                           "1:2:3:4:5:6:7:8:9", "::192.0.2.256", "1:2:3:4:5:6:7::8:9"}) {
    EXPECT_FALSE(is_ipv6(text)) << text;
  }
  EXPECT_TRUE(is_ipv4("192.0.2.1"));
  for (const char* text : {"192.0.2", "192.0.2.01", "256.0.0.1", "1.2.3.4.5", "1.2.3.-4"}) {
    EXPECT_FALSE(is_ipv4(text)) << text;
  }
  EXPECT_TRUE(is_hostname("kitchen-1.tizza.com"));
  for (const char* text : {"", ".", "-a.com", "a-.com", "a..b", "a_b", "tizza.com."}) {
    EXPECT_FALSE(is_hostname(text)) << text;
  }
  for (const char* text : {"a@b", "a.b+c@tizza.com", "\"a b\"@tizza.com", "a@[192.0.2.1]"}) {
    EXPECT_TRUE(is_email(text)) << text;
  }
  for (const char* text : {"a", "@b", "a@", ".a@b", "a..b@c", "a b@c", "a@b@c", "a@[1.2]"}) {
    EXPECT_FALSE(is_email(text)) << text;
  }
}

TEST(Formats, Uris) {
  for (const char* text :
       {"https://tizza.com:80/a?b#c", "urn:a:b", "mailto:a@b", "http://[::1]/"}) {
    EXPECT_TRUE(is_uri(text)) << text;
  }
  for (const char* text :
       {"", "/menu", "tizza.com", "http://a b", "http://[::1", "a:%zz", "1a:b"}) {
    EXPECT_FALSE(is_uri(text)) << text;
  }
  EXPECT_TRUE(is_uri_reference("../menu?size=large#top"));
  EXPECT_FALSE(is_uri_reference("\\\\host\\share"));
  EXPECT_FALSE(is_uri("http://tizza.com/köfte"));
  EXPECT_TRUE(is_iri("http://tizza.com/köfte"));
  EXPECT_TRUE(is_uri_template("/menu/{pizza}{?size,page*}{/path:3}"));
  for (const char* text : {"{", "{}", "{a", "a}", "{a b}", "{a:0}", "{a..b}"}) {
    EXPECT_FALSE(is_uri_template(text)) << text;
  }
}

TEST(Formats, Tokens) {
  EXPECT_TRUE(is_uuid("2F1C9d6e-8a53-4a0f-9b1d-0c6f1f6f7c55"));
  EXPECT_FALSE(is_uuid("2f1c9d6e8a534a0f9b1d0c6f1f6f7c55"));
  EXPECT_TRUE(is_json_pointer("/a~1b/0"));
  EXPECT_FALSE(is_json_pointer("/a~2"));
  EXPECT_TRUE(is_relative_json_pointer("0#"));
  EXPECT_FALSE(is_relative_json_pointer("01/a"));
  EXPECT_TRUE(is_base64("cGl6emE="));
  for (const char* text : {"cGl6emE", "cGl=emE=", "c===", "pi zza=="}) {
    EXPECT_FALSE(is_base64(text)) << text;
  }
}

TEST(Formats, SomeBelongToTheApiFormats) {
  EXPECT_EQ(find_format("int32", Dialect::kDraft7), nullptr);
  const FormatSpec* format = find_format("int32", Dialect::kOpenApi30);
  ASSERT_NE(format, nullptr);
  EXPECT_TRUE(format->fits_number(*Decimal::parse("2147483647")));
  EXPECT_FALSE(format->fits_number(*Decimal::parse("2147483648")));
  EXPECT_FALSE(format->fits_number(*Decimal::parse("0.5")));
  EXPECT_EQ(find_format("no-such-format", Dialect::kOpenApi30), nullptr);
}

}  // namespace
}  // namespace tizza::schema
