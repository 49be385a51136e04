"""Compares what tizza and Spectral find with one built-in ruleset in many files: the sets of (file,
rule, severity, pointer) must be equal. What differs must be listed in the suite with the reason.

usage: spectral_compare.py TIZZA PEER_FOLDER SUITE...
"""

import importlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from typing import NamedTuple

from spectral_suite import value_of

SEVERITIES = ["error", "warn", "info", "hint"]
NOT_LINTED = {"parser", "unrecognized-format", "syntax", "duplicate-key"}
BATCH = 40  # files a process
MOST_SHOWN = 60


class Finding(NamedTuple):
    """One finding of either side."""

    path: str
    rule: str
    severity: str
    pointer: str


def pointer_of(path):
    """The JSON Pointer of a list of keys."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


class Peer:
    """The Spectral in an npm folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def rules(self, suite):
        """The ids of its ruleset."""
        script = (
            "const rules = require('@stoplight/spectral-rulesets')[process.argv[1]].rules;"
            "console.log(JSON.stringify(Object.keys(rules)))"
        )
        answer = subprocess.run(
            ["node", "-e", script, suite.exported],
            cwd=self.folder, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return json.loads(answer.stdout)

    def lint(self, files, ruleset):
        """What it finds, and the files that it cannot read."""
        results, crashed = [], []
        for begin in range(0, len(files), BATCH):
            self.run(ruleset, files[begin : begin + BATCH], results, crashed)
        results = [r for r in results if "source" in r]  # the others are about no file
        broken = {r["source"] for r in results if r["code"] in NOT_LINTED}
        found = {
            Finding(r["source"], r["code"], SEVERITIES[r["severity"]], pointer_of(r["path"]))
            for r in results
        }
        if crashed:
            print(f"{len(crashed)} files stop Spectral with an exception in a rule")
        return found, broken | {str(path) for path in crashed}

    def run(self, ruleset, files, results, crashed):
        """One process for many files; an exception in a rule costs all of them, so that they are
        tried again by halves."""
        output = ruleset.with_name("findings.json")
        output.unlink(missing_ok=True)
        subprocess.run(
            ["node", str(self.folder / "node_modules/.bin/spectral"), "lint", "--quiet",
             "-r", str(ruleset), "-f", "json", "-o", str(output), *escaped(files)],
            capture_output=True, check=False,
        )  # fmt: skip
        if output.exists():
            results += json.loads(output.read_text())
        elif len(files) == 1:
            crashed += files
        else:
            middle = len(files) // 2
            self.run(ruleset, files[:middle], results, crashed)
            self.run(ruleset, files[middle:], results, crashed)


def escaped(files):
    """Paths that are taken for globs otherwise."""
    return ["".join("\\" + c if c in "()[]{}!*?@+" else c for c in str(path)) for path in files]


class Ours:
    """tizza."""

    def __init__(self, program):
        self.program = program

    def has(self, rule):
        """Whether it knows the rule."""
        run = subprocess.run(
            [self.program, "spec", "rules", rule], capture_output=True, check=False
        )
        return run.returncode == 0

    def lint(self, files, ruleset):
        """What it finds, and the files that it cannot read."""
        run = subprocess.run(
            [self.program, "validate", "--ruleset", str(ruleset), "--format", "json",
             "--max-problems", "0", *map(str, files)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        report = json.loads(run.stdout)
        findings = {
            Finding(os.path.abspath(f["path"]), f["rule"], f["severity"], f["pointer"])
            for f in report["findings"]
        }
        broken = {os.path.abspath(e["path"]) for e in report.get("errors", [])}
        return findings, broken | {f.path for f in findings if f.rule in NOT_LINTED}


class Comparison:
    """One suite, run on both sides."""

    def __init__(self, suite, ours, peer):
        self.suite = suite
        self.ours, self.peer = ours, peer
        self.problems = []
        self.explained = 0
        self.further = 0

    def run(self):
        """Whether all that differs is explained."""
        with tempfile.TemporaryDirectory() as folder:
            ruleset = pathlib.Path(folder, "ruleset.yaml")
            ruleset.write_text(f'extends: [["{self.suite.ruleset}", all]]\n')
            our_findings, our_broken = self.ours.lint(self.suite.files, ruleset)
            their_findings, their_broken = self.peer.lint(self.suite.files, ruleset)
        broken = our_broken | their_broken
        grouped = {rule for group in self.suite.by_verdict for rule in group}
        shared = self.shared_rules()
        equal = self.compare(
            *(select(f, shared - grouped, broken) for f in (our_findings, their_findings))
        )
        refused = 0
        for group in self.suite.by_verdict:
            sides = (select(f, group, broken) for f in (our_findings, their_findings))
            refused += self.compare(*(verdicts(f, "|".join(group)) for f in sides))
        self.report(len(shared), equal, refused)
        return not self.problems

    def shared_rules(self):
        shared = set()
        for rule in self.peer.rules(self.suite):
            if self.ours.has(rule):
                shared.add(rule)
            else:
                self.problems.append(f"rule {rule} is missing")
        return shared

    def compare(self, ours, theirs):
        """How many are equal; what is not and has no reason becomes a problem."""
        further = self.further_errors(ours, theirs)
        self.further += len(further)
        for side, findings in (("ours", ours - theirs - further), ("theirs", theirs - ours)):
            for finding in sorted(findings):
                self.explain(side, finding)
        return len(ours & theirs)

    def further_errors(self, ours, theirs):
        """What only tizza finds in a value, of which both say the error that Spectral comes to."""
        refused = {in_value(f) for f in ours & theirs}
        return {
            f for f in ours - theirs if f.rule in self.suite.first_error and in_value(f) in refused
        }

    def explain(self, side, finding):
        path = self.suite.shown(finding.path)
        for difference in self.suite.differences:
            if difference.covers(side, finding.rule, path, finding.pointer):
                difference.hits += 1
                self.explained += 1
                return
        self.problems.append(
            f"only {side}: {finding.severity} {finding.rule} {path} {finding.pointer}"
        )

    def report(self, shared, equal, refused):
        for difference in self.suite.differences:
            if difference.hits == 0:
                self.problems.append(f"listed, but no longer there: {difference}")
        print(
            f"{self.suite.ruleset}: {len(self.suite.files)} files, {shared} rules shared, {equal} "
            f"findings and {refused} refused files equal, {self.further} further errors in values that "
            f"both refuse, {self.explained} differences explained, "
            f"{len(self.problems)} not"
        )
        for problem in self.problems[:MOST_SHOWN]:
            print(" ", problem)


def select(findings, rules, broken):
    """Those of some rules, without the files that one side cannot read."""
    return {f for f in findings if f.rule in rules and f.path not in broken}


def in_value(finding):
    """The finding at the value that it is about."""
    return finding._replace(pointer=value_of(finding.pointer))


def verdicts(findings, name):
    """The files alone."""
    return {Finding(f.path, name, f.severity, "") for f in findings}


def main():
    """0 where all suites hold."""
    ours, peer = Ours(sys.argv[1]), Peer(sys.argv[2])
    held = True
    for name in sys.argv[3:]:
        suite = importlib.import_module(f"spectral_{name}").suite()
        held = Comparison(suite, ours, peer).run() and held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
