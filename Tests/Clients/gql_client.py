#!/usr/bin/env python3
"""gql 4.4.0, unmodified: every example over both of its HTTP transports.

    Tests/Clients/gql_client.py ENDPOINT TOKEN

The client fetches the schema first and validates each query against it. Then errors as exceptions,
a mutation with a token, and automatic persisted queries. Prints what was done; status 0 if
everything went as the examples say.
"""

import asyncio
import hashlib
import sys

from gql import Client, GraphQLRequest
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport
from graphql import parse, print_ast

from examples import examples, queries

REHEARSAL = """mutation Rehearse($input: CreatePackageInput!) {
  createPackage(input: $input) { package { slug } change { action } } }"""
INPUT = {"input": {"title": "By gql", "dryRun": True}}


def request(example):
    return GraphQLRequest(example.text, variable_values=example.variables)


def with_requests(endpoint, token):
    transport = RequestsHTTPTransport(endpoint, headers={"Authorization": f"Bearer {token}"})
    with Client(transport=transport, fetch_schema_from_transport=True) as client:
        for example in queries():
            assert client.execute(request(example)) == example.response["data"], example.name
        made = client.execute(GraphQLRequest(REHEARSAL, variable_values=INPUT))
        assert made["createPackage"]["package"] == {"slug": "by-gql"}, made
        try:
            client.execute(request(next(e for e in examples() if e.name == "broken-rules")))
            raise AssertionError("broken rules are not told")
        except TransportQueryError as error:
            assert error.errors[0]["extensions"]["code"] == "BAD_USER_INPUT", error


def with_hashes(endpoint):
    # The client sends a document as the reference prints it.
    text = print_ast(parse("query ByHash { catalog { packageCount } }"))
    hash = hashlib.sha256(text.encode()).hexdigest()
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": hash}}
    with Client(transport=RequestsHTTPTransport(endpoint)) as client:
        for _ in range(2):
            answer = client.execute(GraphQLRequest(text, extensions=extensions))
            assert answer["catalog"]["packageCount"] > 0, answer


async def with_aiohttp(endpoint):
    transport = AIOHTTPTransport(endpoint)
    async with Client(transport=transport, fetch_schema_from_transport=True) as session:
        answers = await asyncio.gather(*(session.execute(request(e)) for e in queries()))
        for example, answer in zip(queries(), answers):
            assert answer == example.response["data"], example.name


def main(endpoint, token):
    with_requests(endpoint, token)
    with_hashes(endpoint)
    asyncio.run(with_aiohttp(endpoint))
    print(f"gql: {len(queries())} examples by requests and by aiohttp; a mutation; errors; hashes")


if __name__ == "__main__":
    main(*sys.argv[1:])
