// Random edits of random texts: the data changes as asked, and no byte outside the edit's span
// does.
#include <gtest/gtest.h>

#include "support/random_document.hpp"
#include "text/edits.hpp"
#include "text/reader.hpp"

namespace tizza {
namespace {

using testing::RandomDocument;

constexpr uint32_t kFirstSeed = 20240301;
constexpr uint32_t kSeeds = 4000;

/// A mapping somewhere in the tree, and the same one in the data.
struct Spot {
  Node node;
  Value* value;
};

Spot random_spot(RandomDocument& random, Node root, Value& data) {
  Spot spot{root, &data};
  while (random.below(3) != 0) {
    auto* members = spot.value->as_mapping();
    if (members->empty()) break;
    auto& [key, value] = (*members)[random.below(static_cast<uint32_t>(members->size()))];
    if (!value.as_mapping()) break;
    spot = {spot.node[key], &value};
  }
  return spot;
}

void remove_member(Value& mapping, const std::string& key) {
  std::erase_if(*mapping.as_mapping(), [&](const auto& member) { return member.first == key; });
}

/// One random change of data and text; none where there is nothing to remove.
std::optional<Result<Edit>> random_edit(RandomDocument& random, Spot spot) {
  const std::string key = random.make_key();
  if (random.below(3) == 0) {
    if (!spot.node.find(key)) return std::nullopt;
    remove_member(*spot.value, key);
    return remove_entry(spot.node, key);
  }
  const Value value = random.make_value(2);
  spot.value->set(key, value);
  return set_entry(spot.node, key, value);
}

void check_edit(uint32_t seed, bool as_json) {
  RandomDocument random(seed);
  Value data = random.make_mapping(3);
  const std::string text = as_json ? random.write_json(data) : random.write_yaml(data);
  SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + text);
  const std::string path = as_json ? "random.json" : "random.yaml";
  const auto before = read_document(std::make_shared<Source>(path, text));
  ASSERT_TRUE(before.ok()) << before.error().diagnostic.message;
  ASSERT_TRUE(Value::from((*before)->root()) == data);
  const auto edit = random_edit(random, random_spot(random, (*before)->root(), data));
  if (!edit) return;
  ASSERT_TRUE(edit->ok()) << edit->error().diagnostic.message;
  const auto after = apply_edits(text, {**edit});
  ASSERT_TRUE(after.ok());
  const auto again = read_document(std::make_shared<Source>(path, *after));
  ASSERT_TRUE(again.ok()) << again.error().diagnostic.message << "\n" << *after;
  EXPECT_TRUE(Value::from((*again)->root()) == data) << *after;
  const Span span = (*edit)->span;
  EXPECT_TRUE(after->starts_with(std::string_view(text).substr(0, span.begin)));
  EXPECT_TRUE(after->ends_with(std::string_view(text).substr(span.end)));
}

TEST(EditProperty, YamlChangesAsAskedAndNowhereElse) {
  for (uint32_t seed = kFirstSeed; seed < kFirstSeed + kSeeds && !HasFailure(); ++seed) {
    check_edit(seed, false);
  }
}

TEST(EditProperty, JsonChangesAsAskedAndNowhereElse) {
  for (uint32_t seed = kFirstSeed; seed < kFirstSeed + kSeeds && !HasFailure(); ++seed) {
    check_edit(seed, true);
  }
}

}  // namespace
}  // namespace tizza
