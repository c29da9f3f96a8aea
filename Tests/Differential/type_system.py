#!/usr/bin/env python3
"""Compares the checks of schemas with the reference implementation.

    python3 Tests/Differential/type_system.py [--count N] [--seed S] COMMAND...

COMMAND speaks the protocol of `gridql schema check --batch -`: one JSON object with `id` and `schema` a
line in, one with `id` and `errors` a line out. Schemas are made of parts that fit together, more or less;
all errors, their order and their locations must agree with graphql-core, the Python port of graphql-js.
The differences that are meant are listed in `plain` and `is_meant`.

Needs graphql-core 3.3.2. Exit status 0 if everything agrees.
"""

import json
import random
import re
import sys

import batch
from graphql import GraphQLError, build_ast_schema, parse, validate_schema
from graphql.validation.validate import validate_sdl

OUTPUT_TYPES = ["Int", "String", "ID", "A", "B", "I", "J", "U", "E", "S", "[A!]", "[Int]!", "A!", "Int!"]
INPUT_TYPES = ["Int", "String", "ID", "Float", "E", "S", "P", "Q", "O", "[P!]", "[Int]!", "Q!", "Int!", "P!", "[[E]]"]
STRANGE_TYPES = ["Nope", "Strin", "__Type", "Query"]
VALUES = [
    "1", "-3", "1.5", '"a"', "true", "null", "X", "Z", "[]", "[1, 2]", "{}", "{p: 1}", "{q: {}}", "{o: {p: 1}}", "[[X]]",
    "{p: 1, p: 2}", "99999999999", "{r: null}", "[{}]"]
DIRECTIVES = [
    "@deprecated", '@deprecated(reason: "r")', "@mark", "@mark(by: 1)", '@mark(by: "x", bye: 2)', "@once", "@once @once",
    '@specifiedBy(url: "u")', "@oneOf", "@nope", "@skip(if: true)", "@mark(by: {a: 1, a: 2})"]
DIRECTIVE_PLACES = ["OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "ENUM_VALUE", "INPUT_OBJECT", "SCALAR", "SCHEMA", "FIELD"]


class Generator:
    """Makes schemas; `carelessness` is how often it does not care whether something is valid."""

    def __init__(self, seed, carelessness):
        self.random = random.Random(seed)
        self.carelessness = carelessness

    def slips(self, weight=1.0):
        return self.random.random() < self.carelessness * weight

    def directives(self):
        return " " + self.random.choice(DIRECTIVES) + self.directives() if self.slips() else ""

    def type(self, types):
        other = OUTPUT_TYPES if types is INPUT_TYPES else INPUT_TYPES
        return self.random.choice(self.random.choice([other, STRANGE_TYPES]) if self.slips(0.5) else types)

    def inputs(self, names):
        texts = []
        for name in names:
            default = " = " + self.random.choice(VALUES) if self.slips(2) else ""
            texts.append(f"{name}: {self.type(INPUT_TYPES)}{default}{self.directives()}")
        return " ".join(texts)

    def sample(self, names, least=1):
        chosen = self.random.sample(names, self.random.randint(least, len(names)))
        return chosen + ([self.random.choice(names)] if self.slips(0.3) else [])

    def fields(self):
        texts = []
        for name in self.sample(["a", "b", "c", "d"]):
            arguments = f"({self.inputs(self.sample(['x', 'y']))})" if self.random.random() < 0.3 else ""
            texts.append(f"{name}{arguments}: {self.type(OUTPUT_TYPES)}{self.directives()}")
        if self.slips(0.2):
            texts.append("__e: Int")
        return "{ " + " ".join(texts) + " }"

    def implements(self, interfaces):
        chosen = [i for i in interfaces if self.random.random() < 0.3]
        if self.slips(0.5):
            chosen.append(self.random.choice(["A", "I", "J", "E", "Nope"]))
        return " implements " + " & ".join(chosen) if chosen else ""

    def document(self):
        parts = [
            f"type Query{self.directives()} {self.fields()}",
            f"type A{self.implements(['I', 'J'])}{self.directives()} {self.fields()}",
            f"type B{self.implements(['I'])} {self.fields()}",
            f"interface I {self.fields()}",
            f"interface J{self.implements(['I'])} {self.fields()}",
            f"union U{self.directives()} = " + " | ".join(self.sample(["A", "B"]) + (["I"] if self.slips(0.4) else [])),
            f"enum E{self.directives()} {{ " + " ".join(v + self.directives() for v in self.sample(["X", "Y", "W"])) + " }",
            f"input P{self.directives()} {{ {self.inputs(self.sample(['p', 'q', 'r']))} }}",
            f"input Q {{ {self.inputs(self.sample(['p', 'q', 'o']))} }}",
            f"input O{self.random.choice([' @oneOf', ''])} {{ {self.inputs(self.sample(['p', 'o']))} }}",
            f"scalar S{self.directives()}",
            f"directive @mark(by: {self.type(INPUT_TYPES)}) repeatable on {' | '.join(self.sample(DIRECTIVE_PLACES))}",
            f"directive @once on {' | '.join(DIRECTIVE_PLACES)}",
        ]
        if self.slips():
            parts.append(self.random.choice([
                "schema { query: Query }", "schema { query: A mutation: A }", "schema { mutation: B }", "extend schema @once",
                "schema { query: U subscription: E }", "extend schema { mutation: B }", "schema { query: Query query: A }"]))
        while self.slips(1.5):
            kind, name = self.random.choice([
                ("type", "A"), ("interface", "I"), ("type", "Query"), ("type", "U"), ("interface", "Nope"), ("type", "Quer")])
            parts.append(f"extend {kind} {name}{self.implements(['J'])}{self.directives()} {self.fields()}")
        while self.slips(1.0):
            parts.append(self.random.choice([
                f"extend input P{self.directives()} {{ {self.inputs(['s'])} }}", "extend input E { z: Int }", "extend enum E { V X }",
                "extend union U = A", "extend union A = B", "extend scalar S @once", "extend scalar Int @once", "scalar S", "type Int"]))
        if self.slips(0.3):
            parts.pop(self.random.randrange(len(parts)))
        self.random.shuffle(parts)
        return "\n".join(parts)


def reference(text):
    """The errors; None where the reference implementation fails, at a default for an output type."""
    document = parse(text)
    found = validate_sdl(document)
    if not found:
        try:
            found = validate_schema(build_ast_schema(document))
        except GraphQLError as error:
            found = [error]
        except TypeError:
            return None
    return [(batch.plain(e.message), [[p.line, p.column] for p in e.locations or []]) for e in found]


def ours(answer):
    return [(batch.plain(e["message"]), [[p["line"], p["column"]] for p in e.get("locations", [])]) for e in answer["errors"]]


def without_places(found):
    """Where a list or object stands that a scalar does not accept, graphql-core forgets."""
    return [(m, p if not re.search(r"cannot represent [^:]*: *[\[{]", m) else []) for m, p in found]


def is_meant(expected, actual):
    # graphql-core stops at a built-in directive's argument that does not fit, and wraps the reason.
    if any("cannot be resolved" in message for message, _ in expected):
        return bool(actual)
    return without_places(expected) == without_places(actual)


def main():
    options = batch.options(count=5000)
    texts = []
    for number in range(options.count):
        carelessness = [0, 0.02, 0.05, 0.2][number % 4]
        texts.append(Generator(options.seed * 1_000_003 + number, carelessness).document())
    answers = batch.answers(options.command, [{"schema": text} for text in texts])
    valid = failures = 0
    for text, answer in zip(texts, answers):
        expected, actual = reference(text), ours(answer)
        valid += expected == []
        if expected is None or expected == actual or is_meant(expected, actual):
            continue
        failures += 1
        if failures <= options.show:
            print(json.dumps({"schema": text, "expected": expected, "actual": actual}, indent=2))
    print(f"{len(texts)} schemas, {valid} valid, {failures} differences")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
