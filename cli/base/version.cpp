#include "base/version.hpp"

namespace tizza {

std::string_view tool_version() {
  return TIZZA_VERSION;
}

}  // namespace tizza
