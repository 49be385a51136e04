"""Prints hyperfine's results as a table: python3 table.py NAME=RESULTS.json..."""

import json
import os
import platform
import sys


def milliseconds(result):
    return f"{result['median'] * 1000:8.1f} ±{(result['stddev'] or 0) * 1000:5.1f}"


def machine():
    with open("/proc/meminfo", encoding="ascii") as file:
        gigabytes = int(file.readline().split()[1]) / 1024 / 1024
    return f"{os.cpu_count()} cores, {gigabytes:.0f} GB, {platform.machine()}"


print(f"{'whole process, ms (median)':34} {'tizza':>15} {'peer':>15} {'peer/tizza':>11}")
for argument in sys.argv[1:]:
    name, path = argument.split("=", 1)
    with open(path, encoding="utf-8") as file:
        results = json.load(file)["results"]
    line = f"{name:34} {milliseconds(results[0]):>15}"
    if len(results) > 1:
        ratio = results[1]["median"] / results[0]["median"]
        line += f" {milliseconds(results[1]):>15} {ratio:10.1f}x"
    print(line)
print(f"on {machine()}")
