#!/usr/bin/env python3
"""Ends a real server with SIGTERM in the midst of its work, and sees what becomes of that.

    Tests/Durability/drain.py .build/release/gridql

What has begun is finished and answered, whole: an answer that streams to a client that reads slowly,
a query and a mutation that take long. Meanwhile nobody new is let in. What does not end, because a
client does not read or a request does not arrive, ends with --drain-timeout, and so does the process;
a second SIGTERM ends it at once. Every end but the last has status 0.

Needs Linux and nothing but Python. Status 0 if all is as it should be.
"""

import argparse
import http.client
import json
import signal
import socket
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Differential"))
from served import Client, Server  # noqa: E402

PACKAGES = 20_000
EDITS = 20_000
# What a loaded machine may add to times.
PATIENCE = 3

# The oldest first: what these tests add has little to tell.
STREAMED = f"""{{
  packages(first: {PACKAGES}, orderBy: {{id: ASC}}) {{
    id title slug repoDescription repoUrl commitsOver52 grids {{ title description }}
  }}
}}"""
HEAVY = """{
  packages(first: 2000, orderBy: {id: ASC}) { id grids { packages { id grids { id title } } } }
}"""
UPSERT = """
mutation($packages: [UpsertPackageInput!]!) {
  upsertPackages(input: {packages: $packages}) { created }
}
"""
UNLIMITED = ["--max-first", "none", "--max-rows", "none", "--max-response-bytes", "none",
             "--deadline", "none"]


class Problem(Exception):
    """Something is not as it should be."""


def check(condition, text):
    if not condition:
        raise Problem(text)


def connect(server, receive_buffer=None):
    connection = socket.socket()
    if receive_buffer:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    connection.settimeout(60)
    connection.connect(("127.0.0.1", server.port))
    return connection


def post(query, variables=None, token=None):
    body = json.dumps({"query": query, "variables": variables or {}}).encode()
    bearer = f"Authorization: Bearer {token}\r\n" if token else ""
    return (f"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n{bearer}"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def read_answer(connection):
    """The answer, which must come whole."""
    response = http.client.HTTPResponse(connection, method="POST")
    response.begin()
    check(response.status == 200, f"status {response.status}")
    return json.loads(response.read())


def wait_until_busy(server, count=1):
    """Waits until so many requests are at work, beside the one that asks for that."""
    line = f"gridql_http_requests_in_flight {count + 1}"
    asking = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for _ in range(2_000):
        asking.request("GET", "/metrics")
        if line in asking.getresponse().read().decode().split("\n"):
            return asking.close()
        time.sleep(0.005)
    raise Problem("the server is not busy")


def terminate(server):
    server.process.send_signal(signal.SIGTERM)
    return time.monotonic()


def check_refuses(server):
    """Nobody new is let in, soon after the signal."""
    for _ in range(int(PATIENCE * 100)):
        try:
            connect(server).close()
        except ConnectionRefusedError:
            return check(server.process.poll() is None, "the server has ended too early")
        time.sleep(0.01)
    raise Problem("the server takes connections while it drains")


def check_ends(server, since, within, status=0):
    try:
        ended = server.process.wait(timeout=within + PATIENCE)
    except Exception as error:
        raise Problem(f"the server has not ended after {within + PATIENCE} s") from error
    finally:
        server.process.stdout.close()
    check(ended == status, f"exit status {ended}")
    return time.monotonic() - since


def finishes_streams(server, token):
    """An answer that streams is finished, however slowly its client reads."""
    server.start()
    with connect(server, receive_buffer=4_096) as connection:
        connection.sendall(post(STREAMED))
        beginning = connection.recv(1_000, socket.MSG_PEEK)
        check(b"Transfer-Encoding: chunked" in beginning, "the answer does not stream")
        since = terminate(server)
        check_refuses(server)
        time.sleep(1)
        packages = read_answer(connection)["data"]["packages"]
        check(len(packages) == PACKAGES, f"{len(packages)} packages")
    return check_ends(server, since, within=10)


def finishes_queries(server, token):
    """A query that takes long is finished and answered."""
    server.start()
    with connect(server) as connection:
        connection.sendall(post(HEAVY))
        wait_until_busy(server)
        since = terminate(server)
        check_refuses(server)
        check(len(read_answer(connection)["data"]["packages"]) == 2_000, "not the whole answer")
    return check_ends(server, since, within=10)


def upsert(prefix):
    return {"packages": [{"slug": f"{prefix}-{n}", "title": f"{prefix} {n}"} for n in range(EDITS)]}


def finishes_mutations(server, token):
    """A mutation that takes long is committed and answered."""
    server.start()
    with connect(server) as connection:
        connection.sendall(post(UPSERT, upsert("drained"), token))
        wait_until_busy(server)
        since = terminate(server)
        check_refuses(server)
        answer = read_answer(connection)
        check(answer == {"data": {"upsertPackages": {"created": EDITS}}}, f"answer {answer}")
    seconds = check_ends(server, since, within=10)
    check(count(server, f"drained-{EDITS - 1}") == 1, "what was answered is not there")
    return seconds


def count(server, slug):
    """How many packages a server that is started for it knows by a slug."""
    server.start()
    try:
        found = Client(server).ask("query($s: String!) { package(slug: $s) { id } }", {"s": slug})
        return 1 if found["data"]["package"] else 0
    finally:
        server.stop()


def keeps_time(server, token, begin):
    """Whatever does not end, the process ends with --drain-timeout."""
    server.start()
    connections = begin(server, token)
    since = terminate(server)
    seconds = check_ends(server, since, within=1)
    for connection in connections:
        connection.close()
    return seconds


def unread(server, token):
    connection = connect(server, receive_buffer=4_096)
    connection.sendall(post(STREAMED))
    connection.recv(1, socket.MSG_PEEK)
    return [connection]


def unfinished(server, token):
    connection = connect(server)
    connection.sendall(post(STREAMED)[:-1])
    Client(server).ask("{ __typename }")
    return [connection]


def endless(server, token):
    connections = [connect(server) for _ in range(4)]
    for connection in connections:
        connection.sendall(post(HEAVY.replace("2000", str(PACKAGES))))
    wait_until_busy(server, len(connections))
    return connections


def large_mutation(server, token):
    connection = connect(server)
    variables = upsert("late")
    for package in list(variables["packages"]):
        variables["packages"] += [{**package, "slug": f"{package['slug']}-{n}"} for n in range(4)]
    connection.sendall(post(UPSERT, variables, token))
    wait_until_busy(server)
    return [connection]


def ends_at_once(server, token):
    """A second signal ends the process, whatever is at work."""
    server.start()
    connection = unread(server, token)[0]
    terminate(server)
    check_refuses(server)
    since = terminate(server)
    seconds = check_ends(server, since, within=0, status=128 + signal.SIGTERM)
    connection.close()
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    options = parser.parse_args()
    patient, hasty = ["--drain-timeout", "60s"], ["--drain-timeout", "1s"]
    cases = [
        ("a streamed answer is finished", patient, finishes_streams),
        ("a long query is finished", patient, finishes_queries),
        ("a long mutation is finished", patient, finishes_mutations),
        ("an answer that is not read ends in time", hasty, lambda *a: keeps_time(*a, unread)),
        ("a request that does not arrive ends in time", hasty,
         lambda *a: keeps_time(*a, unfinished)),
        ("queries without end end in time", hasty, lambda *a: keeps_time(*a, endless)),
        ("a mutation without end ends in time", hasty, lambda *a: keeps_time(*a, large_mutation)),
        ("a second signal ends at once", patient, ends_at_once),
    ]
    problems = 0
    with tempfile.TemporaryDirectory() as folder, open(Path(folder) / "server.log", "w") as log:
        server = Server(options.binary, f"{folder}/catalog.db", log)
        catalog = f"{folder}/catalog.ndjson"
        Path(catalog).write_text(server.command("generate", "--packages", str(PACKAGES)).stdout)
        token = server.create(catalog)["admin"]
        for name, flags, case in cases:
            server.options = [*UNLIMITED, *flags]
            try:
                print(f"{name}: {case(server, token):.2f} s after the signal", flush=True)
            except (Problem, OSError, ValueError) as problem:
                problems += 1
                print(f"{name}: {problem!r}", flush=True)
                if server.process.poll() is None:
                    server.kill()
        server.command("doctor", "--database", server.database)
    print(f"{len(cases)} ends, {problems} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
