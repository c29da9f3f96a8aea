"""Attacks below GraphQL: bytes that are nearly HTTP, and connections that are nearly used."""

import random
import socket
import struct
import time

from registry import attack
from target import CLOSED, SILENT, Answer, graphql_bytes, read_answer, request_bytes

GOOD = graphql_bytes("{ __typename }")
LARGE = graphql_bytes("{ packages(first: 1000) { title repoDescription grids { title } } }")
HEAD = b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
BODY = b'{"query":"{__typename}"}'


def probes(target):
    """The neighbours are served meanwhile."""
    milliseconds = target.probe()
    if milliseconds is None:
        yield Answer("a wrong answer to a neighbour")
    else:
        target.meanwhile.append(milliseconds)


@attack("slow heads and bodies: 150 connections, a little at a time", 408)
def slow_requests(target):
    starts = [(b"POST /graphql HTTP/1.1\r\nHost: a\r\n", b"X: a\r\n"),
              (HEAD + b"Content-Length: 100000\r\n\r\n", b"{"),
              (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n{\r\n")] * 50
    slow = [(target.connect(timeout=40), piece) for _, piece in starts]
    for (connection, _), (head, _) in zip(slow, starts):
        connection.sendall(head)
    for _ in range(20):
        time.sleep(0.1)
        yield from probes(target)
        for connection, piece in slow:
            try:
                connection.sendall(piece)
            except OSError:
                pass  # Refused already: the answer is read below.
    for connection, _ in slow:
        yield read_answer(connection.makefile("rb"))
        connection.close()


@attack("chunks of wrong, huge and odd sizes", 400, 413)
def wrong_chunks(target):
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    for body in (b"FFFFFFFFFFFFFFFF\r\n", b"FFFFFFFFFFFFFFFFFFFF\r\n", b"-1\r\n",
                 b"0x18\r\n" + BODY,
                 b"\r\n", b"zz\r\n", b"18 \r\n" + BODY, b"7FFFFFFFFFFFFFFF\r\n" + BODY, b" 18\r\n",
                 b"18\r\n" + BODY + b"XX0\r\n\r\n", b"200001\r\n" + b" " * 0x200001,
                 b"18\r\n" + BODY + b"\r\n0\r\nContent-Length: 5\r\nbad trailer\r\n\r\n",
                 b"18\n" + BODY + b"\n0\n\n",
                 b"18\r\n" + BODY + b"\n0\r\n\r\n"):
        yield target.raw(head, body, half_close=True)[0]


@attack("chunks of one byte, endless ones, with long extensions", 200, 400, 413)
def many_chunks(target):
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    end = b"18\r\n" + BODY + b"\r\n0\r\n\r\n"
    yield target.raw(head, b"18;" + b"x" * 200_000 + end[2:])[0]
    yield target.raw(head, b"0" * 100_000 + end)[0]
    text = BODY + b" " * 20_000
    yield target.raw(head, b"".join(b"1\r\n%c\r\n" % byte for byte in text), b"0\r\n\r\n")[0]
    yield target.raw(head, *[b"1000\r\n" + b" " * 4_096 + b"\r\n"] * 2_000)[0]


@attack("smuggling: lengths and codings that contradict each other", 400, 501, 411)
def smuggling(target):
    inner = b"GET /admin HTTP/1.1\r\nHost: a\r\n\r\n"
    for fields in (b"Content-Length: 24\r\nTransfer-Encoding: chunked\r\n",
                   b"Transfer-Encoding: chunked\r\nContent-Length: 24\r\n",
                   b"Content-Length: 24\r\nContent-Length: 25\r\n", b"Content-Length: +24\r\n",
                   b"Content-Length: 24, 25\r\n", b"Content-Length: 0x18\r\n",
                   b"Content-Length: -1\r\n",
                   b"Content-Length: 24abc\r\n", b"Content-Length: 99999999999999999999\r\n",
                   b"Content-Length : 24\r\n", b"Transfer-Encoding: xchunked\r\n",
                   b"Transfer-Encoding: chunked, identity\r\n",
                   b"Transfer-Encoding: gzip, chunked\r\n",
                   b"Transfer-Encoding : chunked\r\n",
                   b"Transfer-Encoding: chunked\r\n chunked\r\n",
                   b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                   b"Transfer-Encoding:\x0bchunked\r\n", b"X: a\x00b\r\nContent-Length: 24\r\n",
                   b" Content-Length: 24\r\n", b": a\r\n", b"No colon here\r\n", b"X\r\n y: z\r\n",
                   b"X: a\rContent-Length: 5\r\n", b"X[]: a\r\n"):
        answers = target.raw(HEAD + fields + b"\r\n", b"0\r\n\r\n" + inner, answers=2)
        yield answers[0]
        if len(answers) > 1 and answers[1].status != CLOSED:
            yield Answer("a second answer to one request", body=str(answers[1]).encode())


@attack("heads: 10,000 fields, one of 1 MB, 1,000 cookies", 431, 400)
def large_heads(target):
    many = [(f"X-{i}", "a") for i in range(10_000)]
    yield target.send("GET", "/graphql?query={__typename}", headers=many)
    yield target.send("GET", "/graphql?query={__typename}", headers=[("X", "a" * 1_000_000)])
    yield target.send("GET", "/graphql?query={__typename}", headers=[("X" * 100_000, "a")])
    yield target.send("GET", "/health/live", headers=[("Cookie", f"c{i}=v") for i in range(1_000)])
    yield target.send("GET", "/health/live", headers=[("Cookie", "c=" + "v" * 60_000)])


@attack("targets of a megabyte", 414, 431, 400)
def long_targets(target):
    for target_text in ("/graphql?query=" + "a" * 1_000_000, "/" + "a/" * 100_000,
                        "/graphql?" + "a&" * 9_000,
                        "/api/v4/packages/?" + "limit=1&" * 5_000):
        yield target.send("GET", target_text)


@attack("lists of 10,000 elements in Accept, Accept-Encoding, If-None-Match, Range", 431, 200, 304,
        206)
def long_lists(target):
    for name, element in (("Accept", "application/json;q=0.5"), ("Accept-Encoding", "gzip;q=0.1"),
                          ("If-None-Match", '"etag"'), ("Range", "0-1"), ("Accept-Language", "en"),
                          ("Connection", "x"), ("Authorization", "Basic"), ("Traceparent", "00-1")):
        for count in (10_000, 30_000 // (len(element) + 1)):
            value = ("bytes=" if name == "Range" else "") + ",".join([element] * count)
            yield target.send("GET", "/api/v4/packages/?limit=1", headers=[(name, value)])
            if name != "Authorization":
                yield target.send("GET", "/graphql?query={__typename}", headers=[(name, value)])


@attack("fields whose values are no such thing", 200, 304, 400, 401, 406)
def odd_fields(target):
    for name in ("Accept", "Accept-Encoding", "Accept-Charset", "If-None-Match",
                 "If-Modified-Since",
                 "Range", "Authorization", "Origin", "Forwarded", "X-Forwarded-For",
                 "X-Forwarded-Proto", "X-Forwarded-Host", "Traceparent", "Tracestate", "Cookie",
                 "Referer", "Idempotency-Key", "X-HTTP-Method-Override", "Date", "Via"):
        for value in ("", "*", ";;;,,,", "é" * 50, '"', "a=b; c=\"", "-1", "9" * 500, "W/\"", "q=",
                      "*/*;q=NaN", "text/html;q=2", "00-" + "f" * 32 + "-" + "0" * 16 + "-zz"):
            yield target.send("GET", "/graphql?query={__typename}", headers=[(name, value)])


@attack("5,000 requests in one pipeline", 200)
def pipeline(target):
    count = 5_000
    with target.connect(timeout=30) as connection:
        stream = connection.makefile("rb")
        for _ in range(count // 50):
            connection.sendall(GOOD * 50)
            for _ in range(50):
                yield read_answer(stream)
    with target.connect(timeout=30) as connection:
        connection.setblocking(False)
        sent = 0
        try:
            while sent < 20_000_000:
                sent += connection.send(GOOD * 100)
        except BlockingIOError:
            pass  # The server stopped reading, because nobody reads its answers.
        yield from probes(target)
        connection.setblocking(True)
        yield read_answer(connection.makefile("rb"))


@attack("large answers that nobody reads, over 100 connections", 200)
def unread_answers(target):
    connections = [target.connect(timeout=30) for _ in range(100)]
    for connection in connections:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        connection.sendall(LARGE * 20)
    time.sleep(2)
    target.note(f"{target.megabytes:.0f} MB while it lasts")
    yield from probes(target)
    yield read_answer(connections[0].makefile("rb"))
    for connection in connections:
        connection.close()


@attack("connections half closed after and within a request", 200, CLOSED, 400)
def half_closed(target):
    yield target.raw(GOOD, half_close=True)[0]
    yield target.raw(GOOD[:-5], half_close=True)[0]
    yield target.raw(GOOD[:20], half_close=True)[0]
    yield target.raw(b"", half_close=True)[0]
    yield from target.raw(GOOD * 3, answers=3, half_close=True)


@attack("300 connections reset in the middle of an answer")
def resets(target):
    for _ in range(300):
        connection = target.connect()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.sendall(LARGE)
        connection.close()
    yield from probes(target)


@attack("other protocols: HTTP/2, TLS, WebSocket, SSH, nothing at all", 400, 505, 200, CLOSED, 426)
def other_protocols(target):
    upgrade = [("Connection", "Upgrade"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
               ("Sec-WebSocket-Version", "13")]
    yield target.send("GET", "/graphql?query={__typename}", headers=[("Upgrade", "websocket"),
                                                                     *upgrade])
    yield target.send("GET", "/graphql?query={__typename}",
                      headers=[("Upgrade", "h2c"), ("Connection", "Upgrade, HTTP2-Settings"),
                               ("HTTP2-Settings", "AAMAAABkAAQAAP__")])
    for hello in (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
                  b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 500,
                  b"SSH-2.0-OpenSSH_9.2\r\n", b"EHLO a\r\n", b"*1\r\n$4\r\nPING\r\n",
                  b"\r\n" * 5_000,
                  b"\0" * 5_000, b"GET /graphql\r\n\r\n",
                  b"PROXY TCP4 1.2.3.4 1.2.3.4 1 2\r\n" + GOOD,
                  b"GET / HTTP/3.0\r\nHost: a\r\n\r\n", b"GET / HTTP/1.10\r\nHost: a\r\n\r\n"):
        yield target.raw(hello, half_close=True)[0]


@attack("methods: CONNECT, TRACE, DELETE, made-up ones", 405, 400, 501, 404)
def methods(target):
    for method in ("CONNECT", "TRACE", "DELETE", "PUT", "PATCH", "PROPFIND", "QUERY", "get",
                   "G" * 9_000,
                   "FOO", "\x01"):
        for path in ("/graphql", "/api/v4/packages/", "/health/live", "/"):
            yield target.send(method, "a:443" if method == "CONNECT" else path)


@attack("targets in other forms: absolute, authority, asterisk, with traversal", 200, 204, 400, 404,
        301, 410)
def target_forms(target):
    for text in ("http://evil.example/graphql?query={__typename}", "https://a:99999/graphql", "*",
                 "evil.example:443", "//graphql", "//evil.example/graphql", "/graphql/",
                 "/graphql/x",
                 "/graphql;a=b", "/graphql#a", "/GRAPHQL", "/../graphql", "/./graphql", "\\graphql",
                 "/graphql%00", "/%67raphql", "/graphql%2f..", "/../../../../etc/passwd",
                 "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..;/..;/etc/passwd",
                 "file:///etc/passwd", "/schema.graphql/../graphql", "http://", "http:///graphql",
                 "?"):
        yield target.send("GET", text)


@attack("versions and hosts: HTTP/1.0, none, two, odd ones", 200, 400, 505)
def hosts(target):
    for version in ("HTTP/1.0", "HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "http/1.1", "HTTP/1.1.1",
                    "XTTP/1.1"):
        yield target.send("GET", "/graphql?query={__typename}", version=version)
    yield target.send("GET", "/graphql?query={__typename}", host=None)
    yield target.send("GET", "/graphql?query={__typename}", headers=[("Host", "b")])
    for host in ("", "a b", "a" * 30_000, "[::1", "é", "a@b", "a:port", "<script>", "a,b"):
        yield target.send("GET", "/api/v4/packages/?limit=1", host=host)


@attack("expectations", 200, 417, 400, 413, 100)
def expectations(target):
    for expect in ("100-continue", "200-ok", "", "100-continue, 100-continue"):
        yield target.send("POST", "/graphql", BODY, [("Expect", expect),
                                                     ("Content-Type", "application/json")])
    yield target.raw(HEAD + b"Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n")[0]


@attack("1,000 idle connections")
def idle_connections(target):
    connections = [target.connect() for _ in range(1_000)]
    for _ in range(50):
        yield from probes(target)
    target.note(f"{target.megabytes:.0f} MB while it lasts")
    for connection in connections:
        connection.close()


@attack("5,000 connections opened and closed")
def connection_flood(target):
    for index in range(5_000):
        connection = target.connect()
        if index % 2:
            connection.sendall(b"POST /graphql HTTP/1.1\r\n")
        connection.close()
    yield from probes(target)


@attack("noise: 300 connections of random bytes, 300 of damaged requests", 400, 200, 404, 405, 406,
        408, 411, 413, 414,
        415, 417, 431, 501, 505, 401, CLOSED)
def noise(target):
    chance = random.Random(1)
    for _ in range(300):
        yield target.raw(chance.randbytes(chance.randrange(1, 3_000)), half_close=True)[0]
    for _ in range(300):
        damaged = bytearray(GOOD)
        for _ in range(chance.randrange(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        yield target.raw(bytes(damaged), half_close=True)[0]
