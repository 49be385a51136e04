#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/regex.hpp"
#include "schema/keyword_table.hpp"
#include "schema/program.hpp"

namespace tizza::schema {

/// Turns schema nodes into a Program. Keywords ask it for their subschemas and the targets of their
/// references; these are compiled afterwards, from a list, so that depth and cycles cost no stack.
class Compiler {
 public:
  explicit Compiler(const CompileOptions& options) : options_(options) {}

  Result<std::shared_ptr<const Program>> run(const DocumentPtr& document, Node root);

  // For keywords.

  const Subschema* subschema(Node node, const Resource* resource);
  /// What a `$ref` names, or nullptr after fail().
  const Subschema* target(const Place& place);
  /// The innermost resource that holds the node.
  const Resource* resource_of(Node node) const;
  /// Compiles a pattern, or says at `where` that it cannot be used.
  std::optional<Regex> regex(std::string_view pattern, Node where);
  /// From now on all dynamic anchors are compiled.
  void needs_dynamic_targets() { needs_dynamic_targets_ = true; }
  /// Keeps the first error; the result of the compilation is lost.
  void fail(Node where, std::string message, std::string help = {});

 private:
  using Key = std::pair<const Document*, NodeId>;

  Resource* add_resource(const DocumentPtr& document, Node root, std::string uri, Dialect dialect);
  Status add_document(const DocumentPtr& document, Node root, const std::string& uri,
                      Dialect dialect);
  Resource* index_schema(Node node, Resource* resource);
  void add_anchors(Node node, Resource& resource);
  Dialect dialect_of(Node root, Dialect otherwise, bool& can_assert);
  void compile_pending();
  void compile_one(Subschema& subschema);
  void compile_dynamic_targets();
  Result<Node> resolve(const std::string& uri, Dialect dialect);

  const CompileOptions& options_;
  std::shared_ptr<Program> program_ = std::make_shared<Program>();
  std::map<Key, Resource*> resource_roots_;
  std::map<std::string, Resource*, std::less<>> resources_by_uri_;
  std::map<Key, Subschema*> compiled_;
  std::vector<Subschema*> pending_;
  bool needs_dynamic_targets_ = false;
  std::optional<Error> error_;
};

}  // namespace tizza::schema
