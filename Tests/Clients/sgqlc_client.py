#!/usr/bin/env python3
"""sgqlc 18, unmodified: its introspection, its two code generators, and its HTTP endpoint.

    Tests/Clients/sgqlc_client.py ENDPOINT

Generates the types from the endpoint and operations from the examples' queries, imports them, runs
them, and reads the answers through the generated types.
"""

import importlib
import subprocess
import sys
import tempfile
from pathlib import Path

from sgqlc.endpoint.http import HTTPEndpoint

from examples import queries

# What its generator cannot write: meta-fields, and one object where a list is wanted.
BEYOND = {"describe-type", "refetch-nodes", "check-requirements", "filtered-list"}


def generate(endpoint, folder, asked):
    """Makes the modules `catalog_schema` and `catalog_operations`."""
    def run(*arguments):
        subprocess.run([sys.executable, "-m", *arguments], cwd=folder, check=True)

    (folder / "asked.graphql").write_text("\n".join(example.text for example in asked))
    run("sgqlc.introspection", endpoint, "schema.json")
    run("sgqlc.codegen", "schema", "schema.json", "catalog_schema.py")
    run("sgqlc.codegen", "operation", "--schema", "schema.json", "catalog_schema",
        "catalog_operations.py", "asked.graphql")
    sys.path.insert(0, str(folder))
    return importlib.import_module("catalog_operations").Operations


def main(endpoint):
    asked = [example for example in queries() if example.name not in BEYOND]
    server = HTTPEndpoint(endpoint)
    with tempfile.TemporaryDirectory() as folder:
        operations = generate(endpoint, Path(folder), asked)
        for example in asked:
            operation = getattr(operations.query, example.name.replace("-", "_"))
            answer = server(operation, example.variables)
            assert "errors" not in answer, answer["errors"]
            assert answer["data"] == example.response["data"], example.name
            typed = operation + answer
            assert all(hasattr(typed, field) for field in vars(typed)), example.name
    missing = server("{ nothing }")
    assert missing["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED", missing
    print(f"sgqlc: {len(asked)} generated operations")


if __name__ == "__main__":
    main(*sys.argv[1:])
