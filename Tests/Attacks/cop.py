"""The checks of graphql-cop 1.x, which no package registry has: one attack for each finding.

What is a finding there is wrong here, but for three that are features: GET queries, which change
nothing; introspection; and "Did you mean", which tells no more than introspection does.
"""

import json

from registry import attack
from target import Answer


def harmless(answer, is_found, finding):
    """The answer, or the finding in its place."""
    return Answer(f"graphql-cop finds: {finding}", body=answer.body) if is_found else answer


@attack("graphql-cop: alias overloading", "LIMIT_EXCEEDED")
def alias_overloading(target):
    yield target.ask("query {" + "".join(f"alias{i}: __typename \n" for i in range(101)) + "}")


@attack("graphql-cop: array-based query batching", 400)
def array_batching(target):
    yield target.post(json.dumps([{"query": "query cop { __typename }"}] * 10).encode())


@attack("graphql-cop: directive overloading", "LIMIT_EXCEEDED", "GRAPHQL_VALIDATION_FAILED")
def directive_overloading(target):
    answer = target.ask("query { __typename " + "@aa" * 10 + " }")
    yield harmless(answer, len(answer.errors) == 10, "ten errors for ten directives")


@attack("graphql-cop: circular query by introspection", "LIMIT_EXCEEDED",
        "GRAPHQL_VALIDATION_FAILED")
def circular_introspection(target):
    circle = "fields { type { " * 4 + "name" + " } }" * 4
    yield target.ask("query { __schema { types { " + circle + " } } }")


@attack("graphql-cop: circular fragment", "GRAPHQL_VALIDATION_FAILED")
def circular_fragment(target):
    yield target.ask("{ __schema { ...A } } fragment A on __Schema { __typename ...B } "
                     "fragment B on __Schema { ...A }")


@attack("graphql-cop: field duplication", "LIMIT_EXCEEDED")
def field_duplication(target):
    yield target.ask("query cop { " + "__typename \n" * 500 + "}")


@attack("graphql-cop: mutation by GET", 405, 400)
def get_mutation(target):
    yield target.send("GET", "/graphql?query=mutation%20cop%20%7B__typename%7D")


@attack("graphql-cop: URL-encoded query by POST", 415)
def form_query(target):
    yield target.post(b"query=query%20cop%20%7B__typename%7D", "application/x-www-form-urlencoded")
    yield target.send("POST", "/graphql?query=query%20cop%20%7B__typename%7D")


@attack("graphql-cop: traces and unhandled errors", 200, "GRAPHQL_PARSE_FAILED")
def traces(target):
    for text in ("query cop { __typename }", "qwerty cop { abc }"):
        answer = target.ask(text)
        told = answer.body.decode().lower()
        is_found = any(word in told for word in ("tracing", "stacktrace", "exception"))
        yield harmless(answer, is_found, "a trace")


@attack("graphql-cop: GraphiQL and playgrounds at their usual places", 200, 400, 404)
def playgrounds(target):
    for path in ("/graphiql", "/playground", "/console", "/graphql"):
        answer = target.send("GET", path, headers=[("Accept", "*/*")])
        words = (b"graphiql.min.css", b"GraphQL Playground", b"GraphiQL", b"graphql-playground")
        yield harmless(answer, any(word in answer.body for word in words), "a playground")


@attack("graphql-cop: features, not findings: GET, introspection, suggestions", 200, 400)
def features(target):
    yield target.send("GET", "/graphql?query=%7B__typename%7D")
    yield target.ask("{ __schema { types { name } } }")
    yield target.ask("query cop { __schema { directive } }")
