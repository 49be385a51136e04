#include "commands/trust_store.hpp"

#include "base/folders.hpp"
#include "base/paths.hpp"
#include "base/sha256.hpp"

namespace tizza::commands {
namespace {

std::string folder(const Context& context) {
  return join_path(state_folder(context.environment), "trusted");
}

}  // namespace

bool is_approved(std::string_view content, const Context& context) {
  return context.files.exists(join_path(folder(context), sha256(content)));
}

Status approve(std::string_view content, const std::string& path, Context& context) {
  TIZZA_CHECK(context.files.make_directories(folder(context)));
  const auto real = context.files.real_path(path);
  return context.files.write_file(join_path(folder(context), sha256(content)),
                                  (real ? *real : path) + "\n", 0600);
}

}  // namespace tizza::commands
