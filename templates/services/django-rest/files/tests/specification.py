"""The API's description, as the tests compare it with what is served."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft4Validator, FormatChecker

ROOT = Path(__file__).resolve().parents[1]
METHODS = ("get", "put", "post", "patch", "delete")


@cache
def load(name: str) -> dict[str, Any]:
    """A YAML file of the repository."""
    return yaml.safe_load((ROOT / name).read_text())


def operations() -> dict[str, tuple[str, str]]:
    """Method and path by operation id."""
    return {
        operation["operationId"]: (method, path)
        for path, item in load("swagger.yaml")["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }


def documented_statuses() -> set[tuple[str, int]]:
    """Every operation id with every status that is described by number."""
    return {
        (name, status)
        for name, (method, path) in operations().items()
        for status in load("swagger.yaml")["paths"][path][method]["responses"]
        if isinstance(status, int)
    }


def response(operation: str, status: int) -> dict[str, Any]:
    """What is described for one status of one operation."""
    swagger = load("swagger.yaml")
    method, path = operations()[operation]
    described = swagger["paths"][path][method]["responses"][status]
    if reference := described.get("$ref"):
        return swagger["responses"][reference.removeprefix("#/responses/")]
    return described


def problems(schema: dict[str, Any], body: object) -> list[str]:
    """Where a body differs from a schema of swagger.yaml; properties that it lacks count too."""
    closed = {
        name: {"additionalProperties": False, **definition}
        for name, definition in load("swagger.yaml")["definitions"].items()
    }
    validator = Draft4Validator({**schema, "definitions": closed}, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(body)]
