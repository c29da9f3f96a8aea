#!/usr/bin/env python3
"""Compares a parser and printer with the reference implementation.

    python3 Tests/Differential/language.py [--count N] [--seed S] COMMAND...

COMMAND speaks the protocol of `gridql format --batch -`: one JSON object with `id` and `document` a
line in, one with `id` and `output` or `errors` a line out. Documents are taken from the seeds below
and mutated; for each one, verdict, message, location and printed form must agree with graphql-core,
the Python port of graphql-js. The differences that are meant are listed in `is_meant`.

Needs graphql-core 3.3.2. Exit status 0 if everything agrees.
"""

import json
import random
import sys

import batch
from graphql import GraphQLSyntaxError, parse, print_ast

SEEDS = [
    'query Q($id: [Int!]! = [1, 2] @d, $o: In = {a: {b: [null, true, FOO]}}) @x(y: "z") '
    "{ a: field(b: $id, c: -1.5e+3) { ...F @include(if: $t) ... on T { id } ... @skip(if: false) { n } } }",
    '"about Q" query Q("about id" $id: ID) { node(id: $id) { id, name } }',
    "mutation M { like(input: {id: 4, tags: [\"a\", \"b\\u00e9\\n\", \"\\u{1F600}\"]}) { ok } } subscription S { s }",
    '"""\n  Two\n    lines\n""" fragment F on T @d { a(x: """block \\""" string""") }',
    "{ a(long: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", other: [1111111111, 2222222222, 3333333333, 4444444444]) }",
    "{ a(o: {first: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", second: [\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\", {c: 1}]}) }",
    'schema @s { query: Q mutation: M } extend schema @t { subscription: S } "d" scalar Date @specifiedBy(url: "u")',
    'type Q implements & A & B @d { "field" f("arg" a: Int = 3 @d, b: [String!]!): T @deprecated(reason: "no") g: Int }',
    "interface I implements J { a(x: Int, y: In = {k: 1}): I } union U @d = | A | B enum E { A @d \"b\" B }",
    'input In @oneOf { a: Int = 1 @d, "b" b: [In!] } """D""" directive @d(a: Int = 1) repeatable on | FIELD | OBJECT',
    "extend type T implements I extend interface I @d extend union U = C extend enum E { C } extend input In { c: Int } extend scalar S @d",
    "# comment\r\n\ufeffquery{a,,,b}\r# é\n{ x(y: \"\U0001F600é\") z }",
]

FRAGMENTS = [
    "{", "}", "(", ")", "[", "]", "!", "$", "&", "|", "=", ":", "@", "...", "..", ".", ",", "#", '"', '""', '"""',
    "\\", "\\u", "\\u{", "\\u00", "\\uD83D\\uDE00", "\\uDEAD", "\\x", "'", "-", "0", "00", "1.", ".5", "1e", "1e5", "-0",
    "0x1", "1.5.2", "\n", "\r", "\r\n", "\t", " ", "\u00a0", "\u200b", "\u2028", "\ufeff", "\x00", "\x07", "é",
    "\U0001F600", "?", "*", "on", "on ", "query ", "fragment ", "type ", "extend ", "true", "null", "enum ", "input ",
    "union ", "schema ", "directive ", "implements ", "repeatable ", '"d" ', '"""d""" ', "$v", "{}", "[]", "name",
    'é: "x"', '"\\n"', '"\\u{41}"', '"""\n a\n  b\n"""', '"""a\\"""b"""', '" x"', '"""  x"""', '"""x\\\\"""',
]


def mutate(text, generator):
    for _ in range(generator.choice([0, 1, 1, 1, 2, 3, 6])):
        place = generator.randrange(len(text) + 1)
        kind = generator.randrange(6)
        if kind == 0:
            text = text[:place] + text[place + generator.choice([1, 1, 2, 5]):]
        elif kind == 1:
            text = text[:place]
        elif kind == 2:
            other = generator.choice(SEEDS)
            start = generator.randrange(len(other))
            text = text[:place] + other[start:start + generator.randrange(30)] + text[place:]
        else:
            text = text[:place] + generator.choice(FRAGMENTS) + text[place:]
    return text


def location(text, position):
    """Line and column of a position as graphql-js counts them, in UTF-16 code units."""
    source = text[:position].replace("\r\n", "\n")
    if text[position - 1:position + 1] == "\r\n":
        source = text[:position - 1]
    lines = source.replace("\r", "\n").split("\n")
    return {"line": len(lines), "column": len(lines[-1].encode("utf-16-le")) // 2 + 1}


def reference(text):
    try:
        document = parse(text, allow_empty_selection_sets=False)
        return {"output": print_ast(document)}
    except GraphQLSyntaxError as error:
        return {"message": error.message, "location": location(text, error.positions[0])}


def ours(answer):
    if "output" in answer:
        return {"output": answer["output"].rstrip("\n")}
    error = answer["errors"][0]
    return {"message": error["message"], "location": error["locations"][0]}


def squeezed(text):
    return "".join(text.split()).replace(",", "")


def is_meant(text, expected, actual):
    # Directives on directive definitions are later than the edition we implement.
    if actual.get("message", "").startswith((
            'Syntax Error: Expected "on", found "@"', 'Syntax Error: Unexpected Name "directive"',
            'Syntax Error: Unexpected Name "DIRECTIVE_DEFINITION"')):
        return True
    # A line's length is in UTF-16 code units, as in graphql-js; graphql-core counts code points.
    both = expected.get("output"), actual.get("output")
    return None not in both and max(text) > "\uffff" and squeezed(both[0]) == squeezed(both[1])


def agree(expected, actual):
    def plain(answer):
        # graphql-core quotes with apostrophes where graphql-js has quotation marks.
        return {**answer, "message": answer.get("message", "").replace("'", '"')}
    return plain(expected) == plain(actual)


def main():
    options = batch.options(count=20000)
    generator = random.Random(options.seed)
    texts = SEEDS + [mutate(generator.choice(SEEDS), generator) for _ in range(options.count)]
    answers = batch.answers(options.command, [{"document": text} for text in texts])
    accepted = failures = 0
    for text, answer in zip(texts, answers):
        expected, actual = reference(text), ours(answer)
        accepted += "output" in expected
        if agree(expected, actual) or is_meant(text, expected, actual):
            continue
        failures += 1
        if failures <= options.show:
            print(json.dumps({"document": text, "expected": expected, "actual": actual}, indent=2))
    print(f"{len(texts)} documents, {accepted} accepted, {failures} differences")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
