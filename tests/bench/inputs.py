"""Writes the inputs of the bench into a folder: templates for tizza and for cookiecutter with the same
40 and the same 200 files, and a Swagger file of 20 KB."""

import pathlib
import sys

MODULE = """\
\"\"\"{name}: part {number} of {{{{ {p}service_name }}}}.\"\"\"

SERVICE = "{{{{ {p}service_name }}}}"
OWNER = "{{{{ {p}team }}}}"
PORT = {{{{ {p}port }}}}
{{% for entity in {p}entities.split(",") %}}

def load_{{{{ entity }}}}_{number}(identifier):
    \"\"\"Reads one {{{{ entity }}}} for {{{{ {p}service_name | upper }}}}.\"\"\"
    return fetch("{{{{ entity }}}}", identifier, timeout={number} + 1)
{{% endfor %}}
{{% if {p}port | int > 8000 %}}
HIGH_PORT = True
{{% else %}}
HIGH_PORT = False
{{% endif %}}
"""

ANSWERS = {
    "service_name": "culinary-service",
    "team": "culinary",
    "port": "8001",
    "entities": "pizza,pizzeria,topping",
}


def module(number, prefix):
    return MODULE.format(name=f"module_{number:03}", number=number, p=prefix)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_templates(root, count):
    questions = "".join(
        f"  - {{id: {key}, type: str, default: '{value}'}}\n" for key, value in ANSWERS.items()
    )
    write(
        root / f"tizza-{count}/tizza-template.yaml",
        "apiVersion: tizza/v1\nname: bench\nkind: service\nquestions:\n" + questions,
    )
    fields = ", ".join(f'"{key}": "{value}"' for key, value in ANSWERS.items())
    write(root / f"cookiecutter-{count}/cookiecutter.json", "{" + fields + "}\n")
    for number in range(count):
        name = f"part_{number % 5}/module_{number:03}.py"
        write(root / f"tizza-{count}/files" / (name + ".jinja"), module(number, ""))
        write(
            root / f"cookiecutter-{count}/{{{{ cookiecutter.service_name }}}}" / name,
            module(number, "cookiecutter."),
        )


def write_swagger(path, size=20_000):
    parts = [
        "swagger: '2.0'\n"
        "info: {title: Culinary service, version: 1.0.0}\n"
        "host: culinary.tizza.com\nbasePath: /api/v1\nschemes: [https]\n"
        "produces: [application/json]\n"
        "paths:\n"
    ]
    definitions = ["definitions:\n"]
    number = 0
    while sum(map(len, parts + definitions)) < size:
        number += 1
        parts.append(
            f"  /pizzas{number}/{{id}}:\n"
            "    get:\n"
            f"      operationId: getPizza{number}\n"
            "      summary: One pizza\n"
            "      parameters:\n"
            "        - {name: id, in: path, required: true, type: integer, format: int64}\n"
            "      responses:\n"
            f"        '200': {{description: A pizza, schema: {{$ref: '#/definitions/Pizza{number}'}}}}\n"
            "        '404': {description: No such pizza}\n"
        )
        definitions.append(
            f"  Pizza{number}:\n"
            "    type: object\n"
            "    required: [id, title]\n"
            "    properties:\n"
            "      id: {type: integer, format: int64}\n"
            "      title: {type: string, maxLength: 120}\n"
            "      toppings: {type: array, items: {type: string}}\n"
        )
    write(path, "".join(parts + definitions))


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    for files in (40, 200):
        write_templates(target, files)
    write_swagger(target / "swagger.yaml")
