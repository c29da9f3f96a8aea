#!/usr/bin/env python3
"""Random concurrent editors over HTTP against a model in memory.

    Tests/Differential/edits_model.py .build/release/gridql --operations 20000 --clients 8 --kills 20

Each answer of a mutation has its revision, and so the answers have an order. Replayed in it, the
model must explain every one of them: that the object was at the version the answer follows, and that
each field was before what the change says it was. At the end the catalog must be the model's, and each
revision must belong to exactly one answer. Editors repeat what got no answer, with the same key, until
there is one; now and then one repeats what was answered, and must get the same bytes. With --kills the
server is killed meanwhile.

Ends with status 0 if the model explains everything.
"""

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from served import Client, Gone, Server

CHANGE = "change { revision action subjectType subjectId fields { name before after } }"
PACKAGE = "package { id slug title repoWatchers repoDescription version grids { slug } }"

OPERATIONS = {
    "create": f"""mutation($s: String!, $t: String!, $w: Int, $g: [GridRef!]) {{
      it: createPackage(input: {{slug: $s, title: $t, repoWatchers: $w, grids: $g}}) {{
        {PACKAGE} {CHANGE} }} }}""",
    "update": f"""mutation($s: String!, $t: String, $d: String, $v: Int) {{
      it: updatePackage(input: {{package: {{slug: $s}}, title: $t, repoDescription: $d,
        ifVersion: $v}}) {{ {PACKAGE} {CHANGE} }} }}""",
    "count": f"""mutation($s: String!, $w: Int!, $v: Int!) {{
      it: updatePackage(input: {{package: {{slug: $s}}, repoWatchers: $w, ifVersion: $v}}) {{
        {PACKAGE} {CHANGE} }} }}""",
    "delete": f"""mutation($s: String!, $v: Int) {{
      it: deletePackage(input: {{package: {{slug: $s}}, ifVersion: $v}}) {{
        deletedId {CHANGE} }} }}""",
    "add": f"""mutation($s: String!, $g: String!) {{
      it: addPackageToGrid(input: {{grid: {{slug: $g}}, package: {{slug: $s}}}}) {{
        gridPackage {{ package {{ slug }} grid {{ slug }} }} {CHANGE} }} }}""",
    "remove": f"""mutation($s: String!, $g: String!) {{
      it: removePackageFromGrid(input: {{grid: {{slug: $g}}, package: {{slug: $s}}}}) {{
        deletedId {CHANGE} }} }}""",
    "rehearse": f"""mutation($s: String!, $t: String!) {{
      it: updatePackage(input: {{package: {{slug: $s}}, title: $t, dryRun: true}}) {{
        {PACKAGE} {CHANGE} }} }}""",
}

LOOK = "query($s: String!) { package(slug: $s) { slug title repoWatchers version } }"

# What may be refused, and how: any of these codes is right if the model agrees that it was possible.
REFUSALS = {
    "create": {"BAD_USER_INPUT"}, "update": {"NOT_FOUND", "CONFLICT"},
    "count": {"NOT_FOUND", "CONFLICT"}, "delete": {"NOT_FOUND", "CONFLICT"},
    "add": {"BAD_USER_INPUT", "NOT_FOUND", "CONFLICT"},
    "remove": {"BAD_USER_INPUT", "NOT_FOUND"}, "rehearse": {"NOT_FOUND"},
}


class Log:
    """What all editors were answered."""

    def __init__(self):
        self.lock = threading.Lock()
        self.kept = []
        self.problems = []
        self.counts = Counter()

    def problem(self, text):
        with self.lock:
            self.problems.append(text)


class Editor(threading.Thread):
    def __init__(self, number, server, token, options, log):
        super().__init__(daemon=True)
        self.number = number
        self.client = Client(server, token)
        self.rng = random.Random(f"{options.seed}/{number}")
        self.count = options.operations // options.clients
        self.log = log

    def run(self):
        for turn in range(self.count):
            name, variables = self.choose()
            key = f"{self.number}-{turn}"
            text = self.until_answered(OPERATIONS[name], variables, key)
            if self.rng.random() < 0.05 and name != "rehearse":
                again = self.until_answered(OPERATIONS[name], variables, key)
                if again != text:
                    self.log.problem(f"another answer to {key}: {text} then {again}")
            self.take(name, variables, text)
        self.client.close()

    def until_answered(self, query, variables, key=None):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                return self.client.send(query, variables, key)
            except Gone:
                time.sleep(0.02)
        raise SystemExit("no answer for a minute")

    def choose(self):
        rng = self.rng
        slug, grid = f"p{rng.randrange(12)}", f"g{rng.randrange(4)}"
        name = rng.choices(
            ["create", "update", "count", "delete", "add", "remove", "rehearse"],
            [4, 4, 6, 1, 4, 2, 1])[0]
        variables = {"s": slug}
        if name == "create":
            variables |= {"t": f"T{rng.randrange(9)}", "w": rng.randrange(9)}
            if rng.random() < 0.5:
                variables["g"] = [{"slug": f"g{n}"} for n in rng.sample(range(4), 2)]
        elif name == "update":
            if rng.random() < 0.7:
                variables["t"] = f"T{rng.randrange(9)}"
            if rng.random() < 0.5:
                variables["d"] = rng.choice(["", "one\ntwo", "'; DROP TABLE packages; --", "\"ü\""])
            if rng.random() < 0.3:
                variables["v"] = rng.randrange(1, 9)
        elif name in ("count", "delete"):
            found = json.loads(self.until_answered(LOOK, {"s": slug}))["data"]["package"]
            found = found or {"version": 1, "repoWatchers": 0}
            variables["v"] = found["version"]
            if name == "count":
                variables["w"] = found["repoWatchers"] + 1
        elif name == "rehearse":
            variables["t"] = "Never"
        else:
            variables["g"] = grid
        return name, variables

    def take(self, name, variables, text):
        response = json.loads(text)
        with self.log.lock:
            if "errors" in response:
                code = response["errors"][0].get("extensions", {}).get("code")
                self.log.counts[f"{name} {code}"] += 1
                if code not in REFUSALS[name]:
                    self.log.problems.append(f"{name} {variables}: {text}")
                return
            payload = response["data"]["it"]
            if name == "rehearse":
                self.log.counts["rehearse"] += 1
            elif payload["change"] is None:
                self.log.counts[f"{name} without change"] += 1
            else:
                self.log.counts[name] += 1
                self.log.kept.append((payload["change"]["revision"], name, variables, payload))


class Model:
    """The packages by id, as the revisions so far have made them."""

    def __init__(self):
        self.packages = {}
        self.problems = []

    def replay(self, revision, name, variables, payload):
        def require(condition, what):
            if not condition:
                self.problems.append(f"revision {revision}: {what}: {name} {variables} {payload}")

        change = payload["change"]
        live = {package["slug"]: package for package in self.packages.values()}
        package = live.get(variables["s"])
        if name == "create":
            require(package is None, "the slug was taken")
            package = {
                "slug": variables["s"], "title": variables["t"],
                "repoWatchers": variables.get("w") or 0, "repoDescription": "", "version": 1,
                "grids": [grid["slug"] for grid in variables.get("g") or []],
            }
            self.packages[payload["package"]["id"]] = package
        elif package is None:
            require(False, "there was no package")
            return
        elif name == "delete":
            require(variables.get("v") in (None, package["version"]), "another version")
            del self.packages[payload["deletedId"]]
        elif name == "add":
            require(variables["g"] not in package["grids"], "it was in the grid")
            package["grids"].append(variables["g"])
            package["version"] += 1
        elif name == "remove":
            require(variables["g"] in package["grids"], "it was not in the grid")
            package["grids"].remove(variables["g"])
            package["version"] += 1
        else:
            require(variables.get("v") in (None, package["version"]), "another version")
            for variable, field in (("t", "title"), ("d", "repoDescription"), ("w", "repoWatchers")):
                if variable in variables:
                    recorded = [f for f in change["fields"] if f["name"] == field]
                    moved = package[field] != variables[variable]
                    require(bool(recorded) == moved, f"{field} in the change")
                    for entry in recorded:
                        require(json.loads(entry["before"]) == package[field], f"{field} before")
                        require(json.loads(entry["after"]) == variables[variable], f"{field} after")
                    package[field] = variables[variable]
            package["version"] += 1
        if "package" in payload:
            shown = dict(payload["package"])
            shown["grids"] = [grid["slug"] for grid in shown["grids"]]
            del shown["id"]
            require(shown == package, f"the payload is not {package}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--operations", type=int, default=4000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    catalog = Path(__file__).resolve().parents[2] / "Examples" / "sample-catalog.ndjson"

    with tempfile.TemporaryDirectory() as folder:
        server = Server(
            options.binary, f"{folder}/catalog.db", open(Path(folder) / "server.log", "w"))
        tokens = server.create(str(catalog))
        server.start()
        reader = Client(server, tokens["moderator"])
        for grid in range(4):
            reader.ask(f'mutation {{ createGrid(input: {{title: "G", slug: "g{grid}"}}) '
                       "{ grid { id } } }")
        first = reader.ask("{ catalog { revision } }")["data"]["catalog"]["revision"]
        reader.close()

        log = Log()
        started = time.monotonic()
        editors = [
            Editor(n, server, tokens["moderator"], options, log) for n in range(options.clients)]
        for editor in editors:
            editor.start()
        rng = random.Random(options.seed)
        for _ in range(options.kills):
            time.sleep(rng.uniform(0.05, 0.3))
            server.kill()
            server.start()
        for editor in editors:
            editor.join()
        seconds = time.monotonic() - started

        model = Model()
        for entry in sorted(log.kept, key=lambda entry: entry[0]):
            model.replay(*entry)
        problems = log.problems + model.problems + compare(reader, model, log, first)
        server.stop()
        server.command("doctor", "--database", server.database)

    for name, count in sorted(log.counts.items()):
        print(f"{count:7} {name}")
    for problem in problems[:20]:
        print(problem)
    print(f"{options.operations} operations of {options.clients} editors in {seconds:.0f} s, "
          f"{options.kills} kills: {len(log.kept)} revisions, {len(problems)} problems")
    return 1 if problems else 0


def compare(reader, model, log, first):
    """The catalog at the end against the model, and its revisions against the answers."""
    problems = []
    answered = Counter(entry[0] for entry in log.kept)
    since = first
    while True:
        changes = reader.ask(
            "query($s: Int!) { changes(since: $s, first: 1000) { revision actor } }",
            {"s": since})["data"]["changes"]
        if not changes:
            break
        for change in changes:
            since = change["revision"]
            if answered.pop(since, 0) != 1 or change["actor"] != "moderator":
                problems.append(f"revision {since} belongs to no answer, or to several")
    problems += [f"revision {revision} is not in the history" for revision in answered]
    expected = {package["slug"]: package for package in model.packages.values()}
    for number in range(12):
        slug = f"p{number}"
        found = reader.ask(
            "query($s: String!) { package(slug: $s) { slug title repoWatchers repoDescription "
            "version grids { slug } } }", {"s": slug})["data"]["package"]
        if found:
            found["grids"] = [grid["slug"] for grid in found["grids"]]
        if found != expected.get(slug):
            problems.append(f"the catalog has {found}, the model {expected.get(slug)}")
    reader.close()
    return problems


if __name__ == "__main__":
    sys.exit(main())
