"""Attacks by request bodies: bytes that are no text, no JSON, or more of it than anybody needs."""

import gzip
import hashlib
import json
import zlib

from registry import attack

FILTERED = b'{"query": "query ($f: PackageFilter) { packages(filter: $f) { id } }"'


@attack("invalid UTF-8 in the query, in a variable, in a key", 400)
def invalid_utf8(target):
    for wrong in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\x80"):
        yield target.post(b'{"query": "{ __typename } #' + wrong + b'"}')
        yield target.post(b'{"query": "{ __typename }", "variables": {"a": "' + wrong + b'"}}')
        yield target.post(b'{"query": "{ __typename }", "' + wrong + b'": 1}')
        yield target.post(wrong)


@attack("NUL in the body, in the query, in a slug", 400, 200)
def nul(target):
    yield target.post(b'\0{"query": "{ __typename }"}')
    yield target.post(b'{"query": "{ __typename }\0"}')
    yield target.post(b'{"query": "{ __typename }\\u0000"}')
    yield target.ask("query ($s: String) { package(slug: $s) { id } }", {"s": "a\0b"})
    yield target.ask("query ($s: String!) { search(query: $s) { __typename } }", {"s": "\0"})


@attack("lone surrogates in JSON", 400, 200)
def lone_surrogates(target):
    ask = '{"query": "query ($s: String) { package(slug: $s) { id } }", "variables": {"s": "%s"}}'
    for text in (r"\ud800", r"\udc00", r"\udc00\ud800", r"\ud800\u0041", r"\ud83d"):
        yield target.post((ask % text).encode())
        yield target.post(('{"query": "{ __typename } # %s"}' % text).encode())


@attack("JSON of 60 to 500,000 levels", 200, 400)
def deep_json(target):
    for levels in (60, 1_000, 500_000):
        for opening, closing in ((b"[", b"]"), (b'{"a":', b"}")):
            levels_here = min(levels, 1_000_000 // (len(opening) + 1))
            value = opening * levels_here + b"1" + closing * levels_here
            yield target.post(FILTERED + b', "variables": {"f": ' + value + b"}}")
            yield target.post(opening * levels_here)
            yield target.post(b'{"query": "{ __typename }", "extensions": {"e": ' + value + b"}}")


@attack("numbers in JSON: 500,000 digits, 1e400, -0", 400, 200)
def json_numbers(target):
    ask = b'{"query": "query ($n: Int, $i: ID) { grids(first: $n) { id } package(id: $i) { id } }"'
    for number in (b"9" * 500_000, b"1e400", b"-1e400", b"1e-400", b"-0", b"0." + b"1" * 500_000,
                   b"1E+5", b"01", b"+1", b".5", b"NaN", b"Infinity", b"0x10", b"1" + b"0" * 400):
        for name in (b"n", b"i"):
            yield target.post(ask + b', "variables": {"' + name + b'": ' + number + b"}}")


@attack("the same key twice, or 50,000 times", 400, 200)
def repeated_keys(target):
    yield target.post(b'{"query": "{ __typename }", "query": "{ catalog { packageCount } }"}')
    yield target.post(b'{"query": "{ __typename }", "variables": {}, "variables": []}')
    yield target.post(b'{"query": "{ __typename }"' + b', "query": "{a}"' * 50_000 + b"}")
    yield target.post(b'{"query": "{ __typename }", "variables": {' +
                      b",".join([b'"a": 1'] * 100_000) + b"}}")


@attack("100,000 keys, alike in length, start and end", 400, 200, "LIMIT_EXCEEDED")
def many_keys(target):
    keys = b",".join(b'"k%05dk":1' % i for i in range(80_000))
    yield target.post(b'{"query": "{ __typename }", "variables": {' + keys + b"}}")
    yield target.post(b'{"query": "{ __typename }", "extensions": {' + keys + b"}}")
    yield target.post(b'{"query": "{ __typename }",' + keys + b"}")
    yield target.post(FILTERED + b', "variables": {"f": {' + keys + b"}}}")


@attack("bodies that are no request", 400)
def no_requests(target):
    for body in (b"", b" " * 900_000, b"null", b"1", b'"{ __typename }"', b"[]", b"{}", b"{}{}",
                 b'{"query": "{ __typename }"} x', b'\xef\xbb\xbf{"query": 1}', b"{'query': 1}",
                 b'{"query": "{ __typename }",}', b'{"query"}', b"[" * 900_000,
                 b'"' + b"\\" * 99_999,
                 b"{ __typename }", b"query=%7B__typename%7D", b"\x1f\x8b\x08", b"<xml/>"):
        yield target.post(body)


@attack("members of every wrong type", 400)
def wrong_members(target):
    for name in ("query", "operationName", "variables", "extensions"):
        for value in (1, True, [], [[]], "{", {"a": 1}, 1.5):
            request = {"query": "{ __typename }", name: value}
            if name in ("variables", "extensions") and isinstance(value, dict):
                continue
            yield target.post(json.dumps(request).encode())


@attack("a thousand requests in one array", 400)
def batch(target):
    for count in (1, 10, 1_000, 20_000):
        yield target.post(json.dumps([{"query": "{ __typename }"}] * count).encode())


@attack("content types that a form can send", 415)
def form_types(target):
    body = b'{"query": "mutation { deletePackage(input: {package: {id: 1}}) { deletedId } }"}'
    for type in ("text/plain", "application/x-www-form-urlencoded",
                 "multipart/form-data; boundary=b",
                 "text/plain; application/json", "application/json-not", "text/json", "",
                 "a" * 9_000,
                 "application/json; charset=utf-16", "application/graphql", "/", ";"):
        yield target.post(body, type)


@attack("bombs behind a Content-Encoding", 415)
def compressed_bodies(target):
    bomb = b'{"query": "{ __typename }", "a": "' + b"0" * 50_000_000 + b'"}'
    yield target.post(gzip.compress(bomb), headers=[("Content-Encoding", "gzip")])
    yield target.post(zlib.compress(bomb), headers=[("Content-Encoding", "deflate")])
    for coding in ("br", "zstd", "gzip, gzip, gzip", "x" * 5_000):
        yield target.post(b"{}", headers=[("Content-Encoding", coding)])


@attack("3,000 documents under their hashes, hashes that are wrong", 200, 400)
def persisted_flood(target):
    def entry(hash):
        return {"persistedQuery": {"version": 1, "sha256Hash": hash}}

    for index in range(3_000):
        text = "{ packages(first: 1) { id } } #" + f"{index}" * 200
        yield target.ask(text, extensions=entry(hashlib.sha256(text.encode()).hexdigest()))
    for hash in ("0" * 64, "", "g" * 64, "0" * 500_000, "../../etc/passwd", "\0", None, 7, [],
                 "é" * 32):
        yield target.ask("{ __typename }", extensions=entry(hash))
        yield target.keep("POST", "/graphql", json.dumps({"extensions": entry(hash)}))


@attack("5,000 documents that differ, 200 of them long", 200)
def distinct_documents(target):
    for index in range(5_000):
        yield target.ask("{ a%d: packages(first: 1, filter: {id: {eq: %d}}) { id } }" % (index,
                                                                                         index))
    for index in range(200):
        fields = " ".join(f"a{index}_{n}: __typename" for n in range(90))
        yield target.ask("{ %s packages(first: 1) { %s } }" % (fields, "title " * 4_000))
