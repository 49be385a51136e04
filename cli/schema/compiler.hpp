#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/regex.hpp"
#include "schema/keyword_table.hpp"
#include "schema/program.hpp"
#include "schema/run.hpp"
#include "text/node_hash.hpp"

namespace tizza::schema {

/// What a reference that stands in the mapping `holder` leads to, or nothing.
using ResolveReference = std::function<Node(Node holder)>;

/// Turns schema nodes into a Program. Keywords ask it for their subschemas and the targets of their
/// references; these are compiled afterwards, so that depth and cycles cost no stack.
///
/// There are two ways to use it. run() compiles a whole schema at once, and its first error is the
/// result. With `resolve` schemas stand anywhere in documents of another kind: each is compiled
/// when it is first needed, and one that cannot be is broken, but no other.
class Compiler final : public LateCompiler {
 public:
  explicit Compiler(const CompileOptions& options, ResolveReference resolve = {})
      : options_(options), resolve_(std::move(resolve)) {}

  Result<std::shared_ptr<const Program>> run(const DocumentPtr& document, Node root);

  // For schemas that stand anywhere.

  /// Takes note of the schema's `$id`, anchors and `$schema`; those of schemas around it first.
  void index(Node schema);
  const Subschema* schema_at(Node node) { return subschema(node, home_of(node)); }
  void compile_late(const Subschema& schema) override;

  // For keywords.

  const Subschema* subschema(Node node, const Resource* resource);
  /// What a `$ref` names, or nullptr after fail().
  const Subschema* target(const Place& place);
  /// The innermost resource that holds the node.
  const Resource* resource_of(Node node) const;
  /// Compiles a pattern, or says at `where` that it cannot be used.
  std::optional<Regex> regex(std::string_view pattern, Node where);
  /// From now on all dynamic anchors are compiled.
  void needs_dynamic_targets();
  /// Keeps the first error: the result of the compilation is lost, or the schema is broken.
  void fail(Node where, std::string message, std::string help = {});

 private:
  Resource* add_resource(const DocumentPtr& document, Node root, std::string uri, Dialect dialect);
  Status add_document(const DocumentPtr& document, Node root, const std::string& uri,
                      Dialect dialect);
  Resource* index_schema(Node node, Resource* resource);
  void add_anchors(Node node, Resource& resource);
  void set_dialect(Resource& resource, Dialect otherwise);
  void read_vocabulary(Node vocabulary, Resource& resource) const;
  Result<DocumentPtr> load(const std::string& uri) const;
  bool is_late() const { return resolve_ != nullptr; }
  const Resource* home_of(Node node);
  void compile_pending();
  void compile_one(Subschema& subschema);
  void compile_keyword(Subschema& subschema, Node key, Node value, bool last);
  void compile_dynamic_targets();
  Result<Node> resolve(const std::string& uri, Dialect dialect);

  const CompileOptions options_;
  const ResolveReference resolve_;
  std::shared_ptr<Program> program_ = std::make_shared<Program>();
  std::unordered_map<Node, Resource*, NodeHash> resource_roots_;
  std::map<std::string, Resource*, std::less<>> resources_by_uri_;
  std::unordered_map<Node, Subschema*, NodeHash> compiled_;
  std::vector<Subschema*> pending_;
  Subschema* current_ = nullptr;
  bool needs_dynamic_targets_ = false;
  std::optional<Error> error_;
};

}  // namespace tizza::schema
