#!/usr/bin/env python3
"""Attacks a server of its own in some eighty ways, and looks after each whether it is well.

    Tests/Attacks/attacks.py BINARY DATABASE [--only WORD] [--rounds 2] [--options TEXT]

The database is copied first. After each attack the server must run, answer Q1 of the benchmarks
rightly twenty times, and not have grown by more than --growth megabytes. It is attacked in rounds:
what it keeps on purpose (plans, persisted documents, pages of the file) is there after the first,
so that the last must leave it no fatter.

A finding is an answer with a status of 5xx other than 501, 503 and 505, an internal error, a
refusal without a message, silence, an answer that the attack does not allow, a wrong or slow probe,
or growth. Prints a line an attack and the figures at the end. Needs Linux and nothing but Python.
Status 0 if there are no findings.
"""

import argparse
import resource
import shlex
import sys
import tempfile
import time
from collections import Counter

from registry import ATTACKS
from target import CLOSED, SILENT, Target

# The attacks of these modules register themselves.
import bodies, cop, documents, injection, rest, wire  # noqa: E401,F401

HONEST_5XX = (501, 503, 505)
SLOW_PROBE_MS = 50


def finding(attack, answer):
    """What is wrong with an answer, or None."""
    status, codes = answer.status, answer.codes
    is_number = isinstance(status, int)
    if is_number and status >= 500 and status not in HONEST_5XX:
        return f"status {answer}"
    if "INTERNAL_SERVER_ERROR" in codes:
        return f"internal error {answer}"
    if is_number and status >= 400 and not has_message(answer):
        return f"no message {answer}"
    if not is_number and status not in (CLOSED, SILENT):
        return f"{status} {answer.body[:300]!r}"
    if attack.allowed and not codes.union({status}).intersection(attack.allowed):
        return f"not allowed {answer}"
    return None if is_number or status in attack.allowed else f"{status} without an answer"


def has_message(answer):
    """A refusal says why: as GraphQL, as REST, or as a page."""
    if answer.errors:
        return all(isinstance(e.get("message"), str) and e["message"] for e in answer.errors)
    return "text/html" in answer.headers.get("content-type", "") or not answer.body


class Run:
    """All rounds against one server, and what they found."""

    def __init__(self, target, growth):
        self.target = target
        self.growth = growth
        self.count = 0
        self.findings = []
        self.slowest = (0, "")

    def perform(self, attack):
        target, answers, seen = self.target, Counter(), Counter()
        target.notes, before, began = [], target.megabytes, time.perf_counter()
        for answer in attack.act(target):
            answers[answer.status] += 1
            if problem := finding(attack, answer):
                seen[problem] += 1
        seconds = time.perf_counter() - began
        self.count += 1
        self.slowest = max(self.slowest, (seconds, attack.name))
        worst = self.probe(seen)
        if not target.is_alive:
            raise SystemExit(f"{attack.name}: THE SERVER IS DEAD ({target.process.returncode})")
        grown = target.megabytes - before
        if grown > self.growth:
            seen[f"grew by {grown:.0f} MB"] += 1
        told = " ".join(f"{s}×{n}" for s, n in answers.most_common(6))
        print(f"{attack.name:<78.78} {seconds:6.1f} s  {target.megabytes:5.0f} MB ({grown:+4.0f})  "
              f"{worst:5.1f} ms  {told} {'; '.join(target.notes)}", flush=True)
        for problem, count in seen.most_common(8):
            self.findings.append(attack.name)
            print(f"    FINDING ({count}×): {problem}")

    def probe(self, seen):
        """Twenty probes; the slowest in milliseconds."""
        results = [self.target.probe() for _ in range(20)]
        right = [r for r in results if r is not None]
        if len(right) < len(results):
            seen["a wrong answer to a probe"] += 1
        self.target.latencies += right
        if sum(milliseconds > SLOW_PROBE_MS for milliseconds in right) > 1:
            seen[f"probes took more than {SLOW_PROBE_MS} ms"] += 1
        return max(right, default=0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("database")
    parser.add_argument("--only", default="", help="attacks whose name contains this")
    parser.add_argument("--skip", default="\0", help="none whose name contains this")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--growth", type=int, default=150, help="megabytes that one attack may add")
    parser.add_argument("--options", default="", help="further options of gridql serve")
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, most))

    with tempfile.TemporaryDirectory() as folder:
        target = Target(options.binary, options.database, folder, shlex.split(options.options))
        target.start()
        try:
            run = Run(target, options.growth)
            run.probe(Counter())
            memory = [target.megabytes]
            for number in range(options.rounds):
                print(f"--- round {number + 1}")
                for attack in ATTACKS:
                    if options.only in attack.name and options.skip not in attack.name:
                        run.perform(attack)
                memory.append(target.megabytes)
            return report(run, memory)
        finally:
            if target.is_alive:
                target.stop()


def tell(name, latencies):
    """Prints the percentiles of latencies in milliseconds."""
    if latencies:
        at = sorted(latencies)
        print(f"{name}: {len(at)}, median {at[len(at) // 2]:.2f} ms, "
              f"p99 {at[int(len(at) * 0.99)]:.2f} ms, worst {at[-1]:.1f} ms")


def report(run, memory):
    print(f"--- {run.count} attacks")
    print("memory before, and after each round: " + " → ".join(f"{m:.0f} MB" for m in memory))
    tell("probes after attacks", run.target.latencies)
    tell("probes meanwhile", run.target.meanwhile)
    print(f"slowest attack: {run.slowest[1]}, {run.slowest[0]:.1f} s")
    print(f"descriptors {run.target.descriptors}, threads {run.target.threads}")
    print(f"findings: {len(run.findings)}")
    return 1 if run.findings else 0


if __name__ == "__main__":
    sys.exit(main())
