#!/usr/bin/env python3
"""pip and uv install from the index that tizza writes, by file:// and http; publishers at once.

Debian's pip always takes part; the newest pip and uv where they can be installed.
"""

import contextlib
import functools
import hashlib
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest
import venv
import zipfile
from pathlib import Path

import sandbox

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from make_wheel import make_wheel  # noqa: E402

TIZZA = os.environ["TIZZA"]
TOOLS = Path(os.environ.get("TIZZA_BUILD_DIR", tempfile.gettempdir())) / "installers"
ROUNDS = 100
# Debian's own, whichever Python runs this test.
PYTHON = "/usr/bin/python3"


def tizza(*arguments, status=0, cwd=None):
    result = subprocess.run(
        [TIZZA, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, check=False
    )
    if result.returncode != status:
        raise AssertionError(f"{arguments}: exit {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout + result.stderr


def tree(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextlib.contextmanager
def served(folder):
    """The folder at a URL, and the paths that were asked for."""
    asked = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            asked.append(self.path)

    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def installers():
    """Commands that install by name: Debian's pip, and what PyPI has where it can be reached."""
    commands = {"pip of this system": [PYTHON, "-m", "pip"]}
    python = TOOLS / "bin/python"
    if not (TOOLS / "bin/uv").exists():
        shutil.rmtree(TOOLS, ignore_errors=True)
        venv.create(TOOLS, with_pip=True)
        install = [python, "-m", "pip", "install", "--quiet", "--upgrade", "pip", "uv"]
        if subprocess.run(install, check=False, stderr=subprocess.DEVNULL).returncode != 0:
            shutil.rmtree(TOOLS, ignore_errors=True)
            print("skipped: the newest pip and uv cannot be installed (no network?)")
            return commands
    return commands | {"newest pip": [python, "-m", "pip"], "uv": [TOOLS / "bin/uv", "pip"]}


class Index(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="tizza-publish-"))
        self.addCleanup(shutil.rmtree, self.folder)
        sandbox.isolate(self.folder / "home")
        os.environ.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1")
        self.index = self.folder / "index"
        self.wheels = self.folder / "wheels"

    def publish(self, *paths, status=0):
        return tizza("release", "publish", *paths, "--index", self.index, status=status)

    def install(self, command, url, *requirements, status=0, flags=()):
        target = Path(tempfile.mkdtemp(dir=self.folder))
        is_uv = "uv" in str(command[0])
        cache = ["--no-cache"] if is_uv else ["--no-cache-dir"]
        result = subprocess.run(
            [*command, "install", *cache, "--index-url", url + "/simple/"]
            + (["--python", PYTHON] if is_uv else [])
            + ["--target", target, *flags, *requirements],
            capture_output=True,
            text=True,
            check=False,
        )
        said = result.stdout + result.stderr
        self.assertEqual(result.returncode == 0, status == 0, f"{command}: {said}")
        return {path.name: path.read_text() for path in target.glob("*.py")}, said

    def check(self, status=0):
        return tizza("release", "index", "check", self.index, status=status)


class Installers(Index):
    def test_install_from_the_index(self):
        first = make_wheel(self.wheels, "Auth.Client", "1.3.0")
        second = make_wheel(self.wheels, "Auth.Client", "1.4.0")
        broken = make_wheel(self.wheels, "Auth.Client", "1.5.0")
        future = make_wheel(self.wheels, "Auth.Client", "2.0.0", requires_python=">=3.99")
        self.publish(first, second, broken, future)
        tizza("release", "yank", "auth_client", "1.5.0", "--reason", "drops <tokens>", "--index",
              self.index)
        self.check()
        pinned = self.folder / "requirements.txt"
        pinned.write_text(
            f"auth-client==1.4.0 --hash=sha256:{hashlib.sha256(second.read_bytes()).hexdigest()}\n"
        )
        wrong = self.folder / "wrong.txt"
        wrong.write_text(f"auth-client==1.4.0 --hash=sha256:{'0' * 64}\n")
        with served(self.index) as (url, asked):
            for name, command in installers().items():
                for base in (url, self.index.as_uri()):
                    with self.subTest(installer=name, base=base.split(":")[0]):
                        self.check_installer(command, base, pinned, wrong)
        self.assertTrue([path for path in asked if path.endswith(".metadata")])

    def check_installer(self, command, base, pinned, wrong):
        # Neither the yanked version nor the one for another Python is chosen.
        files, _ = self.install(command, base, "auth-client")
        self.assertIn("1.4.0", files["Auth.Client.py"])
        # A yanked one is there for those who pin it, and they hear why.
        files, said = self.install(command, base, "auth-client==1.5.0")
        self.assertIn("1.5.0", files["Auth.Client.py"])
        if "uv" not in str(command[0]):
            self.assertIn("drops <tokens>", said)
        self.install(command, base, "auth-client==2.0.0", status=1)
        files, _ = self.install(command, base, "-r", pinned, flags=["--require-hashes"])
        self.assertIn("1.4.0", files["Auth.Client.py"])
        self.install(command, base, "-r", wrong, status=1, flags=["--require-hashes"])

    def test_find_links_reads_the_pool(self):
        self.publish(make_wheel(self.wheels, "likes", "0.3.0"))
        target = self.folder / "target"
        subprocess.run(
            [PYTHON, "-m", "pip", "install", "--quiet", "--no-index", "--find-links",
             self.index / "pool", "--target", target, "likes"],
            check=True,
        )
        self.assertIn("0.3.0", (target / "likes.py").read_text())

    def test_a_changed_file_is_refused_by_installers_and_found_by_the_check(self):
        self.publish(make_wheel(self.wheels, "likes", "0.3.0"))
        make_wheel(self.index / "pool", "likes", "0.3.0", body="# other\n")
        self.install([PYTHON, "-m", "pip"], self.index.as_uri(), "likes", status=1)
        self.assertIn("index-hash", self.check(status=1))


class Publishers(Index):
    def test_two_at_once_lose_nothing(self):
        """Each round two processes publish to one index, of one project and of two."""
        expected = {}
        for number in range(ROUNDS):
            paths = [
                [
                    make_wheel(self.wheels, "shared", f"{number}.{who}"),
                    make_wheel(self.wheels, f"own-{who}-{number % 5}", f"{number}.0"),
                ]
                for who in range(2)
            ]
            running = [
                subprocess.Popen(
                    [TIZZA, "release", "publish", *own, "--index", self.index],
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                )
                for own in paths
            ]
            for process in running:
                said, _ = process.communicate(timeout=60)
                self.assertEqual(process.returncode, 0, said)
            for path in paths[0] + paths[1]:
                expected[path.name] = path.read_bytes()
        pool = self.index / "pool"
        found = {path.name: path.read_bytes() for path in pool.glob("*.whl")}
        self.assertEqual(found, expected)
        self.assertIn("no findings", self.check())
        # The order in which publishers came does not show.
        again = self.folder / "again"
        tizza("release", "publish", *sorted(self.wheels.iterdir()), "--index", again)
        self.assertEqual(tree(again), tree(self.index))

    def test_two_files_of_one_name_do_not_both_win(self):
        for number in range(20):
            paths = [
                make_wheel(self.wheels / str(who), "shared", f"{number}.0", body=f"# {who}\n")
                for who in range(2)
            ]
            running = [
                subprocess.Popen(
                    [TIZZA, "release", "publish", path, "--index", self.index],
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                for path in paths
            ]
            self.assertEqual(sorted(process.wait(60) for process in running), [0, 1])
        self.assertIn("no findings", self.check())


class Builds(Index):
    def test_two_builds_give_the_same_bytes(self):
        if subprocess.run([PYTHON, "-c", "import wheel, setuptools"], check=False,
                          stderr=subprocess.DEVNULL).returncode != 0:
            self.skipTest("setuptools and wheel are not installed")
        os.environ["PATH"] = "/usr/bin:" + os.environ["PATH"]
        app = self.folder / "app"
        (app / "tizza_auth").mkdir(parents=True)
        (app / "tizza_auth/__init__.py").write_text("TOKEN = 1\n")
        (app / "setup.py").write_text(
            "from setuptools import setup\nVERSION = '1.4.0'\n"
            "setup(name='tizza-auth', version=VERSION, packages=['tizza_auth'])\n"
        )
        git = functools.partial(subprocess.run, cwd=app, check=True)
        for command in ("init -q -b main", "add .", "commit -qm start", "tag -a -m x 1.4.0"):
            git(["git", *command.split()])
        # What is not committed does not get in.
        (app / "tizza_auth/secret.py").write_text("TOKEN = 2\n")
        other = self.folder / "elsewhere/app"
        shutil.copytree(app, other)
        indexes = []
        for number, place in enumerate((app, other)):
            indexes.append(self.folder / f"index{number}")
            tizza("release", "publish", "--index", indexes[-1], cwd=place)
        self.assertEqual(tree(indexes[0]), tree(indexes[1]))
        wheel = next(indexes[0].glob("pool/*.whl"))
        names = zipfile.ZipFile(wheel).namelist()
        self.assertIn("tizza_auth/__init__.py", names)
        self.assertNotIn("tizza_auth/secret.py", names)
        self.assertIn("already published", tizza("release", "publish", "--index", indexes[0], cwd=app))

    def test_a_build_that_fails_undoes_the_release(self):
        app = self.folder / "app"
        app.mkdir()
        (app / "setup.py").write_text("VERSION = '1.4.0'\nraise SystemExit('no way')\n")
        (app / "pyproject.toml").write_text(
            "[build-system]\nrequires = []\nbuild-backend = 'absent_backend'\n"
        )
        git = functools.partial(subprocess.run, cwd=app, check=True)
        remote = self.folder / "origin.git"
        git(["git", "init", "-q", "--bare", remote])
        for command in ("init -q -b main", "add .", "commit -qm feat:start"):
            git(["git", *command.split()])
        git(["git", "remote", "add", "origin", remote])
        git(["git", "push", "-q", "origin", "main"])
        os.environ["PATH"] = "/usr/bin:" + os.environ["PATH"]
        said = tizza(
            "release", "run", "--publish", "--index", self.index, "--bump", "1.5.0", "--yes",
            cwd=app, status=1,
        )
        self.assertIn("absent_backend", said)
        self.assertIn("everything that was done here is undone", said)
        self.assertFalse(self.index.exists())
        state = git(["git", "status", "--porcelain", "--branch"], capture_output=True, text=True)
        self.assertEqual(state.stdout.splitlines()[1:], [])
        tags = git(["git", "tag"], capture_output=True, text=True)
        self.assertEqual(tags.stdout, "")


class Twine(Index):
    """A program that stands for twine: it writes down what it is asked."""

    def put_twine(self, script):
        programs = self.folder / "bin"
        programs.mkdir()
        twine = programs / "twine"
        twine.write_text("#!/bin/sh\n" + script)
        twine.chmod(0o755)
        os.environ["PATH"] = f"{programs}:{os.environ['PATH']}"

    def test_uploads_by_twine(self):
        self.put_twine(f'echo "$@" > {self.folder}/asked\n')
        wheel = make_wheel(self.wheels, "likes", "0.3.0")
        said = tizza("release", "publish", wheel, "--twine", "company")
        self.assertIn("published `likes-0.3.0-py3-none-any.whl`", said)
        asked = (self.folder / "asked").read_text().split()
        self.assertEqual(asked[0], "upload")
        self.assertIn("--non-interactive", asked)
        self.assertEqual(asked[asked.index("--repository") + 1], "company")
        self.assertEqual(asked[-2:], ["--", str(wheel)])

    def test_says_why_twine_failed(self):
        self.put_twine('echo "ERROR    HTTPError: 403 Forbidden" >&2; exit 1\n')
        wheel = make_wheel(self.wheels, "likes", "0.3.0")
        said = tizza("release", "publish", wheel, "--twine", "company", status=1)
        self.assertIn("403 Forbidden", said)

    def test_a_broken_wheel_goes_nowhere(self):
        self.put_twine(f"touch {self.folder}/asked\n")
        wheel = make_wheel(self.wheels, "likes", "0.3.0", said_name="matches")
        tizza("release", "publish", wheel, "--twine", "company", status=1)
        self.assertFalse((self.folder / "asked").exists())


if __name__ == "__main__":
    unittest.main()
