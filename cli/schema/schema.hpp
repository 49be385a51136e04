#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "text/document.hpp"

/// JSON Schema: drafts 4, 6, 7, 2019-09 and 2020-12. Compiled once, run many times.
namespace tizza::schema {

/// Ordered: a later dialect compares greater.
enum class Dialect : uint8_t { kDraft4, kDraft6, kDraft7, kDraft201909, kDraft202012 };

struct CompileOptions {
  /// The schema is a part of its document that stands for itself: pointers in references start at
  /// it, not at the root of the document.
  bool is_resource = false;
  /// Where a schema does not say `$schema`.
  Dialect dialect = Dialect::kDraft202012;
  /// The URI (or path) of the schema's document: what relative references are relative to.
  std::string base_uri = {};
  /// Fetches documents that references name; without one, such a reference is an error.
  std::function<Result<DocumentPtr>(const std::string& uri)> loader = {};
};

struct ValidateOptions {
  /// A plain scalar is a string where a string is asked for, so that `version: 1.10` and
  /// `phone: +36123456789` need no quotes: for files that people write for tizza. An empty value
  /// stays a null.
  bool plain_scalars_are_strings = false;
  /// Where it is set, what stands in the place of a node of the instance, such as the end of a
  /// reference. Circles are fine: a value that is being checked is not checked again inside itself.
  std::function<Node(Node)> follow = {};
};

class Program;

/// A compiled schema. Immutable and cheap to copy; threads may share it.
class Schema {
 public:
  /// Compiles the schema at `root` and all that it refers to. The error (rule `schema`) is at the
  /// place in the schema that cannot be used. `document` is kept alive.
  static Result<Schema> compile(const DocumentPtr& document, Node root,
                                const CompileOptions& options = {});
  static Result<Schema> compile(const DocumentPtr& document, const CompileOptions& options = {}) {
    return compile(document, document->root(), options);
  }

  /// Whether the instance is valid: the fast way, without a word about the reasons.
  bool accepts(Node instance, const ValidateOptions& options = {}) const;

  /// Reports everything that is wrong, at its exact place; returns whether nothing was. Rules:
  /// `wrong-type`, `unknown-field`, `missing-field`, `wrong-value`, `wrong-format`, `out-of-range`,
  /// `duplicate-item`, `no-match`, and `schema-limit` where the work was given up.
  bool validate(Node instance, Sink& sink, const ValidateOptions& options = {}) const;

 private:
  explicit Schema(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  std::shared_ptr<const Program> program_;
};

}  // namespace tizza::schema
