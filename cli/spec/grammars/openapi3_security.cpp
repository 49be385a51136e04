#include "spec/grammars/openapi3_security.hpp"

namespace tizza::spec::openapi {
namespace {

constexpr Field kImplicitFlowFields[] = {
    {"authorizationUrl", kUriReference, kRequired},
    {"scopes", kScopes, kRequired},
    {"refreshUrl", kUriReference},
};
constexpr Object kImplicitFlowObject =
    object(NodeType::kOAuthFlow, "an implicit flow", kImplicitFlowFields);
constexpr Type kImplicitFlow = object_type(kImplicitFlowObject);

constexpr Field kTokenFlowFields[] = {
    {"tokenUrl", kUriReference, kRequired},
    {"scopes", kScopes, kRequired},
    {"refreshUrl", kUriReference},
};
constexpr Object kPasswordFlowObject =
    object(NodeType::kOAuthFlow, "a password flow", kTokenFlowFields);
constexpr Type kPasswordFlow = object_type(kPasswordFlowObject);
constexpr Object kClientFlowObject =
    object(NodeType::kOAuthFlow, "a client credentials flow", kTokenFlowFields);
constexpr Type kClientFlow = object_type(kClientFlowObject);

constexpr Field kCodeFlowFields[] = {
    {"authorizationUrl", kUriReference, kRequired},
    {"tokenUrl", kUriReference, kRequired},
    {"scopes", kScopes, kRequired},
    {"refreshUrl", kUriReference},
};
constexpr Object kCodeFlowObject =
    object(NodeType::kOAuthFlow, "an authorization code flow", kCodeFlowFields);
constexpr Type kCodeFlow = object_type(kCodeFlowObject);

constexpr Field kDeviceFlowFields[] = {
    {"deviceAuthorizationUrl", kUriReference, kRequired},
    {"tokenUrl", kUriReference, kRequired},
    {"scopes", kScopes, kRequired},
    {"refreshUrl", kUriReference},
};
constexpr Object kDeviceFlowObject =
    object(NodeType::kOAuthFlow, "a device authorization flow", kDeviceFlowFields);
constexpr Type kDeviceFlow = object_type(kDeviceFlowObject);

constexpr Field kFlowsFields[] = {
    {"implicit", kImplicitFlow},
    {"password", kPasswordFlow},
    {"clientCredentials", kClientFlow},
    {"authorizationCode", kCodeFlow},
    {"deviceAuthorization", kDeviceFlow, kIn32},
};
constexpr Object kFlowsObject = object(NodeType::kOAuthFlows, "OAuth flows", kFlowsFields);
constexpr Type kFlows = object_type(kFlowsObject);

constexpr Field kCommonFields[] = {
    {"type", kString, kRequired},
    {"description", kString},
    {"deprecated", kBoolean, kIn32},
};

constexpr std::string_view kApiKeyPlaceNames[] = {"query", "header", "cookie"};
constexpr Type kApiKeyPlace = one_of(kApiKeyPlaceNames);
constexpr Field kOwnApiKeyFields[] = {
    {"name", kString, kRequired},
    {"in", kApiKeyPlace, kRequired},
};
constexpr auto kApiKeyFields = joined(kOwnApiKeyFields, kCommonFields);
constexpr Object kApiKeyObject =
    object(NodeType::kSecurityScheme, "an `apiKey` security scheme", kApiKeyFields);
constexpr Type kApiKeyScheme = object_type(kApiKeyObject);

constexpr Field kOwnHttpFields[] = {
    {"scheme", kString, kRequired},
    {"bearerFormat", kString},
};
constexpr auto kHttpFields = joined(kOwnHttpFields, kCommonFields);
constexpr Constraint kHttpConstraints[] = {
    {Constraint::Kind::kOnlyWith, "scheme", "bearer", "bearerFormat"},
};
constexpr Object kHttpObject = [] {
  Object made = object(NodeType::kSecurityScheme, "an `http` security scheme", kHttpFields);
  made.constraints = kHttpConstraints;
  return made;
}();
constexpr Type kHttpScheme = object_type(kHttpObject);

constexpr Object kMutualTlsObject =
    object(NodeType::kSecurityScheme, "a `mutualTLS` security scheme", kCommonFields);
constexpr Type kMutualTlsScheme = object_type(kMutualTlsObject);

constexpr Field kOwnOAuth2Fields[] = {
    {"flows", kFlows, kRequired},
    {"oauth2MetadataUrl", kUriReference, kIn32},
};
constexpr auto kOAuth2Fields = joined(kOwnOAuth2Fields, kCommonFields);
constexpr Object kOAuth2Object =
    object(NodeType::kSecurityScheme, "an `oauth2` security scheme", kOAuth2Fields);
constexpr Type kOAuth2Scheme = object_type(kOAuth2Object);

constexpr Field kOwnOpenIdFields[] = {
    {"openIdConnectUrl", kUriReference, kRequired},
};
constexpr auto kOpenIdFields = joined(kOwnOpenIdFields, kCommonFields);
constexpr Object kOpenIdObject =
    object(NodeType::kSecurityScheme, "an `openIdConnect` security scheme", kOpenIdFields);
constexpr Type kOpenIdScheme = object_type(kOpenIdObject);

constexpr Case kSchemeCases[] = {
    {"apiKey", kApiKeyScheme},
    {"http", kHttpScheme},
    {"mutualTLS", kMutualTlsScheme, kSince31},
    {"oauth2", kOAuth2Scheme},
    {"openIdConnect", kOpenIdScheme},
};

}  // namespace

constexpr Variant kSecuritySchemeVariant = {.type = NodeType::kSecurityScheme,
                                            .name = "a security scheme",
                                            .field = "type",
                                            .cases = kSchemeCases};

}  // namespace tizza::spec::openapi
