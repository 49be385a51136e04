#pragma once
#include <string>
#include <string_view>

#include "base/strings.hpp"
#include "spec/document_store.hpp"
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
      : store_(store), holder_(holder) {}

  /// `text` is the value of `$ref`, relative to the holding document. Where `any_text` is set the
  /// target may be in a language that is neither YAML nor JSON: then only its file has to exist.
  const Resolution& resolve(std::string_view text, bool any_text = false);

 private:
  Resolution find(std::string_view text, bool any_text) const;

  DocumentStore& store_;
  const Document& holder_;
  StringMap<Resolution> known_[2];  // for YAML and JSON, and for any text
};

}  // namespace tizza::spec
