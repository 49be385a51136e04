#include <fmt/core.h>

#include "release/pins/pin_format.hpp"
#include "release/pins/requirement.hpp"
#include "release/python_module.hpp"

// setup.py: `install_requires` and `extras_require` of setup(), followed through constants.
namespace tizza::release {
namespace {

bool is_packaging_module(std::string_view name) {
  return name == "setuptools" || name == "core";
}

Status read(const SourcePtr& source, const FileReader&, PinSink& sink) {
  TIZZA_TRY(const PythonModule module, PythonModule::read(source));
  for (const std::string_view keyword : {"install_requires", "extras_require"}) {
    for (const auto& call : module.calls("setup", keyword, is_packaging_module)) {
      for (const auto& expression : call.arguments) {
        const auto texts = module.texts(expression);
        if (!texts.ok()) {
          sink.add_finding(
              unreadable_pin(texts.error().diagnostic.at,
                             fmt::format("`{}` computes `{}`, so that its pins are unknown",
                                         source->path(), keyword)));
          continue;
        }
        for (const auto& text : *texts) sink.add(read_requirement(source, text.at.span));
      }
    }
  }
  return {};
}

bool matches(std::string_view path) {
  return path == "setup.py";
}

}  // namespace

const PinFormat& setup_py_pins() {
  static constexpr PinFormat kFormat{"setup.py", matches, read};
  return kFormat;
}

}  // namespace tizza::release
