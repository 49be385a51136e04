#pragma once
#include "spec/grammars/common.hpp"

/// Types that the grammars of AsyncAPI 2 and 3 share.
namespace tizza::spec::asyncapi {

/// From a version on.
constexpr Versions since(Version version) {
  return Versions::range(version, Version::kAsyncApi31);
}

/// The security schemes; which there are depends on the version.
extern const Variant kSecuritySchemeVariant;
inline constexpr Type kSecurityScheme = variant_or_reference(kSecuritySchemeVariant);

/// Since AsyncAPI 3 references may stand for these too.
inline constexpr Type kReferableDocs = object_or_reference(kExternalDocsObject);

inline constexpr Type kFreeMap = map_of(kAny);
inline constexpr Type kStrings = list_of(kString);
inline constexpr Type kRuntimeExpression{.shape = Shape::kString,
                                         .format = ValueFormat::kRuntimeExpression};

inline constexpr Field kServerVariableFields[] = {
    {"enum", kStringSet},
    {"default", kString},
    {"description", kString},
    {"examples", kStrings},
};
inline constexpr Object kServerVariableObject =
    object(NodeType::kServerVariable, "a server variable", kServerVariableFields);
inline constexpr Type kServerVariable = object_or_reference(kServerVariableObject);
inline constexpr Type kServerVariables = map_of(kServerVariable);

inline constexpr Field kCorrelationIdFields[] = {
    {"location", kRuntimeExpression, kRequired},
    {"description", kString},
};
inline constexpr Object kCorrelationIdObject =
    object(NodeType::kCorrelationId, "a correlation id", kCorrelationIdFields);
inline constexpr Type kCorrelationId = object_or_reference(kCorrelationIdObject);

}  // namespace tizza::spec::asyncapi
