#!/usr/bin/env python3
"""Kills first imports with SIGKILL at moments of chance, and looks at what is left.

    Tests/Durability/kill_import.py .build/release/gridql --packages 20000 --kills 30

After each kill the catalog must be as empty as before and sound, or complete, if the import had ended.
The last import is not killed: its export must be the text, and importing that again must change nothing.
Ends with status 0 if all of this is so.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def output(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def import_seconds(gridql, text, database):
    """How long an import takes that nobody kills."""
    start = time.monotonic()
    output(gridql, "import", text, "--database", database)
    return time.monotonic() - start


def kill_one(gridql, text, database, seconds):
    """Kills an import after a while: whether the catalog is empty, complete, or something else."""
    process = subprocess.Popen(
        [gridql, "import", text, "--database", database],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.kill()
    process.wait()
    output(gridql, "doctor", "--database", database)
    left = output(gridql, "export", "--database", database)
    if left == b"":
        return "empty"
    return "complete" if left == text.read_bytes() else "broken"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gridql", type=Path, help="a build of the program")
    parser.add_argument("--packages", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    gridql = arguments.gridql.resolve()
    chance = random.Random(arguments.seed)
    found = {"empty": 0, "complete": 0, "broken": 0}
    with tempfile.TemporaryDirectory() as folder:
        text, database = Path(folder, "catalog.ndjson"), Path(folder, "catalog.db")
        text.write_bytes(output(gridql, "generate", "--packages", str(arguments.packages)))
        seconds = import_seconds(gridql, text, Path(folder, "unharmed.db"))
        for _ in range(arguments.kills):
            found[kill_one(gridql, text, database, chance.uniform(0.05, 1.0) * seconds)] += 1
            if output(gridql, "export", "--database", database) != b"":
                for file in Path(folder).glob("catalog.db*"):
                    file.unlink()
        output(gridql, "import", text, "--database", database)
        is_same = output(gridql, "export", "--database", database) == text.read_bytes()
        output(gridql, "import", text, "--database", database)
        is_same = is_same and output(gridql, "export", "--database", database) == text.read_bytes()
        output(gridql, "doctor", "--database", database)
    print(", ".join(f"{count} {state}" for state, count in found.items()))
    if found["broken"] or not is_same:
        sys.exit("an import left a part of itself, or an export is another text")


main()
