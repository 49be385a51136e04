#pragma once
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "spec/version.hpp"
#include "text/document.hpp"

namespace tizza::spec {

/// Whether a text may be an API description, without parsing it: it holds `swagger`, `openapi` or
/// `asyncapi` where a key can stand.
bool may_be_description(std::string_view text);

/// The format that the root of a document names: the entry `swagger`, `openapi` or `asyncapi`, or
/// none.
std::optional<Entry> version_entry(const Document& document);

/// What to say of a document without such an entry: rule `unknown-format`, at a key that is close
/// to one of the three where there is such a slip.
Error no_description(const Document& document);

/// The version that the entry names. An error where it is none of ours (rule `unknown-version`) or
/// where the root names another format too (`several-formats`, a finding).
Result<Version> version_of(const Entry& entry);

}  // namespace tizza::spec
