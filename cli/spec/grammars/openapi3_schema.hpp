#pragma once
#include "spec/grammars/common.hpp"

/// The Schema Objects of OpenAPI 3: the dialect of 3.0, and JSON Schema 2020-12 with OpenAPI's own
/// keywords since 3.1.
namespace tizza::spec::openapi {

constexpr Versions kIn30 = Version::kOpenApi30;
constexpr Versions kIn31 = Version::kOpenApi31;
constexpr Versions kIn32 = Version::kOpenApi32;
constexpr Versions kUntil31 = kIn30 | kIn31;
constexpr Versions kSince31 = kIn31 | kIn32;

// All URLs of OpenAPI 3 may be relative (3.1.1, 4.6), those of AsyncAPI and Swagger may not.
inline constexpr Field kExternalDocsFields[] = {
    {"url", kUriReference, kRequired},
    {"description", kString},
};
inline constexpr Object kExternalDocsObject =
    object(NodeType::kExternalDocs, "an external documentation", kExternalDocsFields);
inline constexpr Type kExternalDocs = object_type(kExternalDocsObject);

extern const Object kSchema30Object;
extern const Variant kSchema31Variant;

inline constexpr Type kSchema30 = object_or_reference(kSchema30Object);
inline constexpr Type kPlainSchema31 = variant_or_reference(kSchema31Variant);
inline constexpr const Type* kSchema31Choices[] = {&kPlainSchema31, &kBoolean};
/// A schema, a reference to one, or `true` or `false`.
inline constexpr Type kSchema31 = either(kSchema31Choices);

}  // namespace tizza::spec::openapi
