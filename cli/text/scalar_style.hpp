#pragma once
#include <string>
#include <string_view>

#include "text/document.hpp"

/// How a string is written into an existing text.
namespace tizza {

/// JSON's escapes, which YAML and TOML have too.
std::string double_quoted(std::string_view text);

/// Quotes are doubled, as YAML has it.
std::string single_quoted(std::string_view text);

/// Whether single quotes can hold the text: one line without control characters; in TOML without
/// quotes too.
bool may_be_single_quoted(std::string_view text, Format format);

/// Plain where YAML reads the same string back, also between brackets where `in_flow`.
std::string quoted_or_plain(std::string_view text, bool in_flow);

/// Whether a YAML node stands somewhere between brackets.
bool stands_in_flow(Node node);

/// Whether a collection is written with brackets.
bool is_flow(Node collection);

}  // namespace tizza
