#include "spec/rules/oas/markdown.hpp"

#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kMarkdownFields[] = {"description", "title"};

void check_mapping(Node mapping, std::string_view needle, RuleContext& context) {
  for (const auto field : kMarkdownFields) {
    const Node value = mapping[field];
    if (!value.is_string() || value.text().find(needle) == std::string_view::npos) continue;
    context.report(part_of(value, needle), "`{}` holds {}", field, quoted(needle));
  }
}

/// Whether an ASCII character is written as an escape such as `\u003c`.
bool has_escaped_ascii(std::string_view source) {
  constexpr std::string_view kEscape = "\\u00";
  for (size_t at = source.find(kEscape); at != std::string_view::npos;
       at = source.find(kEscape, at + 1)) {
    const size_t digit = at + kEscape.size();
    if (digit < source.size() && source[digit] >= '2' && source[digit] <= '7') return true;
  }
  return source.find("\\x") != std::string_view::npos;
}

/// Whether the text can be in the document: as it is, or with characters that are escaped.
bool may_hold(const Document& document, std::string_view needle) {
  const auto source = document.source()->text();
  return source.find(needle) != std::string_view::npos || has_escaped_ascii(source);
}

}  // namespace

void forbid_in_markdown(std::string_view needle, RuleContext& context) {
  const Document& document = context.api.document();
  if (may_hold(document, needle)) {
    for (NodeId id = 0; id < document.node_count(); ++id) {
      check_mapping(Node(&document, id), needle, context);
    }
  }
  // Of other files only what the description refers to.
  for (const TypedNode& typed : context.api.nodes()) {
    if (&typed.node.document() != &document) check_mapping(typed.node, needle, context);
  }
}

}  // namespace tizza::spec
