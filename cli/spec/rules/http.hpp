#pragma once
#include <string_view>
#include <vector>

#include "spec/rule.hpp"

/// What rules ask of the operations of Swagger and OpenAPI, in the same words for both.
namespace tizza::spec {

/// The parts of a path between its slashes; `{id}` is one.
std::vector<std::string_view> path_segments(std::string_view path);
bool is_template(std::string_view segment);
/// Whether the path ends with a parameter, and so names one thing of a collection.
bool names_one_item(std::string_view path);

/// The parameters of an operation, then those of its path item that it does not have itself;
/// references followed.
std::vector<Node> parameters_of(const ApiDescription& api, const OperationUse& use);

/// The schema of a parameter or header: the one in `schema` since OpenAPI 3.0, itself in
/// Swagger 2.0.
Node value_schema(const ApiDescription& api, Node parameter);

/// The key of the response for the status `code`, else for its range (`4XX`), else nothing.
Node response_key(const OperationUse& use, std::string_view code);
/// Whether the operation says what comes with an error status: by code, by range or by `default`.
bool describes_error(const OperationUse& use, std::string_view code);
/// Whether the code or range is that of an answer with the first digit `digit`.
bool is_status(std::string_view code, char digit);

/// Where the body of a response or request is described.
struct Body {
  std::string_view media_type;  ///< Empty in Swagger 2.0, which says it elsewhere.
  Node schema;                  ///< References followed; nothing where none is given.
};

/// The bodies that a response may have. Empty where it describes none.
std::vector<Body> bodies_of(const ApiDescription& api, Node response);
/// The bodies that the operation takes, in the body parameter or the request body.
std::vector<Body> request_bodies(const ApiDescription& api, const OperationUse& use);
/// What says that the operation takes a body: the parameter or `requestBody`; or nothing.
Node body_place(const ApiDescription& api, const OperationUse& use);

/// The security requirements that hold for the operation: its own, else those of the root.
Node security_of(const ApiDescription& api, const OperationUse& use);
/// Whether the requirements ask for something, and do not allow to come without anything.
bool is_secured(Node requirements);

/// Whether the operation can change something: anything but GET, HEAD, OPTIONS, TRACE and QUERY.
bool is_write(std::string_view verb);

/// The property of an object schema, looked up through `allOf` and references; or nothing.
Node find_property(const ApiDescription& api, Node schema, std::string_view name);

/// Whether the schema has the type, alone or in a list of types.
bool has_type(Node schema, std::string_view type);

}  // namespace tizza::spec
