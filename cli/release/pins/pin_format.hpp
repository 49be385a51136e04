#pragma once
#include <span>
#include <string_view>

#include "ports/file_system.hpp"
#include "release/pins/pin_sink.hpp"

namespace tizza::release {

/// One kind of file that pins what a project requires. Adding one is a file beside this, a row in
/// pin_table.cpp, a sample in tests/unit/release/set_pin_test.cpp and goldens.
struct PinFormat {
  std::string_view what;  ///< `package.json`
  /// By the path from the project's folder: `requirements/base.txt`.
  bool (*matches)(std::string_view path) = nullptr;
  /// Hands all that the file requires to the sink. `files` is for what stands beside it: lock files
  /// and included ones. Errors: a broken text, an included file that cannot be read.
  Status (*read)(const SourcePtr& source, const FileReader& files, PinSink& sink) = nullptr;
};

const PinFormat& requirements_txt_pins();
const PinFormat& setup_py_pins();
const PinFormat& setup_cfg_pins();
const PinFormat& pyproject_pins();
const PinFormat& package_json_pins();
const PinFormat& chart_pins();
const PinFormat& dockerfile_pins();

/// All of them, in the order of reading.
std::span<const PinFormat* const> pin_formats();

/// The URLs with which an API description refers to others (`$ref`).
Status read_description_pins(const SourcePtr& source, PinSink& sink);

}  // namespace tizza::release
