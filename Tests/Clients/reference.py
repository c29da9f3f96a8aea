#!/usr/bin/env python3
"""graphql-core 3.3.2, the Python port of the reference implementation: does it read our schema?

    Tests/Clients/reference.py ENDPOINT

Introspection with everything that it can ask becomes a client's schema, which must be valid and
print as the SDL that the server gives. All examples must be valid against it, and each of a list of
broken documents must get the same errors from both.
"""

import json
import sys
import urllib.error
import urllib.request
from urllib.parse import urljoin

from graphql import (
    GraphQLError, build_client_schema, build_schema, get_introspection_query,
    introspection_from_schema, lexicographic_sort_schema, parse, print_schema, validate,
    validate_schema)

from examples import examples

BROKEN = [
    "{", "{ packages }", "{ packages { nothing } }", "{ package(id: 1, none: 2) { id } }",
    "{ packages(first: \"ten\") { id } }", "query ($a: Nothing) { packages { id } }", "{ ...A }",
    "query ($a: Int) { packages { id } }", "{ packages { ... on Grid { id } } }",
    "{ package(id: 1) { id } package(id: 2) { id } }", "{ packages @include { id } }",
    "{ packages(filter: {title: {eq: 1}}) { id } }", "{ packages(orderBy: [{id: UP}]) { id } }",
    "{ packages(orderBy: [{id: ASC, title: ASC}]) { id } }", "fragment A on Package { id }",
    "mutation { createPackage { change { revision } } }", "{ packagez { id } }",
]


ALL = {"specified_by_url": True, "directive_is_repeatable": True, "schema_description": True,
       "input_value_deprecation": True, "one_of": True}


def sdl(schema):
    """SDL without descriptions: introspection's tell the roles that SDL says by directives."""
    bare = introspection_from_schema(schema, **{**ALL, "descriptions": False})
    return print_schema(lexicographic_sort_schema(build_client_schema(bare)))


def post(endpoint, query):
    request = urllib.request.Request(
        endpoint, json.dumps({"query": query}).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        return json.load(error)


def errors(schema, text):
    """What the reference says about a document; graphql-js, our model, uses the other quotes."""
    try:
        found = validate(schema, parse(text))
    except GraphQLError as error:
        found = [error]
    return [(e.message.replace("'", '"'), [(p.line, p.column) for p in e.locations]) for e in found]


def served_errors(endpoint, text):
    return [(e["message"].replace("'", '"'), [(p["line"], p["column"]) for p in e["locations"]])
            for e in post(endpoint, text)["errors"]]


def main(endpoint):
    schema = build_client_schema(post(endpoint, get_introspection_query(**ALL))["data"])
    assert validate_schema(schema) == []
    with urllib.request.urlopen(urljoin(endpoint, "/schema.graphql")) as response:
        served = build_schema(response.read().decode())
    assert sdl(schema) == sdl(served), "introspection and SDL differ"
    for example in examples():
        assert errors(schema, example.text) == [], example.name
    for text in BROKEN:
        expected, actual = errors(schema, text), served_errors(endpoint, text)
        assert expected == actual, f"{text}\n  expected {expected}\n  but got  {actual}"
    print(f"graphql-core: the schema of {len(schema.type_map)} types, {len(examples())} examples, "
          f"{len(BROKEN)} broken documents with the same errors")


if __name__ == "__main__":
    main(*sys.argv[1:])
