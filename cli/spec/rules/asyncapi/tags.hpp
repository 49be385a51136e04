#pragma once
#include "spec/rule.hpp"

/// What the rules on tags of AsyncAPI 2 and 3 share; in AsyncAPI 3 tags may be references.
namespace tizza::spec {

void check_tag_descriptions(Node tags, RuleContext& context);

/// `holder` is the mapping with the field `tags`.
void check_tag_order(Node holder, RuleContext& context);

void check_tags_unique(Node tags, RuleContext& context);

}  // namespace tizza::spec
