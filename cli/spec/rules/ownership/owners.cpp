#include "spec/rules/ownership/owners.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {

void check_contact(Node root, std::string_view field, std::string Registration::Team::*member,
                   RuleContext& context) {
  if (!context.registration) return;
  std::vector<std::string> expected;
  for (const Registration::Team& team : context.registration->owners) {
    if (!(team.*member).empty()) expected.push_back(team.*member);
  }
  if (expected.empty()) return;
  const auto info = root.find("info");
  const Node contact = info ? info->value["contact"] : Node();
  const Place holder = contact ? head_of(contact) : info ? Place(info->key) : head_of(root);
  const Node written = contact[field];
  if (!says_something(written)) {
    context.report(holder, "the contact has no `{}`", field)
        .help("the registry says " + quoted_list(expected, "or"));
    return;
  }
  if (std::find(expected.begin(), expected.end(), written.text()) != expected.end()) return;
  context
      .report(written, "{} is not the `{}` of the team that owns {}", quoted(written.text()), field,
              quoted(context.registration->service))
      .help("the registry says " + quoted_list(expected, "or"));
}

}  // namespace tizza::spec
