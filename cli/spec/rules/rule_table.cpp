#include "spec/rules/rule_table.hpp"

// One row a rule; each is a file beside this.
#define TIZZA_RULES(ROW)                       \
  ROW(kOas2Schema)                             \
  ROW(kAsyncApiSchema)                         \
  ROW(kInvalidRef)                             \
  ROW(kMisplacedRef)                           \
  ROW(kRemoteRef)                              \
  ROW(kPathParams)                             \
  ROW(kPathDeclarationsMustExist)              \
  ROW(kPathKeysNoTrailingSlash)                \
  ROW(kPathNotIncludeQuery)                    \
  ROW(kOperationOperationId)                   \
  ROW(kOperationOperationIdUnique)             \
  ROW(kOperationOperationIdValidInUrl)         \
  ROW(kOperationParameters)                    \
  ROW(kOperationSuccessResponse)               \
  ROW(kOperationTagDefined)                    \
  ROW(kOpenApiTagsUniqueness)                  \
  ROW(kNoRefSiblings)                          \
  ROW(kArrayItems)                             \
  ROW(kTypedEnum)                              \
  ROW(kDuplicatedEntryInEnum)                  \
  ROW(kRequiredFieldsDefined)                  \
  ROW(kOas2Discriminator)                      \
  ROW(kOas2OperationFormDataConsumeCheck)      \
  ROW(kOas2OperationSecurityDefined)           \
  ROW(kOas2UnusedDefinition)                   \
  ROW(kAsyncApiBindingSchemaTypeObject)        \
  ROW(kAsyncApiChannelNoEmptyParameter)        \
  ROW(kAsyncApiChannelNoQueryNorFragment)      \
  ROW(kAsyncApiChannelNoTrailingSlash)         \
  ROW(kAsyncApiChannelParameters)              \
  ROW(kAsyncApiChannelServers)                 \
  ROW(kAsyncApiDiscriminator)                  \
  ROW(kAsyncApiHeadersSchemaTypeObject)        \
  ROW(kAsyncApiMessageMessageIdUniqueness)     \
  ROW(kAsyncApiOperationOperationId)           \
  ROW(kAsyncApiOperationOperationIdUniqueness) \
  ROW(kAsyncApiOperationSecurity)              \
  ROW(kAsyncApiServerNoTrailingSlash)          \
  ROW(kAsyncApiServerSecurity)                 \
  ROW(kAsyncApiServerVariables)                \
  ROW(kAsyncApiTagsUniqueness)

namespace tizza::spec {

#define TIZZA_DECLARE(rule) extern const Rule rule;
TIZZA_RULES(TIZZA_DECLARE)
#undef TIZZA_DECLARE

std::span<const Rule* const> all_rules() {
#define TIZZA_ADDRESS(rule) &rule,
  static constexpr const Rule* kRules[] = {TIZZA_RULES(TIZZA_ADDRESS)};
#undef TIZZA_ADDRESS
  return kRules;
}

const Rule* find_rule(std::string_view id) {
  for (const Rule* rule : all_rules()) {
    if (rule->id == id) return rule;
  }
  return nullptr;
}

}  // namespace tizza::spec
