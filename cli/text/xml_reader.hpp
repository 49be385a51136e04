#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tizza {

/// One element of an XML text.
struct XmlElement {
  std::string path;     ///< The names from the root on: `project/parent/version`.
  Span content;         ///< What stands between its tags; empty for `<version/>`.
  bool is_text = true;  ///< Whether it holds no other element.
};

/// The elements in the order in which they start (expat). Names keep their prefixes. Broken XML is
/// an error of the rule `syntax` with its place; nothing outside of the text is ever read.
Result<std::vector<XmlElement>> read_xml(const SourcePtr& source);

}  // namespace tizza
