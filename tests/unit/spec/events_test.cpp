#include <gtest/gtest.h>

#include "spec/rules/events/event.hpp"

namespace tizza::spec {
namespace {

TEST(RoutingKey, EndsWithAVersion) {
  struct Row {
    std::string_view text, name, version;
    uint64_t major;
  };
  for (const Row& row : {
           Row{"user.deleted.1.2.3", "user.deleted", "1.2.3", 1},
           Row{"user.deleted.12", "user.deleted", "12", 12},
           Row{"user.deleted.1.0", "user.deleted", "1.0", 1},
           Row{"user/deleted/v2", "user/deleted", "v2", 2},
           Row{"pizza.{size}.baked.v1.0.0", "pizza.{size}.baked", "v1.0.0", 1},
           Row{"a.9.1.2.3", "a.9", "1.2.3", 1},
       }) {
    const auto key = parse_routing_key(row.text);
    ASSERT_TRUE(key) << row.text;
    EXPECT_EQ(key->name, row.name);
    EXPECT_EQ(key->version, row.version);
    EXPECT_EQ(key->major, row.major);
  }
  for (const auto text : {"", "user.deleted", "1.0.0.", "user.deleted.x1", "user.deleted.", "1",
                          "userdeleted1", "user.deleted.v"}) {
    EXPECT_FALSE(parse_routing_key(text)) << text;
  }
}

TEST(Sunset, IsADay) {
  EXPECT_TRUE(is_date("2027-01-31"));
  for (const auto text :
       {"", "2027-1-31", "2027-13-01", "2027-00-10", "2027-02-30", "31.01.2027"}) {
    EXPECT_FALSE(is_date(text)) << text;
  }
}

}  // namespace
}  // namespace tizza::spec
