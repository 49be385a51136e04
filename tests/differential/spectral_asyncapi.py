"""spectral:asyncapi on the examples of the specification and on cases of ours."""

from spectral_suite import HERE, Difference, Suite

CORPUS = HERE.parents[2] / "shared" / "corpus"
CASES = HERE / "spectral_cases"

DIFFERENCES = [
    Difference(
        "theirs", "asyncapi-operation-operationId",
        "cases/asyncapi2_bad.yaml", "/channels/pizza.deleted/subscribe",
        "the operation has an operationId, from its trait",
    ),
    Difference(
        "ours", "asyncapi-channel-parameters",
        "cases/asyncapi3_bad.yaml", "/channels/empty/parameters/size",
        "the address holds no parameter at all, and the redundant one is no less redundant",
    ),
    Difference(
        "theirs", "asyncapi-payload-unsupported-schemaFormat",
        "cases/asyncapi2_bad.yaml", "/components/messages/userDeleted/schemaFormat",
        "the payload is in the language of the format itself, which is checked",
    ),
    Difference(
        "theirs", "asyncapi-3-payload-unsupported-schemaFormat",
        "corpus/asyncapi-examples/gitter-streaming-asyncapi.yml", "/components/messages/*",
        "the payloads are in JSON Schema draft 7, which is checked",
    ),
    Difference(
        "theirs", "asyncapi-3-document-unresolved|asyncapi-3-document-resolved",
        "cases/asyncapi3_bad.yaml", "",
        "the only breach is that two tags of a list are equal, which asyncapi-3-tags-uniqueness says",
    ),
]  # fmt: skip


def suite():
    """The files that are there."""
    examples = sorted(CORPUS.glob("asyncapi-examples/*.yml"))
    if not examples:
        print(f"skipped: {CORPUS} is not here")
    return Suite(
        ruleset="spectral:asyncapi",
        exported="asyncapi",
        roots={"corpus": CORPUS, "cases": CASES},
        files=examples + sorted(CASES.glob("asyncapi*.yaml")),
        by_verdict=[
            ("asyncapi-schema", "asyncapi-payload"),
            ("asyncapi-3-document-unresolved", "asyncapi-3-document-resolved"),
        ],
        differences=[d for d in DIFFERENCES if examples or not d.path.startswith("corpus/")],
    )  # fmt: skip
