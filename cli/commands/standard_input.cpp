#include "commands/standard_input.hpp"

namespace tizza::commands {

Result<std::string> read_standard_input(Context& context) {
  if (context.terminal.in_is_terminal()) {
    context.terminal.err("reading from the terminal: end with Ctrl-D\n");
  }
  return context.terminal.read_all();
}

void tell_of_pipe(const std::string& path, Context& context) {
  const auto info = context.files.info(path);
  if (!info || info->type != FileType::kOther || path.starts_with("/dev/")) return;
  context.terminal.err("reading from `" + path + "` until its writer ends\n");
}

}  // namespace tizza::commands
