#include <gtest/gtest.h>

#include "app/completion.hpp"
#include "app/man_page.hpp"
#include "base/strings.hpp"
#include "support/temporary_folder.hpp"

namespace tizza {
namespace {

class Install : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.shell("DESTDIR=\"$PWD\" cmake --install " + shell_quote(TIZZA_BUILD_DIR) +
                  " --prefix /usr");
  }

  /// `FILE` or `absent`.
  std::string look(const std::string& path) const {
    return folder_.text(path) == "<absent>" ? "absent: " + path : path;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(Install, PutsFilesWhereDebianLooks) {
  for (const char* path :
       {"usr/bin/tizza", "usr/share/bash-completion/completions/tizza",
        "usr/share/zsh/vendor-completions/_tizza", "usr/share/fish/vendor_completions.d/tizza.fish",
        "usr/share/man/man1/tizza.1", "usr/share/tizza/registry-schema/registry.schema.json",
        "usr/share/tizza/templates/playbooks/revert-version.yaml",
        "usr/share/doc/tizza/copyright"}) {
    EXPECT_EQ(look(path), path);
  }
  EXPECT_TRUE(folder_.shell("usr/bin/tizza --version").starts_with("tizza "));
}

TEST_F(Install, HasAManualPageForEachCommand) {
  for (const app::ManPage& page : app::man_pages()) {
    EXPECT_EQ(folder_.text("usr/share/man/man1/" + page.name + ".1"), page.text);
  }
}

TEST_F(Install, HasManualPagesThatGroffReadsWithoutAWarning) {
  if (folder_.shell("command -v groff || :").empty()) GTEST_SKIP() << "groff is not installed";
  EXPECT_EQ(folder_.shell("for page in usr/share/man/man1/*; do"
                          "  groff -ww -man -Tutf8 $page 2>&1 > /dev/null; done"),
            "");
}

}  // namespace
}  // namespace tizza
