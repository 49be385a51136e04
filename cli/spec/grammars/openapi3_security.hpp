#pragma once
#include "spec/grammars/openapi3_schema.hpp"

/// The Security Scheme Object of OpenAPI 3.
namespace tizza::spec::openapi {

extern const Variant kSecuritySchemeVariant;

inline constexpr Type kSecurityScheme = variant_or_reference(kSecuritySchemeVariant);

}  // namespace tizza::spec::openapi
