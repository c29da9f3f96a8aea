#!/usr/bin/env python3
"""Compares a server's REST v4 with captured answers of the original, byte for byte.

    python3 Tests/Differential/rest_v4.py CAPTURES URL

CAPTURES is a folder with `INDEX.tsv` (name, method, path, further request fields or body, and three
columns that are not looked at) and for each name a `.http` file: status line, fields, body. Where the
body was a page, it is left out there and the text of its second `<pre>` stands in a `.pre.txt` file.
URL is where the server listens; its catalog must be the one that was captured. Requests name the
captured host and say that they came by https, as a proxy would: the server must be told to believe it,
with `--trusted-proxy 127.0.0.1`.

Compared are the status, the fields that a client can depend on, and the body: of a page the text of
its block, where the original has one. What a search finds is our own: of it only the shape is
compared, and not at all where the original fails. Exit status 0 if everything agrees.
"""

import argparse
import http.client
import json
import pathlib
import sys
import urllib.parse
from html.parser import HTMLParser

FIELDS = [
    "Content-Type", "Vary", "Allow", "Location", "Content-Length", "X-Frame-Options",
    "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy",
]


class Blocks(HTMLParser):
    """The texts of a page's `<pre>` elements."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts = []
        self.is_inside = False

    def handle_starttag(self, tag, attributes):
        if tag == "pre":
            self.texts.append("")
            self.is_inside = True

    def handle_endtag(self, tag):
        if tag == "pre":
            self.is_inside = False

    def handle_data(self, data):
        if self.is_inside:
            self.texts[-1] += data


def block(page):
    """What the second `<pre>` of a page says."""
    parser = Blocks()
    parser.feed(page.decode())
    return parser.texts[1] if len(parser.texts) > 1 else None


def ask(server, method, path, extra):
    """Sends one request; gives the status, the fields and the body."""
    connection = http.client.HTTPConnection(server.hostname, server.port, timeout=30)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    fields = {"Host": "djangopackages.org", "X-Forwarded-Proto": "https", "Accept": "*/*"}
    body = b""
    if extra:
        name, _, value = extra.partition(":")
        value, brace, rest = value.strip().partition("{")
        body = (brace + rest).encode()
        fields[name] = value.strip()
        if not fields[name]:
            del fields[name]
    if body:
        fields["Content-Length"] = str(len(body))
    for name, value in fields.items():
        connection.putheader(name, value)
    connection.endheaders(body or None)
    response = connection.getresponse()
    answer = response.status, {name: response.getheader(name) for name in FIELDS}, response.read()
    connection.close()
    return answer


def captured(folder, name):
    """A captured answer, in the same form."""
    head, _, body = (folder / f"{name}.http").read_bytes().partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines[1:])
    return int(lines[0].split()[1]), {name: fields.get(name) for name in FIELDS}, body


def shape(body):
    """The names of each object's members."""
    return {tuple(found) for found in json.loads(body)}


def differences(folder, name, method, path, expected, actual):
    """Says what differs."""
    found = []
    is_search = "/search/" in path and "q=" in path and expected[0] == 200
    is_page = (expected[1]["Content-Type"] or "").startswith("text/html") and expected[0] != 301
    if expected[0] != actual[0]:
        found.append(f"status {expected[0]} became {actual[0]}")
    for field in FIELDS:
        if field == "Content-Length" and (is_page or is_search):
            continue
        if expected[1][field] != actual[1][field]:
            found.append(f"{field} {expected[1][field]!r} became {actual[1][field]!r}")
    if is_search:
        if expected[2] not in (b"[]", b"") and shape(expected[2]) != shape(actual[2]):
            found.append("the members of a find differ")
    elif is_page:
        text = folder / f"{name}.pre.txt"
        if text.exists() and text.read_bytes().startswith(b"HTTP "):
            if text.read_bytes().decode() != block(actual[2]):
                found.append("the text block differs")
    elif expected[2].rstrip(b"\n") != actual[2]:
        found.append(f"body {expected[2][:300]!r} became {actual[2][:300]!r}")
    return found


def main():
    parser = argparse.ArgumentParser(description="Compares REST v4 with captured answers.")
    parser.add_argument("captures", type=pathlib.Path)
    parser.add_argument("url")
    arguments = parser.parse_args()
    server = urllib.parse.urlsplit(arguments.url)
    equal = compared = 0
    for line in (arguments.captures / "INDEX.tsv").read_text().splitlines()[1:]:
        name, method, path, extra = line.split("\t")[:4]
        expected = captured(arguments.captures, name)
        actual = ask(server, method, path, extra)
        if expected[0] == 500:
            print(f"{name}: the original fails; the answer here is {actual[0]} {actual[2][:60]!r}")
            continue
        compared += 1
        found = differences(arguments.captures, name, method, path, expected, actual)
        equal += not found
        for difference in found:
            print(f"{name}: {method} {path} {extra}: {difference}")
    print(f"{equal}/{compared} answers are equal")
    return 0 if equal == compared else 1


if __name__ == "__main__":
    sys.exit(main())
