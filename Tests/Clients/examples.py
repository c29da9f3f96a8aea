"""The repository's examples: documents, variables and answers that every client must reproduce."""

import json
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "Examples"


class Example:
    def __init__(self, folder):
        self.name = folder.name
        self.text = (folder / "query.graphql").read_text()
        variables = folder / "variables.json"
        self.variables = json.loads(variables.read_text()) if variables.exists() else {}
        self.response = json.loads((folder / "response.json").read_text())

    @property
    def is_query(self):
        """Whether it asks only, so that its answer is the same each time."""
        return "\nmutation" not in "\n" + self.text


def examples():
    return [Example(path.parent) for path in sorted(FOLDER.glob("*/query.graphql"))]


def queries():
    return [example for example in examples() if example.is_query]
