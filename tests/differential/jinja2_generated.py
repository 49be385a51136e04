"""Templates made by chance from a small grammar. The seed is printed; the same seed gives the same."""

import os
import random

from jinja2_cases import CONTEXT

NAMES = ["name", "empty", "none_value", "yes", "no", "n", "x", "text", "words", "numbers", "mixed",
         "nested", "user", "users", "unicode", "missing"]
LITERALS = ["1", "0", "-3", "2.5", "'a'", "'Pizza x'", "''", "true", "false", "none", "[]", "[1, 2]",
            "{}", "{'a': 1}", "(1, 'b')", "'0'", "100", "1e3", "'á b'"]
BINARY = ["+", "-", "*", "/", "//", "%", "~", "==", "!=", "<", "<=", ">", ">=", "and", "or", "in",
          "not in"]
FILTERS = ["upper", "lower", "title", "capitalize", "trim", "length", "first", "last", "list", "sort",
           "reverse", "unique", "join", "join(', ')", "sum", "min", "max", "abs", "int", "float",
           "round", "string", "default('d')", "default('d', true)", "e", "tojson", "wordcount",
           "replace('a', 'b')", "truncate(8)", "center(9)", "indent(2)", "batch(2)", "slice(2)",
           "map('string')", "select", "reject", "items", "dictsort", "urlencode", "striptags",
           "map(attribute='name')", "sort(attribute='age')", "groupby('team')", "filesizeformat",
           "wordwrap(6)", "format(1)", "round(1)", "first | default(1)"]
TESTS = ["defined", "undefined", "none", "string", "number", "mapping", "sequence", "iterable", "odd",
         "even", "lower", "upper", "true", "false", "boolean", "integer", "float", "callable",
         "eq 1", "in [1, 'a']", "divisibleby 2", "gt 1", "sameas none"]
SUFFIXES = [".upper()", ".name", "[0]", "[-1]", "[1:]", "[::-1]", "['name']", ".split()", ".items()",
            ".keys() | list", ".strip()", ".title()", "[:2]", ".get('name')", ".count('a')",
            ".replace('a', 'b')", ".startswith('a')", ".age", ".0"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def expression(self, depth):
        choice = self.random.random()
        if depth == 0 or choice < 0.2:
            return self.random.choice(NAMES if self.random.random() < 0.6 else LITERALS)
        inner = self.expression(depth - 1)
        if choice < 0.45:
            return f"{inner} {self.random.choice(BINARY)} {self.expression(depth - 1)}"
        if choice < 0.65:
            return f"({inner}) | {self.random.choice(FILTERS)}"
        if choice < 0.75:
            return f"({inner}){self.random.choice(SUFFIXES)}"
        if choice < 0.83:
            return f"({inner}) is {self.random.choice(['', 'not '])}{self.random.choice(TESTS)}"
        if choice < 0.88:
            return f"not {inner}"
        if choice < 0.93:
            return f"({inner}) if ({self.expression(depth - 1)}) else ({self.expression(depth - 1)})"
        return f"[{inner}, {self.expression(depth - 1)}]"

    def space(self):
        return self.random.choice(["", " ", "\n", "\n  ", "  \n", "\n\n", "x", " y ", "\n z\n"])

    def tag(self, content):
        begin = self.random.choice(["{%", "{%", "{%-", "{%+"])
        end = self.random.choice(["%}", "%}", "-%}", "+%}"])
        return f"{begin} {content} {end}"

    def body(self, depth):
        return "".join(self.space() + self.statement(depth) for _ in range(self.random.randint(0, 2))
                       ) + self.space()

    def statement(self, depth):
        kind = self.random.randint(0, 9) if depth else 0
        if kind <= 2:
            sign = self.random.choice(["", "", "-"])
            return "{{" + sign + " " + self.expression(2) + " " + sign + "}}"
        if kind == 3:
            return (self.tag("if " + self.expression(2)) + self.body(depth - 1) + self.tag("else")
                    + self.body(depth - 1) + self.tag("endif"))
        if kind == 4:
            items = self.random.choice(["words", "numbers", "user", "range(3)", "nested", "[]", "'ab'"])
            keep = self.random.choice(["", " if i", ""])
            return (self.tag(f"for i in {items}{keep}") + "{{ loop.index }}{{ i }}"
                    + self.body(depth - 1) + self.tag("else") + self.space() + self.tag("endfor"))
        if kind == 5:
            return self.tag(f"set {self.random.choice(['n', 'v'])} = " + self.expression(1))
        if kind == 6:
            return self.tag("set v") + self.body(depth - 1) + self.tag("endset") + "{{ v }}"
        if kind == 7:
            return "{#" + self.random.choice(["", "-", "+"]) + " c " + self.random.choice(["", "-"]) + "#}"
        if kind == 8:
            return self.tag("raw") + "{{ x }}" + self.space() + self.tag("endraw")
        return self.tag("filter upper") + self.body(depth - 1) + self.tag("endfilter")


def generated_cases():
    seed = int(os.environ.get("TIZZA_TEST_SEED", "20190416"))
    count = 20000 if os.environ.get("TIZZA_TEST_FULL") else 2000
    print(f"generated cases: {count} expressions and {count // 2} templates, seed {seed}")
    maker = Maker(seed)
    cases = [{"template": "{{ " + maker.expression(3) + " }}", "context": CONTEXT}
             for _ in range(count)]
    for _ in range(count // 2):
        options = {name: maker.random.random() < 0.5
                   for name in ("trim_blocks", "lstrip_blocks", "keep_trailing_newline")}
        cases.append({"template": maker.body(3), "context": CONTEXT, "options": options})
    return cases
