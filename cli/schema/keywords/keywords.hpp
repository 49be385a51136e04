#pragma once
#include <memory>

#include "schema/compiler.hpp"
#include "schema/program.hpp"

/// What keyword_table.cpp lists. Each compiles one keyword at its place; nullptr where there is
/// nothing to check or the compiler was told why it cannot be used.
namespace tizza::schema {

using KeywordPtr = std::unique_ptr<Keyword>;

// type.cpp
KeywordPtr compile_type(Compiler& compiler, const Place& place);

// values.cpp
KeywordPtr compile_enum(Compiler& compiler, const Place& place);
KeywordPtr compile_const(Compiler& compiler, const Place& place);

// numbers.cpp
KeywordPtr compile_minimum(Compiler& compiler, const Place& place);
KeywordPtr compile_maximum(Compiler& compiler, const Place& place);
KeywordPtr compile_exclusive_minimum(Compiler& compiler, const Place& place);
KeywordPtr compile_exclusive_maximum(Compiler& compiler, const Place& place);
KeywordPtr compile_multiple_of(Compiler& compiler, const Place& place);

// strings.cpp
KeywordPtr compile_min_length(Compiler& compiler, const Place& place);
KeywordPtr compile_max_length(Compiler& compiler, const Place& place);
KeywordPtr compile_pattern(Compiler& compiler, const Place& place);

// format.cpp
KeywordPtr compile_format(Compiler& compiler, const Place& place);

// lists.cpp
KeywordPtr compile_min_items(Compiler& compiler, const Place& place);
KeywordPtr compile_max_items(Compiler& compiler, const Place& place);
KeywordPtr compile_unique_items(Compiler& compiler, const Place& place);
KeywordPtr compile_prefix_items(Compiler& compiler, const Place& place);
KeywordPtr compile_items(Compiler& compiler, const Place& place);
KeywordPtr compile_items_or_prefix(Compiler& compiler, const Place& place);
KeywordPtr compile_additional_items(Compiler& compiler, const Place& place);
KeywordPtr compile_contains(Compiler& compiler, const Place& place);

// members.cpp: subschemas for members
KeywordPtr compile_properties(Compiler& compiler, const Place& place);
KeywordPtr compile_pattern_properties(Compiler& compiler, const Place& place);
KeywordPtr compile_additional_properties(Compiler& compiler, const Place& place);
KeywordPtr compile_property_names(Compiler& compiler, const Place& place);

// objects.cpp: which members there are
KeywordPtr compile_required(Compiler& compiler, const Place& place);
KeywordPtr compile_min_properties(Compiler& compiler, const Place& place);
KeywordPtr compile_max_properties(Compiler& compiler, const Place& place);
KeywordPtr compile_dependent_required(Compiler& compiler, const Place& place);
KeywordPtr compile_dependent_schemas(Compiler& compiler, const Place& place);
KeywordPtr compile_dependencies(Compiler& compiler, const Place& place);

// logic.cpp
KeywordPtr compile_all_of(Compiler& compiler, const Place& place);
KeywordPtr compile_any_of(Compiler& compiler, const Place& place);
KeywordPtr compile_one_of(Compiler& compiler, const Place& place);
KeywordPtr compile_not(Compiler& compiler, const Place& place);
KeywordPtr compile_if(Compiler& compiler, const Place& place);

// references.cpp
KeywordPtr compile_ref(Compiler& compiler, const Place& place);
KeywordPtr compile_recursive_ref(Compiler& compiler, const Place& place);
KeywordPtr compile_dynamic_ref(Compiler& compiler, const Place& place);

// unevaluated.cpp
KeywordPtr compile_unevaluated_properties(Compiler& compiler, const Place& place);
KeywordPtr compile_unevaluated_items(Compiler& compiler, const Place& place);

}  // namespace tizza::schema
