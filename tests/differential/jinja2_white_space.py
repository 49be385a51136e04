"""Every template that small grammars of text and tags can make: white space control has no gaps."""

import itertools

TEXTS = ("", "a", " ", "\n", " \n ", "\n\n", "\t\n b")
FEW_TEXTS = ("", " \n ", "a\n")
SETTINGS = ("trim_blocks", "lstrip_blocks", "keep_trailing_newline")


def marked(begin, content, end, begin_signs=("", "-", "+"), end_signs=("", "-", "+")):
    return [f"{begin}{first} {content} {last}{end}"
            for first in begin_signs for last in end_signs]


BLOCKS = marked("{%", "set v = 1", "%}")
COMMENTS = marked("{#", "c", "#}")
PRINTS = marked("{{", "n", "}}", ("", "-", "+"), ("", "-"))
RAWS = [begin + text + end
        for begin in marked("{%", "raw", "%}", end_signs=("", "-"))
        for text in (" ", "\n x \n")
        for end in marked("{%", "endraw", "%}")]
FEW = ["{% set v = 1 %}", "{%- set v = 1 -%}", "{%+ set v = 1 +%}", "{# c #}", "{#- c -#}",
       "{#+ c +#}", "{{ n }}", "{{- n -}}", "{% raw %} \n{% endraw %}",
       "{%- raw -%}\n {%- endraw -%}"]


def settings():
    for flags in itertools.product((False, True), repeat=len(SETTINGS)):
        yield dict(zip(SETTINGS, flags))


def white_space_cases():
    """One tag between two texts of many, and two tags between three texts of few."""
    templates = ["".join(parts)
                 for parts in itertools.product(TEXTS, BLOCKS + COMMENTS + PRINTS, TEXTS)]
    templates += ["".join(parts) for parts in itertools.product(FEW_TEXTS, RAWS, FEW_TEXTS)]
    templates += ["".join(parts)
                  for parts in itertools.product(FEW_TEXTS, FEW, FEW_TEXTS, FEW, FEW_TEXTS)]
    templates += ["".join(("{% if yes ", end, "%}", text, "{%", begin, " endif %}", after))
                  for end in ("", "-", "+") for begin in ("", "-", "+")
                  for text in TEXTS for after in TEXTS]
    templates = list(dict.fromkeys(templates))
    context = {"n": 7, "yes": True}
    return [{"template": template, "context": context, "options": options}
            for template in templates for options in settings()]
