#pragma once
#include <memory>

#include "golden/golden_world.hpp"
#include "support/fake_terminal.hpp"

namespace tizza::testing {

/// A temporary folder that is the working directory while it lives, with a home folder beside it.
/// Files, processes and git are real; clock, terminal and network are not.
std::unique_ptr<GoldenWorld> make_real_world(const GoldenCase& golden, bool colour);

void set_up_terminal(const GoldenCase& golden, FakeTerminal& terminal);

}  // namespace tizza::testing
