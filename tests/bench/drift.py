"""Times `tizza drift` over growing numbers of generated projects and prints a table.

usage: drift.py TIZZA TEMPLATE FOLDER COUNT...
"""

import os
import pathlib
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from processes import median, run_once

RUNS = 3


def run(*command, folder=None):
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def make(tizza, folder, number):
    """A project as a fleet has them: every fourth has changes of its own."""
    name = f"service-{number:04}"
    run(tizza, "new", "./template", name, "--defaults", "--no-register", folder=folder)
    if number % 4 == 0:
        project = folder / name
        with open(project / "part_0/module_000.py", "a", encoding="utf-8") as file:
            file.write("# ours\n")
        (project / "own.py").write_text("OWN = True\n", encoding="utf-8")
        run("git", "add", ".", folder=project)
        run("git", "commit", "--quiet", "--message", "Our own work", folder=project)
    return name


def move_on(template):
    """The next version of the template changes every fifth file."""
    for path in sorted((template / "files/part_1").iterdir()):
        with open(path, "a", encoding="utf-8") as file:
            file.write("# since 1.1.0\n")
    with open(template / "tizza-template.yaml", "a", encoding="utf-8") as file:
        file.write("version: 1.1.0\n")


def main():
    tizza, template, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    counts = [int(count) for count in sys.argv[4:]]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(template, folder / "template")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        names = list(pool.map(lambda number: make(tizza, folder, number), range(max(counts))))
    print(f"{'drift':34} {'s':>8} {'ms each':>8} {'MB':>6}")
    for state in ("as made", "template moved on"):
        if state != "as made":
            move_on(folder / "template")
        for count in counts:
            command = [tizza, "drift", *names[:count]]
            best = median([run_once(command, folder) for _ in range(RUNS)])
            title = f"{count} projects, {state}"
            print(f"{title:34} {best.seconds:8.2f} {best.seconds * 1000 / count:8.2f} "
                  f"{best.megabytes:6.0f}")


if __name__ == "__main__":
    main()
