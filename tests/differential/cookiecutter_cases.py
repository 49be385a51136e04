"""Small templates for cookiecutter, each about one of the things that it can do.

Left out on purpose: private dicts that are printed as a whole (cookiecutter shows Python's
OrderedDict), and a few control bytes in what is text otherwise (its peer guesses by statistics).

A case is a folder of files, with what `-d` says, and whether cookiecutter itself makes a project of
it. Content is text or bytes; a path that ends in `*` is executable, one in `@` is a link.
"""

import json

ROOT = "{{ cookiecutter.slug }}"


def template(variables, files, hooks=None, **more):
    content = {"cookiecutter.json": json.dumps(variables, ensure_ascii=False, indent=2)}
    content.update({f"{ROOT}/{path}": text for path, text in files.items()})
    content.update({f"hooks/{path}": text for path, text in (hooks or {}).items()})
    content.update(more.pop("beside", {}))
    return {"files": content, **more}


NAMES = {
    "name": "Culinary Service",
    "slug": "{{ cookiecutter.name.lower().replace(' ', '-') }}",
    "package": "{{ cookiecutter.slug|replace('-', '_') }}",
}


def environment(variables, files, **settings):
    """A template with the marks and switches of `_jinja2_env_vars`."""
    return template({**NAMES, **variables, "_jinja2_env_vars": settings}, files, data=[{}])


BLOCKS = (
    "x\n  {% if cookiecutter.slug %}\n    {{ cookiecutter.slug }} {# c #} \n  {# alone #}\n\t{% endif %}\n"
    "  {%+ if 1 %}\ny{%- endif %}  \n {% for i in [1, 2] -%}\n  {{ i }}\n {%- endfor +%}\n"
    "{% raw %}\n {% no %}\n  {% endraw %}\nz {% set a = 1 %}\n{% set b %}\nb\n{% endset %}\n{{ b }}\n\n"
)
LINES = (
    "## gone\nx ## and this\n%% for i in [1, 2]:\n  {{ i }}\n  %% if i == 2\n  two\n  %% endif\n%% endfor\n"
    "50 %% of it\n{% if 1 %}\n%% set a = [1,\n  2]\n{{ a }}\n{% endif %}\n%%- if 1\ny\n%%- endif\nz\n"
)
ALL_LINE_ENDS = {
    "unix.txt": "a\n{{ cookiecutter.slug }}\n{% if 1 %}\nb\n{% endif %}\n{{ 'c\n'|indent }}\n",
    "dos.txt": "a\r\n{{ cookiecutter.slug }}\r\n{% if 1 %}\r\nb\r\n{% endif %}\r\n",
    "old.txt": "a\r{{ cookiecutter.slug }}\rb\r",
    "one_line.txt": "{{ cookiecutter.slug }}",
    "{{ cookiecutter.slug }}\n.d/a.txt": "{% raw %}a\nb{% endraw %}\n",
}

CASES = {
    "plain": template(
        {**NAMES, "author": "Eszter Kovács", "year": 2026, "ratio": 1.5, "tier": 1},
        {
            "README.md": "# {{ cookiecutter.name }}\n\nBy {{ cookiecutter.author }}, {{ cookiecutter.year }}.\n",
            "src/{{ cookiecutter.package }}/__init__.py": 'VERSION = "0.{{ cookiecutter.tier }}"\n',
            "src/{{ cookiecutter.package }}/deep/{{ cookiecutter.tier }}/a.txt": "{{ cookiecutter.ratio }}\n",
            "bin/run.sh*": "#!/bin/sh\necho {{ cookiecutter.slug }}\n",
            "no_end.txt": "{{ cookiecutter.slug }}",
            "empty.txt": "",
            "árvíz.txt": "tükör {{ cookiecutter.author|upper }}\n",
            ".hidden": "{{ cookiecutter.slug|length }}\n",
            "whole.txt": "{% for k, v in cookiecutter.items() if not k.startswith('_') %}{{ k }}={{ v }}\n{% endfor %}",
        },
        data=[{}, {"name": "Likes Service"}, {"slug": "x", "year": "1999"}, {"name": "A {{ 1 + 1 }}"}],
    ),
    "choices": template(
        {
            **NAMES,
            "license": ["MIT", "BSD", "{{ cookiecutter.slug }}-own"],
            "numbers": [1, 2],
            "docker": True,
            "celery": False,
            "nothing": None,
        },
        {
            "a.txt": "{{ cookiecutter.license }} {{ cookiecutter.numbers }} {{ cookiecutter.docker }} {{ cookiecutter.celery }} {{ cookiecutter.nothing }}\n"
                     "{% if cookiecutter.docker %}docker{% endif %}{% if not cookiecutter.celery %} none{% endif %}\n",
            "{% if cookiecutter.license == 'MIT' %}LICENSE{% endif %}": "MIT\n",
            "{% if cookiecutter.docker %}Dockerfile{% endif %}": "FROM x\n",
            "{{ cookiecutter.license }}/b.txt": "b\n",
        },
        data=[{}, {"license": "BSD"}, {"docker": "no", "celery": "y"}, {"celery": "ON"},
              {"license": "GPL"}, {"docker": "perhaps"}, {"license": "{{ cookiecutter.slug }}-own"}],
    ),
    "dicts": template(
        {
            **NAMES,
            "tables": {
                "pizza": {"columns": ["id", "{{ cookiecutter.slug }}"], "size": 3},
                "{{ cookiecutter.package }}": {"owner": "{{ cookiecutter.name }}"},
            },
            "after": "{{ cookiecutter.slug }}!",
        },
        {"a.txt": "{% for t, v in cookiecutter.tables|dictsort %}{{ t }}: {{ v }}\n{% endfor %}{{ cookiecutter.after }}\n"
                  "{{ cookiecutter.tables.pizza.columns|join(',') }}\n"},
        data=[{}, {"slug": "y"}],
    ),
    "private": template(
        {
            **NAMES,
            "_raw": "{{ cookiecutter.slug }}",
            "_list": ["{{ a }}", 1, None],
            "__made": "{{ cookiecutter.slug }}-made",
            "__list": ["{{ cookiecutter.slug }}", "b"],
            "__dict": {"{{ cookiecutter.slug }}": "{{ cookiecutter.__made }}"},
            "__number": 5,
        },
        {"a.txt": "{{ cookiecutter._raw }} {{ cookiecutter._list }} {{ cookiecutter.__made }} {{ cookiecutter.__list }}\n"
                  "{{ cookiecutter.__dict }} {{ cookiecutter.__number + 'x' }}\n"
                  "{% for k in _cookiecutter %}{{ k }} {% endfor %}{{ _cookiecutter.slug }}\n"},
        data=[{}, {"_raw": "other"}],
    ),
    "copied": template(
        {**NAMES, "_copy_without_render": ["*.html", "raw", "{{ cookiecutter.slug }}.txt", "sub/[ab].md", "deep/*/x", "*.j?"]},
        {
            "index.html": "{{ not_ours }}\r\n",
            "sub/deep/page.html": "{% nonsense %}",
            "raw/a.txt": "{{ a }}",
            "raw/{{ cookiecutter.slug }}/b.txt*": "{{ b }}",
            "{{ cookiecutter.slug }}.txt": "{{ c }}",
            "sub/a.md": "{{ d }}",
            "sub/c.md": "{{ cookiecutter.slug }}\n",
            "deep/one/two/x": "{{ e }}",
            "deep/one/two/y": "{{ cookiecutter.slug }}",
            "script.js": "{{ f }}",
            "script.json": "{{ cookiecutter.slug }}",
            "{{ cookiecutter.package }}.html": "{{ g }}",
        },
        data=[{}],
    ),
    "binaries": template(
        NAMES,
        {
            "logo.png": "{{ cookiecutter.slug }} is no text here",
            "data.bin": b"\x00\x01{{ cookiecutter.slug }}\xff\xfe",
            "nul.dat": bytes(range(256)) + b"{{ cookiecutter.slug }}",
            "{{ cookiecutter.slug }}.ico": b"\x00\x00\x01\x00",
            "archive.tar.gz": b"\x1f\x8b\x08\x00{{",
            "icon.svg": "<svg>{{ cookiecutter.slug }}</svg>\n",
        },
        data=[{}],
    ),
    "delimiters": template(
        {**NAMES, "_jinja2_env_vars": {"block_start_string": "<%", "block_end_string": "%>",
                                       "variable_start_string": "{{", "variable_end_string": "}}",
                                       "comment_start_string": "<#", "comment_end_string": "#>",
                                       "trim_blocks": True, "lstrip_blocks": True}},
        {"a.txt": "x\n  <% if cookiecutter.slug %>\n  {{ cookiecutter.slug }} {% raw %} {# c #}\n  <% endif %>\n<# gone #>\ny\n"},
        data=[{}],
    ),
    "trimmed": environment({}, {"a.txt": BLOCKS, "b.txt": BLOCKS.replace("\n", "\r\n")}, trim_blocks=True),
    "stripped": environment({}, {"a.txt": BLOCKS, "b.txt": BLOCKS.replace("\n", "\r\n")}, lstrip_blocks=True),
    "trimmed and stripped": environment({}, {"a.txt": BLOCKS}, trim_blocks=True, lstrip_blocks=True),
    "not trimmed": environment({}, {"a.txt": BLOCKS}, trim_blocks=False, lstrip_blocks=None),
    "trimmed by a number": environment({}, {"a.txt": BLOCKS}, trim_blocks=1, lstrip_blocks=0),
    "trimmed by a word": environment({}, {"a.txt": BLOCKS}, trim_blocks="yes", lstrip_blocks=""),
    "unix line ends": environment({}, ALL_LINE_ENDS, newline_sequence="\n"),
    "dos line ends": environment({}, ALL_LINE_ENDS, newline_sequence="\r\n"),
    "old line ends": environment({}, ALL_LINE_ENDS, newline_sequence="\r"),
    "dos line ends, forced": environment({"_new_lines": "\n"}, ALL_LINE_ENDS, newline_sequence="\r\n"),
    "unix line ends, forced": environment({"_new_lines": "\r\n"}, ALL_LINE_ENDS, newline_sequence="\n"),
    "odd line ends": environment({}, ALL_LINE_ENDS, newline_sequence="\t"),
    "line prefixes": environment({}, {"a.txt": LINES, "b.txt": LINES.replace("\n", "\r\n")},
                                 line_statement_prefix="%%", line_comment_prefix="##"),
    "line prefixes, trimmed": environment({}, {"a.txt": LINES}, line_statement_prefix="%%",
                                          line_comment_prefix="##", trim_blocks=True, lstrip_blocks=True),
    "line prefixes of one sign": environment({}, {"a.txt": "# if 1:\n  a\n# endif\nb # c\n// d\ne // f\n", "b.txt": "{# c #}\n"},
                                             line_statement_prefix="#", line_comment_prefix="//"),
    "line statement left open": environment({}, {"a.txt": "%% if 1\n"}, line_statement_prefix="%%"),
    "marks in defaults": environment({"title": "[[ cookiecutter.name|upper ]]", "__made": "[[ cookiecutter.title ]]!",
                                      "kind": ["[[ cookiecutter.slug ]]", "b"], "slug": "[[ cookiecutter.name|lower|replace(' ', '-') ]]",
                                      "package": "{{ kept }}"},
                                     {"a.txt": "[[ cookiecutter.title ]] [[ cookiecutter.__made ]] [[ cookiecutter.kind ]] [[ cookiecutter.package ]] {{ kept }}\n"},
                                     variable_start_string="[[", variable_end_string="]]"),
    "escaping": environment({"name": "<&'>"}, {"a.txt": "{{ '<a>' }} {{ '<a>'|safe }} {{ cookiecutter.name }} {{ '\"' ~ '<' }}\n"}, autoescape=True),
    "what changes nothing": environment({}, {"a.txt": BLOCKS}, optimized=False, cache_size=0, auto_reload=False),
    "trailing line end": environment({}, {"a.txt": BLOCKS}, keep_trailing_newline=False),
    "unknown setting": environment({}, {"a.txt": BLOCKS}, trim_block=True),
    "empty prefix": environment({}, {"a.txt": "a\nb\n"}, line_statement_prefix=""),
    "no prefix": environment({}, {"a.txt": "# a\nb\n"}, line_statement_prefix=None, line_comment_prefix=None),
    "no mark": environment({}, {"a.txt": "a\n"}, comment_start_string=None),
    "line end in a text": environment({}, {"a.txt": "{{ 'a\nb' }}{{ 'a\\nb' }}{{ 'c\\\nd' }}\n"}, newline_sequence="\r\n"),
    "marks alike": environment({}, {"a.txt": "a\n"}, block_start_string="{{"),
    "line ends": template(
        NAMES,
        {
            "unix.txt": "a\n{{ cookiecutter.slug }}\n",
            "dos.txt": "a\r\n{{ cookiecutter.slug }}\r\n{% if 1 %}\r\nb\r\n{% endif %}\r\n",
            "old.txt": "a\r{{ cookiecutter.slug }}\r",
            "mixed.txt": "a\r\nb\nc {{ cookiecutter.slug }}\r\n",
            "mixed_old.txt": "a\nb\rc\n",
            "one_line.txt": "a {{ cookiecutter.slug }}",
        },
        data=[{}],
    ),
    "forced line ends": template(
        {**NAMES, "_new_lines": "\r\n"},
        {"a.txt": "a\n{{ cookiecutter.slug }}\n", "b.txt": "a\r\nb\n", "c.html": "x"},
        data=[{}],
    ),
    "updates": template(
        {**NAMES, "count": "0", "_order": []},
        {
            "a.txt": "{{ cookiecutter.update({'count': '1', 'new': 'a'}) }}{{ cookiecutter.count }}\n",
            "b.txt": "{% set _ = cookiecutter.update({'count': cookiecutter.count ~ 'b'}) %}{{ cookiecutter.new }} {{ cookiecutter.count }}\n",
            "c/a.txt": "{{ cookiecutter.count }}{% set _ = cookiecutter._order.append('c') %}\n",
            "c/d/a.txt": "{{ cookiecutter.count }} {{ cookiecutter._order }}\n",
            "z.txt": "{{ cookiecutter.count }}{{ cookiecutter.update(count='z') or '' }}\n",
            "d/{{ cookiecutter.count }}.txt": "{{ cookiecutter.slug }}\n",
        },
        hooks={"post_gen_project.sh": "#!/bin/sh\necho '{{ cookiecutter.count }}' > after.txt\n"},
        data=[{}],
        has_hooks=True,
    ),
    "extensions": template(
        {**NAMES, "_extensions": ["jinja2.ext.do", "cookiecutter.extensions.SlugifyExtension"],
         "tags": {"b": ["x", 1, None, True], "a": {"é": "<&'>"}}},
        {
            "json.txt": "{{ cookiecutter.tags|jsonify }}\n{{ cookiecutter.tags|jsonify(2) }}\n{{ [1, 1.5]|jsonify(none) }}\n{{ []|jsonify }}\n",
            "slug.txt": "{{ 'Árvíztűrő Tükörfúrógép!'|slugify }} {{ \"it's 1,000 a_b\"|slugify }} {{ 'A B C'|slugify(separator='_') }}\n"
                        "{{ 'one two three four'|slugify(max_length=9) }} {{ 'one two three four'|slugify(max_length=9, word_boundary=true) }} {{ 'one two three four'|slugify(max_length=12, word_boundary=true, save_order=true) }}\n"
                        "{{ 'the quick fox'|slugify(stopwords=['the']) }} {{ 'A B'|slugify(lowercase=false) }} {{ 'a & b &amp; c &#38; d'|slugify }} {{ '10 | 20 %'|slugify(replacements=[['|', 'or'], ['%', 'percent']]) }}\n"
                        "{{ 'Привет мир'|slugify }} {{ 'ÆØÅ ßœ łđ'|slugify }} {{ '  --a--b--  '|slugify }} {{ ''|slugify }} {{ 'a.b'|slugify(regex_pattern='[^-a-z0-9.]+') }} {{ 'Γειά σου'|slugify }}\n",
            "time.txt": "{% now 'utc', '%Y' %} {% now 'utc' + 'days=0', '%Y' %} {% now 'utc' - 'years=1', '%Y' %} {% now 'utc' + 'years=10,months=0', '%Y' %} {% now 'local', '%Y' %} {% now '+01:00', '%Y%%' %}\n"
                        "{% now 'Europe/Budapest', '%Y' %}\n",
            "random.txt": "{{ random_ascii_string(12)|length }} {{ random_ascii_string(5, punctuation=True)|length }} {{ uuid4()|length }} {{ uuid4()[14] }}\n",
            "do.txt": "{% set l = [] %}{% do l.append(1) %}{{ l }}\n",
        },
        data=[{}],
    ),
    "includes": template(
        NAMES,
        {
            "a.txt": "{% include 'part.txt' %}{% include 'own.txt' %}\n",
            "own.txt": "own {{ cookiecutter.slug }}\n",
            "child.txt": "{% extends 'base.txt' %}{% block body %}child {{ super() }}{% endblock %}",
            "macro.txt": "{% from 'macros.txt' import shout with context %}{{ shout('a') }}{% import 'macros.txt' as m %}{{ m.plain() }}\n",
            "sub/b.txt": "{% include 'sub/c.txt' %}{% include 'missing.txt' ignore missing %}\n",
            "sub/c.txt": "c\n",
        },
        beside={
            "templates/part.txt": "part {{ cookiecutter.name }}\n",
            "templates/base.txt": "<{% block body %}base{% endblock %}>\n",
            "templates/macros.txt": "{% macro shout(x) %}{{ x|upper }}{{ cookiecutter.slug }}{% endmacro %}{% macro plain() %}p{% endmacro %}",
        },
        data=[{}],
    ),
    "menu": {
        "files": {
            "cookiecutter.json": json.dumps({"templates": {
                "service": {"path": "./kinds/service", "title": "A service"},
                "package": {"path": "kinds/package", "title": "A package", "description": "to install"}}}),
            "kinds/service/cookiecutter.json": json.dumps({"slug": "svc"}),
            f"kinds/service/{ROOT}/a.txt": "service {{{{ cookiecutter.slug }}}}\n".replace("{{{{", "{{").replace("}}}}", "}}"),
            "kinds/package/cookiecutter.json": json.dumps({"slug": "pkg"}),
            f"kinds/package/{ROOT}/a.txt": "package\n",
        },
        "data": [{}, {"slug": "other"}],
    },
    "old menu": {
        "files": {
            "cookiecutter.json": json.dumps({"template": ["A service (kinds/service)", "Another (kinds/b)"]}),
            "kinds/service/cookiecutter.json": json.dumps({"slug": "svc"}),
            f"kinds/service/{ROOT}/a.txt": "service\n",
        },
        "data": [{}],
    },
    "hooks": template(
        {**NAMES, "docker": True},
        {"a.txt": "a\n", "gone.txt": "gone\n", "kept/b.txt": "b\n", "run*": "#!/bin/sh\n"},
        hooks={
            "pre_gen_project.py": "import os\nassert os.listdir('.') == []\nopen('pre.txt', 'w').write('{{ cookiecutter.slug }}\\n')\n",
            "post_gen_project.py": "import os\nos.remove('gone.txt')\nif {{ cookiecutter.docker }}:\n    open('Dockerfile', 'w').write('FROM x\\n')\nos.chmod('a.txt', 0o755)\n",
            "post_gen_project.sh~": "exit 1\n",
            "helper.py": "raise SystemExit(1)\n",
        },
        data=[{}, {"docker": "no"}],
        has_hooks=True,
    ),
    "shell hook": template(
        NAMES,
        {"a.txt": "a\n"},
        hooks={"post_gen_project.sh": "#!/bin/sh\nset -e\nmv a.txt '{{ cookiecutter.slug }}.txt'\nmkdir made\necho x > made/x\n"},
        data=[{}],
        has_hooks=True,
    ),
    "hook fails": template(
        NAMES, {"a.txt": "a\n"},
        hooks={"pre_gen_project.py": "import sys\nsys.exit('{{ cookiecutter.slug }}' != 'good')\n"},
        data=[{}, {"slug": "good"}],
        has_hooks=True,
    ),
    "last hook fails": template(
        NAMES, {"a.txt": "a\n"}, hooks={"post_gen_project.sh": "#!/bin/sh\nexit 3\n"}, data=[{}],
        has_hooks=True,
    ),
    "early hook": template(
        NAMES, {"a.txt": "{{ cookiecutter.name }} {{ cookiecutter.added }}\n"},
        hooks={"pre_prompt.py": "import json\nd = json.load(open('cookiecutter.json'))\nd['added'] = 'by the hook'\njson.dump(d, open('cookiecutter.json', 'w'))\n"},
        data=[{}],
        has_hooks=True,
    ),
    "odd names": template(
        {**NAMES, "empty": "", "up": "a/b"},
        {
            "{{ cookiecutter.empty }}": "left out\n",
            "{% if cookiecutter.empty %}x{% endif %}": "left out too\n",
            "sub/{{ cookiecutter.empty }}": "and this\n",
            "{{ cookiecutter.up }}.txt": "nowhere to go\n",
            "a/{{ cookiecutter.slug }}{{ cookiecutter.empty }}": "a\n",
            "{% raw %}{{ kept }}{% endraw %}.txt": "{% raw %}{{ kept }} ${{ x }}{% endraw %}\n",
        },
        data=[{}],
    ),
    "links": template(
        NAMES,
        {"a.txt": "{{ cookiecutter.slug }}\n", "b.txt@": "a.txt", "sub/c.txt@": "../a.txt"},
        data=[{}],
    ),
    "undefined": template(NAMES, {"a.txt": "{{ cookiecutter.nope }}\n"}, data=[{}]),
    "undefined in a name": template(NAMES, {"{{ cookiecutter.nope }}/a": "a\n"}, data=[{}]),
    "undefined in a default": template({**NAMES, "x": "{{ cookiecutter.y }}", "y": "1"}, {"a": "a"}, data=[{}]),
    "broken": template(NAMES, {"a.txt": "{% if %}\n"}, data=[{}]),
    "two folders": template({**NAMES, "a": "x", "b": "x"}, {"{{ cookiecutter.a }}/1": "1", "{{ cookiecutter.b }}/2": "2"}, data=[{}, {"b": "y"}]),
    "folder of nothing": template({**NAMES, "e": ""}, {"{{ cookiecutter.e }}/1": "1", "z": "z"}, data=[{}]),
    "two files": template({**NAMES, "a": "x", "b": "x"}, {"{{ cookiecutter.a }}": "1\n", "{{ cookiecutter.b }}": "2\n"}, data=[{}]),
    "no folder": {"files": {"cookiecutter.json": "{}", "other/a.txt": "a"}, "data": [{}]},
    "no json": {"files": {"cookiecutter.json": "{", f"{ROOT}/a.txt": "a"}, "data": [{}]},
    "foreign extension": template({**NAMES, "_extensions": ["nowhere.Extension"]}, {"a": "a"}, data=[{}]),
    "prompts": template(
        {**NAMES, "kind": ["a", "b"], "__prompts__": {"name": "Its name", "kind": {"__prompt__": "Which", "a": "The first"}}},
        {"a.txt": "{{ cookiecutter.kind }} {{ cookiecutter.__prompts__ is defined }}\n"},
        data=[{}, {"kind": "b"}],
    ),
}
