"""Makes repositories with a long history: python3 history.py FOLDER [COMMITS TAGS]

FOLDER/one holds one package, FOLDER/many fifty, each a clone of the bare repository beside it. Each
has 100,000 commits on main, merges among them, and 5,000 annotated tags; the same bytes every time. What
came after the last tags asks for a release.
"""

import pathlib
import subprocess
import sys

PACKAGES = 50
FILES = 400
TYPES = ["fix", "feat", "docs", "chore", "refactor", "perf", "test", "ci"]
SETTINGS = "release:\n  changelog: keep-a-changelog\n"


class Stream:
    """A stream for `git fast-import`."""

    def __init__(self, out):
        self.out = out
        self.mark = 0
        self.time = 1_500_000_000

    def write(self, text):
        self.out.write(text.encode())

    def data(self, text):
        self.write(f"data {len(text.encode())}\n{text}\n")

    def commit(self, branch, message, files, merged=None, parent=None):
        self.mark += 1
        self.time += 600
        who = f"Ana <ana@tizza.com> {self.time} +0000"
        self.write(f"commit refs/heads/{branch}\nmark :{self.mark}\n")
        self.write(f"author {who}\ncommitter {who}\n")
        self.data(message)
        if parent:
            self.write(f"from :{parent}\n")
        if merged:
            self.write(f"merge :{merged}\n")
        for path, content in files.items():
            self.write(f"M 100644 inline {path}\n")
            self.data(content)
        self.write("\n")
        return self.mark

    def tag(self, name, commit):
        self.write(f"tag {name}\nfrom :{commit}\ntagger Ana <ana@tizza.com> {self.time} +0000\n")
        self.data(f"Release {name}")


def version(number):
    """Patches, and every tenth time a minor release, every hundredth a major one."""
    return f"{1 + number // 100}.{number // 10 % 10}.{number % 10}"


def message(number):
    kind = TYPES[number * 7 % len(TYPES)]
    return f"{kind}(part{number % 13}): change number {number}\n\nA body of one line.\n"


def setup_py(number):
    return f'VERSION = "{version(number)}"\nsetup(name="tizza", version=VERSION)\n'


def one_package(stream, commits, tags):
    """A linear main with a short side branch every fifty commits."""
    last = stream.commit("main", "feat: start\n", {"setup.py": setup_py(0), "tizza.yaml": SETTINGS})
    step = commits // tags
    released = 0
    for number in range(1, commits):
        path = f"src/part{number % 20}/file{number * 31 % FILES}.py"
        files = {path: f"value = {number}\n"}
        merged = None
        if number % 50 == 25:
            merged = stream.commit("side", message(number), files, parent=last)
            files = {}
        if number % step == step - 1 and released + 1 < tags:
            released += 1
            files["setup.py"] = setup_py(released)
        last = stream.commit("main", message(number), files, merged, last)
        if "setup.py" in files:
            stream.tag(version(released), last)


def many_packages(stream, commits, tags):
    """Each commit changes one package; they are released in turns."""
    rows = "".join(f"    part{i:02}: {{path: services/part{i:02}}}\n" for i in range(PACKAGES))
    files = {f"services/part{i:02}/setup.py": setup_py(0) for i in range(PACKAGES)}
    files["tizza.yaml"] = f"release:\n  packages:\n{rows}"
    last = stream.commit("main", "feat: start\n", files)
    step = commits // tags
    released = [0] * PACKAGES
    for number in range(1, commits):
        package = number // step % PACKAGES
        folder = f"services/part{package:02}"
        files = {f"{folder}/file{number * 31 % FILES}.py": f"value = {number}\n"}
        is_release = number % step == step - 1
        if is_release:
            released[package] += 1
            files[f"{folder}/setup.py"] = setup_py(released[package])
        last = stream.commit("main", message(number), files, parent=last)
        if is_release:
            stream.tag(f"part{package:02}-{version(released[package])}", last)


def git(*arguments, **options):
    subprocess.run(["git", *arguments], check=True, **options)


def make(folder, name, fill, commits, tags):
    bare = folder / f"{name}.git"
    git("init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    command = ["git", "-C", str(bare), "fast-import", "--quiet", "--force"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        fill(Stream(process.stdin), commits, tags)
        process.stdin.close()
        if process.wait() != 0:
            raise RuntimeError("git fast-import failed")
    git("-C", str(bare), "pack-refs", "--all")
    git("clone", "--quiet", str(bare), str(folder / name))


def main():
    folder = pathlib.Path(sys.argv[1])
    commits, tags = (int(number) for number in (sys.argv[2:4] or (100_000, 5_000)))
    folder.mkdir(parents=True, exist_ok=True)
    make(folder, "one", one_package, commits, tags)
    make(folder, "many", many_packages, commits, tags)


main()
