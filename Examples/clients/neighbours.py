"""Which packages is a package compared with? In Python, with its standard library.

Usage: python3 neighbours.py [ENDPOINT [SLUG]]
"""

import json
import sys
import urllib.error
import urllib.request

QUERY = """
query Neighbours($slug: String!) {
  package(slug: $slug) { grids { title packages(first: 3) { title repoWatchers } } }
}
"""


def execute(endpoint, query, variables):
    """The response to a query, whatever its status."""
    request = urllib.request.Request(
        endpoint,
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={
            "Content-Type": "application/json",
            "Accept": "application/graphql-response+json, application/json;q=0.9",
        },
    )
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        return json.load(error)


def main(endpoint="http://127.0.0.1:8080/graphql", slug="django-vies"):
    response = execute(endpoint, QUERY, {"slug": slug})
    for error in response.get("errors", []):
        print(error["message"], file=sys.stderr)
    package = (response.get("data") or {}).get("package") or {"grids": []}
    for grid in package["grids"]:
        print(grid["title"])
        for neighbour in grid["packages"]:
            print(f"  {neighbour['title']} ({neighbour['repoWatchers']})")
    return 1 if "errors" in response else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
