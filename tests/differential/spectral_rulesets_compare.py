"""Runs Spectral and tizza on the folders of rulesets/ and compares what they find.

A folder holds `ruleset.yaml`, API descriptions, and `differences.txt` where the two differ on
purpose: lines `tizza|spectral FILE SEVERITY RULE POINTER  # why tizza is right`.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SEVERITIES = ["error", "warn", "info", "hint"]
# What each reports besides the rules of the ruleset.
OWN_CODES = {"parser", "unrecognized-format", "invalid-ref", "syntax"}


def descriptions(folder):
    pattern = re.compile(r"^(swagger|asyncapi|openapi):", re.MULTILINE)
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*.yaml")
        if path.name != "ruleset.yaml" and pattern.search(path.read_text())
    )


def by_spectral(program, folder, files):
    with tempfile.NamedTemporaryFile(suffix=".json") as output:
        subprocess.run(
            [program, "lint", "--ruleset", "ruleset.yaml", "--format", "json", "--quiet",
             "--output", output.name, *files],
            cwd=folder, check=False, stdout=subprocess.DEVNULL,
        )
        results = json.load(output)
    found = set()
    for result in results:
        pointer = "".join(
            "/" + str(part).replace("~", "~0").replace("/", "~1") for part in result["path"]
        )
        source = pathlib.Path(result["source"]).relative_to(folder)
        found.add((str(source), SEVERITIES[result["severity"]], result["code"], pointer))
    return {one for one in found if one[2] not in OWN_CODES}


def by_tizza(program, folder, files):
    run = subprocess.run(
        [program, "validate", "--ruleset", "ruleset.yaml", "--format", "json",
         "--max-problems", "0", *files],
        cwd=folder, check=False, stdout=subprocess.PIPE,
    )
    report = json.loads(run.stdout)
    if report.get("errors"):
        sys.exit(f"{folder.name}: tizza fails: {json.dumps(report['errors'], indent=1)}")
    return {
        (one["path"], one["severity"], one["rule"], one["pointer"])
        for one in report["findings"]
        if one["rule"] not in OWN_CODES
    }


def expected_differences(folder):
    expected = {}
    path = folder / "differences.txt"
    for line in path.read_text().splitlines() if path.exists() else []:
        entry = line.split("  #")[0].strip()
        if entry and not line.startswith("#"):
            side, source, severity, rule, *pointer = entry.split(" ", 4)
            expected[(side, source, severity, rule, pointer[0] if pointer else "")] = False
    return expected


def compare(folder, spectral, tizza):
    files = descriptions(folder)
    theirs = by_spectral(spectral, folder, files)
    ours = by_tizza(tizza, folder, files)
    expected = expected_differences(folder)
    wrong = 0
    for side, found in (("spectral", theirs - ours), ("tizza", ours - theirs)):
        for one in sorted(found):
            key = (side, *one)
            if key in expected:
                expected[key] = True
            else:
                wrong += 1
                print(f"{folder.name}: {' '.join(key)}")
    for key, is_met in expected.items():
        if not is_met:
            wrong += 1
            print(f"{folder.name}: no longer different: {' '.join(key)}")
    print(f"{folder.name}: {len(theirs & ours)} findings agree, {len(expected)} differ on purpose")
    return wrong


def main():
    spectral, tizza = (str(pathlib.Path(program).resolve()) for program in sys.argv[1:3])
    root = pathlib.Path(__file__).resolve().parent / "rulesets"
    wanted = set(sys.argv[5:])
    wrong = sum(
        compare(folder, spectral, tizza)
        for folder in sorted(root.iterdir())
        if folder.is_dir() and (not wanted or folder.name in wanted)
    )
    print(f"{wrong} differences without a reason")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
