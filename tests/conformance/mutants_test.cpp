// Seeded defects in valid public descriptions of every format: whatever the grammar says of an
// object is broken at one place, and the finding has to stand at that place.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "platform/posix_file_system.hpp"
#include "spec/detect.hpp"
#include "spec/diagnostics.hpp"
#include "spec/lint.hpp"
#include "spec/rules/rule_table.hpp"
#include "spec/walker.hpp"
#include "support/fake_interrupts.hpp"
#include "support/source_dir.hpp"
#include "text/pointer.hpp"
#include "text/writer.hpp"

namespace tizza::spec {
namespace {

namespace fs = std::filesystem;

constexpr uint32_t kSeed = 20'190'826;

enum class Defect : uint8_t {
  kMissingField,
  kWrongType,
  kUnknownField,
  kBadEnum,
  kDanglingRef,
  kDuplicateId,
};
constexpr const char* kDefectNames[] = {"missing field", "wrong type",   "unknown field",
                                        "bad enum",      "dangling ref", "duplicate id"};

/// One defect that a description can be given.
struct Mutation {
  Defect defect;
  std::string holder;  ///< The pointer of the mapping to change.
  std::string key;     ///< Its entry to take away, to replace or to add.
  Value value;         ///< What the entry becomes.

  std::string place() const { return holder + "/" + escape_pointer_token(key); }
};

struct Base {
  std::string path;
  Version version = Version::kSwagger20;
  Value tree;
  std::vector<Mutation> mutations;
};

bool is_mapping_shape(Shape shape) {
  return shape == Shape::kObject || shape == Shape::kVariant || shape == Shape::kMap;
}

/// Whether a mapping (else a number) is of the type's kind.
bool accepts(const Type& type, bool mapping) {
  if (type.shape == Shape::kAny) return true;
  if (type.shape == Shape::kEither) {
    return std::any_of(type.alternatives.begin(), type.alternatives.end(),
                       [&](const Type* alternative) { return accepts(*alternative, mapping); });
  }
  if (mapping) return is_mapping_shape(type.shape);
  return type.shape == Shape::kInteger || type.shape == Shape::kNumber;
}

/// Collects what can go wrong in one description, from the same tables that check it.
class Mutations {
 public:
  Mutations(const ApiDescription& api, std::vector<Mutation>& found) : api_(api), found_(found) {
    for (const TypedNode& typed : api.nodes()) {
      if (&typed.node.document() == &api.document()) add(typed);
    }
    for (const Reference& reference : api.references()) {
      if (&reference.holder.document() != &api.document() || !reference.replaces()) continue;
      found_.push_back({Defect::kDanglingRef, reference.holder.pointer(), "$ref", "#/zz/nowhere"});
    }
    add_duplicate_ids();
  }

 private:
  void add(const TypedNode& typed) {
    const std::string at = typed.node.pointer();
    for (const Field& field : typed.object->fields) {
      const Node value = typed.node[field.name];
      if (!value || !field.versions.has(api_.version())) continue;
      const bool names_version =
          typed.type() == NodeType::kRoot && field.name == info(family(api_.version())).key;
      if (names_version || field.name == "$ref") continue;
      const std::string name(field.name);
      if (field.presence == Presence::kRequired) {
        found_.push_back({Defect::kMissingField, at, name, {}});
      }
      if (!accepts(*field.type, true)) {
        found_.push_back({Defect::kWrongType, at, name, Value::Mapping{}});
      } else if (!accepts(*field.type, false)) {
        found_.push_back({Defect::kWrongType, at, name, 7});
      }
      if (field.type->shape == Shape::kString && !field.type->values.empty()) {
        found_.push_back({Defect::kBadEnum, at, name, "zz"});
      }
    }
    if (!typed.object->open && !typed.object->rest) {
      found_.push_back({Defect::kUnknownField, at, "zz", 1});
    }
  }

  void add_duplicate_ids() {
    const bool is_async = api_.family() == Family::kAsyncApi;
    const Rule* rule = find_rule(is_async ? "asyncapi-operation-operationId-uniqueness"
                                          : "operation-operationId-unique");
    if (!rule->versions.has(api_.version())) return;  // ids are keys in AsyncAPI 3
    const Facts facts(api_);
    std::string first;
    for (const OperationUse& use : facts.operations()) {
      const Node id = use.operation["operationId"];
      if (!id.is_string() || &id.document() != &api_.document()) continue;
      if (!first.empty()) {
        found_.push_back({Defect::kDuplicateId, use.operation.pointer(), "operationId", first});
      }
      if (first.empty()) first = id.text();
    }
  }

  const ApiDescription& api_;
  std::vector<Mutation>& found_;
};

class Mutants : public ::testing::Test {
 protected:
  Ruleset rules_ = recommended_rules();
  testing::FakeInterrupts interrupts_;
  platform::PosixFileSystem files_{interrupts_};

  /// The pointers of the errors in a description that takes the place of a file.
  std::vector<std::string> errors(const std::string& path, std::string text, Version version) {
    DocumentStore store(files_);
    const auto& document = store.put(path, std::move(text));
    std::vector<std::string> pointers;
    if (!document.ok()) return pointers;
    DiagnosticMaker maker;
    for (const Finding& finding : lint(*document, version, store, rules_, 1000).findings) {
      if (finding.severity == Severity::kError) pointers.push_back(maker.make(finding).pointer);
    }
    return pointers;
  }

  /// Nothing for what is no description, or none without errors.
  std::optional<Base> read(const std::string& path) {
    DocumentStore store(files_);
    const auto& document = store.load(path);
    if (!document.ok()) return std::nullopt;
    const auto entry = version_entry(**document);
    if (!entry) return std::nullopt;
    const auto version = version_of(*entry);
    if (!version.ok()) return std::nullopt;
    Base base = {path, *version, Value::from((*document)->root()), {}};
    if (!errors(path, write_json(base.tree), base.version).empty()) return std::nullopt;
    RuleFindings ignored(*find_rule("invalid-ref"), Severity::kHint, 0);
    const ApiDescription api =
        walk(*document, *version, store, {ignored, ignored, ignored, ignored, ignored, ignored});
    const Mutations collect(api, base.mutations);
    return base;
  }

  std::vector<Base> bases(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const std::string ending = entry.path().extension().string();
      const bool may_be_one = ending == ".yaml" || ending == ".yml" || ending == ".json";
      if (entry.is_regular_file() && may_be_one) paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Base> found;
    for (const auto& path : paths) {
      if (path.find("json-schema-test-suite") != std::string::npos) continue;
      if (auto base = read(path); base && !base->mutations.empty()) found.push_back(*base);
    }
    return found;
  }

  static Value* at(Value& tree, const std::string& pointer) {
    Value* reached = &tree;
    for (const auto& token : pointer_tokens(pointer)) {
      if (auto* list = reached->as_list()) {
        reached = &(*list)[std::stoul(token)];
        continue;
      }
      auto* members = reached->as_mapping();
      const auto found = std::find_if(members->begin(), members->end(),
                                      [&](const auto& member) { return member.first == token; });
      if (found == members->end()) return nullptr;
      reached = &found->second;
    }
    return reached;
  }

  static std::string mutated(const Base& base, const Mutation& mutation) {
    Value tree = base.tree;
    Value* holder = at(tree, mutation.holder);
    if (mutation.defect == Defect::kMissingField) {
      std::erase_if(*holder->as_mapping(),
                    [&](const auto& member) { return member.first == mutation.key; });
    } else {
      holder->set(mutation.key, mutation.value);
    }
    return write_json(tree, 1);
  }

  /// Whether an error stands where the defect is: at the entry, and for one that is missing at its
  /// holder or, in a list, at the holder's first entry.
  bool is_found(const Base& base, const Mutation& mutation) {
    for (const auto& pointer : errors(base.path, mutated(base, mutation), base.version)) {
      const bool is_missing = mutation.defect == Defect::kMissingField;
      if (pointer == (is_missing ? mutation.holder : mutation.place())) return true;
      if (is_missing && pointer.substr(0, pointer.rfind('/')) == mutation.holder) return true;
    }
    return false;
  }
};

TEST_F(Mutants, AreReportedAtTheirPlace) {
  const std::string folder = testing::corpus_dir();
  if (!fs::exists(folder)) {
    std::printf("[  SKIPPED ] %s is not here\n", folder.c_str());
    GTEST_SKIP();
  }
  const std::vector<Base> valid = bases(folder);
  ASSERT_FALSE(valid.empty());
  const size_t count = std::getenv("TIZZA_TEST_FULL") ? 100'000 : 5'000;
  std::map<Defect, std::vector<std::pair<const Base*, const Mutation*>>> by_defect;
  for (const Base& base : valid) {
    for (const Mutation& mutation : base.mutations) {
      by_defect[mutation.defect].emplace_back(&base, &mutation);
    }
  }
  ASSERT_EQ(by_defect.size(), std::size(kDefectNames));
  std::mt19937 random(kSeed);
  std::map<Family, size_t> families;
  for (size_t i = 0; i < count; ++i) {
    const auto& choices = by_defect[static_cast<Defect>(i % by_defect.size())];
    const auto& [base, mutation] = choices[random() % choices.size()];
    ++families[family(base->version)];
    EXPECT_TRUE(is_found(*base, *mutation))
        << base->path << ": " << kDefectNames[static_cast<size_t>(mutation->defect)] << " at "
        << mutation->place();
  }
  std::printf("%zu mutants of %zu descriptions, seed %u\n", count, valid.size(), kSeed);
  EXPECT_EQ(families.size(), all_families().size());
}

}  // namespace
}  // namespace tizza::spec
