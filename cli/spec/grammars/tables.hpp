#pragma once
#include "spec/grammar.hpp"

/// One function a table; the rows of grammar_table.cpp call them.
namespace tizza::spec {

const Grammar& swagger2_grammar();
const Grammar& openapi3_grammar();
const Grammar& asyncapi2_grammar();
const Grammar& asyncapi3_grammar();

}  // namespace tizza::spec
