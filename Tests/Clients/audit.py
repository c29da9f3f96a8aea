#!/usr/bin/env python3
"""Audits a running endpoint against GraphQL over HTTP, in one of two profiles.

    Tests/Clients/audit.py [--endpoint http://127.0.0.1:8080/graphql] [--profile audit|draft]

`audit` is what today's clients expect: the 61 server audits that graphql-http publishes, by their
ids. They send the requests whose meaning is published there; the code is our own. `draft` is the
working draft of GraphQL over HTTP as of August 2026, for a server with `--status-codes draft`: 17
rules, each tried in every way that a client can see.

Prints one line for each failure and the count of what passes. Needs nothing but Python. Status 0 if
all pass.
"""

import argparse
import http.client
import json
import sys
import urllib.parse

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
TYPENAME = "{ __typename }"
TYPE_QUERY = "query Type($name: String!) { __type(name: $name) { name } }"
ABSENT_FIELD = "{ aFieldThatNoSchemaHas }"
UNCOERCIBLE = {"query": "query NeedsId($id: ID!) { __typename }", "variables": {"id": None}}
NOT_STRINGS = [{"obj": "ect"}, 0, False, ["array"]]
NOT_MAPS = ["string", 0, False, ["array"]]


class Response:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.bytes = response.read()
        self.type = (response.headers["Content-Type"] or "").split(";")[0]

    @property
    def body(self):
        """The body as a GraphQL response; raises if it is none."""
        body = json.loads(self.bytes.decode())
        assert isinstance(body, dict), f"the body is no object: {body!r}"
        return body

    def __str__(self):
        return f"{self.status} {self.headers['Content-Type']} {self.bytes[:160]!r}"


class Endpoint:
    def __init__(self, url):
        self.url = urllib.parse.urlsplit(url)

    def send(self, method, body=None, accept=None, type=JSON, parameters=None, headers=()):
        """One request on a connection of its own; `body` is bytes, text or what JSON can say."""
        fields = dict(headers)
        if accept:
            fields["Accept"] = accept
        if type and method == "POST":
            fields["Content-Type"] = type
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body, ensure_ascii=False)
        if isinstance(body, str):
            body = body.encode()
        target = self.url.path
        if parameters:
            target += "?" + urllib.parse.urlencode(parameters)
        connection = http.client.HTTPConnection(self.url.hostname, self.url.port, timeout=10)
        try:
            connection.request(method, target, body, fields)
            return Response(connection.getresponse())
        finally:
            connection.close()

    def post(self, body, accept=None, **options):
        return self.send("POST", body, accept, **options)

    def get(self, accept=None, **parameters):
        return self.send("GET", accept=accept, parameters=parameters)


def status(response, *allowed):
    """Fails unless the status is one of these numbers, or in one of these ranges."""
    fits = any(response.status in a if isinstance(a, range) else response.status == a
               for a in allowed)
    assert fits, f"expected {' or '.join(map(str, allowed))}: {response}"
    return response


def of_type(response, type):
    assert response.type == type, f"expected {type}: {response}"
    return response


def without_errors(response):
    status(response, 200)
    assert "errors" not in response.body, f"expected no errors: {response}"


def without_data(response):
    assert "data" not in response.body, f"expected no data: {response}"


CLIENT_ERROR, ANY_ERROR, SUCCESS = range(400, 500), range(400, 600), range(200, 300)

# --- Profile audit --------------------------------------------------------------------------------


def audits(endpoint):
    """The published audits as (id, check), in their order."""
    post, get = endpoint.post, endpoint.get
    query = {"query": TYPENAME}

    yield "22EB", lambda: of_type(status(post(query, GRAPHQL), 200), GRAPHQL)
    yield "4655", lambda: of_type(status(post(query, JSON), 200), JSON)
    yield "47DE", lambda: of_type(status(post(query, "*/*"), 200), JSON)
    yield "80D8", lambda: of_type(status(get(query=TYPENAME), 200), JSON)
    yield "82A3", lambda: status(post(query), 200).bytes.decode()
    yield "BF61", lambda: status(post(query, type="application/json; charset=utf-8"), 200)
    yield "78D5", lambda: status(post(query), 200)
    yield "2C94", lambda: status(post(query), 200)
    yield "5A70", lambda: status(get(query=TYPENAME), 200)
    yield "9C48", lambda: status(get(GRAPHQL, query="mutation { __typename }"), CLIENT_ERROR)
    yield "9ABE", lambda: status(post(None, type=None), CLIENT_ERROR)
    yield "03D4", lambda: status(post(query), 200)
    yield "A5BF", lambda: status(post(None), 400)

    yield "423L", lambda: status(post({"notquery": TYPENAME}, GRAPHQL), 400)
    for index, value in enumerate(NOT_STRINGS):
        yield f"LKJ{index}", lambda: status(post({"query": value}), 400)
    yield "34A2", lambda: status(post(query, GRAPHQL), 200)
    yield "13EE", lambda: without_errors(post(query, JSON))
    for index, value in enumerate(NOT_STRINGS):
        yield f"6C0{index}", lambda: status(post({**query, "operationName": value}), 400)
    named = {"query": "query Query { __typename }", "operationName": "Query"}
    yield "8161", lambda: status(post(named, GRAPHQL), 200)
    yield "B8B3", lambda: without_errors(post(named, JSON))
    for index, name in enumerate(["variables", "operationName", "extensions"]):
        yield f"94B{index}", lambda: without_errors(post({**query, name: None}, GRAPHQL))
        yield f"022{index}", lambda: without_errors(post({**query, name: None}, JSON))
    for index, value in enumerate(NOT_MAPS):
        yield f"476{index}", lambda: status(post({**query, "variables": value}), 400)
    typed = {"query": TYPE_QUERY, "variables": {"name": "sometype"}}
    in_url = {"query": TYPE_QUERY, "variables": json.dumps({"name": "sometype"})}
    yield "2EA1", lambda: status(post(typed, GRAPHQL), 200)
    yield "28B9", lambda: without_errors(post(typed, JSON))
    yield "D6D5", lambda: status(get(GRAPHQL, **in_url), 200)
    yield "6A70", lambda: without_errors(get(JSON, **in_url))
    for index, value in enumerate(NOT_MAPS):
        yield f"58B{index}", lambda: status(post({**query, "extensions": value}), 400)
    extended = {**query, "extensions": {"some": "value"}}
    yield "428F", lambda: status(post(extended, GRAPHQL), 200)
    yield "1B7A", lambda: without_errors(post(extended, JSON))

    yield "B6DC", lambda: status(post('{ "not a JSON'), ANY_ERROR)
    yield "BCF8", lambda: status(post('{ "not a JSON', JSON), 400)
    yield "B7N8", lambda: status(post('{ "not a JSON', GRAPHQL), 400)
    yield "8764", lambda: status(post({"qeury": TYPENAME}), ANY_ERROR)
    yield "3E3A", lambda: status(post({"qeury": TYPENAME}), 400)

    unparsable, invalid = {"query": "{"}, {"query": ABSENT_FIELD}
    yield "572B", lambda: status(post(unparsable, JSON), 200)
    yield "FDE2", lambda: status(post(invalid, JSON), 200)
    yield "7B9B", lambda: status(post(UNCOERCIBLE, JSON), 200)
    yield "865D", lambda: status(post(unparsable, GRAPHQL), ANY_ERROR)
    yield "556A", lambda: status(post(unparsable, GRAPHQL), 400)
    yield "D586", lambda: without_data(post(unparsable, GRAPHQL))
    yield "51FE", lambda: status(post(invalid, GRAPHQL), ANY_ERROR)
    yield "74FF", lambda: status(post(invalid, GRAPHQL), 400)
    yield "5E5B", lambda: without_data(post(invalid, GRAPHQL))
    yield "86EE", lambda: status(post(UNCOERCIBLE, GRAPHQL), 400)


# --- Profile draft --------------------------------------------------------------------------------

NULL_WITH_ERRORS = "{ packages(first: -1) { id } }"
PARTIAL = "{ catalog { packageCount } package { id } }"
INVALID = [
    ABSENT_FIELD, "{ ...A }", "query A { __typename } query A { __typename }",
    "{ packages }", "{ catalog { ...F } } fragment F on Catalog { ...F }",
    "query ($a: Int, $a: Int) { packages(first: $a) { id } }", "{ packages(first: \"1\") { id } }",
    "query { packages(first: $none) { id } }", "{ packages @unknown { id } }", "subscription { a }",
]


def rows(endpoint):
    """The draft's rules as (id, check), in their order."""
    post, get, send = endpoint.post, endpoint.get, endpoint.send
    query = {"query": TYPENAME}

    def h1():
        status(post(query), 200)
        wrong = {"Authorization": "Bearer wrong"}
        answers = [post(body, headers=wrong).status for body in (query, {"query": ABSENT_FIELD})]
        assert answers == [401, 401], f"expected 401 whatever is asked: {answers}"

    def h2():
        # The response repeats the value that it does not know.
        text = 'query ($t: [SearchType!]) { search(query: "a", types: $t) { __typename } }'
        echo = {"query": text, "variables": {"t": ["\u00e9\U0001f4a9"]}}
        for type in (JSON, "application/json; charset=utf-8", 'application/json;charset="UTF-8"'):
            answer = post(echo, GRAPHQL, type=type)
            assert "\u00e9\U0001f4a9" in answer.body["errors"][0]["message"], str(answer)
        status(post(query, type="application/json; charset=latin1"), 415)

    def h3():
        status(post(query), 200)
        status(get(query=TYPENAME), 200)

    def h4():
        status(post("{", GRAPHQL), 400)
        status(post([query], GRAPHQL), 422)
        for body in ({}, {"query": None}, {"query": 7}, {**query, "operationName": 7},
                     {**query, "variables": []}, {**query, "extensions": "a"}):
            status(post(body, GRAPHQL), 422)
        status(get(GRAPHQL), 422)

    def h5():
        status(get(GRAPHQL, query=TYPENAME, variables="", extensions="", operationName=""), 200)
        status(get(GRAPHQL, query="query null { __typename }", operationName="null"), 200)
        status(get(GRAPHQL, query=TYPENAME, operationName="null"), 422)
        status(get(GRAPHQL, query=TYPE_QUERY, variables='{"name": "Query"}'), 200)
        status(get(GRAPHQL, query=TYPENAME, variables="{"), 400, 422)

    def h6():
        answer = status(get(GRAPHQL, query="mutation { __typename }"), 405)
        assert "POST" in (answer.headers["Allow"] or ""), f"expected Allow: {answer}"

    def h7():
        status(post(None, GRAPHQL), 400)
        status(post(json.dumps(query), GRAPHQL, type=None), 415)
        status(post(json.dumps(query), GRAPHQL, type="text/plain"), 415)

    def h8():
        nulls = {"operationName": None, "variables": None, "extensions": None}
        without_errors(post({**query, **nulls, "unknown": [1], "id": 7}, GRAPHQL))

    def h9():
        for accept in (JSON, GRAPHQL):
            answer = of_type(status(post(query, accept), 200), accept)
            assert "charset=utf-8" in answer.headers["Content-Type"].lower(), str(answer)

    def h10():
        of_type(post(query, f"{JSON};q=0.5, {GRAPHQL};q=0.9"), GRAPHQL)
        of_type(post(query, f"{JSON};q=0.9, {GRAPHQL};q=0.5"), JSON)
        of_type(post(query, f"{GRAPHQL}, */*;q=0.1"), GRAPHQL)
        of_type(post(query, f"text/*, {JSON}"), JSON)
        status(post(query, "image/png"), 406)
        status(post(query, f"{JSON};q=0, {GRAPHQL};q=0"), 406)

    def h11():
        of_type(status(post(query, JSON), 200), JSON)
        status(post({"query": ABSENT_FIELD}, JSON), 422)
        of_type(status(post({"query": PARTIAL}, JSON), 294), JSON)

    def h12():
        for text in INVALID:
            without_data(status(post({"query": text}, GRAPHQL), 422))

    def h13():
        refusals = [post("{", GRAPHQL), post(query, GRAPHQL, type="text/plain"),
                    post(query, "image/png"), send("PUT", "{}", GRAPHQL), post({}, GRAPHQL)]
        for answer in refusals:
            status(answer, ANY_ERROR)
            if answer.type == GRAPHQL:
                errors = answer.body.get("errors")
                assert errors and all(isinstance(e["message"], str) for e in errors), str(answer)

    def h14():
        for text in (TYPENAME, PARTIAL):
            answer = status(post({"query": text}, GRAPHQL), SUCCESS)
            assert answer.body["data"] is not None, str(answer)

    def h15():
        without_errors(post(query, GRAPHQL))

    def h16():
        for text in (PARTIAL, NULL_WITH_ERRORS):
            answer = status(post({"query": text}, GRAPHQL), 294)
            assert "data" in answer.body and answer.body["errors"], str(answer)

    def h17():
        without_data(status(post({"query": "{"}, GRAPHQL), 400))
        without_data(status(post({"query": TYPE_QUERY, "variables": {"name": None}}, GRAPHQL), 422))
        two = {"query": "query A { __typename } query B { __typename }"}
        without_data(status(post(two, GRAPHQL), 422))
        without_data(status(post({**two, "operationName": "C"}, GRAPHQL), 422))

    for row in (h1, h2, h3, h4, h5, h6, h7, h8, h9, h10, h11, h12, h13, h14, h15, h16, h17):
        yield row.__name__.upper(), row


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--endpoint", default="http://127.0.0.1:8080/graphql")
    parser.add_argument("--profile", choices=["audit", "draft"], default="audit")
    options = parser.parse_args()
    checks = audits if options.profile == "audit" else rows
    passed = failed = 0
    for name, check in checks(Endpoint(options.endpoint)):
        try:
            check()
            passed += 1
        except (AssertionError, KeyError, ValueError, OSError, http.client.HTTPException) as error:
            failed += 1
            print(f"{name} fails: {type(error).__name__} {error}")
    print(f"profile {options.profile}: {passed} of {passed + failed} pass")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
