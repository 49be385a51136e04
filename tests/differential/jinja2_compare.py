"""Renders every case with Jinja2 and with our engine, and shows where they differ."""

import copy
import json
import subprocess
import sys
import warnings

import jinja2
from jinja2_cases import all_cases
from jinja2_generated import generated_cases
from jinja2_white_space import white_space_cases


LAZY_FILTERS = ("| map", "| select", "| reject", "| unique", "| items", "| slice", "| batch")


def render_with_jinja2(case):
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(case.get("files", {})),
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
        **case.get("options", {}),
    )
    environment.filters["raw"] = environment.filters["safe"]
    try:
        template = environment.from_string(case["template"])
        return {"output": template.render(copy.deepcopy(case.get("context", {})))}
    except RecursionError:
        return {"error": "recursion"}
    except Exception as error:  # whatever Python raises, the template does not render
        return {"error": f"{type(error).__name__}: {error}"}


def render_with_ours(program, cases):
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    result = subprocess.run([program], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def is_beyond_us(template, theirs, ours):
    """What we refuse on purpose: large numbers, and printing what has no text of its own."""
    if "output" not in theirs or "error" not in ours:
        return False
    texts_of_no_use = ("generator object", "reversed object", "iterator object", "built-in method",
                       "undefined", "select_or_reject", "reversed")
    if any(text in theirs["output"].lower() for text in texts_of_no_use):
        return True
    if "is not defined" in ours["error"] and " % missing" in template:
        return True
    # Jinja2 folds a slice of a constant at compile time, and then forgives what it fails on else.
    if "has no slices" in ours["error"]:
        return True
    # Python looks into a generator when it is used; we do when it is made, so that the place is right.
    is_lazy = any(name in template for name in LAZY_FILTERS)
    return "64 bits" in ours["error"] or is_lazy


def main():
    warnings.simplefilter("ignore")
    cases = all_cases() + generated_cases() + white_space_cases()
    ours = render_with_ours(sys.argv[1], cases)
    assert len(ours) == len(cases), f"{len(ours)} answers to {len(cases)} cases"
    differ = both_fail = 0
    for case, our in zip(cases, ours):
        their = render_with_jinja2(case)
        both_fail += "error" in their and "error" in our
        if their.get("output") == our.get("output") or is_beyond_us(case["template"], their, our):
            continue
        differ += 1
        if differ <= 40:
            print("template:", repr(case["template"]))
            for name in ("files", "options"):
                if case.get(name):
                    print(f"  {name}:", case[name])
            print("  jinja2:", their)
            print("  ours:  ", our)
    print(f"{len(cases)} cases, {both_fail} fail in both, {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
