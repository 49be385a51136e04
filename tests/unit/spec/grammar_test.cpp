#include "spec/grammar.hpp"
#include "spec/role.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace tizza::spec {
namespace {

/// Every object that a grammar can reach.
class Reach {
 public:
  explicit Reach(const Object& root) { visit(root); }

  const std::set<const Object*>& objects() const { return objects_; }

 private:
  void visit(const Object& object) {
    if (!objects_.insert(&object).second) return;
    for (const Field& field : object.fields) visit(*field.type);
    if (object.rest) visit(*object.rest);
  }

  void visit(const Type& type) {
    if (type.object) visit(*type.object);
    if (type.element) visit(*type.element);
    for (const Type* alternative : type.alternatives) visit(*alternative);
    if (!type.variant || !variants_.insert(type.variant).second) return;
    for (const Case& option : type.variant->cases) visit(*option.type);
    if (type.variant->fallback) visit(*type.variant->fallback);
  }

  std::set<const Object*> objects_;
  std::set<const Variant*> variants_;
};

/// In any version.
bool has_field(const Object& object, std::string_view name) {
  return std::any_of(object.fields.begin(), object.fields.end(),
                     [&](const Field& field) { return field.name == name; });
}

class GrammarTables : public ::testing::TestWithParam<VersionInfo> {};

TEST_P(GrammarTables, AreSound) {
  const Version version = GetParam().version;
  const Reach reach(*grammar(version).root);
  EXPECT_GT(reach.objects().size(), 20u);
  for (const Object* object : reach.objects()) {
    EXPECT_LE(object->fields.size(), 64u) << object->name;
    EXPECT_FALSE(object->name.empty());
    std::set<std::string_view> names;
    for (const Field& field : object->fields) {
      if (!field.versions.has(version)) continue;
      EXPECT_TRUE(names.insert(field.name).second) << field.name << " twice in " << object->name;
      EXPECT_EQ(find_field(*object, field.name, version), &field) << field.name;
    }
    EXPECT_EQ(find_field(*object, "no such field", version), nullptr);
    for (const Constraint& constraint : object->constraints) {
      EXPECT_TRUE(has_field(*object, constraint.a)) << constraint.a << " of " << object->name;
      EXPECT_TRUE(constraint.kind == Constraint::Kind::kAlone || has_field(*object, constraint.b))
          << constraint.b << " of " << object->name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Every, GrammarTables,
                         ::testing::ValuesIn(all_versions().begin(), all_versions().end()),
                         [](const auto& tested) {
                           std::string name(spec::info(tested.param.family).key);
                           for (const char c : tested.param.number) {
                             name += c == '.' || c == '-' ? '_' : c;
                           }
                           return name;
                         });

TEST(Grammar, GatesFieldsByVersion) {
  const Object& root = *grammar(Version::kAsyncApi20Rc1).root;
  EXPECT_EQ(find_field(root, "servers", Version::kAsyncApi20Rc1)->type->shape, Shape::kList);
  EXPECT_EQ(find_field(root, "servers", Version::kAsyncApi20)->type->shape, Shape::kMap);
}

TEST(Role, FollowsTheVersion) {
  EXPECT_EQ(role_of(Version::kAsyncApi20Rc1, "subscribe"), Role::kReceives);
  EXPECT_EQ(role_of(Version::kAsyncApi20Rc2, "subscribe"), Role::kSends);
  EXPECT_EQ(role_of(Version::kAsyncApi26, "publish"), Role::kReceives);
  EXPECT_EQ(role_of(Version::kAsyncApi30, "send"), Role::kSends);
  EXPECT_EQ(role_of(Version::kAsyncApi31, "publish"), Role::kNone);
  EXPECT_EQ(role_of(Version::kSwagger20, "publish"), Role::kNone);
}

TEST(Versions, AreFoundByTheNumberThatDocumentsSay) {
  EXPECT_EQ(find_version(Family::kAsyncApi, "2.0.0-rc1"), Version::kAsyncApi20Rc1);
  EXPECT_EQ(find_version(Family::kSwagger, "2.0"), Version::kSwagger20);
  EXPECT_EQ(find_version(Family::kAsyncApi, "2.0"), std::nullopt);
  for (const VersionInfo& known : all_versions())
    EXPECT_EQ(info(known.version).number, known.number);
  for (const FamilyInfo& known : all_families()) EXPECT_EQ(info(known.family).key, known.key);
}

}  // namespace
}  // namespace tizza::spec
