#include "spec/grammars/openapi3_parameter.hpp"

namespace tizza::spec::openapi {
namespace {

using Kind = Constraint::Kind;

constexpr Type single(Type map) {
  map.least = 1;
  map.most = 1;
  return map;
}
constexpr Type kOneContent30 = single(kContent30);
constexpr Type kOneContent32 = single(kContent32);
constexpr std::string_view kTrueName[] = {"true"};
constexpr Type kTrue{.shape = Shape::kBoolean, .values = kTrueName};

// Parameter Object. `schema` and `content` exclude each other, and with them what describes the
// one or the other; the examples go with both since 3.2.

constexpr Field kValueFields[] = {
    {"description", kString},
    {"deprecated", kBoolean},
    {"schema", kSchema30, kIn30},
    {"schema", kSchema31, kSince31},
    {"content", kOneContent30, kUntil31},
    {"content", kOneContent32, kIn32},
    {"example", kAny},
    {"examples", kExamples},
    {"explode", kBoolean},
};
constexpr Constraint kValueConstraints[] = {
    {Kind::kAnyOf, "schema", {}, "content"},
    {Kind::kNotTogether, "schema", {}, "content"},
    {Kind::kNotTogether, "example", {}, "examples"},
    {Kind::kNotTogether, "content", {}, "style"},
    {Kind::kNotTogether, "content", {}, "explode"},
    {Kind::kNotTogether, "content", {}, "allowReserved"},
    {Kind::kNotTogether, "content", {}, "example", kUntil31},
    {Kind::kNotTogether, "content", {}, "examples", kUntil31},
    {Kind::kExcludes, "style", "cookie", "allowReserved", kIn32},
};
constexpr Object value_object(NodeType type, std::string_view name, std::span<const Field> fields) {
  Object made = object(type, name, fields);
  made.constraints = kValueConstraints;
  return made;
}

constexpr std::string_view kQueryStyleNames[] = {"form", "spaceDelimited", "pipeDelimited",
                                                 "deepObject"};
constexpr Type kQueryStyle = one_of(kQueryStyleNames);
constexpr Field kOwnQueryFields[] = {
    {"name", kString, kRequired}, {"in", kString, kRequired},    {"required", kBoolean},
    {"style", kQueryStyle},       {"allowEmptyValue", kBoolean}, {"allowReserved", kBoolean},
};
constexpr auto kQueryFields = joined(kOwnQueryFields, kValueFields);
constexpr Object kQueryObject =
    value_object(NodeType::kParameter, "a query parameter", kQueryFields);
constexpr Type kQuery = object_type(kQueryObject);

constexpr std::string_view kPathStyleNames[] = {"matrix", "label", "simple"};
constexpr Type kPathStyle = one_of(kPathStyleNames);
constexpr Type kPathName{.shape = Shape::kString, .format = ValueFormat::kPathVariable};
constexpr Field kOwnPathFields[] = {
    {"name", kString, kRequired, kIn30},
    {"name", kPathName, kRequired, kSince31},
    {"in", kString, kRequired},
    {"required", kTrue, kRequired},
    {"style", kPathStyle},
    {"allowEmptyValue", kBoolean, kIn30},
    {"allowReserved", kBoolean, kIn30 | kIn32},
};
constexpr auto kPathFields = joined(kOwnPathFields, kValueFields);
constexpr Object kPathObject = value_object(NodeType::kParameter, "a path parameter", kPathFields);
constexpr Type kPath = object_type(kPathObject);

constexpr std::string_view kHeaderStyleNames[] = {"simple"};
constexpr Type kHeaderStyle = one_of(kHeaderStyleNames);
constexpr Type kHeaderName{.shape = Shape::kString, .format = ValueFormat::kHttpToken};
constexpr Field kOwnHeaderParameterFields[] = {
    {"name", kString, kRequired, kUntil31},
    {"name", kHeaderName, kRequired, kIn32},
    {"in", kString, kRequired},
    {"required", kBoolean},
    {"style", kHeaderStyle},
    {"allowEmptyValue", kBoolean, kIn30},
    {"allowReserved", kBoolean, kIn30},
};
constexpr auto kHeaderParameterFields = joined(kOwnHeaderParameterFields, kValueFields);
constexpr Object kHeaderParameterObject =
    value_object(NodeType::kParameter, "a header parameter", kHeaderParameterFields);
constexpr Type kHeaderParameter = object_type(kHeaderParameterObject);

constexpr std::string_view kCookieStyle30Names[] = {"form"};
constexpr Type kCookieStyle30 = one_of(kCookieStyle30Names);
constexpr std::string_view kCookieStyle32Names[] = {"form", "cookie"};
constexpr Type kCookieStyle32 = one_of(kCookieStyle32Names);
constexpr Field kOwnCookieFields[] = {
    {"name", kString, kRequired},
    {"in", kString, kRequired},
    {"required", kBoolean},
    {"style", kCookieStyle30, kUntil31},
    {"style", kCookieStyle32, kIn32},
    {"allowEmptyValue", kBoolean, kIn30},
    {"allowReserved", kBoolean, kIn30 | kIn32},
};
constexpr auto kCookieFields = joined(kOwnCookieFields, kValueFields);
constexpr Object kCookieObject =
    value_object(NodeType::kParameter, "a cookie parameter", kCookieFields);
constexpr Type kCookie = object_type(kCookieObject);

// The whole query string as one value, since 3.2: it has no style.
constexpr Field kQueryStringFields[] = {
    {"name", kString, kRequired},
    {"in", kString, kRequired},
    {"required", kBoolean},
    {"description", kString},
    {"deprecated", kBoolean},
    {"content", kOneContent32, kRequired},
    {"example", kAny},
    {"examples", kExamples},
};
constexpr Constraint kQueryStringConstraints[] = {
    {Kind::kNotTogether, "example", {}, "examples"},
};
constexpr Object kQueryStringObject = [] {
  Object made = object(NodeType::kParameter, "a query string parameter", kQueryStringFields);
  made.constraints = kQueryStringConstraints;
  return made;
}();
constexpr Type kQueryString = object_type(kQueryStringObject);

constexpr Case kParameterCases[] = {
    {"query", kQuery},
    {"querystring", kQueryString, kIn32},
    {"header", kHeaderParameter},
    {"path", kPath},
    {"cookie", kCookie},
};

// Header Object.

constexpr Field kOwnHeaderFields[] = {
    {"required", kBoolean},
    {"style", kHeaderStyle},
    {"allowEmptyValue", kBoolean, kIn30},
    {"allowReserved", kBoolean, kIn30},
};
constexpr auto kHeaderFields = joined(kOwnHeaderFields, kValueFields);

// Example Object.

constexpr Field kExampleFields[] = {
    {"summary", kString},
    {"description", kString},
    {"value", kAny},
    {"externalValue", kUriReference},
    {"dataValue", kAny, kIn32},
    {"serializedValue", kString, kIn32},
};
constexpr Constraint kExampleConstraints[] = {
    {Kind::kNotTogether, "value", {}, "externalValue", kSince31},
    {Kind::kNotTogether, "value", {}, "dataValue", kIn32},
    {Kind::kNotTogether, "value", {}, "serializedValue", kIn32},
    {Kind::kNotTogether, "serializedValue", {}, "externalValue", kIn32},
};

// Encoding Object and Media Type Object; parts by position came with 3.2.

extern const Object kEncodingObject;
constexpr Type kEncoding = object_type(kEncodingObject);
constexpr Type kEncodingMap = map_of(kEncoding);
constexpr Type kEncodingList = list_of(kEncoding);
constexpr Field kPartFields[] = {
    {"prefixEncoding", kEncodingList, kIn32},
    {"itemEncoding", kEncoding, kIn32},
};
constexpr Constraint kEncodingConstraints[] = {
    {Kind::kNotTogether, "encoding", {}, "prefixEncoding", kIn32},
    {Kind::kNotTogether, "encoding", {}, "itemEncoding", kIn32},
};
constexpr Constraint kMediaTypeConstraints[] = {
    {Kind::kNotTogether, "encoding", {}, "prefixEncoding", kIn32},
    {Kind::kNotTogether, "encoding", {}, "itemEncoding", kIn32},
    {Kind::kNotTogether, "example", {}, "examples"},
};

constexpr Field kOwnEncodingFields[] = {
    {"contentType", kString},
    {"headers", kHeaders, kUntil31},
    {"headers", kTokenHeaders, kIn32},
    {"style", kQueryStyle},
    {"explode", kBoolean},
    {"allowReserved", kBoolean},
    {"encoding", kEncodingMap, kIn32},
};
constexpr auto kEncodingFields = joined(kOwnEncodingFields, kPartFields);
constexpr Object kEncodingObject = [] {
  Object made = object(NodeType::kEncoding, "an encoding", kEncodingFields);
  made.constraints = kEncodingConstraints;
  return made;
}();

constexpr Field kOwnMediaTypeFields[] = {
    {"schema", kSchema30, kIn30},
    {"schema", kSchema31, kSince31},
    {"example", kAny},
    {"examples", kExamples},
    {"encoding", kEncodingMap},
    {"description", kString, kIn32},
    {"itemSchema", kSchema31, kIn32},
};
constexpr auto kMediaTypeFields = joined(kOwnMediaTypeFields, kPartFields);

}  // namespace

constexpr Variant kParameterVariant = {
    .type = NodeType::kParameter, .name = "a parameter", .field = "in", .cases = kParameterCases};
constexpr Object kHeaderObject = value_object(NodeType::kHeader, "a header", kHeaderFields);
constexpr Object kExampleObject = [] {
  Object made = object(NodeType::kExample, "an example", kExampleFields);
  made.constraints = kExampleConstraints;
  return made;
}();
constexpr Object kMediaTypeObject = [] {
  Object made = object(NodeType::kMediaType, "a media type", kMediaTypeFields);
  made.constraints = kMediaTypeConstraints;
  return made;
}();

}  // namespace tizza::spec::openapi
