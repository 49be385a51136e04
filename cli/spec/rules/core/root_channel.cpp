#include "spec/rules/core/root_channel.hpp"

#include "spec/wording.hpp"

namespace tizza::spec {

void check_root_channel(Node holder, RuleContext& context) {
  const Reference* reference = holder ? context.api.reference_at(holder) : nullptr;
  if (!reference || !reference->target) return;  // another finding
  const Node channels = context.api.root()["channels"];
  if (channels && reference->target.parent() == channels) return;
  context
      .report(reference->value, "{} does not lead to `channels` at the root",
              quoted(reference->value.text()))
      .help("name the channel at the root, and refer to it there: `#/channels/...`");
}

}  // namespace tizza::spec
