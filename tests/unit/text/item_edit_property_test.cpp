// Random edits of the lists in random texts: the data changes as asked, and no byte outside the
// edit's span does.
#include <gtest/gtest.h>

#include "support/random_document.hpp"
#include "text/edits.hpp"
#include "text/reader.hpp"

namespace tizza {
namespace {

using testing::RandomDocument;

constexpr uint32_t kFirstSeed = 20261121;
constexpr uint32_t kSeeds = 3000;

/// A list somewhere in the tree, and the same one in the data.
struct Spot {
  Node node;
  Value* value;
};

void find_lists(Node node, Value& value, std::vector<Spot>& spots) {
  if (auto* members = value.as_mapping()) {
    for (auto& [key, member] : *members) find_lists(node[key], member, spots);
  }
  if (auto* items = value.as_list()) {
    if (!items->empty()) spots.push_back({node, &value});
    for (size_t i = 0; i < items->size(); ++i) find_lists(node.at(i), (*items)[i], spots);
  }
}

/// One random change of data and text.
Result<Edit> random_edit(RandomDocument& random, Spot spot) {
  Value::List& items = *spot.value->as_list();
  if (random.below(2) == 0) {
    const uint32_t index = random.below(static_cast<uint32_t>(items.size()));
    items.erase(items.begin() + index);
    return remove_item(spot.node, index);
  }
  const Value::List added = {random.make_value(1), random.make_value(1)};
  items.insert(items.end(), added.begin(), added.end());
  return append_items(spot.node, added);
}

/// Whether the text is the same outside the span.
bool is_kept(std::string_view before, std::string_view after, const Edit& edit) {
  return after.size() ==
             before.size() - (edit.span.end - edit.span.begin) + edit.replacement.size() &&
         after.starts_with(before.substr(0, edit.span.begin)) &&
         after.ends_with(before.substr(edit.span.end));
}

enum class Outcome { kNoList, kRefused, kChecked };

Outcome check_edit(uint32_t seed, bool as_json) {
  RandomDocument random(seed);
  Value data = random.make_mapping(3);
  const std::string text = as_json ? random.write_json(data) : random.write_yaml(data);
  SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + text);
  const std::string path = as_json ? "random.json" : "random.yaml";
  const auto before = read_document(std::make_shared<Source>(path, text));
  EXPECT_TRUE(before.ok());
  if (!before.ok()) return Outcome::kNoList;
  std::vector<Spot> spots;
  find_lists((*before)->root(), data, spots);
  if (spots.empty()) return Outcome::kNoList;
  const auto edit = random_edit(random, spots[random.below(static_cast<uint32_t>(spots.size()))]);
  if (!edit.ok()) return Outcome::kRefused;
  const auto after = apply_edits(text, {*edit});
  EXPECT_TRUE(after.ok());
  if (!after.ok()) return Outcome::kChecked;
  const auto again = read_document(std::make_shared<Source>(path, *after));
  EXPECT_TRUE(again.ok()) << *after;
  if (again.ok()) {
    EXPECT_TRUE(Value::from((*again)->root()) == data) << *after;
  }
  EXPECT_TRUE(is_kept(text, *after, *edit)) << *after;
  return Outcome::kChecked;
}

void check_many(bool as_json) {
  size_t checked = 0;
  size_t refused = 0;
  for (uint32_t seed = kFirstSeed; seed < kFirstSeed + kSeeds && !::testing::Test::HasFailure();
       ++seed) {
    const Outcome outcome = check_edit(seed, as_json);
    checked += outcome == Outcome::kChecked ? 1 : 0;
    refused += outcome == Outcome::kRefused ? 1 : 0;
  }
  EXPECT_GT(checked, 9 * refused) << "nearly all edits are possible";
}

TEST(ItemEditProperty, YamlChangesAsAskedAndNowhereElse) {
  check_many(false);
}

TEST(ItemEditProperty, JsonChangesAsAskedAndNowhereElse) {
  check_many(true);
}

}  // namespace
}  // namespace tizza
