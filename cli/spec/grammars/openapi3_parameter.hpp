#pragma once
#include "spec/grammars/openapi3_schema.hpp"

/// What describes one value on the wire in OpenAPI 3: parameters, headers, media types, examples.
namespace tizza::spec::openapi {

extern const Variant kParameterVariant;
extern const Object kHeaderObject;
extern const Object kExampleObject;
extern const Object kMediaTypeObject;

inline constexpr Type kParameter = variant_or_reference(kParameterVariant);
inline constexpr Type kHeader = object_or_reference(kHeaderObject);
inline constexpr Type kHeaders = map_of(kHeader);
inline constexpr Type kTokenHeaders = map_of(kHeader, KeyRule::kToken);
inline constexpr Type kExample = object_or_reference(kExampleObject);
inline constexpr Type kExamples = map_of(kExample);
inline constexpr Type kMediaType = object_type(kMediaTypeObject);
inline constexpr Type kMediaTypeOrReference = object_or_reference(kMediaTypeObject);
inline constexpr Type kContent30 = map_of(kMediaType);
inline constexpr Type kContent32 = map_of(kMediaTypeOrReference);

}  // namespace tizza::spec::openapi
