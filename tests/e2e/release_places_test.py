"""`tizza release run` in every kind of repository, with real remotes that say yes and no.

Each test starts with a package whose second commit asks for 1.5.0, and a bare remote beside it."""

import base64
import http.server
import os
import shutil
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

from sandbox import isolate

TIZZA = os.environ["TIZZA"]
DATE = "2026-03-02T09:00:00Z"
FAILING_GIT = """#!/bin/sh
PATH=${PATH#*:}
count=$(($(cat "$COUNTER") + 1))
echo $count > "$COUNTER"
if [ $count = "$FAILS_AT" ]; then
  [ -z "$FAILS_BEHIND" ] || git "$@" > /dev/null 2>&1
  echo "fatal: this call fails" >&2
  exit 128
fi
exec git "$@"
"""


def run(command, folder, **environment):
    """Both streams and the exit code. A call that asks somebody would hang, and ends in 60 s."""
    return subprocess.run(
        command, cwd=folder, env=os.environ | environment, stdin=subprocess.DEVNULL, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60,
    )  # fmt: skip


class ReleaseTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="tizza-release-"))
        self.addCleanup(shutil.rmtree, self.folder)
        isolate(self.folder / "home")
        os.environ.update(GIT_AUTHOR_DATE=DATE, GIT_COMMITTER_DATE=DATE)
        (self.folder / "home").mkdir()
        self.app = self.folder / "app"
        self.origin = self.folder / "origin.git"
        self.make()

    def make(self, *options):
        for folder in (self.app, self.origin):
            shutil.rmtree(folder, ignore_errors=True)
        self.git("init", "-q", "--bare", "-b", "main", *options, self.origin, folder=self.folder)
        self.git("init", "-q", "-b", "main", *options, self.app, folder=self.folder)
        self.git("remote", "add", "origin", "../origin.git")
        self.write("setup.py", 'VERSION = "1.4.0"\nsetup(version=VERSION)\n')
        self.commit("feat: start")
        self.git("tag", "-am", "Release 1.4.0", "1.4.0")
        self.write("likes.py", "likes = 0\n")
        self.commit("feat: count likes")
        self.git("push", "-q", "origin", "main", "1.4.0")

    def write(self, path, text, executable=False):
        path = self.app / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        if executable:
            path.chmod(0o755)

    def git(self, *arguments, folder=None, **options):
        done = run(["git", *map(str, arguments)], folder or self.app, **options)
        self.assertEqual(done.returncode, 0, f"git {arguments}: {done.stdout}")
        return done.stdout

    def commit(self, message):
        self.git("add", ".")
        self.git("commit", "-qm", message)

    def release(self, *arguments, folder=None, **environment):
        command = [TIZZA, "release", "run", "--yes", *arguments]
        return run(command, folder or self.app, **environment)

    def expect(self, done, code, words=""):
        self.assertEqual(done.returncode, code, done.stdout)
        self.assertIn(words, done.stdout)

    def refs(self, folder=None):
        return self.git("for-each-ref", "--format=%(refname)", folder=folder or self.origin).split()

    def state(self):
        """All that a release could have changed, here and there."""
        texts = [self.git("for-each-ref"), self.git("for-each-ref", folder=self.origin)]
        texts.append(self.git("status", "--porcelain", "--branch"))
        for path in sorted(self.app.iterdir()):
            texts.append(f"{path.name} {path.read_text() if path.is_file() else ''}")
        return "\n".join(texts)

    def expect_released(self):
        self.assertIn("refs/tags/1.5.0", self.refs())
        self.assertEqual(
            self.git("rev-parse", "1.5.0^{commit}", folder=self.origin),
            self.git("rev-parse", "main", folder=self.origin),
        )
        self.assertEqual(self.git("status", "--porcelain"), "")


class Remotes(ReleaseTest):
    def hook(self, name, script, repository=None):
        path = (repository or self.origin) / "hooks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("#!/bin/sh\n" + script)
        path.chmod(0o755)
        return path

    def test_protected_main_takes_a_branch_and_then_the_tag(self):
        hook = self.hook(
            "pre-receive", "while read a b ref; do [ $ref != refs/heads/main ] || exit 1; done\n"
        )
        before = self.state()
        self.expect(self.release(), 1, "did not take the release")
        self.assertEqual(self.state(), before)
        self.expect(self.release("--mode", "branch"), 0, "release/1.5.0")
        hook.unlink()  # somebody merges it there
        self.git("update-ref", "refs/heads/main", "refs/heads/release/1.5.0", folder=self.origin)
        self.git("pull", "-q", "origin", "main")
        self.expect(self.release("--mode", "tag-only"), 0, "released `1.5.0`")
        self.expect_released()

    def test_rejected_tag_keeps_the_commit_back_too(self):
        self.hook("update", "case $1 in refs/tags/*) echo 'no tags today'; exit 1;; esac\n")
        before = self.state()
        self.expect(self.release(), 1, "no tags today")
        self.assertEqual(self.state(), before)

    def test_remote_that_moved_on_behind_the_plan(self):
        other = self.folder / "other"
        self.git("clone", "-q", self.origin, other, folder=self.folder)
        self.git("commit", "-q", "--allow-empty", "-m", "fix: be faster", folder=other)
        hook = self.hook("pre-push", f"git -C {other} push -q origin main\n", self.app / ".git")
        self.expect(self.release(), 1, "did not take the release")
        self.assertEqual(self.refs(), ["refs/heads/main", "refs/tags/1.4.0"])
        self.assertEqual(self.git("status", "--porcelain"), "")
        hook.unlink()
        self.expect(self.release(), 1, "has moved to")
        self.git("pull", "-q", "--rebase", "origin", "main")
        self.expect(self.release(), 0)
        self.expect_released()

    def test_two_pipelines_at_once(self):
        folders = []
        for name in ("one", "two"):
            folders.append(self.folder / name)
            self.git("clone", "-q", self.origin, folders[-1], folder=self.folder)
            self.git("checkout", "-q", "--detach", folder=folders[-1])
        # Both stand in front of their push before either goes on.
        for folder in folders:
            wait = f"touch {folder}.ready; while [ ! -e {folders[0]}.ready ] || [ ! -e " \
                f"{folders[1]}.ready ]; do :; done\n"  # fmt: skip
            self.hook("pre-push", wait, folder / ".git")
        command = [TIZZA, "release", "run", "--yes", "--branch", "main"]
        calls = [subprocess.Popen(command, cwd=folder, text=True, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT) for folder in folders]  # fmt: skip
        said = [call.communicate(timeout=120)[0] for call in calls]
        codes = [call.returncode for call in calls]
        # They make the same commit in the same second; else one of them wins.
        self.assertIn(sorted(codes), ([0, 0], [0, 1]), said)
        self.git("pull", "-q", "origin", "main")
        self.expect_released()
        for folder in folders:
            self.assertEqual(self.git("status", "--porcelain", folder=folder), "")
            self.assertFalse((folder / ".git/tizza/release/journal.json").exists())


class Pipelines(ReleaseTest):
    """The scripts of templates/ci, as the pipelines run them: on a detached HEAD."""

    EXAMPLES = Path(__file__).resolve().parents[2] / "templates/ci"

    def block(self, path, job):
        """The lines of the job's first `run: |` or `- |`, without their indentation."""
        lines = (self.EXAMPLES / path).read_text().split(job, 1)[1].splitlines()
        start = next(i for i, line in enumerate(lines) if line.endswith(("run: |", "- |")))
        depth = len(lines[start + 1]) - len(lines[start + 1].lstrip())
        block = []
        for line in lines[start + 1 :]:
            if line.strip() and not line.startswith(" " * depth):
                break
            block.append(line[depth:])
        return "\n".join(block)

    def pipeline(self, script, **variables):
        clone = Path(tempfile.mkdtemp(dir=self.folder))
        self.git("clone", "-q", self.origin, clone, folder=self.folder)
        self.git("checkout", "-q", "--detach", folder=clone)
        self.git("fetch", "-q", "origin", "main", folder=clone)
        path = f"{Path(TIZZA).parent}:{os.environ['PATH']}"
        variables["CI_COMMIT_SHA"] = self.git("rev-parse", "HEAD", folder=clone).strip()
        return clone, lambda: run(["sh", "-e", "-c", script], clone, PATH=path, **variables)

    def check(self, plan, release, **variables):
        before = self.refs()
        _, call = self.pipeline(plan, **variables)
        self.expect(call(), 0, "ready: push")
        self.assertEqual(self.refs(), before)
        _, call = self.pipeline(release, **variables)
        _, late = self.pipeline(release, **variables)
        self.expect(call(), 0, "released `1.5.0`")
        self.git("pull", "-q", "origin", "main")
        self.expect_released()
        # The one that started at the same time, and the one of the release's own commit.
        self.expect(late(), 1 if "FETCH_HEAD)\" != \"$CI" in release else 0)
        self.expect(self.pipeline(release, **variables)[1](), 0, "nothing asks for a release")
        self.assertEqual(len(self.refs()), len(before) + 1)

    def test_github_actions(self):
        path = "github-actions/release.yml"
        self.check(self.block(path, "Show what would be released"),
                   self.block(path, "- name: Release\n"), BASE="main", BRANCH="main")  # fmt: skip

    def test_gitlab_ci(self):
        path = "gitlab-ci/release.yml"
        self.check(self.block(path, "\nplan-release:"), self.block(path, "\nrelease:"),
                   CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main", CI_COMMIT_BRANCH="main")  # fmt: skip


class Places(ReleaseTest):
    def test_shallow_clone(self):
        shallow = self.folder / "shallow"
        self.git("clone", "-q", "--depth=1", f"file://{self.origin}", shallow, folder=self.folder)
        self.expect(self.release(folder=shallow), 1, "git fetch --unshallow")

    def test_detached_head(self):
        self.git("checkout", "-q", "--detach")
        self.expect(self.release(), 1, "HEAD is detached")
        self.expect(self.release("--branch", "main"), 0)
        self.expect_released()

    def test_worktree(self):
        self.git("checkout", "-q", "--detach")
        tree = self.folder / "tree"
        self.git("worktree", "add", "-q", tree, "main")
        self.expect(self.release(folder=tree), 0)
        self.expect_released()

    def test_sparse_checkout(self):
        self.write("docs/big.md", "big\n")
        self.commit("docs: say more")
        self.git("push", "-q", "origin", "main")
        self.git("sparse-checkout", "set", "--no-cone", "/*.py")
        self.assertFalse((self.app / "docs").exists())
        self.expect(self.release(), 0)
        self.expect_released()
        self.assertIn("docs/big.md", self.git("ls-tree", "-r", "--name-only", "HEAD"))

    def test_converted_line_ends(self):
        self.git("config", "core.autocrlf", "true")
        (self.app / "setup.py").unlink()
        self.git("checkout", "-q", "setup.py")
        self.assertIn(b"\r\n", (self.app / "setup.py").read_bytes())
        self.expect(self.release(), 0)
        self.expect_released()
        text = (self.app / "setup.py").read_bytes()
        self.assertEqual(text, b'VERSION = "1.5.0"\r\nsetup(version=VERSION)\r\n')

    def test_filters_as_of_large_files(self):
        self.git("config", "filter.large.clean", "sed s/content/pointer/")
        self.git("config", "filter.large.smudge", "sed s/pointer/content/")
        self.write(".gitattributes", "*.bin filter=large\n")
        self.write("model.bin", "content\n")
        self.commit("feat: add a model")
        self.git("push", "-q", "origin", "main")
        self.write("model.bin", "other content\n")
        self.expect(self.release(), 1, "`model.bin`")
        self.write("model.bin", "content\n")
        self.expect(self.release(), 0)
        self.expect_released()
        self.assertEqual(self.git("show", "HEAD:model.bin"), "pointer\n")

    def test_submodules(self):
        library = self.folder / "library"
        self.git("init", "-q", "-b", "main", library, folder=self.folder)
        self.git("commit", "-q", "--allow-empty", "-m", "start", folder=library)
        self.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", library, "library")
        self.commit("feat: use the library")
        self.git("push", "-q", "origin", "main")
        (self.app / "library/new.txt").touch()
        self.expect(self.release(), 1, "`library`")
        (self.app / "library/new.txt").unlink()
        self.git("commit", "-q", "--allow-empty", "-m", "more", folder=self.app / "library")
        self.expect(self.release(), 1, "`library`")
        self.git("submodule", "update", "-q")
        self.expect(self.release(), 0)
        self.expect_released()

    def test_other_hash(self):
        self.make("--object-format=sha256")
        self.expect(self.release(), 0)
        self.expect_released()

    def test_reftable(self):
        if run(["git", "init", "--ref-format=reftable", "x"], self.folder).returncode != 0:
            self.skipTest("git makes no reftable repositories")
        self.make("--ref-format=reftable")
        self.expect(self.release(), 0)
        self.expect_released()

    def test_repository_of_another_user(self):
        if os.geteuid() != 0:
            self.skipTest("only root can hand a folder over")
        for path in [self.app, *self.app.rglob("*")]:
            os.chown(path, 65534, 65534, follow_symlinks=False)
        self.expect(self.release(), 2, "dubious ownership")
        self.git("config", "--global", "safe.directory", self.app, folder=self.folder)
        self.expect(self.release(), 0)
        self.expect_released()

    def test_nobody_to_sign_as(self):
        nobody = {name: "" for name in os.environ if name.startswith(("GIT_AUTH", "GIT_COMM"))}
        before = self.state()
        self.expect(self.release(**nobody), 1, "git config user.name")
        self.assertEqual(self.state(), before)

    def test_tags_that_are_there(self):
        self.git("tag", "1.5.0", "HEAD~1")
        self.expect(self.release("--bump", "1.5.0"), 1, "1.5.0")
        self.git("tag", "-d", "1.5.0")
        self.git("tag", "1.5.0rc1", "HEAD~1")
        self.git("tag", "1.4.1rc1", "1.4.0^{commit}")  # beside 1.4.0, which wins
        done = run([TIZZA, "release", "next", "--json"], self.app)
        self.assertIn('"next_version":"1.5.0"', done.stdout)
        self.git("tag", "1.5.0")
        self.git("push", "-q", "origin", "1.5.0")
        self.git("tag", "-d", "1.5.0")
        self.expect(self.release("--bump", "1.5.0"), 1, "is taken at `origin`")


class Signatures(ReleaseTest):
    def test_gpg(self):
        if not shutil.which("gpg"):
            self.skipTest("gpg is not installed")
        home = tempfile.mkdtemp(prefix="tizza-gpg-")  # its sockets need a short path
        self.addCleanup(shutil.rmtree, home, ignore_errors=True)
        os.environ["GNUPGHOME"] = home
        self.addCleanup(os.environ.pop, "GNUPGHOME")
        self.addCleanup(run, ["gpgconf", "--kill", "all"], self.folder, GNUPGHOME=home)
        made = run(["gpg", "--batch", "--passphrase", "", "--quick-gen-key",
                    "Ana <ana@tizza.com>", "ed25519", "sign", "never"], self.folder)  # fmt: skip
        self.assertEqual(made.returncode, 0, made.stdout)
        self.expect(self.release("--sign"), 0)
        self.assertIn("Good signature", self.git("tag", "-v", "1.5.0"))
        self.assertIn("Good signature", self.git("verify-commit", "HEAD"))

    def test_a_key_that_is_not_there_changes_nothing(self):
        self.git("config", "gpg.format", "ssh")
        self.git("config", "user.signingKey", self.folder / "nowhere.pub")
        before = self.state()
        self.expect(self.release("--sign"), 2, "everything that was done here is undone")
        self.assertEqual(self.state(), before)


class SmartHttp(http.server.BaseHTTPRequestHandler):
    """`git http-backend` behind a name and a password."""

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(body)

    def answer(self, body):
        wanted = "Basic " + base64.b64encode(b"ana:right").decode()
        if self.headers.get("Authorization") != wanted:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        environment = os.environ | {
            "GIT_PROJECT_ROOT": str(self.server.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REMOTE_USER": "ana",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
        }
        done = subprocess.run(["git", "http-backend"], env=environment, input=body,
                              stdout=subprocess.PIPE, check=True)  # fmt: skip
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
        self.send_response(int(headers.pop("Status", "200 OK").split()[0]))
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


class Http(ReleaseTest):
    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), SmartHttp)
        self.server.root = self.folder
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def connect(self, who=""):
        address = f"http://{who}127.0.0.1:{self.server.server_port}/origin.git"
        self.git("remote", "set-url", "origin", address)

    def test_right_credentials(self):
        self.connect("ana:right@")
        self.expect(self.release(), 0)
        self.git("remote", "set-url", "origin", "../origin.git")
        self.expect_released()

    def test_wrong_credentials(self):
        self.connect("ana:wr0ng@")
        before = self.refs()
        done = self.release()
        self.expect(done, 2, "Authentication failed")
        self.assertNotIn("wr0ng", done.stdout)
        self.assertEqual(self.refs(), before)

    def test_no_credentials(self):
        self.connect()
        self.expect(self.release(), 2, "could not read Username")

    def test_credential_helper(self):
        self.connect()
        helper = "!f() { echo username=ana; echo password=right; }; f"
        self.git("config", "credential.helper", helper)
        self.expect(self.release(), 0)


class FailingGit(ReleaseTest):
    """A git whose n-th call fails, before its work or with the answer lost behind it."""

    def setUp(self):
        super().setUp()
        program = self.folder / "bin/git"
        program.parent.mkdir()
        program.write_text(FAILING_GIT)
        program.chmod(0o755)
        for folder in (self.app, self.origin):
            shutil.copytree(folder, f"{folder}.new", symlinks=True)

    def start_again(self):
        for folder in (self.app, self.origin):
            shutil.rmtree(folder)
            shutil.copytree(f"{folder}.new", folder, symlinks=True)

    def release_with(self, number, behind):
        counter = self.folder / "counter"
        counter.write_text("0\n")
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        done = self.release(PATH=path, COUNTER=str(counter), FAILS_AT=str(number),
                            FAILS_BEHIND=behind)  # fmt: skip
        return done, int(counter.read_text())

    def test_every_call(self):
        before = self.state()
        self.expect(self.release(), 0)
        after = self.state()
        for behind in ("", "1"):
            number = 1
            while True:
                with self.subTest(number=number, behind=behind):
                    self.start_again()
                    done, calls = self.release_with(number, behind)
                    if calls < number:
                        break
                    self.finish(done, before, after)
                number += 1
            self.assertGreater(number, 10)

    def finish(self, done, before, after):
        journal = self.app / ".git/tizza/release/journal.json"
        if done.returncode == 0:
            self.assertEqual(self.state(), after, done.stdout)
            return
        if journal.exists():
            self.expect(run([TIZZA, "release", "resume"], self.app), 0)
        else:
            self.assertEqual(self.state(), before, done.stdout)
            self.expect(self.release(), 0)
        self.assertEqual(self.state(), after, done.stdout)


if __name__ == "__main__":
    unittest.main()
