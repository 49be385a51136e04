#include "schema/builtin.hpp"

#include <map>
#include <mutex>
#include <string>

#include "base/embedded.hpp"
#include "schema/schema.hpp"
#include "text/reader.hpp"

namespace tizza::schema {
namespace {

/// The compiled schema, made at the first question. `part` is a JSON Pointer into the file.
Result<Schema> builtin_schema(const std::string& name, const std::string& part) {
  static std::mutex mutex;
  static std::map<std::pair<std::string, std::string>, Result<Schema>> compiled;
  const std::scoped_lock lock(mutex);
  const auto found = compiled.find({name, part});
  if (found != compiled.end()) return found->second;

  const std::string path = name + ".schema.json";
  const EmbeddedFile* file = find_embedded(embedded_schemas(), path);
  if (file == nullptr) return failure("schema", "there is no schema `" + path + "`");
  TIZZA_TRY(const DocumentPtr document,
            read_json(std::make_shared<Source>(path, std::string(file->bytes))));
  const Node root = document->resolve(part);
  if (!root) return failure("schema", "`" + path + "` has no part `" + part + "`");
  auto schema = Schema::compile(document, root);
  compiled.emplace(std::make_pair(name, part), schema);
  return schema;
}

bool check_with(Node node, std::string_view name, const std::string& part, Sink& sink) {
  const auto schema = builtin_schema(std::string(name), part);
  if (!schema.ok()) {
    sink.report(schema.error().diagnostic);
    return false;
  }
  return schema->validate(node, sink, {.plain_scalars_are_strings = true});
}

}  // namespace

bool check(const Document& document, std::string_view name, Sink& sink) {
  return check_with(document.root(), name, "", sink);
}

bool check_part(Node node, std::string_view name, std::string_view definition, Sink& sink) {
  return check_with(node, name, "/$defs/" + std::string(definition), sink);
}

}  // namespace tizza::schema
