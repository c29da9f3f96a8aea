"""What the comparisons have in common: their options, the tool that is asked, and its words."""

import argparse
import json
import re
import subprocess
import sys


def options(count, **flags):
    """The options of a comparison that makes `count` cases by default; `flags` are its own, with their help."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, help="how many differences to print")
    for name, text in flags.items():
        parser.add_argument(f"--{name}", action="store_true", help=text)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    return parser.parse_args()


def answers(command, cases):
    """What a command says to each case: an object with `id` a line in, one a line out."""
    lines = "".join(json.dumps({"id": number, **case}) + "\n" for number, case in enumerate(cases))
    run = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=False)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    if [answer["id"] for answer in found] != list(range(len(cases))):
        sys.exit(f"{len(cases)} cases, but {len(found)} answers, or not in their order")
    return found


def plain(message):
    """A message without the differences between graphql-core and graphql-js, whose words ours are."""
    message = message.replace("'", '"').replace("None", "null")
    location = re.search(r"may not be used on (.*)\.$", message)
    if location:
        message = message[:location.start(1)] + location[1].upper().replace(" ", "_") + "."
    return message
