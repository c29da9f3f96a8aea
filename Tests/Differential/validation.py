#!/usr/bin/env python3
"""Compares validation with the reference implementation.

    python3 Tests/Differential/validation.py [--count N] [--seed S] COMMAND...

COMMAND speaks the protocol of `gridql validate --batch -`: one JSON object with `id`, `schema` and
`query` a line in, one with `id` and `errors` a line out. Documents are generated for the schema
below, some careful, some careless; all errors, their order and their locations must agree with
graphql-core, the Python port of graphql-js. The differences that are meant are listed in `plain`
and `is_meant`.

With `--incremental`, the documents have `@defer` and `@stream` too, and the lines ask for the experiment
`incremental-delivery`.

Needs graphql-core 3.3.2. Exit status 0 if everything agrees.
"""

import json
import random
import re
import sys

import batch
from graphql import (
    GraphQLDeferDirective, GraphQLSchema, GraphQLStreamDirective, GraphQLSyntaxError, build_schema, get_named_type, is_composite_type, is_input_object_type, is_list_type,
    is_non_null_type, is_required_input_field, parse, validate)

SCHEMA = """
type Query {
  act(by: ActRef!): Act
  acts(search: Search, genres: [Genre!], first: Int = 10): [Act!]!
  band(id: ID!): Band
  named(name: String): Named
  venue: Venue
  again: Query
  echo(int: Int, float: Float, string: String, boolean: Boolean, id: ID, genre: Genre): String
  lists(strings: [String!], matrix: [[Int]], search: Search, any: JSON, needed: Int! = 3): String
}
type Subscription { bandAdded(genre: Genre): Band venueAdded: Venue }
interface Named { name(upper: Boolean = false): String! }
interface Performer implements Named { name(upper: Boolean = false): String! genre: Genre stage: Venue }
type Band implements Named & Performer {
  name(upper: Boolean = false): String! genre: Genre stage: Venue members: [Singer!]! founded: Int
}
type Singer implements Named & Performer {
  name(upper: Boolean = false): String! genre: Genre stage: Venue bands: [Band] born: Int voice: String!
}
type Venue implements Named { name(upper: Boolean = false): String! seats(standing: Boolean!): Int! nextTo: Venue }
union Act = Band | Singer
enum Genre { FOLK JAZZ ROCK }
input Search { text: String! genre: Genre limit: Int! = 10 tags: [String] within: Search ref: ActRef }
input ActRef @oneOf { id: ID name: String search: Search }
scalar JSON
directive @onField on FIELD
directive @label(text: String!, order: Int = 0) repeatable on FIELD | QUERY | FRAGMENT_SPREAD
directive @anywhere on
  QUERY | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
"""
SCHEMA_WITH_MUTATION = SCHEMA + "type Mutation { found(name: String!): Band foundMany: [Band!]! again: Mutation }\n"
REFERENCE = build_schema(SCHEMA)
TYPES = ["Query", "Band", "Singer", "Venue", "Named", "Performer", "Act"]
STRANGE_TYPES = ["Nope", "Genre", "Search", "__Type", "Subscription", "Stirng"]
FRAGMENTS = ["F", "G", "H"]
VALUES = [
    "1", '"a"', "true", "null", "POP", "JAZZ", "1.5", "[1]", "[]", "{}", "{a: 1}", '{text: "a"}', '{id: 1, name: "b"}',
    "{a: 1, a: 2}", "$x", "$y", "[$x]", "{id: $x}", "{text: $y, limit: $x}", '"""b"""', "[[1]]", "99999999999"]
LITERALS = {
    "Int": "1", "Float": "1.5", "String": '"s"', "Boolean": "true", "ID": '"i"', "Genre": "JAZZ", "JSON": "{a: [1]}"}
VARIABLE_TYPES = [
    "Int", "Int!", "String", "String!", "[String!]", "Boolean", "Boolean!", "ID", "Search", "ActRef", "[[Int]]", "JSON",
    "Band", "Nope", "[Genre!]!"]
DIRECTIVES = [
    "@skip(if: true)", "@include(if: $b)", "@skip", "@onField", "@anywhere", '@label(text: "a")', "@label(text: $y, oder: 1)",
    "@nope", "@deprecated", "@anywhere(a: 1)"]
INCREMENTAL_DIRECTIVES = [
    "@defer", "@stream", "@defer(if: false)", "@stream(if: $b)", "@defer(if: true)", '@defer(label: "a")',
    '@stream(label: "a", initialCount: 1)', '@stream(label: "b")', "@defer(label: $y)", "@stream(label: null)", "@stream(label: 1)",
    "@stream(initialCount: 1)", "@skip(if: false)", "@include(if: true)", "@include(if: false)", "@stream(if: nope)"]


def know_incremental_delivery():
    """Lets the schema have what the experiment adds to it, and the documents use it."""
    global REFERENCE, SCHEMA
    SCHEMA = SCHEMA_WITH_MUTATION
    known = build_schema(SCHEMA).to_kwargs()
    known["directives"] += (GraphQLDeferDirective, GraphQLStreamDirective)
    REFERENCE = GraphQLSchema(**known)
    DIRECTIVES.extend(INCREMENTAL_DIRECTIVES * 3)
    TYPES.append("Mutation")


class Generator:
    """Makes documents; `carelessness` is how often it does not care whether something is valid.

    If it never is careless, documents are valid: response names are new, variables are defined with the
    type of the place, and fragments are on the type of the place.
    """

    def __init__(self, seed, carelessness):
        self.random = random.Random(seed)
        self.carelessness = carelessness
        self.is_careful = carelessness == 0
        self.definitions = []
        self.fragments = []
        self.count = 0

    def new(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def slips(self, weight=1.0):
        return self.random.random() < self.carelessness * weight

    def directives(self):
        if not self.slips(0.5):
            return ""
        return " " + self.random.choice(DIRECTIVES) + self.directives()

    def value(self, input_type, needs_value=False):
        if self.slips():
            return self.random.choice(VALUES)
        if self.random.random() < 0.15:
            if not self.is_careful:
                return self.random.choice(["$x", "$y", "$b"])
            if not needs_value or is_non_null_type(input_type):
                self.definitions.append(f"{self.new('$v')}: {input_type}")
                return f"$v{self.count}"
        if is_non_null_type(input_type):
            return self.value(input_type.of_type, needs_value=True)
        if is_list_type(input_type):
            return "[" + ", ".join(self.value(input_type.of_type) for _ in range(self.random.randint(0, 2))) + "]"
        if is_input_object_type(input_type):
            fields = input_type.fields
            count = 1 if input_type.is_one_of else self.random.randint(0, 3)
            names = self.random.sample(list(fields), min(count, len(fields)))
            names += [n for n, f in fields.items() if is_required_input_field(f) and n not in names and not self.slips()]
            return "{" + ", ".join(f"{name}: {self.value(fields[name].type, needs_value=input_type.is_one_of)}" for name in names) + "}"
        return LITERALS[input_type.name]

    def arguments(self, definitions):
        names = [n for n, a in definitions.items() if is_non_null_type(a.type) or self.random.random() < 0.4]
        if self.slips():
            names.append(self.random.choice([*definitions, "uper"]))
        types = {name: a.type for name, a in definitions.items()}
        texts = [f"{n}: {self.value(types[n]) if n in types else self.random.choice(VALUES)}" for n in names]
        return f"({', '.join(texts)})" if texts else ""

    def field(self, parent, depth):
        fields = getattr(REFERENCE.get_type(parent), "fields", None)
        if not fields and self.is_careful:
            return "__typename"
        if not fields or self.slips(0.5):
            name = self.random.choice(["name", "nme", "founded", "voice", "__typename", "__schema", "seats"])
            arguments, field_type = "", self.random.choice(TYPES)
            composite = self.random.random() < 0.3
        else:
            name = self.random.choice(list(fields))
            arguments = self.arguments(getattr(fields[name], "args", {}))
            field_type = get_named_type(fields[name].type).name
            composite = is_composite_type(REFERENCE.get_type(field_type)) != self.slips(0.3)
        alias = self.new("a") + ": "
        if not self.is_careful or (not arguments and not composite and name in ("name", "genre")):
            alias = self.random.choice(["", "", "", "", "", "a: ", "b: ", "name: "]) if not self.is_careful else ""
        selections = ""
        if composite:
            selections = " " + (self.selections(field_type, depth - 1) if depth > 0 else "{ __typename }")
        return alias + name + arguments + self.directives() + selections

    def selection(self, parent, depth):
        kind = self.random.random()
        if kind < 0.65 or depth <= 0:
            return self.field(parent, depth)
        if kind < 0.82:
            condition = self.random.choice([parent, *TYPES, *(STRANGE_TYPES if self.slips() else [])])
            if self.is_careful:
                condition = self.random.choice(["Band", "Singer"]) if parent == "Act" else parent
            on = "" if condition == parent and self.random.random() < 0.5 else f" on {condition}"
            return f"...{on}{self.directives()} {self.selections(condition, depth - 1)}"
        if self.is_careful:
            name = self.new("F")
            self.fragments.append(f"fragment {name} on {parent} {self.selections(parent, depth - 1)}")
            return "..." + name
        return "..." + self.random.choice(FRAGMENTS) + self.directives()

    def selections(self, parent, depth):
        return "{ " + " ".join(self.selection(parent, depth) for _ in range(self.random.randint(1, 4))) + " }"

    def variables(self):
        types = {"x": ["Int", "ID!"], "y": ["String!", "String"], "b": ["Boolean!", "Boolean"]}
        texts = []
        for name in self.random.sample("xyb", self.random.randint(0, 3)):
            chosen = VARIABLE_TYPES if self.slips() else types[name]
            default = " = " + self.random.choice([v for v in VALUES if "$" not in v]) if self.slips() else ""
            texts.append(f"${name}: {self.random.choice(chosen)}{default}{self.directives()}")
        return f"({', '.join(texts)})" if texts else ""

    def document(self):
        if self.is_careful:
            selections = self.selections("Query", 3)
            variables = f"({', '.join(self.definitions)})" if self.definitions else ""
            return "\n".join([f"query Q{variables} {selections}", *self.fragments])
        parts = []
        for number in range(self.random.choice([1, 1, 1, 2])):
            kind, root = self.random.choice([("query", "Query")] * 8 + [("subscription", "Subscription"), ("mutation", "Query")]
                + ([("subscription", "Subscription"), ("mutation", "Mutation")] * 8 if "Mutation" in TYPES else []))
            name = self.random.choice(["", "A", f"B{number}"])
            parts.append(f"{kind} {name}{self.variables()}{self.directives()} {self.selections(root, 3)}")
        for name in FRAGMENTS if not self.slips() else FRAGMENTS[:2] + FRAGMENTS[:1]:
            condition = self.random.choice(TYPES + (STRANGE_TYPES if self.slips() else []))
            parts.append(f"fragment {name} on {condition}{self.directives()} {self.selections(condition, 2)}")
        self.random.shuffle(parts)
        return "\n".join(parts)


def plain(message):
    """A message without the differences between the two."""
    message = batch.plain(message)
    # graphql-core leaves out the name of a streamed field that the parent type does not have.
    message = re.sub(r'on non-list field "\w+" on', "on non-list field on", message)
    # graphql-core forgets where a list or object stands that a scalar does not accept, and prints it
    # with variables left out.
    return re.sub(r"(cannot represent [^:]*: *)[\[{].*", r"\1...", message)


def errors(found):
    result = []
    for message, locations in found:
        message = plain(message)
        result.append((message, [] if message.endswith("...") else locations))
    return result


def reference(text):
    # How deep introspection goes only a server limits, not the tool.
    found = [e for e in validate(REFERENCE, parse(text)) if e.message != "Maximum introspection depth exceeded"]
    return errors((e.message, [[p.line, p.column] for p in e.locations or []]) for e in found)


def ours(answer):
    return errors((e["message"], [[p["line"], p["column"]] for p in e.get("locations", [])]) for e in answer["errors"])


def is_meant(expected, actual):
    # graphql-core overlooks a nullable variable in a oneOf object that stands at a non-null place,
    # which §5.8.5 All Variable Usages Are Allowed refuses.
    rest = [error for error in actual if "must be non-nullable to be used for OneOf" not in error[0]]
    if [error for error in expected if "must be non-nullable" not in error[0]] == rest:
        return True
    # The order of fragments in graphql-core depends on which operation it met first. Beyond a hundred
    # errors the rest is cut off.
    return sorted(expected) == sorted(actual) or (len(expected) > 100 and len(actual) > 100)


def main():
    options = batch.options(count=5000, incremental="with `@defer` and `@stream`")
    experiments = []
    if options.incremental:
        know_incremental_delivery()
        experiments = ["incremental-delivery"]
    texts = []
    for number in range(options.count):
        carelessness = [0, 0.02, 0.1, 0.3][number % 4]
        texts.append(Generator(options.seed * 1_000_003 + number, carelessness).document())
    answers = batch.answers(
        options.command,
        [{"schema": SCHEMA, "query": text, "experimental": experiments} for text in texts])
    valid = failures = 0
    for text, answer in zip(texts, answers):
        try:
            expected = reference(text)
        except GraphQLSyntaxError:
            continue
        except AttributeError:
            # graphql-core fails on a stream where the parent type is a union.
            continue
        actual = ours(answer)
        valid += not expected
        if expected == actual or is_meant(expected, actual):
            continue
        failures += 1
        if failures <= options.show:
            print(json.dumps({"document": text, "expected": expected, "actual": actual}))
    print(f"{len(texts)} documents, {valid} valid, {failures} differences")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
