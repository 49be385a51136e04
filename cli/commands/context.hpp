#pragma once
#include <string>
#include <string_view>

#include "ports/archives.hpp"
#include "ports/clock.hpp"
#include "ports/environment.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "ports/http.hpp"
#include "ports/interrupts.hpp"
#include "ports/process.hpp"
#include "ports/terminal.hpp"

namespace tizza::commands {

/// How this call talks to people: settled by app/ from the global flags, the environment and the
/// terminal before the command runs.
struct Presentation {
  bool colour_out = false;
  bool colour_err = false;
  bool links = false;     ///< OSC 8 hyperlinks.
  bool progress = false;  ///< A moving line on stderr.
  bool may_ask = false;   ///< Somebody sits there and `--no-input` was not given.
  bool verbose = false;   ///< Say more about what is being done.
  bool json = false;      ///< `--format json`, `jsonl` or `--json`: errors are JSON too.
};

/// Everything a command may touch. Built of real adapters in main.cpp and of fakes in tests.
struct Context {
  FileSystem& files;
  Processes& processes;
  Git& git;
  Http& http;
  Clock& clock;
  Environment& environment;
  Terminal& terminal;
  Interrupts& interrupts;
  const Archives& archives;
  Presentation presentation = {};
  std::string registry =
      {};  ///< What `--registry` or TIZZA_REGISTRY or the config names; may be empty.
};

}  // namespace tizza::commands
