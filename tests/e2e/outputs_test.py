"""Each format is what its readers expect: read here by parsers that know nothing of tizza."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

from sandbox import isolate

TIZZA = os.environ["TIZZA"]

HOSTILE = "</script><b onclick='x'>]]> &amp; \u202e \u0007"
PIZZA = {
    "swagger": "2.0",
    "info": {"title": "culinary-service", "version": "0.1.0"},
    "paths": {
        "/pizza/": {"get": {"tags": [HOSTILE], "responses": {"200": {"description": "x"}}}},
        "/" + HOSTILE: {"get": {"operationId": HOSTILE, "responses": {}}},
        "pizza": {"gett": {}},
    },
    "definitions": {"A": {"enum": ["a", "b", "b"]}},
}
FORMATS = ["json", "sarif", "junit", "github", "gitlab", "checkstyle", "html", "concise"]


class Page(HTMLParser):
    """What a browser would make of the page: its tags, texts and scripts."""

    def __init__(self):
        super().__init__()
        self.tags, self.articles, self.scripts, self.policy, self.inside = [], 0, [], "", ""

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        self.inside = tag
        self.articles += tag == "article"
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts.append(data)

    def handle_endtag(self, tag):
        self.inside = ""


class Outputs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = Path(cls.folder.name)
        isolate(root)
        (root / "a.json").write_text(json.dumps(PIZZA))
        (root / "b.json").write_text(json.dumps({**PIZZA, "paths": {}, "definitions": {}}))
        (root / "surrogate.json").write_text(json.dumps({**PIZZA, "basePath": "\ud800"}))
        flags = [f"-o{name}={name}.out" for name in FORMATS]
        done = subprocess.run(
            [TIZZA, "validate", "a.json", "b.json", "surrogate.json", "absent.json", *flags],
            cwd=root,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 2, done
        assert b"-->" in done.stdout, "the terminal keeps its form"
        cls.out = {name: (root / f"{name}.out").read_text("utf-8") for name in FORMATS}
        cls.report = json.loads(cls.out["json"])
        cls.findings = cls.report["findings"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_there_is_something_to_compare(self):
        self.assertGreater(len(self.findings), 5)
        self.assertEqual(len(self.report["errors"]), 1)

    def test_sarif(self):
        run = json.loads(self.out["sarif"])["runs"][0]
        self.assertEqual(len(run["results"]), len(self.findings))
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        for result, finding in zip(run["results"], self.findings):
            self.assertEqual(rules[result["ruleIndex"]], finding["rule"])
            place = result["locations"][0]["physicalLocation"]
            self.assertEqual(place["region"]["startLine"], finding["line"])
            self.assertEqual(place["region"]["endColumn"], finding["end_column"])
            artifact = run["artifacts"][place["artifactLocation"]["index"]]
            self.assertEqual(artifact["location"]["uri"], finding["path"])
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        fingerprints = [result["partialFingerprints"]["tizza/v1"] for result in run["results"]]
        self.assertEqual(len(set(fingerprints)), len(fingerprints))
        self.assertTrue(any("fixes" in result for result in run["results"]))

    def test_junit(self):
        suites = ElementTree.fromstring(self.out["junit"])
        errors = [finding for finding in self.findings if finding["severity"] == "error"]
        self.assertEqual(int(suites.get("failures")), len(errors))
        self.assertEqual(len(suites.findall(".//failure")), len(errors))
        self.assertEqual(len(suites.findall(".//error")), 1)
        self.assertEqual(int(suites.get("tests")), len(suites.findall(".//testcase")))
        names = [suite.get("name") for suite in suites]
        self.assertEqual(names, ["a.json", "b.json", "surrogate.json", "absent.json"])

    def test_checkstyle(self):
        root = ElementTree.fromstring(self.out["checkstyle"])
        found = [
            (file.get("name"), int(error.get("line")), error.get("source"))
            for file in root
            for error in file
            if error.get("line")
        ]
        wanted = [(f["path"], f["line"], "tizza." + f["rule"]) for f in self.findings]
        self.assertEqual(found, wanted)

    def test_gitlab(self):
        issues = json.loads(self.out["gitlab"])
        self.assertEqual(len(issues), len(self.findings) + 1)
        self.assertEqual(len({issue["fingerprint"] for issue in issues}), len(issues))
        for issue in issues:
            self.assertEqual(
                set(issue), {"description", "check_name", "fingerprint", "severity", "location"}
            )
            self.assertIn(issue["severity"], {"info", "minor", "major", "critical", "blocker"})
            self.assertIsInstance(issue["location"]["path"], str)
            self.assertGreaterEqual(issue["location"]["lines"]["begin"], 1)

    def test_github(self):
        lines = self.out["github"].splitlines()
        self.assertEqual(len(lines), len(self.findings) + 1)
        for line in lines:
            self.assertRegex(line, r"^::(error|warning|notice) file=[^:]*,title=[^:]*::.")
        kinds = [line.split(" ")[0] for line in lines]
        self.assertEqual(kinds, sorted(kinds, key=["::error", "::warning", "::notice"].index))

    def test_html(self):
        page = Page()
        page.feed(self.out["html"])
        self.assertEqual(page.articles, len(self.findings) + 1)
        self.assertEqual(len(page.scripts), 1)
        digest = base64.b64encode(hashlib.sha256(page.scripts[0].encode()).digest()).decode()
        self.assertIn(f"'sha256-{digest}'", page.policy)
        for tag, attributes in page.tags:
            self.assertNotIn(tag, {"b onclick", "img", "iframe", "link"})
            self.assertFalse([name for name in attributes if name.startswith("on")])
            for name in ("src", "href"):
                self.assertRegex(attributes.get(name) or "#", "^#")
        self.assertNotIn("\u202e", self.out["html"])


class Adoption(unittest.TestCase):
    """What only a real repository shows."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name) / "repository"
        self.root.mkdir()
        isolate(Path(self.folder.name))
        self.git("init", "--quiet")
        self.write("a b.yaml", ["/one", "/two"])
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "Begin")

    def tearDown(self):
        self.folder.cleanup()

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True)

    def write(self, name, paths):
        lines = ["swagger: '2.0'", "info: {title: a, version: b}", "paths:"]
        lines += [f"  {path}: {{get: {{responses: {{200: {{description: x}}}}}}}}" for path in paths]
        (self.root / name).parent.mkdir(exist_ok=True)
        (self.root / name).write_text("\n".join(lines) + "\n")

    def found(self, *arguments, folder="."):
        done = subprocess.run(
            [TIZZA, "validate", "--json", "--changed-since", "HEAD", *arguments],
            cwd=self.root / folder,
            capture_output=True,
            check=False,
        )
        findings = json.loads(done.stdout)["findings"]
        return [(f["path"], re.sub("~1", "/", f["pointer"])) for f in findings]

    def test_nothing_changed(self):
        self.assertEqual(self.found(), [])

    def test_changed_lines_alone_count(self):
        self.write("a b.yaml", ["/one", "/new", "/two"])
        self.assertEqual(self.found(), [("a b.yaml", "/paths//new/get")])

    def test_untracked_files_count_whole(self):
        self.write("sub/c.yaml", ["/one"])
        self.assertEqual(self.found(), [("sub/c.yaml", "/paths//one/get")])

    def test_renamed_files_are_compared_with_what_they_were(self):
        (self.root / "ü").mkdir()
        self.git("mv", "a b.yaml", "ü/\"q\".yaml")
        self.write('ü/"q".yaml', ["/one", "/two", "/three"])
        self.assertEqual(self.found(), [('ü/"q".yaml', "/paths//three/get")])

    def test_works_in_a_folder_below(self):
        self.write("sub/c.yaml", ["/one"])
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "More")
        self.write("sub/c.yaml", ["/one", "/two"])
        self.write("a b.yaml", ["/three", "/two"])
        self.assertEqual(self.found(folder="sub"), [("c.yaml", "/paths//two/get")])
        self.assertEqual(
            self.found("../a b.yaml", folder="sub"), [("../a b.yaml", "/paths//three/get")]
        )


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False).result.wasSuccessful())
