"""What a comparison with Spectral consists of; spectral_<suite>.py makes one each."""

import dataclasses
import fnmatch
import pathlib
import re

VALUE = re.compile(
    r".*?(/examples/[^/]+/value\b|(?<!/responses)(?<!/properties)/(x-example|example|default)\b)"
)

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass
class Difference:
    """Findings that only one side has, and why tizza is right."""

    side: str  # "ours" or "theirs"
    rule: str
    path: str  # below the folder of the suite, with * and ?
    pointer: str  # the same; not looked at where verdicts are compared
    reason: str
    whole: bool = False  # comes up with TIZZA_TEST_FULL=1 only
    hits: int = 0

    def covers(self, side, rule, path, pointer):
        """Whether the difference explains the finding."""
        return (
            side == self.side
            and fnmatch.fnmatchcase(rule, self.rule)
            and fnmatch.fnmatchcase(path, self.path)
            and fnmatch.fnmatchcase(pointer, self.pointer)
        )


@dataclasses.dataclass
class Suite:
    """One ruleset on many files."""

    ruleset: str  # as `extends` names it
    exported: str  # as @stoplight/spectral-rulesets exports it
    roots: dict[str, pathlib.Path]  # folders by the first part of shown paths
    files: list[pathlib.Path]
    # Rules that wrap an official schema, whose places are noise: compared by the files that they
    # refuse, all rules of a group together.
    by_verdict: list[tuple[str, ...]] = dataclasses.field(default_factory=list)
    # Rules that hold a value to a schema, of which Spectral says the first error in each value only.
    first_error: tuple[str, ...] = ()
    differences: list[Difference] = dataclasses.field(default_factory=list)

    def shown(self, path):
        """The path as differences name it."""
        path = pathlib.Path(path).resolve()
        for name, root in self.roots.items():
            if path.is_relative_to(root.resolve()):
                return f"{name}/{path.relative_to(root.resolve())}"
        return str(path)


def value_of(pointer):
    """The example or default that holds the place."""
    match = VALUE.match(pointer)
    return match.group() if match else pointer
