// The Security Scheme Object of AsyncAPI, https://www.asyncapi.com/docs/reference.
#include "spec/grammars/asyncapi_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Versions kSince21 = since(Version::kAsyncApi21);

constexpr Field kPlainSchemeFields[] = {
    {"type", kString, kRequired},
    {"description", kString},
};
constexpr Object kPlainSchemeObject =
    object(NodeType::kSecurityScheme, "a security scheme of this type", kPlainSchemeFields);
constexpr Type kPlainScheme = object_type(kPlainSchemeObject);

constexpr std::string_view kApiKeyPlaceNames[] = {"user", "password"};
constexpr Type kApiKeyPlace = one_of(kApiKeyPlaceNames);
constexpr Field kApiKeyFields[] = {
    {"type", kString, kRequired},
    {"in", kApiKeyPlace, kRequired},
    {"description", kString},
};
constexpr Object kApiKeyObject =
    object(NodeType::kSecurityScheme, "an `apiKey` security scheme", kApiKeyFields);
constexpr Type kApiKey = object_type(kApiKeyObject);

constexpr std::string_view kHttpApiKeyPlaceNames[] = {"header", "query", "cookie"};
constexpr Type kHttpApiKeyPlace = one_of(kHttpApiKeyPlaceNames);
constexpr Field kHttpApiKeyFields[] = {
    {"type", kString, kRequired},
    {"name", kString, kRequired},
    {"in", kHttpApiKeyPlace, kRequired},
    {"description", kString},
};
constexpr Object kHttpApiKeyObject =
    object(NodeType::kSecurityScheme, "an `httpApiKey` security scheme", kHttpApiKeyFields);
constexpr Type kHttpApiKey = object_type(kHttpApiKeyObject);

constexpr Field kHttpFields[] = {
    {"type", kString, kRequired},
    {"scheme", kString, kRequired},
    {"bearerFormat", kString},
    {"description", kString},
};
constexpr Object kHttpObject =
    object(NodeType::kSecurityScheme, "an `http` security scheme", kHttpFields);
constexpr Type kHttp = object_type(kHttpObject);

constexpr Field kOpenIdFields[] = {
    {"type", kString, kRequired},
    {"openIdConnectUrl", kUri, kRequired},
    {"scopes", kStrings, kAllAsyncApi3},
    {"description", kString},
};
constexpr Object kOpenIdObject =
    object(NodeType::kSecurityScheme, "an `openIdConnect` security scheme", kOpenIdFields);
constexpr Type kOpenId = object_type(kOpenIdObject);

constexpr Field kImplicitFields[] = {
    {"authorizationUrl", kUri, kRequired},
    {"scopes", kScopes, kRequired, kAllAsyncApi2},
    {"availableScopes", kScopes, kRequired, kAllAsyncApi3},
    {"refreshUrl", kUri},
};
constexpr Object kImplicitObject =
    object(NodeType::kOAuthFlow, "an `implicit` flow", kImplicitFields);
constexpr Type kImplicit = object_type(kImplicitObject);
constexpr Field kTokenFields[] = {
    {"tokenUrl", kUri, kRequired},
    {"scopes", kScopes, kRequired, kAllAsyncApi2},
    {"availableScopes", kScopes, kRequired, kAllAsyncApi3},
    {"refreshUrl", kUri},
};
constexpr Object kTokenObject =
    object(NodeType::kOAuthFlow, "a `password` or `clientCredentials` flow", kTokenFields);
constexpr Type kToken = object_type(kTokenObject);
constexpr Field kCodeFields[] = {
    {"authorizationUrl", kUri, kRequired},
    {"tokenUrl", kUri, kRequired},
    {"scopes", kScopes, kRequired, kAllAsyncApi2},
    {"availableScopes", kScopes, kRequired, kAllAsyncApi3},
    {"refreshUrl", kUri},
};
constexpr Object kCodeObject =
    object(NodeType::kOAuthFlow, "an `authorizationCode` flow", kCodeFields);
constexpr Type kCode = object_type(kCodeObject);
constexpr Field kFlowsFields[] = {
    {"implicit", kImplicit},
    {"password", kToken},
    {"clientCredentials", kToken},
    {"authorizationCode", kCode},
};
constexpr Object kFlowsObject = object(NodeType::kOAuthFlows, "OAuth flows", kFlowsFields);
constexpr Type kFlows = object_type(kFlowsObject);
constexpr Field kOAuth2Fields[] = {
    {"type", kString, kRequired},
    {"flows", kFlows, kRequired},
    {"scopes", kStrings, kAllAsyncApi3},
    {"description", kString},
};
constexpr Object kOAuth2Object =
    object(NodeType::kSecurityScheme, "an `oauth2` security scheme", kOAuth2Fields);
constexpr Type kOAuth2 = object_type(kOAuth2Object);

constexpr Case kSchemeCases[] = {
    {"userPassword", kPlainScheme},
    {"apiKey", kApiKey},
    {"X509", kPlainScheme},
    {"symmetricEncryption", kPlainScheme},
    {"asymmetricEncryption", kPlainScheme},
    {"httpApiKey", kHttpApiKey},
    {"http", kHttp},
    {"oauth2", kOAuth2},
    {"openIdConnect", kOpenId},
    {"plain", kPlainScheme, kSince21},
    {"scramSha256", kPlainScheme, kSince21},
    {"scramSha512", kPlainScheme, kSince21},
    {"gssapi", kPlainScheme, kSince21},
};

}  // namespace

constexpr Variant kSecuritySchemeVariant = {.type = NodeType::kSecurityScheme,
                                            .name = "a security scheme",
                                            .field = "type",
                                            .cases = kSchemeCases};

}  // namespace tizza::spec::asyncapi
