#!/usr/bin/env python3
"""Keeps a server of its own under mixed load, and says whether its memory stays the same.

    Tests/Attacks/soak.py BINARY DATABASE [--minutes 60] [--clients 16] [--rate 100]

The database is copied first. The clients together send --rate requests a second, on connections
that last and are made anew now and then: the queries of the benchmarks, pages of REST v4, GET with
entity tags, hashes of documents, mistakes, edits with a token, the largest answers, and some of
these read slowly. Prints a line a minute: requests, the median and the 99th percentile of their
latency, memory, descriptors and threads. Needs Linux and nothing but Python.

Caches are filled first. Memory, without the pages of the file, is constant if its median in the
last quarter is at most 5 percent or 8 MB above that in the second; the first quarter is for warming
up. Status 0 if it is, and every answer was right.
"""

import argparse
import hashlib
import http.client
import itertools
import json
import random
import shlex
import statistics
import sys
import tempfile
import threading
import time
import urllib.parse

from target import GRAPHQL, Target

QUERIES = {
    "Q1": "query ($id: ID!) { package(id: $id) { id title slug repoWatchers pypiVersion } }",
    "Q2": """query ($id: ID!) { package(id: $id) { title grids { title packages { title repoWatchers
      category { title } } } } }""",
    "Q3": "{ packages(first: 100) { title category { title } } }",
    "Q4": "{ grids(first: 20) { title packages { title grids { title } } } }",
    "Q5": "{ __schema { types { name fields { name args { name } type { name } } } } }",
    "Q6": "{ __typename }",
    "Q7": "{ packages(first: 200) { id title slug repoUrl pypiUrl repoDescription participants } }",
    "Q8": 'query ($t: String!) { search(query: $t) { __typename ... on Package { title } } }',
}
LARGEST = "{ grids(first: 1000) { title packages { title repoDescription category { title } } } }"
EDIT = """mutation ($id: ID!, $text: String!) { updatePackage(input: {package: {id: $id},
  repoDescription: $text}) { change { revision } } }"""
WORDS = ("django", "forms", "rest", "cms", "auth", "payments", "admin", "search", "async", "tests")


class Worker(threading.Thread):
    """One client: sends what chance says at even intervals until it is told to end."""

    def __init__(self, target, ids, seed, interval, ending):
        super().__init__(daemon=True)
        self.target, self.ids, self.interval, self.ending = target, ids, interval, ending
        self.chance = random.Random(seed)
        self.connection = None
        self.tags = {}
        self.latencies, self.wrong = [], []
        self.kinds = [(self.query, 50), (self.rest, 15), (self.tagged, 10), (self.hashed, 10),
                      (self.mistake, 5), (self.edit, 4), (self.largest, 3), (self.slow_reader, 1)]

    def run(self):
        kinds, weights = zip(*self.kinds)
        due = time.monotonic() + self.chance.random() * self.interval
        while not self.ending.wait(max(0, due - time.monotonic())):
            due += self.interval
            if self.connection is None or self.chance.random() < 0.01:
                self.reconnect()
            kind, began = self.chance.choices(kinds, weights)[0], time.perf_counter()
            try:
                kind()
            except Exception as error:  # Whatever it is, it is reported as a wrong answer.
                self.wrong.append(f"{kind.__name__}: {type(error).__name__} {error}")
                self.reconnect()
            else:
                if kind != self.slow_reader:
                    self.latencies.append((time.perf_counter() - began) * 1000)

    def reconnect(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = http.client.HTTPConnection("127.0.0.1", self.target.port, timeout=60)

    def send(self, method, path, body=None, headers=()):
        fields = {"Accept": GRAPHQL if path.startswith("/graphql") else "*/*", **dict(headers)}
        if body is not None:
            body, fields["Content-Type"] = json.dumps(body), "application/json"
        if self.chance.random() < 0.2:
            fields["Accept-Encoding"] = "gzip"
        self.connection.request(method, path, body, fields)
        return self.connection.getresponse()

    def expect(self, response, *statuses):
        body = response.read()
        assert response.status in statuses, f"{response.status} {body[:200]!r}"
        return body

    def ask(self, query, variables=None, **others):
        return self.send("POST", "/graphql", {"query": query, "variables": variables, **others})

    def some_id(self):
        return self.chance.choice(self.ids)

    def query(self):
        name = self.chance.choice(list(QUERIES))
        variables = {"Q8": {"t": self.chance.choice(WORDS)}}.get(name, {"id": self.some_id()})
        self.expect(self.ask(QUERIES[name], variables), 200)

    def rest(self):
        path = self.chance.choice([
            f"packages/{self.some_id()}/",
            f"packages/?limit=50&offset={self.chance.randrange(5_000)}",
            "grids/?limit=20", "categories/", f"search/?q={self.chance.choice(WORDS)}"])
        self.expect(self.send("GET", "/api/v4/" + path), 200)

    def tagged(self):
        text = "{ packages(first: %d) { title } }" % self.chance.randrange(1, 20)
        path = "/graphql?" + urllib.parse.urlencode({"query": text})
        tag = self.tags.get(path)
        response = self.send("GET", path, headers=[("If-None-Match", tag)] if tag else [])
        if response.headers["ETag"]:
            self.tags[path] = response.headers["ETag"]
        self.expect(response, 200, 304)

    def hashed(self):
        # Mostly one of a few documents, now and then one that nobody has seen yet.
        number = self.chance.randrange(20) if self.chance.random() < 0.9 else self.chance.random()
        text = f"{{ packages(first: 5) {{ id }} }} # {number}"
        entry = {"version": 1, "sha256Hash": hashlib.sha256(text.encode()).hexdigest()}
        body = {"extensions": {"persistedQuery": entry}}
        answer = self.expect(self.send("POST", "/graphql", body), 200, 400, 404)
        if b"PERSISTED_QUERY_NOT_FOUND" in answer:
            self.expect(self.send("POST", "/graphql", {**body, "query": text}), 200)

    def mistake(self):
        text = self.chance.choice(["{", "{ nothing }", "{ packages(first: -1) { id } }",
                                   "{ package { id } }", "{" + "a" * 5_000 + "}"])
        body = self.expect(self.ask(text), 200, 294, 400, 422)
        assert json.loads(body)["errors"] if body[:1] == b"{" else True

    def edit(self):
        text = f"{self.chance.choice(WORDS)} {self.chance.random()}"
        body = {"query": EDIT, "variables": {"id": self.some_id(), "text": text}}
        response = self.send("POST", "/graphql", body,
                             [("Authorization", f"Bearer {self.target.token}")])
        self.expect(response, 200)

    def largest(self):
        if self.chance.random() < 0.5:
            self.expect(self.ask(LARGEST), 200)
        else:
            self.expect(self.send("GET", "/api/v4/packages/?limit=100000"), 200)

    def slow_reader(self):
        response = self.ask(LARGEST)
        for _ in range(40):
            if self.ending.wait(0.05) or not response.read(8_192):
                break
        # The rest is never read: the server must give it up.
        self.reconnect()


def fill_caches(target):
    """Sends more documents than are remembered, so that what follows replaces some of them."""
    for index in range(6_000):
        text = f"{{ packages(first: 1) {{ id }} }} # {index} " + "x" * 4_000
        entry = {"version": 1, "sha256Hash": hashlib.sha256(text.encode()).hexdigest()}
        target.ask(text, extensions={"persistedQuery": entry})


def is_constant(memory):
    quarter = len(memory) // 4
    early = statistics.median(memory[quarter:2 * quarter])
    late = statistics.median(memory[-quarter:])
    print(f"memory: {early:.0f} MB in the second quarter, {late:.0f} MB in the last")
    return late <= early + max(early * 0.05, 8)


def watch(target, workers, minutes):
    """Prints a line a minute; returns the samples of the process's own memory, in megabytes."""
    memory, began, seen = [], time.monotonic(), [0] * len(workers)
    print("minute  requests  median ms  p99 ms  wrong  memory MB  mapped MB  descriptors  threads"
          "  CPU s", flush=True)
    while (elapsed := time.monotonic() - began) < minutes * 60:
        minute_ends = (int(elapsed // 60) + 1) * 60
        while time.monotonic() - began < min(minute_ends, minutes * 60):
            time.sleep(2)
            memory.append(target.status("RssAnon") / 1024)
        lots = [w.latencies[n:] for w, n in zip(workers, seen)]
        seen = [n + len(lot) for n, lot in zip(seen, lots)]
        latencies = sorted(itertools.chain(*lots)) or [0]
        mapped = target.status("RssFile") / 1024
        wrong = sum(len(w.wrong) for w in workers)
        print(f"{minute_ends // 60:6d}  {len(latencies):8d}  {latencies[len(latencies) // 2]:9.2f}"
              f"  {latencies[int(len(latencies) * 0.99)]:6.1f}  {wrong:5d}"
              f"  {memory[-1]:9.0f}  {mapped:9.0f}  {target.descriptors:11d}  {target.threads:7d}"
              f"  {target.cpu_seconds:5.0f}", flush=True)
    return memory


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("database")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--rate", type=float, default=100, help="requests a second, together")
    parser.add_argument("--options", default="", help="further options of gridql serve")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        target = Target(options.binary, options.database, folder, shlex.split(options.options))
        target.start()
        ending = threading.Event()
        try:
            ids = [p["id"] for p in target.ask("{ packages(first: 1000) { id } }").data["packages"]]
            interval = options.clients / options.rate
            fill_caches(target)
            workers = [Worker(target, ids, n, interval, ending) for n in range(options.clients)]
            for worker in workers:
                worker.start()
            memory = watch(target, workers, options.minutes)
            ending.set()
            for worker in workers:
                worker.join(timeout=90)
            wrong = list(itertools.chain(*(worker.wrong for worker in workers)))
            for text in wrong[:20]:
                print(f"wrong: {text}")
            constant = is_constant(memory)
            verdict = "constant" if constant else "NOT CONSTANT"
            print(f"memory is {verdict}; {len(wrong)} wrong answers")
            return 0 if constant and not wrong else 1
        finally:
            ending.set()
            if target.is_alive:
                target.stop()


if __name__ == "__main__":
    sys.exit(main())
