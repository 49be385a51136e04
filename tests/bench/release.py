"""Times releases beside their peers: python3 release.py TIZZA PEERS VENV FOLDER

FOLDER is what history.py made. Prints the rows of the README's table. A peer that takes more than
LIMIT is stopped."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

from processes import Run, side_by_side

LIMIT = 120
BUMP = '[tool.bumpversion]\ncurrent_version = "50.9.9"\n'
SEMANTIC = """[semantic_release]
tag_format = "{version}"
allow_zero_version = true
[semantic_release.branches.main]
match = "main"
"""


def prepare(folder):
    """A clone without tags, whose whole history is one release, and the peers' settings."""
    untagged = folder / "untagged"
    if not untagged.exists():
        clone = ["git", "clone", "--quiet", "--no-tags", str(folder / "one.git"), str(untagged)]
        subprocess.run(clone, check=True)
    (folder / "bump.toml").write_text(BUMP, encoding="utf-8")
    (folder / "semantic.toml").write_text(SEMANTIC, encoding="utf-8")
    (folder / "cliff.toml").write_text("[git]\nconventional_commits = true\n", encoding="utf-8")


def works(tizza, peers, venv, folder):
    """The rows: what is done, where, by tizza, and by each peer that does it too."""
    cliff = [str(peers / "node_modules/.bin/git-cliff"), "--config", str(folder / "cliff.toml")]
    bump = [str(venv / "bin/bump-my-version"), "show", "--config-file", str(folder / "bump.toml")]
    semantic = [str(venv / "bin/semantic-release"), "-c", str(folder / "semantic.toml"), "--noop"]
    run = [tizza, "release", "run", "--dry-run"]
    return [
        ("the next version (`next`)", "one", [tizza, "release", "next"],
         {"git-cliff": [*cliff, "--bumped-version"],
          "bump-my-version": [*bump, "--increment", "minor", "new_version"],
          "python-semantic-release": [*semantic, "version", "--print"]}),
        ("the plan of a tag, with the remote asked (`plan`)", "one",
         [tizza, "release", "plan"], {}),
        ("the plan of a release, changelog included (`run --dry-run`)", "one", run,
         {"git-cliff": [*cliff, "--unreleased", "--bump"]}),
        ("the changelog of all commits (`run --dry-run` without a tag)", "untagged", run,
         {"git log": ["git", "--no-pager", "log"], "git-cliff": cliff}),
        ("the next versions of 50 packages (`next`)", "many", [tizza, "release", "next"], {}),
        ("the plan of 50 packages (`run --dry-run`)", "many", run, {}),
    ]  # fmt: skip


def once(command, folder):
    """The seconds of a single run; None where it was stopped. Peers are children of a launcher, so
    that the whole group is ended."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
    try:
        process.wait(LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return None
    return time.perf_counter() - began


def shown(seconds):
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def main():
    tizza, *rest = sys.argv[1:]
    peers, venv, folder = (pathlib.Path(path).resolve() for path in rest)
    prepare(folder)
    print("| Work | tizza | peers |\n|---|---|---|")
    for title, place, own, others in works(tizza, peers, venv, folder):
        measured = side_by_side({"tizza": own}, folder / place)["tizza"]
        assert isinstance(measured, Run)
        cells = []
        for name, command in others.items():
            if not shutil.which(command[0]):
                continue
            seconds = once(command, folder / place)
            cells.append(f"{name} {shown(seconds) if seconds else f'stopped after {LIMIT} s'}")
        print(f"| {title} | {shown(measured.seconds)}, {measured.megabytes:.0f} MB | "
              f"{'; '.join(cells)} |", flush=True)  # fmt: skip


main()
