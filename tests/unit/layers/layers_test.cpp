#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/strings.hpp"
#include "support/source_dir.hpp"
#include "unit/layers/layer_rules.hpp"

namespace tizza::testing {
namespace {

using Sources = std::map<std::string, std::string>;

std::string violations(const Sources& sources) {
  return join(layer_violations(sources), "\n");
}

TEST(Layers, HoldInTheSources) {
  const std::filesystem::path root = source_dir() + "/cli";
  Sources sources;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    sources[std::filesystem::relative(entry.path(), root)] =
        std::string((std::istreambuf_iterator<char>(file)), {});
  }
  EXPECT_GT(sources.size(), 100u);
  EXPECT_EQ(violations(sources), "");
}

TEST(LayerRules, LetIncludesPointDownOnly) {
  EXPECT_EQ(violations({{"spec/a.cpp", "#include \"registry/b.hpp\"\n#include \"spec/c.hpp\"\n"}}),
            "");
  EXPECT_EQ(violations({{"text/a.cpp", "\n#include \"registry/b.hpp\"\n"}}),
            "text/a.cpp:2: text may not include registry/b.hpp");
  EXPECT_EQ(violations({{"spec/a.cpp", "#  include \"release/b.hpp\"\n"}}),
            "spec/a.cpp:1: spec may not include release/b.hpp");
  EXPECT_EQ(violations({{"commands/a.cpp", "#include \"app/b.hpp\"\n"}}),
            "commands/a.cpp:1: commands may not include app/b.hpp");
}

TEST(LayerRules, LetEverybodySeePortsAndNobodyPlatform) {
  EXPECT_EQ(violations({{"base/a.cpp", "#include \"ports/b.hpp\"\n"},
                        {"ports/b.hpp", "#include \"base/result.hpp\"\n"},
                        {"main.cpp", "#include \"platform/system.hpp\"\n"}}),
            "");
  EXPECT_EQ(violations({{"ports/a.hpp", "#include \"text/b.hpp\"\n"}}),
            "ports/a.hpp:1: ports may not include text/b.hpp");
  EXPECT_EQ(violations({{"app/a.cpp", "#include \"platform/b.hpp\"\n"}}),
            "app/a.cpp:1: app may not include platform/b.hpp");
  EXPECT_EQ(violations({{"platform/a.cpp", "#include \"commands/context.hpp\"\n"}}),
            "platform/a.cpp:1: platform may not include commands/context.hpp");
  EXPECT_EQ(violations({{"newlayer/a.cpp", "#include \"base/b.hpp\"\n"}}),
            "newlayer/a.cpp:1: newlayer may not include base/b.hpp");
}

TEST(LayerRules, GiveEachLibraryOneHome) {
  EXPECT_EQ(violations({{"app/a.cpp", "#include <CLI/CLI.hpp>\n"},
                        {"app/b.cpp", "#include <CLI/App.hpp>\n"}}),
            "app/a.cpp and app/b.cpp: all include CLI/");
  EXPECT_EQ(violations({{"spec/a.cpp", "#include <yaml-cpp/yaml.h>\n"}}),
            "spec/a.cpp:1: yaml-cpp/yaml.h belongs to text");
  EXPECT_EQ(violations({{"app/a.cpp", "#include <curl/curl.h>\n"}}),
            "app/a.cpp:1: curl/curl.h belongs to platform");
}

TEST(LayerRules, KeepTheSystemInPlatform) {
  const std::string code = "auto x = std::getenv(\"HOME\");\nexit(1);\nstd::cout << 1;\nputs(x);\n";
  EXPECT_EQ(violations({{"platform/a.cpp", code}, {"main.cpp", "#include <iostream>\n"}}), "");
  EXPECT_EQ(violations({{"base/a.cpp", "#include <iostream>\n" + code}}),
            "base/a.cpp:1: includes <iostream>\n"
            "base/a.cpp:2: asks the environment itself\n"
            "base/a.cpp:3: ends the process\n"
            "base/a.cpp:4: prints past the terminal port\n"
            "base/a.cpp:5: prints past the terminal port");
}

TEST(LayerRules, LookAtCodeAlone) {
  EXPECT_EQ(
      violations({{"base/a.cpp",
                   "// exit(1) and getenv(\n"
                   "/* #include \"app/x.hpp\"\n puts(1) */\n"
                   "auto a = \"exit(1)\"; auto b = R\"x(exit(1))x\"; char c = '\"';\n"
                   "size_t n = 1'000; on_exit(n); state.exit(2); fmt::format(\"{}\", n);\n"}}),
      "");
}

}  // namespace
}  // namespace tizza::testing
