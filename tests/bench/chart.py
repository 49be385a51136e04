"""Draws time against size and against the number of files: python3 chart.py RESULTS.json CHART.svg"""

import json
import math
import pathlib
import sys

WIDTH, HEIGHT = 760, 300
PANEL = 330
LEFT, TOP, BOTTOM = 62, 40, 250
INK = "#57606a"
LINES = {"size": "#0969da", "files": "#bc4c00"}
TITLES = {
    "size": ("time against size, one file", "KB"),
    "files": ("time against files of 23 KB", "files"),
}


def decades(values):
    """The powers of ten around the values."""
    low = math.floor(math.log10(min(values)))
    high = math.ceil(math.log10(max(values)))
    return [10.0**power for power in range(low, max(high, low + 1) + 1)]


def scale(ticks, begin, end):
    low, high = math.log10(ticks[0]), math.log10(ticks[-1])
    return lambda value: begin + (math.log10(value) - low) / (high - low) * (end - begin)


def text(x, y, words, anchor="middle", size=12):
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-size="{size}" '
        f'fill="{INK}">{words}</text>'
    )


def line(points, colour, width, dashes=""):
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashes = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{dashes}/>'
    )


def panel(axis, points, left):
    """One diagram; both axes are logarithmic, so that what is linear is a line of slope one."""
    title, unit = TITLES[axis]
    x_ticks = decades([value for value, *_ in points])
    y_ticks = decades([seconds for _, seconds, *_ in points])
    x, y = scale(x_ticks, left, left + PANEL - LEFT), scale(y_ticks, BOTTOM, TOP)
    parts = [text(left + (PANEL - LEFT) / 2, 20, title, size=14)]
    for tick in y_ticks:
        parts.append(line([(x(x_ticks[0]), y(tick)), (x(x_ticks[-1]), y(tick))], "#d0d7de", 1))
        label = f"{tick:g} s" if tick >= 1 else f"{tick * 1000:g} ms"
        parts.append(text(left - 6, y(tick) + 4, label, "end"))
    for tick in x_ticks:
        parts.append(text(x(tick), BOTTOM + 18, f"{tick:,.0f}"))
    parts.append(text(left + (PANEL - LEFT) / 2, BOTTOM + 38, unit))
    last, last_seconds = points[-1][:2]
    first = max(x_ticks[0], last * y_ticks[0] / last_seconds)
    slope_one = [(x(v), y(last_seconds * v / last)) for v in (first, last)]
    parts.append(line(slope_one, INK, 1, "4 4"))
    measured = [(x(value), y(seconds)) for value, seconds, *_ in points]
    parts.append(line(measured, LINES[axis], 2))
    parts += [
        f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="3" fill="{LINES[axis]}"/>' for cx, cy in measured
    ]
    return parts


def main():
    growth = json.loads(pathlib.Path(sys.argv[1]).read_text()).get("growth")
    if not growth:
        return
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *panel("size", growth["size"], LEFT),
        *panel("files", growth["files"], LEFT + WIDTH / 2),
        "</svg>",
    ]
    pathlib.Path(sys.argv[2]).write_text("\n".join(parts) + "\n")


if __name__ == "__main__":
    main()
