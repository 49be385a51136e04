#include "base/strings.hpp"
#include "schema/equality.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

void check_list(const Entry& entry, RuleContext& context) {
  StringMap<Node> seen;
  Node body, form;
  for (size_t i = 0; i < entry.value.size(); ++i) {
    const Node written = entry.value.at(i);
    const Node parameter = context.api.target(written);
    const auto in = parameter["in"].text();
    const Node name = parameter["name"];
    if (!name.is_string()) continue;
    const auto [first, is_new] =
        seen.emplace(std::string(in) + ' ' + std::string(name.text()), written);
    if (!is_new) {
      auto finding =
          context.report({parameter, name.span()}, "{} parameter {} stands twice in a list", in,
                         quoted(name.text()));
      if (written != parameter) finding.note(written, "in this list");
      finding.note(first->second, "first here");
      if (finding && schema::equal(written, first->second)) {
        finding.fix(remove_item(entry.value, i));
      }
    } else if (in == "body" && body) {
      context.report({parameter, name.span()}, "an operation can have only one body parameter")
          .note(body, "the first one");
    }
    if (in == "body" && !body) body = written;
    if (in == "formData" && !form) form = written;
  }
  if (body && form) {
    context.report(entry.key, "body and form parameters exclude each other")
        .note(body, "the body parameter")
        .note(form, "a form parameter");
  }
}

void check(const TypedNode& typed, RuleContext& context) {
  if (const auto parameters = typed.node.find("parameters")) check_list(*parameters, context);
}

}  // namespace

extern const Rule kOperationParameters = {
    .id = "operation-parameters",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllOas,
    .summary = "no parameter is there twice, and body and form parameters are not mixed",
    .rationale =
        "The specification forbids both: a request has one body, and a parameter is known "
        "by its name and its place.",
    .bad =
        "parameters:\n"
        "- {name: limit, in: query, type: integer}\n"
        "- {name: limit, in: query, type: string}\n"
        "         ^^^^^\n",
    .good =
        "parameters:\n"
        "- {name: limit, in: query, type: integer}\n"
        "- {name: offset, in: query, type: integer}\n",
    .fix = "take the second one away where both say the same",
    .on = {NodeType::kOperation, NodeType::kPathItem},
    .check = check,
};

}  // namespace tizza::spec
