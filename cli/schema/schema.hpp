#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "text/document.hpp"

/// JSON Schema: drafts 4, 6, 7, 2019-09 and 2020-12, and the dialects of the API formats. Compiled
/// once, run many times.
namespace tizza::schema {

/// Ordered: a later dialect compares greater, and that of an API format comes right behind the
/// draft that it is made from.
enum class Dialect : uint8_t {
  kDraft4,
  kSwagger20,  ///< Draft 4 with `x-nullable`, `discriminator` and formats of its own.
  kOpenApi30,  ///< The same with `nullable`.
  kDraft6,
  kDraft7,
  kAsyncApi,  ///< Draft 7 with `discriminator`.
  kDraft201909,
  kDraft202012,
  kOpenApi31,  ///< The base dialect of OpenAPI 3.1 and 3.2: 2020-12 with `discriminator`.
};

/// Whether the dialect is that of an API format.
constexpr bool is_api_dialect(Dialect dialect) {
  return dialect == Dialect::kSwagger20 || dialect == Dialect::kOpenApi30 ||
         dialect == Dialect::kAsyncApi || dialect == Dialect::kOpenApi31;
}

/// The dialect that a URI such as `http://json-schema.org/draft-07/schema#` names, or none.
std::optional<Dialect> dialect_of(std::string_view uri);

struct CompileOptions {
  /// The schema is a part of its document that stands for itself: pointers in references start at
  /// it, not at the root of the document.
  bool is_resource = false;
  /// Where a schema does not say `$schema`.
  Dialect dialect = Dialect::kDraft202012;
  /// The URI (or path) of the schema's document: what relative references are relative to.
  std::string base_uri = {};
  /// Fetches documents that references name; without one, such a reference is an error. The
  /// metaschemas of all dialects are always at hand.
  std::function<Result<DocumentPtr>(const std::string& uri)> loader = {};
  /// `format` is an assertion; otherwise it is a remark (2020-12, validation 7.2). Unknown formats
  /// hold for every value.
  bool assert_formats = false;
};

/// In which direction a value is sent: what is `readOnly` need not be in a request, and what is
/// `writeOnly` need not be in a response, even where `required` names it (OpenAPI 3.0, 4.7.24).
enum class Direction : uint8_t { kNone, kRequest, kResponse };

struct ValidateOptions {
  /// A plain scalar is a string where a string is asked for, so that `version: 1.10` and
  /// `phone: +36123456789` need no quotes: for files that people write for tizza. An empty value
  /// stays a null.
  bool plain_scalars_are_strings = false;
  /// Where it is set, what stands in the place of a node of the instance, such as the end of a
  /// reference. Circles are fine: a value that is being checked is not checked again inside itself.
  std::function<Node(Node)> follow = {};
  Direction direction = Direction::kNone;
  /// Behind so many failures the rest is not looked for.
  size_t most_failures = std::numeric_limits<size_t>::max();
  /// How many times a subschema may be applied, counted down, so that several validations can share
  /// one allowance. Without it each may take ten million steps.
  uint64_t* steps = nullptr;
};

/// One reason why an instance does not satisfy a schema.
struct Failure {
  std::string_view rule;  ///< As Schema::validate() gives them.
  Node instance;          ///< What is wrong.
  Location at;            ///< The place to point at: the instance, or a key in it or of it.
  Node keyword;  ///< The value of the keyword that it does not satisfy, where there is one.
  std::string message;
  std::string help;
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
