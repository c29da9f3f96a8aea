#!/usr/bin/env python3
"""Measures what each limit of the endpoint lets through, what it refuses, and what neighbours feel of it.

    Tests/Attacks/limits.py BINARY DATABASE [--seconds 3] [--only WORD] [--rate 100]

For each limit the dearest request of its kind that is accepted is found, and the cheapest beyond it that is
not. A client sends the one again and again, then the other, and prints the median, the 99th percentile and
the worst of both, in milliseconds. Meanwhile a neighbour from another address asks Q1 of the benchmarks
at even intervals, whose 99th percentile stands beside; a latency of the neighbour's counts from when its
request was due.

BINARY is a release build, DATABASE has the full catalog; it is copied first. Needs Linux and nothing but
Python.
"""

import argparse
import itertools
import multiprocessing
import socket
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Callable

from target import PROBE, Target, graphql_bytes, read_answer, request_bytes

FIELDS = """nodeId id title slug category { title } gridCount lastUpdated lastFetched repoUrl pypiVersion created
  modified repoForks repoDescription pypiUrl pypiName documentationUrl repoWatchers commitsOver52
  participants"""
LONGEST_WAIT = 30
NEIGHBOUR = "127.0.0.2"


@dataclass
class Case:
    """A limit: `request` gives the bytes of a request of a size, of which `sizes` is the largest to try.

    Where the limit is not one of sizes, it is 0, and `request` gives what is within for 0 and what is
    beyond for 1. A refusal beyond the limit says `refusal`. `options` are those of a server of its own,
    `crowds` how many clients send at once within and beyond the limit, and `pace` how many requests one of
    them sends a second within it.
    """

    name: str
    refusal: str
    request: Callable
    sizes: int = 0
    options: tuple = ()
    crowds: tuple = (1, 1)
    pace: float = 0


COUNT = itertools.count()


def query(text, variables=None):
    """A request whose text nobody has sent before, so that no plan is at hand."""
    return graphql_bytes(f"{text} # {next(COUNT)}", variables)


def body(size):
    start, end = b'{"query":"{ __typename }","variables":{"unused":[', b"]}}"
    digits = b"1," * size
    return request_bytes("POST", "/graphql", start + digits + b"1" + end,
                         [("Content-Type", "application/json")])


def nested(size):
    text = "title"
    for level in range(size - 1, 0, -1):
        text = ("grids" if level % 2 == 1 else "packages(first: 1)") + " { " + text + " }"
    return query("{ package(id: 2192) { %s } }" % text)


def lists(size, selection, alias="a"):
    """So many root fields that are all different, so that each is executed."""
    return "{ " + " ".join(
        f"{alias}{n}: packages(first: {1000 - n}, orderBy: [{{id: ASC}}]) {{ {selection} }}"
        for n in range(size)) + " }"


def conditions(size):
    text = {"title": {"contains": "a"}}
    for _ in range(size):
        text = {"not": text}
    return query("query($f: PackageFilter) { packages(filter: $f) { id } }", {"f": text})


def tree(size):
    """Fragments that are each spread three times, below three fields, eight levels of them; `size` scalars
    in all of them. Of a package that there is not: with another one, the response is too long first."""
    scalars = "id version repoWatchers repoForks gridCount slug title created modified repoUrl".split()
    parts = [f"fragment F0 on Package {{ {' '.join(scalars[:size])} }}"]
    for n in range(8):
        parts.append(
            f"fragment F{n + 1} on Package {{ {' '.join(scalars[:size])}"
            f" grids(first: 1) {{ packages(first: 1) {{ ...F{n} }} }}"
            f" category {{ packages(first: 1) {{ ...F{n} }} }} gridPackages {{ package {{ ...F{n} }} }} }}")
    return query("{ package(id: 0) { ...F8 } } " + " ".join(parts))


def memberships(size):
    return query("{ " + " ".join(
        f"a{n}: grids(first: {1000 - n}) {{ packages {{ id }} }}" for n in range(size)) + " }")


CASES = [
    Case("body bytes", "bodyBytes", body, 600_000),
    Case("tokens", "tokens", lambda n: query("{ package(id: 2192) { " + "title " * n + "} }"), 20_000),
    Case("depth", "deep", nested, 30),
    Case("aliases", "alias", lambda n: query(
        "{ package(id: 2192) { " + " ".join(f"a{k}: grids {{ id packages {{ id }} }}" for k in range(n))
        + " } }"), 150),
    Case("root fields", "root", lambda n: query(lists(n, "id")), 150),
    Case("directives", "directives", lambda n: query(
        "{ package(id: 2192) { " + "title @include(if: true) " * n + "} }"), 150),
    Case("nesting of variables", "nest", conditions, 80),
    Case("plan nodes", "nodes", tree, 10),
    Case("first", "first", lambda n: query(
        f"{{ packages(first: {n}, orderBy: [{{id: ASC}}]) {{ {FIELDS} grids {{ title }} }} }}"), 1500),
    Case("rows", "rows", memberships, 99),
    Case("response bytes", "bytes", lambda n: query(lists(n, FIELDS)), 99),
    Case("deadline of 100 ms", "100", lambda n: memberships(17 if n else 1),
         options=("--deadline", "100ms")),
    Case("8 concurrent requests", "concurrentRequests", lambda n: query(lists(4, FIELDS)),
         options=("--max-concurrent-requests", "8"), crowds=(7, 16)),
    Case("100 requests a second", "rateLimit", lambda n: query("{ __typename }"),
         options=("--rate-limit", "100/s"), pace=90),
]


def is_refused(answer):
    return answer.status != 200 or bool(answer.codes & {"LIMIT_EXCEEDED", "TIMEOUT"})


class Client:
    """A connection that sends one request after the other."""

    def __init__(self, port, source="127.0.0.1"):
        self.address, self.source = ("127.0.0.1", port), source
        self.connect()

    def connect(self):
        self.socket = socket.create_connection(self.address, LONGEST_WAIT, (self.source, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.stream = self.socket.makefile("rb")

    def ask(self, request):
        """The answer, and after how many milliseconds it had come."""
        start = time.perf_counter()
        try:
            self.socket.sendall(request)
        except OSError:
            pass  # It was refused before it was sent whole; the answer says so.
        answer = read_answer(self.stream)
        taken = (time.perf_counter() - start) * 1e3
        if not isinstance(answer.status, int) or answer.headers.get("connection") == "close":
            self.socket.close()
            self.connect()
        return answer, taken


def largest_accepted(client, case):
    """The largest size that is accepted, between 1, which is, and `case.sizes`, which is not; ends the
    program if it is another limit that refuses the next one."""
    low, high = 1, case.sizes
    while high - low > 1:
        middle = (low + high) // 2
        if is_refused(client.ask(case.request(middle))[0]):
            high = middle
        else:
            low = middle
    answer, _ = client.ask(case.request(high))
    if case.refusal not in str([error["message"] for error in answer.errors]):
        raise SystemExit(f"{case.name}: {high} is refused for something else: {answer}")
    return low


def measure_neighbour(port, probe, rate, end, found):
    """Sends Q1 at even intervals, until it is told to stop; hands over the latencies of what is answered
    and, if there are too many requests for all, refused."""
    client = Client(port, NEIGHBOUR)
    request = graphql_bytes(PROBE, {"id": probe})
    client.ask(request)
    latencies, start = [], time.perf_counter()
    while not end.is_set():
        due = start + len(latencies) / rate
        time.sleep(max(0, due - time.perf_counter()))
        client.ask(request)
        latencies.append((time.perf_counter() - due) * 1e3)
    found.put(latencies)


def send(port, case, size, seconds, pace, found):
    """Sends a case's request for so long, twenty times at the least; hands over accepted and refused."""
    client = Client(port)
    accepted, refused = [], []
    start = time.perf_counter()
    while time.perf_counter() - start < seconds or len(accepted) + len(refused) < 20:
        if pace:
            due = start + (len(accepted) + len(refused)) / pace
            time.sleep(max(0, due - time.perf_counter()))
        answer, taken = client.ask(case.request(size))
        (refused if is_refused(answer) else accepted).append(taken)
    found.put((accepted, refused))


def run(port, probe, case, size, arguments, crowd=1, pace=0):
    """The latencies of the accepted and the refused, and those of the neighbour meanwhile."""
    end, found, neighbours = multiprocessing.Event(), multiprocessing.Queue(), multiprocessing.Queue()
    neighbour = multiprocessing.Process(
        target=measure_neighbour, args=(port, probe, arguments.rate, end, neighbours), daemon=True)
    clients = [
        multiprocessing.Process(
            target=send, args=(port, case, size, arguments.seconds, pace, found), daemon=True)
        for _ in range(crowd)]
    for process in [neighbour, *clients]:
        process.start()
    results = [found.get() for _ in clients]
    if not clients:
        time.sleep(arguments.seconds)
    end.set()
    latencies = neighbours.get()
    for process in [neighbour, *clients]:
        process.join()
    return ([t for accepted, _ in results for t in accepted],
            [t for _, refused in results for t in refused], latencies)


def summary(times, worst=True):
    """The median, the 99th percentile and the worst; or the second of these alone."""
    times = sorted(times) or [0]
    p99 = times[len(times) * 99 // 100]
    return f"{times[len(times) // 2]:9.2f} {p99:9.2f} {times[-1]:9.2f}" if worst else f"{p99:9.2f}"


@contextmanager
def serving(arguments, options=()):
    """A server of its own while it is used."""
    with tempfile.TemporaryDirectory() as folder:
        target = Target(
            arguments.binary, arguments.database, folder, ["--request-log", "off", *options])
        target.start()
        try:
            yield target
        finally:
            target.stop()


def report_alone(arguments):
    """Prints what the neighbour feels of nobody."""
    with serving(arguments) as target:
        latencies = run(target.port, target.probe_id, None, 0, arguments, crowd=0)[2]
    print(f"{'nobody':64}{summary(latencies, worst=False)}", flush=True)


def report(case, arguments):
    """Measures one limit on a server of its own, and prints its line."""
    with serving(arguments, case.options) as target:
        port, probe = target.port, target.probe_id
        size = largest_accepted(Client(port), case) if case.sizes else 0
        within = run(port, probe, case, size, arguments, case.crowds[0], case.pace)
        beyond = run(port, probe, case, size + 1, arguments, case.crowds[1])
    print(f"{case.name:24} {size or '':>7} {summary(within[0])} {summary(within[2], worst=False)}"
          f" {summary(beyond[1])} {summary(beyond[2], worst=False)}", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Measures requests at the limits.")
    parser.add_argument("binary")
    parser.add_argument("database")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--rate", type=int, default=100)
    arguments = parser.parse_args()
    print(f"{'':32} {'within: p50':>9} {'p99':>9} {'worst':>9} {'Q1 p99':>9}"
          f" {'beyond: p50':>9} {'p99':>9} {'worst':>9} {'Q1 p99':>9}", flush=True)
    report_alone(arguments)
    for case in CASES:
        if arguments.only in case.name:
            report(case, arguments)


if __name__ == "__main__":
    main()
