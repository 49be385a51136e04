#pragma once
#include <string>

#include "base/source.hpp"

namespace tizza {

/// One change of a text: these bytes become those.
struct Edit {
  Span span;  ///< Empty for an insertion.
  std::string replacement;
};

}  // namespace tizza
