"""Writes the API descriptions of the bench into a folder: files of many sizes, a thousand services,
and one description in 2,908 files that refer to each other."""

import pathlib
import sys

KILOBYTE = 1000
SIZES = [10, 23, 100, 1_000, 10_000, 50_000]  # kilobytes
COUNTS = [1, 10, 100, 1_000]  # files of 23 KB
RESOURCES = 580  # five files each, and the root

ROOT = """\
openapi: 3.0.3
info: {{title: Pizza service {name}, version: 1.0.0, description: What the kitchens share}}
servers: [{{url: 'https://api.tizza.com/v1'}}]
tags: [{{name: pizzas}}]
paths:
"""

SECURITY = "components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}\n"

PATH = """\
  /pizzas{n}/{{id}}:
    get:
      operationId: getPizza{n}
      summary: One pizza
      description: The pizza with this number, as the kitchen made it.
      tags: [pizzas]
      parameters:
        - {{name: id, in: path, required: true, description: Its number, schema: {{type: integer}}}}
      responses:
        '200':
          description: The pizza
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/Pizza{n}'}}
              example: {{id: {n}, title: Margherita, price: 9.5, toppings: [basil, tomato]}}
        '404': {{description: No such pizza}}
"""

SCHEMA = """\
    Pizza{n}:
      type: object
      required: [id, title]
      properties:
        id: {{type: integer, format: int64}}
        title: {{type: string, minLength: 1, maxLength: 120}}
        price: {{type: number, minimum: 0}}
        toppings: {{type: array, items: {{type: string, pattern: '^[a-z]+$'}}}}
"""

# What belongs to one resource of the description in many files, each of about the size that people
# write: a thousand bytes.
FILES = {
    "operations/pizza{n}.yaml": """\
get:
  operationId: getPizza{n}
  summary: One pizza
  description: |
    The pizza with this number, as the kitchen made it last. Kitchens rename pizzas and change what
    is on them, so that what was cached for longer than an hour is asked for again.

    To see all pizzas of a pizzeria, send a GET request to `/pizzerias/{{id}}/pizzas`.
  tags: [pizzas]
  parameters:
    - $ref: '../parameters/id{n}.yaml'
    - {{name: page, in: query, description: Which page of results, schema: {{type: integer, default: 1}}}}
    - {{name: per_page, in: query, description: Results on a page, schema: {{type: integer, maximum: 200}}}}
  responses:
    '200': {{$ref: '../responses/pizza{n}.yaml'}}
    '401': {{$ref: '../shared/unauthorized.yaml'}}
    '404': {{$ref: '../shared/not_found.yaml'}}
    '429': {{$ref: '../shared/too_many_requests.yaml'}}
    default: {{$ref: '../shared/unexpected_error.yaml'}}
  security: [{{bearer: []}}]
""",
    "parameters/id{n}.yaml": """\
name: id
in: path
required: true
description: The number of the pizza, which it keeps for as long as any menu names it.
schema: {{type: integer, format: int64, minimum: 1}}
example: {n}
""",
    "responses/pizza{n}.yaml": """\
description: A JSON object with the pizza, its price at the moment, and the kitchens that make it.
headers:
  ratelimit-limit: {{$ref: '../shared/headers.yaml#/ratelimit-limit'}}
  ratelimit-remaining: {{$ref: '../shared/headers.yaml#/ratelimit-remaining'}}
  ratelimit-reset: {{$ref: '../shared/headers.yaml#/ratelimit-reset'}}
content:
  application/json:
    schema:
      allOf:
        - {{type: object, properties: {{pizza: {{$ref: '../models/pizza{n}.yaml'}}}}}}
        - {{$ref: '../shared/page_links.yaml'}}
    examples:
      margherita: {{$ref: '../examples/pizza{n}.yaml'}}
""",
    "models/pizza{n}.yaml": """\
type: object
description: What a guest may order.
required: [id, title]
properties:
  id: {{type: integer, format: int64, readOnly: true, description: Its number, example: {n}}}
  title: {{type: string, minLength: 1, maxLength: 120, description: As the menu says it, example: Diavola}}
  price: {{type: number, minimum: 0, description: In the currency of the pizzeria, example: 9.5}}
  size: {{type: string, enum: [small, large, family], default: large, description: Of the dough}}
  toppings:
    type: array
    description: From the bottom to the top.
    items: {{type: string, pattern: '^[a-z ]+$', example: basil}}
  baked_at: {{type: string, format: date-time, description: When the last one left the oven}}
  vegan: {{type: boolean, default: false, description: Whether nothing in it is of an animal}}
  next: {{$ref: 'pizza{next}.yaml'}}
""",
    "examples/pizza{n}.yaml": """\
summary: The classic
value:
  pizza:
    id: {n}
    title: Margherita
    price: 9.5
    size: large
    toppings: [tomato, mozzarella, basil, olive oil]
    baked_at: '2024-05-31T12:30:45Z'
    vegan: false
    next: {{id: {next}, title: Marinara, price: 8, size: small, toppings: [tomato, garlic], vegan: true}}
  links:
    first: https://api.tizza.com/v1/pizzas?page=1&per_page=20
    next: https://api.tizza.com/v1/pizzas?page=2&per_page=20
    last: https://api.tizza.com/v1/pizzas?page=29&per_page=20
""",
}

ERROR = """\
description: {words}
content:
  application/json:
    schema: {{$ref: 'error.yaml'}}
    example: {{id: {name}, message: The request was not answered.}}
"""
HEADER = "{name}: {{description: {words}, schema: {{type: integer}}, example: 5000}}\n"

SHARED = {
    **{
        f"shared/{name}.yaml": ERROR.format(name=name, words=words)
        for name, words in {
            "unauthorized": "Nobody is logged in",
            "not_found": "There is no such thing",
            "too_many_requests": "The limit for this hour is reached",
            "unexpected_error": "Something went wrong",
        }.items()
    },
    "shared/error.yaml": """\
type: object
required: [id, message]
properties: {id: {type: string}, message: {type: string}}
""",
    "shared/page_links.yaml": """\
type: object
properties: {links: {type: object, additionalProperties: {type: string, format: uri}}}
""",
    "shared/headers.yaml": "".join(
        HEADER.format(name=f"ratelimit-{name}", words=words)
        for name, words in {
            "limit": "Requests in an hour",
            "remaining": "Requests that are left",
            "reset": "When the hour is over",
        }.items()
    ),
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def description(name, kilobytes):
    """One OpenAPI file of about that size."""
    part = len(PATH.format(n=1000)) + len(SCHEMA.format(n=1000))
    numbers = range(1, max(2, kilobytes * KILOBYTE // part + 1))
    return "".join([
        ROOT.format(name=name),
        *(PATH.format(n=n) for n in numbers),
        "components:\n  schemas:\n",
        *(SCHEMA.format(n=n) for n in numbers),
    ])  # fmt: skip


def write_many_files(folder, count=RESOURCES):
    """Four models each refer to one another in a ring, as they do where people write them."""
    paths = [
        f"  /pizzas{n}/{{id}}: {{$ref: operations/pizza{n}.yaml}}\n" for n in range(1, count + 1)
    ]
    write(folder / "openapi.yaml", ROOT.format(name="of many files") + "".join(paths) + SECURITY)
    for name, text in SHARED.items():
        write(folder / name, text)
    for n in range(1, count + 1):
        for name, text in FILES.items():
            write(folder / name.format(n=n), text.format(n=n, next=n + 1 if n % 4 else n - 3))


def write_all(target):
    for size in SIZES:
        write(target / f"{size}kb.yaml", description(f"of {size} KB", size))
    for count in COUNTS:
        for n in range(count):
            write(target / f"{count}files/service{n}.yaml", description(f"{n}", 23))
    write_many_files(target / "joined")


if __name__ == "__main__":
    write_all(pathlib.Path(sys.argv[1]))
