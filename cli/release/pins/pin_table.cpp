#include <array>

#include "release/pins/pin_format.hpp"

namespace tizza::release {

std::span<const PinFormat* const> pin_formats() {
  static const std::array kFormats = {
      &requirements_txt_pins(), &setup_py_pins(), &setup_cfg_pins(), &pyproject_pins(),
      &package_json_pins(),     &chart_pins(),    &dockerfile_pins()};
  return kFormats;
}

}  // namespace tizza::release
