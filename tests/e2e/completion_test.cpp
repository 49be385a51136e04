#include <gtest/gtest.h>

#include <set>

#include "app/completion.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_folder.hpp"

/// The committed completion scripts, each in its real shell.
namespace tizza {
namespace {

using Words = std::set<std::string>;

/// A shell that can be asked what it would offer behind a line.
struct Shell {
  const char* name;
  /// A script that prints the offers for $LINE, one a line; a tab ends the offer itself. $SCRIPTS
  /// is the folder of the completion scripts.
  const char* script;
};

constexpr Shell kBash = {"bash", R"sh(
cat > ask.bash <<'END'
source "$SCRIPTS/tizza.bash"
read -ra COMP_WORDS <<< "${LINE//=/ = }"
[[ $LINE == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_tizza
(( ${#COMPREPLY[@]} == 0 )) || printf '%s\n' "${COMPREPLY[@]}"
END
bash --norc ask.bash
)sh"};

constexpr Shell kFish = {"fish", R"sh(
cat > ask.fish <<'END'
source $SCRIPTS/tizza.fish
complete -C "$LINE"
END
HOME=$PWD fish --no-config ask.fish
)sh"};

// zsh completes only at a prompt: a shell in a pseudo terminal notes what compadd is given, and
// ends at the key behind the tab. Keys are typed once the prompt stands there.
constexpr Shell kZsh = {"zsh", R"sh(
cat > inner.zsh <<'END'
PROMPT=READY
fpath=($SCRIPTS $fpath)
autoload -Uz compinit
compinit -u -d ./dump
compadd() {
  local -a offers
  builtin compadd -O offers "$@"
  [[ " $* " == *" -"[OA]" "* ]] || print -l -- $offers >> offers.txt
  builtin compadd "$@"
}
leave() { exit }
zle -N leave
bindkey '^I' complete-word
bindkey '^X' leave
END
cat > outer.zsh <<'END'
zmodload zsh/zpty
zpty shell "TERM=dumb zsh -f -i"
zpty -w shell "source ./inner.zsh"
zpty -r shell line '*READY*'
zpty -w -n shell "$LINE"$'\t\x18'
while zpty -r shell line; do :; done
END
: > offers.txt
zsh -f outer.zsh > /dev/null
cat offers.txt
)sh"};

constexpr const char* kRegistry =
    "apiVersion: tizza/v1\n"
    "teams:\n"
    "  culinary: {email: team-culinary@tizza.com}\n"
    "services:\n"
    "  culinary-service: {owners: [culinary]}\n"
    "  auth-service: {owners: [culinary]}\n";

class CompletionIn : public ::testing::TestWithParam<Shell> {
 protected:
  void SetUp() override {
    const std::string found = folder_.shell(std::string("command -v ") + GetParam().name + " || :");
    if (found.empty()) GTEST_SKIP() << GetParam().name << " is not installed";
    folder_.add("tizza-registry.yaml", kRegistry);
  }

  Words offers(const std::string& line) {
    const std::string setting = "export LINE=" + shell_quote(line) +
                                " SCRIPTS=" + testing::source_dir() +
                                "/completions PATH=" + parent_path(TIZZA_BINARY) + ":$PATH\n";
    const std::string text = folder_.shell(setting + GetParam().script);
    Words words;
    for (const auto offer : split_lines(text)) {
      const auto word = trim(offer.substr(0, offer.find('\t')));
      if (!word.empty()) words.emplace(word);
    }
    return words;
  }

  testing::TemporaryFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Shells, CompletionIn, ::testing::Values(kBash, kZsh, kFish),
                         [](const auto& shell) { return shell.param.name; });

TEST_P(CompletionIn, OffersCommands) {
  EXPECT_EQ(offers("tizza conf"), Words{"config"});
  EXPECT_EQ(offers("tizza config l"), Words{"list"});
  EXPECT_EQ(offers("tizza --color never config l"), Words{"list"});
  EXPECT_TRUE(offers("tizza ").contains("completion"));
  EXPECT_FALSE(offers("tizza ").contains("__complete"));
}

TEST_P(CompletionIn, OffersFlagsOfTheCommand) {
  EXPECT_EQ(offers("tizza config list --sh"), Words{"--show-origin"});
  EXPECT_TRUE(offers("tizza config list --").contains("--color"));
  EXPECT_FALSE(offers("tizza completion --").contains("--show-origin"));
}

TEST_P(CompletionIn, OffersTheChoicesOfAFlagAndOfAnArgument) {
  EXPECT_EQ(offers("tizza config list --format "), (Words{"json", "table"}));
  EXPECT_EQ(offers("tizza config list --show-origin --format js"), Words{"json"});
  EXPECT_EQ(offers("tizza completion "), (Words{"bash", "fish", "zsh"}));
  EXPECT_EQ(offers("tizza help exit"), Words{"exit-codes"});
}

/// A command whose first argument is a name out of the registry; empty where there is none.
std::string command_on_services() {
  for (const auto* command : app::visible_commands()) {
    if (command->positionals.empty()) continue;
    const std::string_view kind = app::live_kind(command->positionals.front().completer);
    if (kind == "services" || kind == "registry-names")
      return "tizza " + std::string(command->path);
  }
  return {};
}

TEST_P(CompletionIn, OffersNamesOfTheRegistry) {
  const std::string command = command_on_services();
  ASSERT_FALSE(command.empty()) << "no command takes the name of a service";
  EXPECT_EQ(offers(command + " culinary-s"), Words{"culinary-service"});
  folder_.add("tizza-registry.yaml", "services: [");
  EXPECT_EQ(offers(command + " culinary-s"), Words{});
}

TEST_P(CompletionIn, OffersWhatTheWordsBeforeAskFor) {
  EXPECT_EQ(offers("tizza config set color a"), (Words{"always", "auto"}));
  EXPECT_EQ(offers("tizza config set validate.allow-remote "), (Words{"false", "true"}));
  const Words questions = offers("tizza new django-rest shop -d ");
  ASSERT_FALSE(questions.empty());
  EXPECT_TRUE(questions.begin()->ends_with("=")) << *questions.begin();
}

}  // namespace
}  // namespace tizza
