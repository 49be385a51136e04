#include "app/file_topics.hpp"

#include <algorithm>
#include <string>

#include "base/embedded.hpp"
#include "base/strings.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::app {
namespace {

using report::Term;

/// A value as it is written between quotes: `\n` for a line end, which a page could not show.
std::string shown(Node value) {
  const std::string written = write_json(Value(std::string(value.text())));
  return written.substr(1, written.size() - 2);
}

/// Walks the schema from its root down, along what its fields may hold.
class FieldList {
 public:
  explicit FieldList(const Document& schema) : schema_(schema) {}

  std::vector<Term> terms() {
    add_fields(schema_.root(), "");
    return std::move(terms_);
  }

 private:
  Node target(Node schema) const {
    const Node reference = schema["$ref"];
    return reference ? schema_.resolve(reference.text().substr(1)) : schema;
  }

  /// A keyword of the field itself, or else of what it refers to.
  Node keyword(Node field, std::string_view name) const {
    const Node own = field[name];
    return own ? own : target(field)[name];
  }

  void add_fields(Node schema, const std::string& path) {
    for (const auto& [name, field] : schema["properties"].entries()) {
      add_field(field, path + std::string(name.text()), is_required(schema, name.text()));
    }
  }

  static bool is_required(Node schema, std::string_view name) {
    for (const Node required : schema["required"].items()) {
      if (required.text() == name) return true;
    }
    return false;
  }

  void add_field(Node field, std::string path, bool required) {
    Node value = target(field);
    if (const Node items = value["items"]) {
      path += "[]";
      value = target(items);
    }
    std::vector<std::string> sentences;
    Node description = keyword(field, "description");
    if (!description) description = value["description"];
    if (description) sentences.emplace_back(description.text());
    std::vector<std::string> choices;
    for (const Node choice : keyword(field, "enum").items()) choices.push_back(shown(choice));
    if (!choices.empty()) sentences.push_back("One of " + quoted_list(choices, "or") + ".");
    if (required) sentences.emplace_back("Required.");
    terms_.push_back({path, join(sentences, " ")});
    // A step may hold steps: a field below itself is not listed again.
    if (std::find(open_.begin(), open_.end(), value) != open_.end()) return;
    open_.push_back(value);
    add_fields(value, path + ".");
    if (const Node entries = value["additionalProperties"]; entries.is_mapping()) {
      const Node entry = target(entries);
      if (entry["properties"]) add_fields(entry, path + ".NAME.");
    }
    open_.pop_back();
  }

  const Document& schema_;
  std::vector<Term> terms_;
  std::vector<Node> open_;
};

}  // namespace

std::vector<Term> file_terms(std::string_view name) {
  const std::string path = std::string(name) + ".schema.json";
  const EmbeddedFile* file = find_embedded(embedded_schemas(), path);
  if (file == nullptr) return {};
  const auto schema = read_json(std::make_shared<Source>(path, std::string(file->bytes)));
  return schema.ok() ? FieldList(**schema).terms() : std::vector<Term>();
}

}  // namespace tizza::app
