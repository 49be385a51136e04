#pragma once
#include "spec/grammar.hpp"

/// Objects that Swagger, OpenAPI and AsyncAPI share word for word.
namespace tizza::spec {

inline constexpr auto kRequired = Presence::kRequired;
inline constexpr auto kOptional = Presence::kOptional;

inline constexpr Field kContactFields[] = {
    {"name", kString},
    {"url", kUri},
    {"email", kEmail},
};
inline constexpr Object kContactObject = object(NodeType::kContact, "a contact", kContactFields);
inline constexpr Type kContact = object_type(kContactObject);

inline constexpr Field kLicenseFields[] = {
    {"name", kString, kRequired},
    {"url", kUri},
};
inline constexpr Object kLicenseObject = object(NodeType::kLicense, "a license", kLicenseFields);
inline constexpr Type kLicense = object_type(kLicenseObject);

inline constexpr Field kExternalDocsFields[] = {
    {"url", kUri, kRequired},
    {"description", kString},
};
inline constexpr Object kExternalDocsObject =
    object(NodeType::kExternalDocs, "an external documentation", kExternalDocsFields);
inline constexpr Type kExternalDocs = object_type(kExternalDocsObject);

inline constexpr Field kTagFields[] = {
    {"name", kString, kRequired},
    {"description", kString},
    {"externalDocs", kExternalDocs},
};
inline constexpr Object kTagObject = object(NodeType::kTag, "a tag", kTagFields);
inline constexpr Type kTag = object_type(kTagObject);
inline constexpr Type kTags = list_of(kTag);

inline constexpr Type kStringSet = set_of(kString);

/// Each requirement is a mapping from the name of a scheme to the scopes that it needs.
inline constexpr Object kSecurityRequirementObject = [] {
  Object made = object(NodeType::kSecurityRequirement, "a security requirement", {});
  made.extensions = false;
  made.rest = &kStringSet;
  return made;
}();
inline constexpr Type kSecurityRequirement = object_type(kSecurityRequirementObject);
inline constexpr Type kSecurityRequirements = list_of(kSecurityRequirement);
inline constexpr Type kUniqueSecurityRequirements = set_of(kSecurityRequirement);

/// Scopes of an OAuth 2 flow: names with descriptions.
inline constexpr Object kScopesObject = [] {
  Object made = object(NodeType::kScopes, "a mapping of scopes to descriptions", {});
  made.rest = &kString;
  return made;
}();
inline constexpr Type kScopes = object_type(kScopesObject);

inline constexpr std::string_view kJsonTypeNames[] = {"array",  "boolean", "integer", "null",
                                                      "number", "object",  "string"};
inline constexpr Type kJsonTypeName = one_of(kJsonTypeNames);
inline constexpr Type kJsonTypeNameSet = set_of(kJsonTypeName, 1);
inline constexpr const Type* kJsonTypeChoices[] = {&kJsonTypeName, &kJsonTypeNameSet};
/// The keyword `type`: one name, or a list of them.
inline constexpr Type kJsonType = either(kJsonTypeChoices);

inline constexpr Type kPositiveNumber{.shape = Shape::kNumber, .minimum = 0, .above_minimum = true};
inline constexpr Type kEnumValues = list_of(kAny, 1);

}  // namespace tizza::spec
