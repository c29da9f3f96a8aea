#!/usr/bin/env python3
"""Kills a real server with SIGKILL in the midst of writes, many times, and counts what is left.

    Tests/Durability/kill.py .build/release/gridql --kills 1000

Clients write without a pause: single mutations, and pairs under @transaction. After each kill the
server is started again on the same file, and then

- everything that was acknowledged is there,
- of each pair there is all or nothing,
- what was under way at the kill is sent again with its key, and happens exactly once,
- the history has every revision up to the catalog's.

Ends with status 0 if nothing is missing, half done or done twice.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Differential"))
from served import Client, Gone, Server  # noqa: E402

SINGLE = """
mutation($slug: String!, $watchers: Int!) {
  createPackage(input: {title: "Written", slug: $slug, repoWatchers: $watchers}) {
    change { revision }
  }
}
"""

PAIR = """
mutation($slug: String!) @transaction {
  createGrid(input: {title: "Pair", slug: $slug}) { change { revision } }
  createPackage(input: {title: "Pair", slug: $slug, grids: [{slug: $slug}]}) { change { revision } }
}
"""

LOOK = "query($slug: String!) { package(slug: $slug) { grids { slug } } grid(slug: $slug) { slug } }"


class Writer(threading.Thread):
    """Writes until the server is gone; remembers what was acknowledged and what was under way."""

    def __init__(self, server, token, name):
        super().__init__()
        self.client = Client(server, token)
        self.name = name
        self.acknowledged = []
        self.pending = None
        self.refused = []

    def run(self):
        count = 0
        while True:
            count += 1
            is_pair = count % 3 == 0
            slug = f"{self.name}-{count}"
            query = PAIR if is_pair else SINGLE
            variables = {"slug": slug} if is_pair else {"slug": slug, "watchers": count}
            self.pending = (is_pair, slug, query, variables)
            try:
                response = self.client.ask(query, variables, key=slug)
            except Gone:
                return
            if "errors" in response:
                self.refused.append(response)
                return
            self.acknowledged.append((is_pair, slug))
            self.pending = None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    catalog = Path(__file__).resolve().parents[2] / "Examples" / "sample-catalog.ndjson"

    with tempfile.TemporaryDirectory() as folder:
        log = open(Path(folder) / "server.log", "w")
        server = Server(options.binary, f"{folder}/catalog.db", log)
        token = server.create(str(catalog))["editor"]
        written, resent, problems = 0, 0, []
        started = time.monotonic()
        server.start()
        for kill in range(options.kills):
            writers = [Writer(server, token, f"k{kill}c{c}") for c in range(options.clients)]
            for writer in writers:
                writer.start()
            time.sleep(rng.uniform(0.005, 0.15))
            server.kill()
            for writer in writers:
                writer.join()
            server.start()
            reader = Client(server, token)
            for writer in writers:
                problems += [f"refused: {answer}" for answer in writer.refused]
                expected = list(writer.acknowledged)
                written += len(expected)
                if writer.pending and not writer.refused:
                    is_pair, slug, query, variables = writer.pending
                    found = reader.ask(LOOK, {"slug": slug})["data"]
                    if is_pair and (found["package"] is None) != (found["grid"] is None):
                        problems.append(f"half done: {slug}")
                    answer = reader.ask(query, variables, key=slug)
                    if "errors" in answer:
                        problems.append(f"sent again and refused: {slug}: {answer}")
                    resent += 1
                    expected.append((is_pair, slug))
                for is_pair, slug in expected:
                    found = reader.ask(LOOK, {"slug": slug})["data"]
                    grids = [{"slug": slug}] if is_pair else []
                    if found["package"] is None or found["package"]["grids"] != grids:
                        problems.append(f"missing: {slug}: {found}")
            problems += check_history(reader, kill)
            reader.close()
            if (kill + 1) % 50 == 0:
                print(f"{kill + 1} kills, {written} acknowledged, {resent} sent again, "
                      f"{len(problems)} problems", flush=True)
        server.stop()
        server.command("doctor", "--database", server.database)
        seconds = time.monotonic() - started
        for problem in problems[:20]:
            print(problem)
        print(f"{options.kills} kills in {seconds:.0f} s: {written} acknowledged, {resent} sent "
              f"again, {len(problems)} problems; the file is sound")
        return 1 if problems else 0


def check_history(reader, kill, state={"since": 0}):
    """The revisions since the last look follow each other without a gap, up to the catalog's."""
    problems = []
    while True:
        data = reader.ask(
            "query($s: Int!) { catalog { revision } changes(since: $s, first: 1000) "
            "{ revision } }", {"s": state["since"]})["data"]
        for change in data["changes"]:
            if change["revision"] != state["since"] + 1:
                problems.append(f"kill {kill}: revision {change['revision']} follows "
                                f"{state['since']}")
            state["since"] = change["revision"]
        if not data["changes"]:
            break
    if state["since"] != data["catalog"]["revision"]:
        problems.append(f"kill {kill}: the last change is {state['since']}, the catalog's "
                        f"revision {data['catalog']['revision']}")
    return problems


if __name__ == "__main__":
    sys.exit(main())
