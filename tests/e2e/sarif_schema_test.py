"""SARIF as tizza writes it fits the official JSON Schema of SARIF 2.1.0.

The schema comes from npm, the validator from PyPI; skipped where they cannot be had.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from sandbox import isolate

TIZZA = os.environ["TIZZA"]
PEERS = Path(os.environ["TIZZA_BUILD_DIR"]) / "peers" / "sarif"
SCHEMA_PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
SCHEMA = PEERS / "package" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
VALIDATOR = "jsonschema==4.23.0"
PYTHON = PEERS / "venv" / "bin" / "python"

SPECIFICATION = """\
swagger: "2.0"
info: {title: culinary-service, version: 0.1.0}
paths:
  /pizza/:
    get:
      tags: [piza]
      responses: {200: {description: "<x> \\u0007"}}
  pizza: {gett: {}}
definitions:
  A: {enum: [a, a]}
tags: [{name: pizza}]
"""


def skip(reason):
    print("skipped:", reason)
    sys.exit(77)


def fetch():
    PEERS.mkdir(parents=True, exist_ok=True)
    try:
        if not SCHEMA.exists():
            packed = subprocess.run(
                ["npm", "pack", "--silent", SCHEMA_PACKAGE],
                cwd=PEERS, check=True, capture_output=True, text=True,
            )  # fmt: skip
            subprocess.run(["tar", "xzf", packed.stdout.split()[-1]], cwd=PEERS, check=True)
        if not PYTHON.exists():
            venv.create(PEERS / "venv", with_pip=True)
        subprocess.run(
            [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", VALIDATOR],
            check=True, capture_output=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError) as error:
        skip(f"{SCHEMA_PACKAGE} and {VALIDATOR} cannot be had ({error})")


def write_reports(folder):
    """A run with findings, fixes, related places and an error; one with a baseline; a clean one."""
    (folder / "a b.yaml").write_text(SPECIFICATION)
    (folder / "clean.yaml").write_text('swagger: "2.0"\ninfo: {title: a, version: b}\npaths: {}\n')

    def run(*arguments):
        subprocess.run([TIZZA, "validate", *arguments], cwd=folder, capture_output=True, check=False)

    run("a b.yaml", "absent.yaml", "-o", "found.sarif")
    run("clean.yaml", "-o", "clean.sarif")
    run("a b.yaml", "--update-baseline", "--reason", "known")
    run("a b.yaml", "-o", "known.sarif")
    return [folder / f"{name}.sarif" for name in ("found", "clean", "known")]


def main():
    fetch()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        isolate(folder)
        reports = write_reports(folder)
        found, _, known = (json.loads(report.read_text()) for report in reports)
        assert len(found["runs"][0]["results"]) > 3
        assert all("suppressions" in result for result in known["runs"][0]["results"])
        program = (
            "import json, sys, jsonschema\n"
            "schema = json.load(open(sys.argv[1]))\n"
            "validator = jsonschema.Draft4Validator(schema)\n"
            "for path in sys.argv[2:]:\n"
            "    for error in validator.iter_errors(json.load(open(path))):\n"
            "        sys.exit(f'{path}: {error.json_path}: {error.message}')\n"
        )
        done = subprocess.run([PYTHON, "-c", program, SCHEMA, *reports], check=False)
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
