#pragma once
#include <string>

#include "base/result.hpp"
#include "commands/context.hpp"

/// What may never come to an end: people are told what is waited for.
namespace tizza::commands {

/// Standard input to its end. Says on err() how to end it where a person types it.
Result<std::string> read_standard_input(Context& context);

/// Says on err() that the file `path` is a pipe that ends when its writer does. Silent about
/// regular files and about what a shell makes of `<(command)`.
void tell_of_pipe(const std::string& path, Context& context);

}  // namespace tizza::commands
