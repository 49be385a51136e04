"""Updates random projects with copier and compares who lost what with tizza's merge.

python3 copier_compare.py UPDATE_BULK FOLDER COUNT: exit code 1 where tizza lost a line or put one
into another block. What copier did is printed, and judged by nobody.
"""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from copier import run_copy, run_update

SETTINGS = "_subdirectory: template\n"
ANSWERS = "{{ _copier_answers|to_nice_yaml }}"
HIDDEN = (".git", ".copier-answers.yml")


def git(folder, *arguments):
    subprocess.run(
        ["git", "-C", folder, *arguments], check=True, capture_output=True, stdin=subprocess.DEVNULL
    )


def commit(folder, message, tag=None):
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    if tag:
        git(folder, "tag", tag)


def lay_down(tree, folder, kept):
    """Replaces what `folder` holds, but for the names in `kept`."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in folder.iterdir():
        if entry.name in kept:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    shutil.copytree(tree, folder, dirs_exist_ok=True)


def update_by_copier(case):
    """The project after `copier update`; None where copier fails."""
    template, project = case / "copier-template", case / "copier"
    template.mkdir()
    git(template, "init", "--quiet")
    (template / "copier.yml").write_text(SETTINGS)
    for side, tag in (("base", "1.0.0"), ("theirs", "2.0.0")):
        lay_down(case / side, template / "template", ())
        (template / "template" / "{{ _copier_conf.answers_file }}.jinja").write_text(ANSWERS)
        commit(template, side, tag)
    try:
        run_copy(str(template), project, vcs_ref="1.0.0", defaults=True, quiet=True)
        git(project, "init", "--quiet")
        commit(project, "base")
        lay_down(case / "ours", project, HIDDEN)
        commit(project, "ours")
        run_update(
            project, vcs_ref="2.0.0", defaults=True, overwrite=True, quiet=True, conflict="inline"
        )
    except Exception as error:  # whatever a peer raises: it is its outcome
        return None, f"{type(error).__name__}: {error}"
    return project, None


def contents(folder):
    files = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if name.parts[0] not in HIDDEN and path.is_file() and not path.is_symlink():
            files[str(name)] = path.read_bytes().decode("latin-1")
    return files


def block_of(text, word):
    block = ""
    for line in text.split("\n"):
        if line.startswith("["):
            block = line.rstrip("\r")
        if word in line:
            return block
    return ""


def fate(line, files, conflicts, others):
    """`kept`, `lost` or `misplaced`."""
    for name, text in files.items():
        if line["word"] not in text:
            continue
        if block_of(text, line["word"]) == line["block"] or name in conflicts:
            return "kept"
        has_block = all(any(line["block"] in one for one in other.values()) for other in others)
        return "misplaced" if line["block"] and has_block else "kept"
    return "lost"


def judge(case, files, conflicts):
    """How many of the project's own lines were kept, lost and misplaced."""
    about = json.loads((case / "lines.json").read_text())
    others = [contents(case / "base"), contents(case / "theirs")]
    counts = {"kept": 0, "lost": 0, "misplaced": 0}
    for line in about["ours"]:
        counts[fate(line, files, conflicts, others)] += 1
    return counts


def compare(case):
    about = json.loads((case / "lines.json").read_text())
    ours = judge(case, contents(case / "tizza"), set(about["conflicts"]))
    project, error = update_by_copier(case)
    if error:
        return {"tizza": ours, "copier": None, "error": error}
    files = contents(project)
    marked = {name for name, text in files.items() if "<<<<<<< " in text}
    return {"tizza": ours, "copier": judge(case, files, marked), "error": None}


def row(name, cases, counts, failed):
    lines = {key: sum(one[key] for one in counts) for key in ("kept", "lost", "misplaced")}
    hurt = sum(1 for one in counts if one["lost"] or one["misplaced"])
    return (
        f"{name:8} {cases:6} cases {sum(lines.values()):6} lines "
        f"{lines['lost']:5} lost {lines['misplaced']:5} in another block "
        f"{hurt:5} cases with either {failed:4} failed"
    )


def main():
    bulk, folder, count = sys.argv[1], Path(sys.argv[2]).resolve(), int(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["HOME"] = str(folder)
    os.environ["GIT_CONFIG_NOSYSTEM"] = "1"
    (folder / ".gitconfig").write_text(
        "[user]\n\tname = Ana\n\temail = ana@tizza.com\n[init]\n\tdefaultBranch = main\n"
    )
    subprocess.run([bulk, folder, str(count)], check=True)
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(compare, [folder / str(number) for number in range(count)]))
    updated = [one["copier"] for one in results if one["copier"]]
    print(row("copier", len(results), updated, len(results) - len(updated)))
    print(row("tizza", len(results), [one["tizza"] for one in results], 0))
    bad = [
        number
        for number, one in enumerate(results)
        if one["tizza"]["lost"] or one["tizza"]["misplaced"]
    ]
    if len(updated) < count * 9 // 10:
        sys.exit(f"copier failed too often: {next(one['error'] for one in results if one['error'])}")
    if bad:
        sys.exit(f"tizza lost or misplaced lines in cases {bad}")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
