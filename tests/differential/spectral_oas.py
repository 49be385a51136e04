"""spectral:oas on the OpenAPI examples and tests, our own cases, and a part of the description of
GitHub; on all of it with TIZZA_TEST_FULL=1, which takes Spectral minutes and gigabytes."""

import json
import os
import pathlib
import tempfile

from spectral_suite import HERE, Difference, Suite

CORPUS = HERE.parents[2] / "shared" / "corpus"
EVERYDAY_PATHS = 40
IS_WHOLE = bool(os.environ.get("TIZZA_TEST_FULL"))


def suite():
    """All files that are there."""
    corpus = [
        path
        for folder in ("openapi-examples", "openapi-schema-tests", "source-examples")
        for path in sorted(CORPUS.glob(f"{folder}/**/*"))
        if path.suffix in (".json", ".yaml") and is_description(path)
    ]
    cases = sorted((HERE / "spectral_cases").glob("oas*.yaml"))
    work = pathlib.Path(tempfile.gettempdir(), f"tizza-spectral-oas-{os.getuid()}")
    return Suite(
        ruleset="spectral:oas",
        exported="oas",
        roots={"corpus": CORPUS, "cases": HERE / "spectral_cases", "github": work},
        files=corpus + cases + github(work),
        by_verdict=[("oas2-schema", "oas3-schema")],
        first_error=(
            "oas2-valid-schema-example", "oas2-valid-media-example",
            "oas3-valid-schema-example", "oas3-valid-media-example",
        ),
        differences=[d for d in DIFFERENCES if IS_WHOLE or not d.whole],
    )


def is_description(path):
    """Whether it is no helper to which others refer, and no AsyncAPI."""
    head = path.read_text(encoding="utf-8", errors="replace")[:2000]
    return "swagger" in head or "openapi" in head


def github(work):
    """The description of GitHub where the peer's folder holds it, cut to some of its paths."""
    whole = pathlib.Path(
        os.environ.get("TIZZA_PEER", ""), "node_modules/@octokit/openapi/generated/api.github.com.json"
    )
    if not whole.exists():
        return []
    document = json.loads(whole.read_text())
    document.pop("x-webhooks")  # an extension: Spectral takes what is in it for parameters all the same
    if not IS_WHOLE:
        cut(document, EVERYDAY_PATHS)
    drop_idle_nullable(document)
    work.mkdir(exist_ok=True)
    path = work / "api.github.com.json"
    path.write_text(json.dumps(document, indent=1))
    return [path]


def drop_idle_nullable(value):
    """Takes `nullable` away where no `type` stands beside it: OpenAPI 3.0.3 gives it no meaning there,
    and Spectral cannot use such a schema at all."""
    if isinstance(value, dict):
        if isinstance(value.get("nullable"), bool) and "type" not in value:
            del value["nullable"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            drop_idle_nullable(one)


def cut(document, count):
    """Keeps paths from all over the document, and the components that they use."""
    paths = list(document["paths"].items())
    document["paths"] = dict(paths[:: max(1, len(paths) // count)])
    document.pop("webhooks", None)
    used, open_refs = set(), references(document["paths"])
    while open_refs:
        used |= open_refs
        open_refs = {
            name for ref in open_refs for name in references(component(document, ref))
        } - used
    document["components"] = {
        kind: {name: value for name, value in entries.items() if (kind, name) in used}
        for kind, entries in document["components"].items()
    }


def component(document, ref):
    return document["components"].get(ref[0], {}).get(ref[1])


def references(value):
    """The components to which a value refers, as (kind, name)."""
    if isinstance(value, list):
        return set().union(*map(references, value))
    if not isinstance(value, dict):
        return set()
    ref = value.get("$ref")
    own = {tuple(ref.split("/")[2:4])} if isinstance(ref, str) else set()
    return own.union(*map(references, value.values()))


NO_VALUE = (
    "an example without a value has none that a schema could refuse; "
    "oas3-examples-value-or-externalValue says where one has to be"
)

REF_IN_VALUE = (
    "OpenAPI 3.0, Example Object: a value is data, in which a `$ref` is the name of a property and leads "
    "nowhere; what it is meant to stand for is not judged"
)

DIFFERENCES: list[Difference] = [
    Difference(
        "theirs", "oas3-operation-security-defined", "corpus/*/non-oauth-scopes.*",
        "/paths/~1users/get/security/0/bearerAuth/*",
        "OpenAPI 3.1, Security Requirement Object: for other types than oauth2 and openIdConnect "
        "the list may hold roles, which are defined nowhere",
    ),
    Difference(
        "theirs", "oas3-server-variables", "corpus/*/servers.yaml", "/servers/*",
        "the case gives a server where a list belongs; oas3-schema says so, once",
    ),
    Difference(
        "ours", "oas3-parameter-description", "corpus/*with-querystring.yaml",
        "/components/pathItems/*",
        "parameters of the path items among the components are parameters too",
    ),
    Difference(
        "ours", "operation-tags", "corpus/*additional-operation.yaml", "*/additionalOperations/*",
        "additional operations of OpenAPI 3.2 are operations too",
    ),
    Difference(
        "theirs", "oas3-examples-value-or-externalValue", "corpus/*example-examples.yaml", "*",
        "OpenAPI 3.2, Example Object: `dataValue` and `serializedValue` stand for `value`",
    ),
    Difference(
        "theirs", "oas3-valid-media-example", "corpus/*/example-object-examples.yaml",
        "/components/*", NO_VALUE,
    ),
    Difference(
        "theirs", "oas3-valid-media-example", "corpus/*/media-type-examples.yaml",
        "/components/examples/frog-example", NO_VALUE,
    ),
    Difference(
        "theirs", "oas3-valid-media-example", "cases/oas3_bad.yaml", "*/examples/none", NO_VALUE,
    ),
    Difference(
        "theirs", "oas3-valid-media-example", "github/*", "*/requestBody/*/examples/*", NO_VALUE,
    ),
    *(
        Difference(
            "theirs", "oas3-valid-media-example", "github/*", f"/components/examples/{name}", REF_IN_VALUE,
            whole=whole,
        )
        for name, whole in [
            ("projects-v2-item-simple", False), ("code-scanning-variant-analysis", True),
            ("issue", True), ("issue-with-pinned-comment", True), ("projects-v2-view", True),
            ("simple-repository", True),
        ]
    ),
    Difference(
        "theirs", "oas3-valid-media-example", "github/*",
        "/components/examples/projects-v2-field-single-select-request/value",
        "of a `oneOf` that refuses the value tizza names what is wrong by the nearest branch, inside",
        whole=True,
    ),
    Difference(
        "ours", "oas2-schema|oas3-schema", "corpus/*/3.1/fail/example-examples.yaml", "*",
        "OpenAPI 3.1, Parameter Object: `example` and `examples` exclude each other; the authors of "
        "the format hold the file invalid",
    ),
    Difference(
        "ours", "oas2-schema|oas3-schema", "corpus/*/3.2/fail/header-object-name.yaml", "*",
        "OpenAPI 3.2, Header Object: the name is a token of RFC 9110; the authors of the format hold "
        "the file invalid",
    ),
    Difference(
        "theirs", "oas2-schema|oas3-schema", "cases/oas3_optional_path_parameter.yaml", "",
        "the only breach is that path parameters are not required, which path-params says, once",
    ),
]  # fmt: skip
