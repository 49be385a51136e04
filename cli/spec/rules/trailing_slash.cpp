#include "spec/rules/trailing_slash.hpp"

namespace tizza::spec {

Edit remove_trailing_slashes(Node scalar) {
  std::string_view text = scalar.text();
  while (text.size() > 1 && text.ends_with('/')) text.remove_suffix(1);
  return replace_scalar(scalar, text);
}

}  // namespace tizza::spec
