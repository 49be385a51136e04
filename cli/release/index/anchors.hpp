#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tizza::release {

/// One `<a …>text</a>` of an HTML page.
struct Anchor {
  struct Attribute {
    std::string value;  ///< References replaced; empty where it has none.
    Span at;            ///< The characters of the value, or of the name where it has none.
  };
  std::map<std::string, Attribute, std::less<>> attributes;  ///< Names in lower case.
  std::string text;
  Span at;  ///< From `<a` to the end of `</a>`.
};

/// The anchors of a page in their order, comments left out. Errors of the rule `syntax`: a tag, a
/// quote or an anchor without an end.
Result<std::vector<Anchor>> read_anchors(const SourcePtr& source);

}  // namespace tizza::release
