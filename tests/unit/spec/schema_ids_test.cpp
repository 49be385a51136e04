#include "spec/schema_ids.hpp"

#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::spec {
namespace {

DocumentPtr read(std::string text) {
  return *read_yaml(std::make_shared<Source>("api.yaml", std::move(text)));
}

TEST(SchemaIds, AreFoundWhereSchemasStand) {
  const auto document = read(
      "components:\n"
      "  schemas:\n"
      "    Pizza: {$id: https://tizza.com/pizza, $anchor: pizza, $defs: {size: {$anchor: size}}}\n"
      "    Salad: {$anchor: salad, properties: {$id: {$anchor: leaf}, bowl: {$id: bowl}}}\n");
  const SchemaIds ids(*document);
  const Node schemas = document->resolve("/components/schemas");
  EXPECT_EQ(ids.find("https://tizza.com/pizza"), schemas["Pizza"]);
  EXPECT_EQ(ids.find("https://tizza.com/pizza#"), schemas["Pizza"]);
  EXPECT_EQ(ids.find("https://tizza.com/pizza#size"), schemas["Pizza"]["$defs"]["size"]);
  EXPECT_EQ(ids.find("https://tizza.com/pizza#/$defs/size"), schemas["Pizza"]["$defs"]["size"]);
  EXPECT_EQ(ids.find("#salad"), schemas["Salad"]);
  EXPECT_EQ(ids.find("#leaf"), schemas["Salad"]["properties"]["$id"]);
  EXPECT_EQ(ids.find("bowl"), schemas["Salad"]["properties"]["bowl"]);
  EXPECT_FALSE(ids.find("#size"));
  EXPECT_FALSE(ids.find("https://tizza.com/pizza#salad"));
  EXPECT_EQ(ids.base(schemas["Pizza"]["$defs"]["size"]), "https://tizza.com/pizza");
  EXPECT_EQ(ids.base(schemas["Salad"]), "");
}

TEST(SchemaIds, AreRelativeToTheIdAround) {
  const auto document = read(
      "$self: https://tizza.com/api/openapi.yaml\n"
      "schemas: {Pizza: {$id: schemas/pizza, items: {$id: topping}}}\n");
  const SchemaIds ids(*document);
  EXPECT_EQ(ids.find("https://tizza.com/api/openapi.yaml"), document->root());
  EXPECT_EQ(ids.find("https://tizza.com/api/schemas/topping"),
            document->resolve("/schemas/Pizza/items"));
}

TEST(SchemaIds, AreNotLookedForInData) {
  const auto document = read("example: {$anchor: a}\nx-note: {$anchor: b}\nenum: [{$id: c}]\n");
  const SchemaIds ids(*document);
  EXPECT_TRUE(ids.empty());
  EXPECT_TRUE(SchemaIds(*read("a: [b]\n")).empty());
}

TEST(SchemaIds, TakeOneLookAtSharedNodes) {
  std::string text = "a0: &a0 {$anchor: x}\n";
  for (int i = 1; i < 60; ++i) {
    const std::string last = std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + last + "]\n";
  }
  EXPECT_EQ(SchemaIds(*read(text)).find("#x").raw(), "{$anchor: x}");
}

}  // namespace
}  // namespace tizza::spec
