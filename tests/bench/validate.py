"""Times `tizza validate` beside its peers: python3 validate.py TIZZA PEERS INPUTS RESULTS.json [PART...]

Prints the rows of the README's table. The parts are small, github, joined and growth; what is in
RESULTS.json already stays there where only some are measured."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from descriptions import COUNTS, SIZES
from processes import LONGEST, Run, median, run_once, side_by_side

RULESET = "extends: [spectral:oas, tizza:recommended]\n"
WORK = {
    "small": ("23 KB, from a cold start", "23kb.yaml"),
    "github": ("the description of GitHub, 10 MB of YAML", "github.yaml"),
    "joined": ("2,908 files joined by `$ref`", "joined/openapi.yaml"),
}
RUNS = 3


def commands(tizza, peers, path):
    """Everybody's way to lint one file, with the whole of their own rules."""
    programs = pathlib.Path(peers, "node_modules/.bin")
    by_name = {
        "tizza": [tizza, "validate", path, "--ruleset", "both.yaml"],
        "Redocly": [str(programs / "redocly"), "lint", path, "--extends", "recommended"],
        "Spectral": [str(programs / "spectral"), "lint", path, "-r", "spectral.yaml", "--quiet"],
    }
    # 0.8.5 has not come to an end after minutes, and with gigabytes, in the larger descriptions.
    vacuum = shutil.which("vacuum")
    if vacuum and path == WORK["small"][1]:
        version = subprocess.run([vacuum, "version"], capture_output=True, text=True, check=True)
        name = f"vacuum {version.stdout.strip()}"
        by_name[name] = [vacuum, "lint", "--hard-mode", "--silent", "--timeout", "600", path]
    return by_name


def measure_work(name, tizza, peers, inputs):
    _, path = WORK[name]
    return side_by_side(commands(tizza, peers, path), inputs)


def measure_growth(tizza, inputs):
    """Of size and of the number of files; of tizza alone."""
    arguments = [tizza, "validate", "--ruleset", "both.yaml"]
    points = {"size": [], "files": []}
    for axis, values, path in (("size", SIZES, "{}kb.yaml"), ("files", COUNTS, "{}files")):
        for value in values:
            runs = [run_once([*arguments, path.format(value)], inputs) for _ in range(RUNS)]
            points[axis].append([value, *median(runs)])
    return points


def shown(run):
    seconds = run.seconds
    time = f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
    if seconds >= LONGEST:
        time = f"over {LONGEST} s"
    return f"{time}, {run.megabytes:.0f} MB"


def print_work(results):
    names = sorted({name for key in WORK for name in results.get(key, {})} - {"tizza"})
    print("| Work | tizza | " + " | ".join(names) + " |")
    print("|---|---|" + "---|" * len(names))
    for key, (title, _) in WORK.items():
        if key not in results:
            continue
        runs = {name: Run(*run) for name, run in results[key].items()}
        cells = [
            f"{shown(runs[name])}: {runs[name].seconds / runs['tizza'].seconds:.0f} times"
            if name in runs else ""
            for name in names
        ]  # fmt: skip
        print(f"| {title} | {shown(runs['tizza'])} | " + " | ".join(cells) + " |")


def print_growth(points):
    for axis, unit in (("size", "KB"), ("files", "files")):
        line = [f"{value:,} {unit} {shown(Run(*run))}" for value, *run in points[axis]]
        print(f"{axis}: " + "; ".join(line))


def machine():
    with open("/proc/meminfo", encoding="ascii") as file:
        gigabytes = int(file.readline().split()[1]) / 1024 / 1024
    return f"{os.cpu_count()} cores, {gigabytes:.0f} GB"


def main():
    tizza, peers, inputs, path = sys.argv[1:5]
    results = json.loads(pathlib.Path(path).read_text()) if os.path.exists(path) else {}
    pathlib.Path(inputs, "both.yaml").write_text(RULESET)
    pathlib.Path(inputs, "spectral.yaml").write_text("extends: spectral:oas\n")
    for part in sys.argv[5:] or [*WORK, "growth"]:
        if part == "growth":
            results[part] = measure_growth(tizza, inputs)
        elif pathlib.Path(inputs, WORK[part][1]).exists():
            results[part] = measure_work(part, tizza, peers, inputs)
        pathlib.Path(path).write_text(json.dumps(results, indent=1))
    print_work(results)
    if "growth" in results:
        print_growth(results["growth"])
    print(f"on {machine()}")


if __name__ == "__main__":
    main()
