"""Times what a step of a playbook costs beside its command, with its journal on the disk, beside a
task of Ansible; and how long it takes to lint many playbooks over a large registry.

usage: playbook.py TIZZA ANSIBLE-PLAYBOOK FOLDER
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from processes import median, run_once

STEPS = 200
PLAYBOOKS, SERVICES = 50, 1000
TEMPLATE = Path(__file__).resolve().parents[2] / "templates/playbooks/revert-version.yaml"


def playbook_of(steps):
    text = "apiVersion: tizza/v1\nplaybook: nothing\ntitle: Nothing\nsteps:\n"
    for number in range(steps):
        text += f"  - {{id: s{number}, run: 'true', undo: none, repeat: safe}}\n"
    return text


def ansible_of(tasks):
    text = "- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n"
    return text + "    - {command: 'true', changed_when: false}\n" * tasks


def registry():
    text = (
        "apiVersion: tizza/v1\nteams:\n  culinary: {email: team-culinary@tizza.com, "
        "lead: maria}\npeople:\n  maria: {team: culinary, email: maria@tizza.com, "
        'phone: "+36123456789"}\nservices:\n'
    )
    for number in range(SERVICES):
        text += (
            f"  service-{number}:\n    owners: [culinary]\n    language: python\n"
            f"    healthcheck_url: https://s{number}.tizza.com/livez\n    environments:\n"
        )
        for environment in ("production", "staging"):
            text += (
                f"      {environment}: {{version: 1.10.0, processes: [app, nginx], "
                f"hosts: [a{number}.tizza.com, b{number}.tizza.com]}}\n"
            )
    return text


def per_step(call, folder, runs):
    """What each of STEPS steps takes, in milliseconds: the start of the program is left out."""
    one = median([run_once(call(1), folder) for _ in range(runs)])
    many = median([run_once(call(STEPS + 1), folder) for _ in range(runs)])
    return (many.seconds - one.seconds) / STEPS * 1000


def main(tizza, ansible, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.pop("TIZZA_REGISTRY", None)
    os.environ["ANSIBLE_LOCALHOST_WARNING"] = "False"
    for count in (1, STEPS + 1):
        (folder / f"steps-{count}.yaml").write_text(playbook_of(count))
        (folder / f"tasks-{count}.yaml").write_text(ansible_of(count))
        subprocess.run([tizza, "trust", f"steps-{count}.yaml"], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL)
    ours = per_step(
        lambda count: [tizza, "playbook", "run", f"steps-{count}.yaml", "--yes-to", "all"], folder, 7
    )
    theirs = per_step(
        lambda count: [ansible, "-i", "localhost,", f"tasks-{count}.yaml"], folder, 1
    )
    print(f"a step, with its journal synced twice   {ours:8.2f} ms")
    print(f"a task of Ansible                       {theirs:8.2f} ms, {theirs / ours:.0f}x")
    (folder / "tizza-registry.yaml").write_text(registry())
    names = []
    for number in range(PLAYBOOKS):
        names.append(f"revert-{number}.yaml")
        text = TEMPLATE.read_text().replace("playbook: revert-version", f"playbook: revert-{number}")
        (folder / names[-1]).write_text(text)
    began = time.perf_counter()
    run_once([tizza, "playbook", "lint", *names], folder)
    print(f"lint {PLAYBOOKS} playbooks x {SERVICES} services x 2    "
          f"{time.perf_counter() - began:8.2f} s")


main(*sys.argv[1:])
