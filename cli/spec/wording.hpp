#pragma once
#include <string>
#include <string_view>

#include "spec/grammar.hpp"
#include "text/document.hpp"

/// How values, places and types read in messages.
namespace tizza::spec {

/// The text on one line, cut where it is long.
std::string shortened(std::string_view text);

/// The same in backticks.
std::string quoted(std::string_view text);

/// What a value is: `the integer `123``, `the string `abc``, `a list`, `a mapping`, `nothing`.
std::string described(Node node);

/// What the type asks for: `a list`, `a string or a schema`.
std::string expectation(const Type& type);

/// What objects of the type are called, with the article: `an operation`.
std::string_view noun(NodeType type);

/// Whether both stand in one text, `a` in front of `b`.
bool stands_before(Node a, Node b);

/// What to say of `other`, where something is used that `node` uses too: whether a reader comes by
/// there first.
std::string other_use(Node other, Node node);

/// `a`, `b` or `c` in backticks.
std::string choices(std::span<const std::string_view> values);

}  // namespace tizza::spec
