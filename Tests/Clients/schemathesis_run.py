#!/usr/bin/env python3
"""schemathesis 4.32.5 in its GraphQL mode, with its default checks, for a bounded time.

    Tests/Clients/schemathesis_run.py ENDPOINT TOKEN [SECONDS]

It makes requests from the schema's types alone, and reports every request that is refused, and
every error with a code that it does not know, as a failure. So it reports rules that types cannot
say: `first` is not negative and has a limit, exactly one argument of a lookup, one field of a
@oneOf input, slugs that exist. Those refusals are right if they name the client's mistake. Anything
else is not: a status of 5xx, an internal error, an answer that is no GraphQL response or not what
the schema says.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

MISTAKES = {"BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED", "LIMIT_EXCEEDED", "NOT_FOUND",
            "CONFLICT"}
REFUSALS = {"GraphQL server error", "GraphQL client error"}


def main(endpoint, token, seconds="60"):
    tool = Path(sys.executable).with_name("schemathesis")
    # It keeps what it has found in the folder where it runs, and begins with it the next time.
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            [tool, "run", endpoint, "--max-time", seconds, "--seed", "1", "--output-truncate",
             "false", "--header", f"Authorization: Bearer {token}"],
            cwd=folder, capture_output=True, text=True)
    kinds = Counter(re.findall(r"^- ST\d+ (.*)$", ran.stdout, re.MULTILINE))
    codes = Counter()
    for body in re.findall(r"^    `(\{.*\})`$", ran.stdout, re.MULTILINE):
        codes.update(error["extensions"]["code"] for error in json.loads(body)["errors"][:1])
    cases = re.search(r"([\d,]+) generated", ran.stdout)
    print(f"schemathesis: {cases[1] if cases else 'no'} requests; refused {dict(codes)}; "
          f"reported {dict(kinds)}")
    wrong = (set(kinds) - REFUSALS) | (set(codes) - MISTAKES)
    if not cases or wrong or sum(kinds.values()) != sum(codes.values()):
        print(ran.stdout[-4_000:], ran.stderr[-2_000:], f"not accounted for: {wrong}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
