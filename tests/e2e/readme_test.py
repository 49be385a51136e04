"""The tour of README.md goes as it is written, and its list of commands is complete.

One shell runs every command of its console blocks, in order, in an empty folder; lines that start
with `> ` go on with a command. What is shown below a command is what it prints; a line `...` stands
for any lines, `…` within a line for any text. Where nothing is shown, anything may be printed. A
command succeeds unless `echo $?` follows it.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from sandbox import isolate

README = Path(__file__).resolve().parents[2] / "README.md"
TIZZA = Path(os.environ["TIZZA"])
MARK = "--end of the command: "


def steps(text):
    """Line number, command and expected lines of everything in the console blocks."""
    found = []
    is_inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("```"):
            is_inside = line == "```console"
        elif is_inside and line.startswith("$ "):
            found.append((number, [line[2:]], []))
        elif is_inside and not found[-1][2] and line.startswith("> "):
            found[-1][1].append(line[2:])
        elif is_inside:
            found[-1][2].append(line)
    return [(number, "\n".join(command), shown) for number, command, shown in found]


class Shell:
    """A shell that keeps its folder and variables from one command to the next."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            ["sh"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, command):
        """What the command printed, on either stream, and its exit code."""
        self.process.stdin.write(
            f"{{ {command}\n}} </dev/null; status=$?\n"
            f"printf '\\n{MARK}%s\\n' $status; (exit $status)\n"
        )
        self.process.stdin.flush()
        lines = []
        for line in self.process.stdout:
            if line.startswith(MARK):
                output = "".join(lines).rstrip("\n")
                return output + "\n" if output else "", int(line.removeprefix(MARK))
            lines.append(line)
        sys.exit(f"the shell ended in `{command}`:\n{''.join(lines)}")


def pattern(shown):
    """What is shown as a regular expression."""
    lines = []
    for line in shown:
        if line == "...":
            lines.append("(?:.*\n)*?")
        else:
            lines.append(".*?".join(map(re.escape, line.split("…"))) + " *\n")
    return "".join(lines)


def known_commands(*group):
    """The commands that the help of tizza or of a group lists, groups replaced by their own; a
    command that has others below it counts with them."""
    text = subprocess.run(
        [TIZZA, *group, "--help"], check=True, capture_output=True, text=True
    ).stdout
    listed = re.search(r"^Commands:\n((?:  .+\n)+)", text, re.MULTILINE)
    names = re.findall(r"^  ([a-z]+)", listed[1], re.MULTILINE) if listed else []
    if not names or len(group) == 2:
        return {" ".join(group)}
    is_group = not group or "<command>" in text.split("Usage:")[1].split("\n")[1]
    own = set() if is_group else {" ".join(group)}
    return own.union(*(known_commands(*group, name) for name in names))


def check_commands(readme):
    """Every row of the table of commands names commands that exist, and none is missing."""
    named = set()
    for row in re.findall(r"^\| (`tizza .+?) \|", readme, re.MULTILINE):
        first, *others = re.findall(r"`([^`]+)`", row)
        group = first.split()[1:-1]
        named |= {" ".join([*group, name]) for name in (first.split()[-1], *others)}
    known = known_commands()
    arguments = {name for name in named - known if name.rpartition(" ")[0] in known}
    named = named - arguments | {name.rpartition(" ")[0] for name in arguments}
    if known != named:
        sys.exit(f"the table of commands in README.md differs: {sorted(known ^ named)}")


def main():
    readme = README.read_text()
    tour = steps(readme)
    with tempfile.TemporaryDirectory(prefix="tizza-readme-") as folder:
        isolate(Path(folder) / "home")
        os.environ["PATH"] = f"{TIZZA.parent}:{os.environ['PATH']}"
        workspace = Path(folder) / "tizza"
        workspace.mkdir()
        shell = Shell(workspace)
        following = [command for _, command, _ in tour[1:]] + [""]
        for (number, command, shown), after in zip(tour, following, strict=True):
            output, status = shell.run(command)
            place = f"README.md:{number}: `{command}`"
            if status and after != "echo $?":
                sys.exit(f"{place} fails with exit code {status}:\n{output}")
            if shown and not re.fullmatch(pattern(shown), output):
                sys.exit(f"{place} prints something else:\n{output}")
        check_commands(readme)
    assert len(tour) > 20, "the tour is too short to be the tour"
    print(f"{len(tour)} commands of README.md go as written")


if __name__ == "__main__":
    main()
