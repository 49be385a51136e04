#include "app/run.hpp"
#include "platform/system.hpp"

int main(int argc, char** argv) {
  tizza::platform::System system;
  tizza::commands::Context context{system.files,    system.processes,  system.git,
                                   system.http,     system.clock,      system.environment,
                                   system.terminal, system.interrupts, system.archives};
  return tizza::app::run({argv + (argc > 0 ? 1 : 0), argv + argc}, context);
}
