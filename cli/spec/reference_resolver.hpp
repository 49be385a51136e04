#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/strings.hpp"
#include "spec/document_store.hpp"
#include "spec/schema_ids.hpp"
#include "text/document.hpp"

namespace tizza::spec {

/// Where the text of a `$ref` leads.
struct Resolution {
  enum class Outcome : uint8_t {
    kFound,
    kRemote,    ///< A URL, which is not followed.
    kNoFile,    ///< The file cannot be read; `error` says why.
    kNoTarget,  ///< The file has no such place.
  };
  Outcome outcome = Outcome::kFound;
  Node target;
  std::string message;  ///< Why there is no target, as one sentence.
  std::string help;
};

/// Resolves the references of one holding document. Answers are kept, as most targets have many
/// references.
class ReferenceResolver {
 public:
  ReferenceResolver(DocumentStore& store, const Document& holder)
      : store_(store), holder_(holder), ids_(holder) {}

  /// `text` is the value of a reference that stands at the node `at` of the holding document,
  /// relative to the nearest `$id` there or to the document. Where `any_text` is set the target may
  /// be in a language that is neither YAML nor JSON: then only its file has to exist.
  const Resolution& resolve(Node at, std::string_view text, bool any_text = false);

 private:
  Resolution find(std::string_view base, std::string_view text, bool any_text);
  Resolution find_in_files(std::string_view text, bool any_text);
  Node find_place(const Document& document, std::string_view fragment);

  DocumentStore& store_;
  const Document& holder_;
  SchemaIds ids_;
  std::map<const Document*, std::unique_ptr<SchemaIds>> ids_of_others_;
  StringMap<Resolution> known_[2];  // for YAML and JSON, and for any text
};

}  // namespace tizza::spec
