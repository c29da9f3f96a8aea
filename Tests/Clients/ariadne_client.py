#!/usr/bin/env python3
"""ariadne-codegen 0.19.0, unmodified: typed clients, one that waits and one that does not.

    Tests/Clients/ariadne_client.py ENDPOINT TOKEN

Generates both from the endpoint's introspection and all examples, imports them, runs every query,
and compares what the types hold with the examples' answers; then the mutations.
"""

import asyncio
import importlib
import inspect
import subprocess
import sys
import tempfile
from pathlib import Path

from examples import examples


def generate(endpoint, folder, name, is_async, asked):
    """Makes the package `name` and returns its client's class and its module."""
    documents = folder / "queries"
    documents.mkdir(exist_ok=True)
    for example in asked:
        (documents / f"{example.name}.graphql").write_text(example.text)
    (folder / "pyproject.toml").write_text(f"""[tool.ariadne-codegen]
remote_schema_url = "{endpoint}"
queries_path = "queries"
target_package_name = "{name}"
async_client = {str(is_async).lower()}
""")
    tool = Path(sys.executable).with_name("ariadne-codegen")
    subprocess.run([tool], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    sys.path.insert(0, str(folder))
    return importlib.import_module(name)


def call(package, client, example):
    """Calls the method that was generated for an example, with its variables as its arguments."""
    method = getattr(client, example.name.replace("-", "_"))
    arguments = {}
    for name, value in example.variables.items():
        type = inspect.signature(method).parameters[name].annotation
        arguments[name] = type(**value) if isinstance(value, dict) else value
    return method(**arguments)


def plain(value):
    """What a typed answer holds, without the type names that the generator asks for besides."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if name != "__typename"}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def check(example, result):
    held = plain(result.model_dump(by_alias=True, mode="json"))
    assert held == plain(example.response["data"]), f"{example.name}: {held}"


async def run_async(package, endpoint, asked):
    async with package.Client(url=endpoint) as client:
        results = await asyncio.gather(*(call(package, client, e) for e in asked if e.is_query))
    for example, result in zip((e for e in asked if e.is_query), results):
        check(example, result)


def main(endpoint, token):
    # The generator has no meta-fields at the root.
    asked = [example for example in examples() if "__type(" not in example.text]
    with tempfile.TemporaryDirectory() as folder:
        package = generate(endpoint, Path(folder), "waiting_client", False, asked)
        with package.Client(url=endpoint, headers={"Authorization": f"Bearer {token}"}) as client:
            for example in asked:
                if example.is_query:
                    check(example, call(package, client, example))
            made = call(package, client, next(e for e in asked if e.name == "rehearse-bulk"))
            assert made.model_dump(), made
            try:
                call(package, client, next(e for e in asked if e.name == "broken-rules"))
                raise AssertionError("broken rules are not told")
            except package.GraphQLClientGraphQLMultiError as error:
                assert error.errors[0].extensions["code"] == "BAD_USER_INPUT", error
        other = generate(endpoint, Path(folder), "async_client", True, asked)
        asyncio.run(run_async(other, endpoint, asked))
    print(f"ariadne-codegen: two clients of {len(asked)} examples")


if __name__ == "__main__":
    main(*sys.argv[1:])
