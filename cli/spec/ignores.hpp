#pragma once
#include <string_view>
#include <unordered_map>
#include <vector>

#include "spec/description.hpp"
#include "spec/finding.hpp"
#include "spec/ruleset.hpp"
#include "text/document.hpp"

namespace tizza::spec {

/// The field that says which rules do not count in the object that holds it, nor below it.
inline constexpr std::string_view kIgnoreField = "x-tizza-ignore";

/// Whether an entry of a map in which every name is free (definitions, properties) is that field
/// all the same: an entry of the map itself would be an object.
inline bool is_ignore_field(Node key, Node value) {
  return key.text() == kIgnoreField && !value.is_mapping();
}

/// What the documents of one description ask to ignore, and which of that was of use.
class Ignores {
 public:
  /// Whether the object at `node`, or one that holds it, ignores the rule. A finding at a key is
  /// one about the value, too.
  bool covers(std::string_view rule, Node node);

  /// Says of the documents that `api` reaches which names are of no rule, and which rules that are
  /// on found nothing to ignore. Behind all other findings.
  void report(const ApiDescription& api, const Ruleset& rules, RuleFindings& unknown,
              RuleFindings& unused);

  /// The names that were of use, as places.
  std::vector<Location> used() const;

 private:
  /// One name in one list.
  struct Name {
    Node node;
    bool is_used = false;
  };
  struct DocumentIgnores {
    std::vector<Node> values;  ///< Behind the field, in the order of the text.
    std::unordered_map<NodeId, std::vector<Name>> at;  ///< By the mapping that holds the field.
  };

  DocumentIgnores& of(const Document& document);
  bool covers(DocumentIgnores& ignores, std::string_view rule, Node holder);

  std::unordered_map<const Document*, DocumentIgnores> documents_;
  const Document* last_document_ = nullptr;
  DocumentIgnores* last_ = nullptr;
};

}  // namespace tizza::spec
