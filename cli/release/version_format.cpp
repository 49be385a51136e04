#include "release/version_format.hpp"

namespace tizza::release {

Error version_absent(Location at, std::string message, std::string help) {
  return failure_at(std::move(at), "version-absent", std::move(message), std::move(help));
}

Error version_ambiguous(Location second, std::string message, Location first, std::string help) {
  Error error =
      failure_at(std::move(second), "version-ambiguous", std::move(message), std::move(help));
  error.diagnostic.notes.push_back({"the other version stands here", std::move(first), {}});
  return error;
}

}  // namespace tizza::release
