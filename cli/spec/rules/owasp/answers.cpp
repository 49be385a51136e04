#include "spec/rules/owasp/answers.hpp"

#include "spec/wording.hpp"

namespace tizza::spec {

void report_missing_answer(const OperationUse& use, std::string_view code, std::string_view when,
                           RuleContext& context) {
  context
      .report(use.verb, "`{}` of {} does not describe what comes {}", use.verb.text(),
              quoted(use.address.text()), when)
      .help("describe the response " + std::string(code));
}

}  // namespace tizza::spec
