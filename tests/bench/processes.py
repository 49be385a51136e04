"""Runs whole processes and says how long they took and how much memory they had."""

import os
import signal
import statistics
import subprocess
import threading
import time
from typing import NamedTuple

LONGEST = 180  # seconds; what takes longer is ended, and has taken that long at least


class Run(NamedTuple):
    """One process, or the medians of several."""

    seconds: float
    megabytes: float
    count: int = 1


def run_once(command, folder):
    """Exit codes are of no interest: linters say no."""
    with open(os.devnull, "wb") as nothing:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=nothing, stderr=nothing)
        end = threading.Timer(LONGEST, process.kill)
        end.start()
        _, status, usage = os.wait4(process.pid, 0)
        end.cancel()
        seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, -signal.SIGKILL):
        raise RuntimeError(f"{command} ended with {process.returncode}")
    if process.returncode < 0 and seconds < LONGEST:
        raise RuntimeError(f"{command} was killed")
    return Run(seconds, usage.ru_maxrss / 1000)


def median(runs):
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.megabytes for run in runs),
        len(runs),
    )


def side_by_side(commands, folder, budget=5.0, most=20):
    """Runs the commands {name: arguments} in turns, so that what else the machine does hits all of
    them; each until it had its share of the budget in seconds, at least once."""
    runs = {name: [] for name in commands}
    for name in commands:
        if commands[name]:
            warm_up = run_once(commands[name], folder)
            runs[name] = [warm_up] if warm_up.seconds > budget else []
    for _ in range(most):
        for name, command in commands.items():
            if sum(run.seconds for run in runs[name]) < budget:
                runs[name].append(run_once(command, folder))
    return {name: median(list_of) for name, list_of in runs.items()}
