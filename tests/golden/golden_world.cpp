#include "golden/golden_world.hpp"

#include "app/run.hpp"
#include "base/strings.hpp"
#include "golden/real_world.hpp"
#include "support/command_line.hpp"
#include "support/fake_context.hpp"
#include "support/sample_registry.hpp"

namespace tizza::testing {
namespace {

class FakeWorld final : public GoldenWorld {
 public:
  FakeWorld(const GoldenCase& golden, bool colour) {
    set_up_terminal(golden, fake_.terminal);
    for (const auto& [name, value] : golden.environment) fake_.environment.variables[name] = value;
    if (colour) fake_.environment.variables["CLICOLOR_FORCE"] = "1";
    if (golden.sample) add_sample_registry(fake_.files);
    for (const GoldenSection& section : golden.sections) {
      if (section.name.starts_with("in/")) fake_.files.add(section.name.substr(3), section.text);
    }
    for (const GoldenSection& section : golden.sections) {
      if (!section.name.starts_with("mode/")) continue;
      const auto mode = static_cast<uint32_t>(std::stoul(section.text, nullptr, 8));
      fake_.files.set_mode(section.name.substr(5), mode);
    }
  }

  GoldenOutcome run(const std::string& line) override {
    const auto words = split_words(line);
    const size_t out = fake_.terminal.out_text().size();
    const size_t err = fake_.terminal.err_text().size();
    const int code = app::run({words.begin() + 1, words.end()}, fake_.context);
    return {code, fake_.terminal.out_text().substr(out), fake_.terminal.err_text().substr(err)};
  }
  std::string text(const std::string& path) override { return fake_.files.text(path); }
  bool exists(const std::string& path) override { return fake_.files.exists(path); }
  std::string leftovers() override {
    for (const auto& [name, content] : fake_.files.tree("/")) {
      if (is_left_over(name)) return name;
    }
    return fake_.interrupts.depth() == 0 ? "" : "held interrupts";
  }
  std::string normalised(const std::string& text) override { return text; }

 private:
  FakeContext fake_;
};

}  // namespace

bool is_left_over(const std::string& path) {
  const size_t at = path.find(".tizza-");
  return at != std::string::npos && at > 0 && path[at - 1] != '/';
}

void set_up_terminal(const GoldenCase& golden, FakeTerminal& terminal) {
  terminal.all_terminals(golden.terminal);
  terminal.input = golden.section("stdin");
  for (const std::string_view line : split_lines(golden.section("answers"))) {
    terminal.answers.emplace_back(line);
  }
}

std::unique_ptr<GoldenWorld> make_world(const GoldenCase& golden, bool colour) {
  if (golden.real) return make_real_world(golden, colour);
  return std::make_unique<FakeWorld>(golden, colour);
}

}  // namespace tizza::testing
