#include "commands/playbook_texts.hpp"

#include <fmt/core.h>

namespace tizza::commands {

std::string subject_text(const std::string& service, const std::string& environment) {
  if (service.empty()) return {};
  return environment.empty() ? fmt::format("`{}`", service)
                             : fmt::format("`{}` in `{}`", service, environment);
}

}  // namespace tizza::commands
