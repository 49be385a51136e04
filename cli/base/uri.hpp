#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tizza {

/// The five parts of a URI reference (RFC 3986, appendix B), still percent-encoded.
struct UriParts {
  std::optional<std::string_view> scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query;
  std::optional<std::string_view> fragment;
};

/// Every text has these parts; nothing is refused. The views look into `uri`.
UriParts split_uri(std::string_view uri);

/// `reference` as seen from `base` (RFC 3986, chapter 5.2), dot segments taken out. A base without
/// a scheme works too, so that relative file paths can be resolved.
std::string resolve_uri(std::string_view base, std::string_view reference);

/// Without the fragment and its `#`.
std::string_view without_fragment(std::string_view uri);

/// A path as a URI reference: what may not stand in one is percent-encoded, an absolute path starts
/// with `file://`, and what is a URL already stays one.
std::string path_to_uri(std::string_view path);

/// `%41` becomes `A`; what is no escape stays as it is.
std::string percent_decode(std::string_view text);

}  // namespace tizza
