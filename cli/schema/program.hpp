#pragma once
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "schema/schema.hpp"
#include "text/document.hpp"

namespace tizza::schema {

class Run;
class Evaluated;
struct Subschema;

/// One keyword of one subschema, ready to run.
class Keyword {
 public:
  virtual ~Keyword() = default;

  /// Whether `instance` satisfies the keyword; says why not where `run` reports. `evaluated`, where
  /// it is there, learns which members or items of the instance a subschema was applied to.
  virtual bool check(Run& run, Node instance, Evaluated* evaluated) const = 0;

  /// The subschema that a plain reference stands for, else nullptr.
  virtual const Subschema* stands_for() const { return nullptr; }

  /// The subschemas that hold together with the one of this keyword (`allOf`).
  virtual std::span<const Subschema* const> parts() const { return {}; }

  Node written;  ///< Its value in the schema.
};

/// A schema with a URI of its own (core 4.3.5): references and dynamic anchors are looked up in it.
struct Resource {
  std::string uri;  ///< Without a fragment.
  DocumentPtr document;
  Node root;
  Dialect dialect = Dialect::kDraft202012;
  bool can_assert = true;  ///< The metaschema holds the validation vocabulary.
  bool asserts_formats = false;
  bool recursive_anchor = false;  ///< `$recursiveAnchor: true`.
  StringMap<Node> anchors;
  StringMap<Node> dynamic_anchors;
  /// The compiled dynamic anchors, for `$dynamicRef` at run time.
  StringMap<const Subschema*> dynamic_targets;
  const Subschema* compiled_root = nullptr;  ///< Where `$recursiveRef` may go.
};

struct Subschema {
  Node node;
  const Resource* resource = nullptr;
  bool is_false = false;
  bool is_compiled = false;
  /// Something in it could not be compiled, so that nothing can be said of an instance.
  bool is_broken = false;
  /// Holds `unevaluatedProperties` or `unevaluatedItems`, so its applicators take notes.
  bool takes_notes = false;
  std::vector<std::unique_ptr<Keyword>> keywords;  ///< In the order in which they run.
};

/// What the schema says under a keyword that checks nothing (`title`, `examples`): its own, else
/// that of the schema it refers to, else nothing.
Node annotation(Run& run, const Subschema& subschema, std::string_view keyword);

/// The schemas that hold together with this one: itself, what it refers to and their `allOf`; at
/// most so many.
std::vector<Node> parts(Run& run, const Subschema& subschema, size_t most);

/// Everything that a compiled schema is made of.
class Program {
 public:
  const Subschema* start = nullptr;
  std::deque<Subschema> subschemas;
  std::deque<Resource> resources;
  std::vector<DocumentPtr> documents;
};

}  // namespace tizza::schema
