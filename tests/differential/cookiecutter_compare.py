"""Makes projects of the same templates with cookiecutter and with our program: equal trees, or both
fail and leave nothing."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from cookiecutter_cases import CASES

OURS_ALONE = ".tizza-answers.yaml"


def write_template(folder, files):
    for name, content in files.items():
        kind = name[-1] if name[-1] in "*@" else ""
        path = folder / (name[:-1] if kind else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "@":
            path.symlink_to(content)
            continue
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        path.chmod(0o755 if kind == "*" else 0o644)


def tree_of(folder):
    """Path to content and whether it may be run, of every file."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != OURS_ALONE:
            found[str(path.relative_to(folder))] = (path.read_bytes(), bool(path.stat().st_mode & 0o100))
    return found


def run(command, folder, home):
    environment = {**os.environ, "HOME": str(home), "TZ": "UTC", "XDG_CACHE_HOME": f"{home}/c",
                   "XDG_STATE_HOME": f"{home}/s", "XDG_CONFIG_HOME": f"{home}/x"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True,
                          timeout=120)


def make(command, work, name):
    """What came of a command in a folder of its own: whether it went well, the tree, what it said."""
    folder, home = work / name, work / f"{name}-home"
    folder.mkdir()
    home.mkdir()
    result = run(command, folder, home)
    return result.returncode == 0, tree_of(folder), result.stdout + result.stderr


def compare(name, case, data, hooks, program, replay=None):
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary).resolve()
        source = work / "template"
        write_template(source, case["files"])
        theirs = [sys.executable, "-m", "cookiecutter", "--no-input",
                  "--accept-hooks", "yes" if hooks else "no", str(source)]
        theirs += [f"{key}={value}" for key, value in data.items()]
        ours = [program, "new", str(source), "--no-git", "--no-register", "--defaults"]
        for key, value in data.items():
            ours += ["-d", f"{key}={value}"]
        if hooks:
            ours.append("--trust")
        if replay:
            (work / "replay.json").write_text(json.dumps({"cookiecutter": replay}))
            theirs = [sys.executable, "-m", "cookiecutter", "--accept-hooks", "no",
                      "--replay-file", str(work / "replay.json"), str(source)]
            ours += ["--answers", str(work / "replay.json")]
        their_ok, their_tree, their_text = make(theirs, work, "theirs")
        our_ok, our_tree, our_text = make(ours, work, "ours")
    title = f"{name} {data}{' with hooks' if hooks else ''}{' replayed' if replay else ''}"
    if not their_ok and not our_ok and not our_tree:
        return title, None, 0
    if their_ok and our_ok and their_tree == our_tree:
        return title, None, len(our_tree)
    problems = [f"{title}: cookiecutter {'made it' if their_ok else 'failed'}, "
                f"we {'made it' if our_ok else 'failed'}"]
    for path in sorted(their_tree.keys() | our_tree.keys()):
        if their_tree.get(path) != our_tree.get(path):
            problems += [f"  {path}", f"    theirs: {their_tree.get(path)}",
                         f"    ours:   {our_tree.get(path)}"]
    if their_ok != our_ok:
        problems.append("  said: " + (our_text if their_ok else their_text)[-800:])
    return title, "\n".join(problems), 0


def main():
    program = sys.argv[1]
    only = sys.argv[2:]
    runs = []
    for name, case in CASES.items():
        if only and name not in only:
            continue
        for data in case["data"]:
            runs.append((name, case, data, False, None))
            if case.get("has_hooks"):
                runs.append((name, case, data, True, None))
    if not only:
        replay = {"name": "{{ not rendered }}", "slug": "replayed", "package": "p", "author": "A",
                  "year": "1", "ratio": "2", "tier": "3"}
        runs.append(("plain", CASES["plain"], {}, False, replay))
    failed = files = both_fail = 0
    for name, case, data, hooks, replay in runs:
        title, problem, count = compare(name, case, data, hooks, program, replay)
        files += count
        both_fail += problem is None and count == 0
        if problem:
            failed += 1
            print(problem)
    print(f"{len(CASES)} templates, {len(runs)} projects with {files} equal files, "
          f"{both_fail} fail in both, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
