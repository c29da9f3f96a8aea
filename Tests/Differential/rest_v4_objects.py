#!/usr/bin/env python3
"""Compares every object that a server's REST v4 serves with a catalog file, byte for byte.

    python3 Tests/Differential/rest_v4_objects.py CATALOG URL

CATALOG holds lines of `{"resource": …, "object": …}`, plain or gzipped, in the order of the lists; each
object's text is the original's answer, with links that begin with https://djangopackages.org/. URL is
where a server listens that has imported it. Each object is asked for by id, and each list for all of
it at once. Exit status 0 if all of it is the same.
"""

import argparse
import gzip
import http.client
import pathlib
import sys
import urllib.parse

FIELDS = {"Host": "djangopackages.org", "X-Forwarded-Proto": "https"}


def objects(path):
    """Each resource's objects as (id, text)."""
    found = {}
    opened = gzip.open(path) if path.suffix == ".gz" else path.open("rb")
    with opened as lines:
        for line in lines:
            resource = line.split(b'"', 4)[3].decode()
            text = line[line.index(b'"object":') + 9:].strip()[:-1].strip()
            if text.startswith(b"{"):
                start = text.index(b'"id":') + 5
                number = text[start:].lstrip()
                number = number[:len(number) - len(number.lstrip(b"0123456789"))]
                found.setdefault(resource, []).append((number.decode(), text))
    return found


def get(connection, path):
    """The body of an answer."""
    connection.request("GET", path, headers=FIELDS)
    return connection.getresponse().read()


def main():
    parser = argparse.ArgumentParser(description="Compares every object of REST v4.")
    parser.add_argument("catalog", type=pathlib.Path)
    parser.add_argument("url")
    arguments = parser.parse_args()
    server = urllib.parse.urlsplit(arguments.url)
    connection = http.client.HTTPConnection(server.hostname, server.port, timeout=60)
    equal = compared = 0
    for resource in ("categories", "grids", "packages"):
        expected = objects(arguments.catalog).get(resource, [])
        for number, text in expected:
            answer = get(connection, f"/api/v4/{resource}/{number}/")
            compared += 1
            equal += answer == text
            if answer != text:
                print(f"{resource} {number}: {text[:200]!r} became {answer[:200]!r}")
        page = get(connection, f"/api/v4/{resource}/?limit=100000")
        whole = b'{"count":%d,"next":null,"previous":null,"results":[%s]}' % (
            len(expected), b",".join(text for _, text in expected))
        verdict = "is equal" if page == whole else "DIFFERS"
        print(f"{resource}: the page of all {len(expected)}, {len(page)} bytes, {verdict}")
        compared += 1
        equal += page == whole
    print(f"{equal}/{compared} answers are equal")
    return 0 if equal == compared else 1


if __name__ == "__main__":
    sys.exit(main())
