#include "platform/git_adapter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/strings.hpp"
#include "platform/git_command_repository.hpp"
#include "platform/libgit2_repository.hpp"
#include "platform/posix_environment.hpp"
#include "platform/posix_processes.hpp"
#include "support/fake_terminal.hpp"
#include "support/local_server.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::platform {
namespace {

class GitAdapterTest : public ::testing::Test {
 protected:
  std::string commit(const std::string& revision) {
    return std::string(trim(folder_.shell("git rev-parse '" + revision + "^{commit}'")));
  }

  PosixInterrupts interrupts_;
  testing::FakeTerminal terminal_;
  PosixProcesses processes_{interrupts_, terminal_};
  PosixEnvironment environment_;
  GitAdapter git_{processes_, environment_};
  testing::TemporaryFolder folder_;
};

enum class Reader { kLibgit2, kCommand };

/// Both readers answer the same questions alike.
class GitReaders : public GitAdapterTest, public ::testing::WithParamInterface<Reader> {
 protected:
  Result<std::unique_ptr<GitRepository>> open(const std::string& path) {
    if (GetParam() == Reader::kCommand) return open_with_git(git_, path);
    auto repository = open_with_libgit2(path);
    if (repository == nullptr) return failure("git", "libgit2 does not open it");
    return repository;
  }
};

TEST_P(GitReaders, ReadACommonRepository) {
  folder_.shell(
      "git init -q -b main; mkdir -p api; printf 'one\\n' > api/a; git add .; git commit -qm one;"
      "git tag 0.1.0; git tag -a 0.2.0 -m 0.2.0; git tag -a nested -m n 0.2.0 2>&1;"
      "git tag tree 'HEAD^{tree}'; printf 'two\\n' > api/a; git commit -qam two");
  const auto opened = open(folder_ / "api");
  ASSERT_TRUE(opened.ok()) << opened.error().diagnostic.message;
  const GitRepository& repository = **opened;
  EXPECT_EQ(repository.work_tree(), folder_.path());
  EXPECT_EQ(repository.git_directory(), folder_ / ".git");
  EXPECT_EQ(repository.head_commit(), commit("HEAD"));
  EXPECT_EQ(repository.head_branch(), "main");
  EXPECT_FALSE(repository.is_shallow());
  EXPECT_EQ(*repository.resolve("0.2.0"), commit("0.2.0"));
  EXPECT_EQ(repository.resolve("9.9.9").error().diagnostic.message,
            "revision `9.9.9` does not exist");
  EXPECT_EQ(*repository.read_blob("0.2.0", "api/a"), "one\n");
  EXPECT_EQ(*repository.read_blob("HEAD", "api/a"), "two\n");
  EXPECT_EQ(repository.read_blob("HEAD", "api").error().diagnostic.message,
            "file `api` does not exist at `HEAD`");
  EXPECT_TRUE(*repository.is_ancestor("0.1.0", "HEAD"));
  EXPECT_TRUE(*repository.is_ancestor("HEAD", "HEAD"));
  EXPECT_FALSE(*repository.is_ancestor("HEAD", "0.1.0"));

  auto tags = *repository.tags();
  std::ranges::sort(tags, {}, &GitTag::name);
  ASSERT_EQ(tags.size(), 3u);
  EXPECT_EQ(tags[0].name, "0.1.0");
  EXPECT_FALSE(tags[0].annotated);
  EXPECT_TRUE(tags[1].annotated);
  for (const GitTag& tag : tags) EXPECT_EQ(tag.commit, commit("0.1.0"));
}

TEST_P(GitReaders, ReadTagsThatArePackedIntoOneFile) {
  folder_.shell(
      "git init -q -b main; git commit -q --allow-empty -m one; git tag 0.1.0; git tag light;"
      "git tag -am 0.2.0 0.2.0; git tag -am moved moved; git tag -am n nested 0.2.0 2>&1;"
      "git pack-refs --all;"
      "git commit -q --allow-empty -m two; git tag -d 0.1.0; git tag -fam moved moved;"
      "git tag -am n folder/new");
  const auto opened = open(folder_.path());
  ASSERT_TRUE(opened.ok()) << opened.error().diagnostic.message;
  auto tags = *(*opened)->tags();
  std::ranges::sort(tags, {}, &GitTag::name);
  std::vector<std::string> found;
  for (const GitTag& tag : tags) {
    found.push_back(tag.name + (tag.annotated ? " annotated " : " light ") + tag.commit);
  }
  const std::string one = commit("HEAD~1"), two = commit("HEAD");
  EXPECT_EQ(found, (std::vector<std::string>{"0.2.0 annotated " + one,
                                             "folder/new annotated " + two, "light light " + one,
                                             "moved annotated " + two, "nested annotated " + one}));
}

TEST_P(GitReaders, ListTheFilesOfATree) {
  folder_.shell(
      "git init -q -b main; mkdir a; printf 'one\\n' > a/b; printf '#!/bin/sh\\n' > a.sh;"
      "chmod 755 a.sh; ln -s a.sh link; printf 'x' > \"caf\303\251\"; git add .; git commit -qm "
      "one");
  const auto opened = open(folder_.path());
  ASSERT_TRUE(opened.ok()) << opened.error().diagnostic.message;
  const auto entries = (*opened)->list_tree("HEAD");
  ASSERT_TRUE(entries.ok()) << entries.error().diagnostic.message;
  std::vector<std::pair<std::string, uint32_t>> found;
  for (const auto& entry : *entries) found.emplace_back(entry.path, entry.mode);
  // By path as bytes: git itself would have the folder `a` behind `a.sh`.
  const std::vector<std::pair<std::string, uint32_t>> expected = {
      {"a.sh", 0100755}, {"a/b", 0100644}, {"caf\303\251", 0100644}, {"link", 0120000}};
  EXPECT_EQ(found, expected);
  EXPECT_EQ(*(*opened)->read_object((*entries)[1].id), "one\n");
  EXPECT_EQ((*opened)->read_object("0123").error().diagnostic.message,
            "object `0123` does not exist");
  EXPECT_EQ((*opened)->list_tree("absent").error().diagnostic.message,
            "revision `absent` does not exist");
}

TEST_P(GitReaders, ReadAnEmptyRepositoryAndADetachedHead) {
  folder_.shell("git init -q -b trunk");
  EXPECT_EQ((*open(folder_.path()))->head_commit(), std::nullopt);
  EXPECT_EQ((*open(folder_.path()))->head_branch(), "trunk");
  folder_.shell("git commit -q --allow-empty -m one; git checkout -q --detach");
  EXPECT_EQ((*open(folder_.path()))->head_commit(), commit("HEAD"));
  EXPECT_EQ((*open(folder_.path()))->head_branch(), std::nullopt);
}

TEST_P(GitReaders, SeeThatACloneIsShallow) {
  folder_.shell(
      "git init -q source; cd source; git commit -q --allow-empty -m one;"
      "git commit -q --allow-empty -m two; cd ..; git clone -q --depth 1 file://$PWD/source copy");
  EXPECT_TRUE((*open(folder_ / "copy"))->is_shallow());
  EXPECT_FALSE((*open(folder_ / "source"))->is_shallow());
}

TEST_P(GitReaders, ReadAWorktree) {
  folder_.shell(
      "git init -q -b main source; cd source; git commit -q --allow-empty -m one;"
      "git worktree add -q -b side ../side");
  const auto side = open(folder_ / "side");
  ASSERT_TRUE(side.ok());
  EXPECT_EQ((*side)->work_tree(), folder_ / "side");
  EXPECT_EQ((*side)->head_branch(), "side");
}

/// `subject` and the numbers of the paths that it touches, one commit a line, in order of the
/// alphabet: which of two branches comes first is nobody's promise.
std::string history(const GitRepository& repository, const std::vector<GitPath>& paths) {
  std::set<std::string> lines;
  const auto walked = repository.walk(paths, [&](const GitCommit& commit) {
    std::string text = commit.message.substr(0, commit.message.find('\n'));
    for (size_t i = 0; i < paths.size(); ++i) {
      if (commit.touches[i]) text += " " + std::to_string(i);
    }
    lines.insert(std::move(text));
  });
  EXPECT_TRUE(walked.ok());
  return join({lines.begin(), lines.end()}, ", ");
}

TEST_P(GitReaders, WalkTheHistoryOfSeveralPathsAtOnce) {
  folder_.shell(
      "git init -q -b main; add() { mkdir -p $1; echo $2 > $1/f; git add .; git commit -qm $2; };"
      "add a one; git tag 1; add b two; git tag 2; add a/deep three; git commit -q --allow-empty "
      "-m four; git checkout -q -b side 1; add b five; git checkout -q main;"
      "git merge -q -s ours --no-edit side -m six");
  const auto opened = open(folder_.path());
  const GitRepository& repository = **opened;
  EXPECT_EQ(history(repository, {{"", ""}, {"a", ""}, {"b", ""}, {"a/deep", ""}, {"none", ""}}),
            "five 0 2, four 0, one 0 1, six 0, three 0 1 3, two 0 2");
  EXPECT_EQ(history(repository, {{"a", commit("1")}, {"b", commit("2")}}), "five 1, three 0");
  EXPECT_EQ(history(repository, {{"b", commit("1")}}), "five 0, two 0");
  EXPECT_EQ(history(repository, {{"", commit("HEAD")}}), "");
}

TEST_P(GitReaders, FindNothingToWalkBeforeTheFirstCommit) {
  folder_.shell("git init -q");
  EXPECT_EQ(history(**open(folder_.path()), {{"", ""}}), "");
}

INSTANTIATE_TEST_SUITE_P(Both, GitReaders, ::testing::Values(Reader::kLibgit2, Reader::kCommand),
                         [](const auto& reader) {
                           return reader.param == Reader::kLibgit2 ? "Libgit2" : "Command";
                         });

TEST_F(GitAdapterTest, FallsBackToGitForSha256) {
  folder_.shell("git init -q --object-format=sha256; git commit -q --allow-empty -m one");
  ASSERT_EQ(open_with_libgit2(folder_.path()), nullptr);
  const auto repository = git_.open(folder_.path());
  ASSERT_TRUE(repository.ok());
  EXPECT_EQ((*repository)->head_commit()->size(), 64u);
}

TEST_F(GitAdapterTest, SaysThatThereIsNoRepository) {
  EXPECT_EQ(git_.open(folder_.path()).error().diagnostic.message,
            "folder `" + folder_.path() + "` is not in a git repository");
}

TEST_F(GitAdapterTest, ForgetsTheRepositoryOfAHook) {
  folder_.shell("git init -q -b main mine; git init -q -b theirs theirs");
  setenv("GIT_DIR", (folder_ / "theirs/.git").c_str(), 1);
  GitRequest request;
  request.directory = folder_ / "mine";
  request.arguments = {"symbolic-ref", "--short", "HEAD"};
  EXPECT_EQ(git_.run(request)->output, "main\n");
  EXPECT_EQ((*git_.open(folder_ / "mine"))->head_branch(), "main");
  unsetenv("GIT_DIR");
}

TEST_F(GitAdapterTest, PushesToABareRemote) {
  folder_.shell(
      "git init -q --bare remote.git; git clone -q remote.git work 2>&1; cd work;"
      "git checkout -q -b main; git commit -q --allow-empty -m one; git tag 1.0.0");
  GitRequest request;
  request.directory = folder_ / "work";
  request.arguments = {"push", "--atomic", "origin", "main", "1.0.0"};
  EXPECT_EQ(git_.run(request)->exit_code, 0);
  EXPECT_EQ(folder_.shell("git -C remote.git tag"), "1.0.0\n");
}

TEST_F(GitAdapterTest, MasksCredentials) {
  folder_.shell("git init -q; git config alias.tell '!echo https://ana:hunter2@x/a.git >&2; true'");
  GitRequest request;
  request.directory = folder_.path();
  request.arguments = {"tell"};
  EXPECT_EQ(git_.run(request)->errors, "https://***@x/a.git\n");
}

TEST_F(GitAdapterTest, DoesNotAskForCredentials) {
  const testing::LocalServer server([](const std::string&) {
    return testing::http_answer("401 Unauthorized", "", "WWW-Authenticate: Basic realm=git\r\n");
  });
  folder_.shell("git init -q");
  GitRequest request;
  request.directory = folder_.path();
  request.arguments = {"ls-remote", server.url("/a.git")};
  const auto outcome = git_.run(request);
  EXPECT_EQ(outcome->exit_code, 128);
  EXPECT_NE(outcome->errors.find("terminal prompts disabled"), std::string::npos);
}

TEST_F(GitAdapterTest, StopsAtTheDeadline) {
  folder_.shell("git init -q; git config alias.wait '!sleep 1000'");
  GitRequest request;
  request.directory = folder_.path();
  request.arguments = {"wait"};
  request.deadline = std::chrono::milliseconds(50);
  EXPECT_EQ(git_.run(request).error().diagnostic.message, "`git wait` did not end within 0.05 s");
}

}  // namespace
}  // namespace tizza::platform
