"""Attacks through every argument of the schema, which is walked by introspection."""

import base64
import json
import random

from registry import attack
from target import Answer

SCHEMA = """{ __schema { mutationType { fields { ...F } } queryType { fields { ...F } }
  types { name kind fields { ...F } inputFields { ...I } enumValues { name } } } }
fragment F on __Field { name args { ...I } type { ...T } }
fragment I on __InputValue { name defaultValue type { ...T } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }"""

# Nothing in a catalog has this word, so nothing may be found by a text that contains it.
MARK = "zzqx1"
TEXTS = [
    f"{MARK}' OR '1'='1", f"{MARK}\" OR 1=1 --", f"{MARK}'; DROP TABLE packages; --",
    f"{MARK}' UNION SELECT 1,2,3 --",
    f"{MARK}%", f"%{MARK}_", f"{MARK}\\", f"{MARK}\0", f"{MARK}' AND randomblob(1000000000) --",
    f"'||{MARK}||'",
    f"{MARK}* OR a*", f"NEAR({MARK} a)", f"title:{MARK}", f"\"{MARK}", f"{MARK}(a+)+$",
    f"../../{MARK}", f"{{{{{MARK}*7}}}}",
    f"${{{MARK}}}", f"<script>{MARK}</script>", f"{MARK}\r\nX-Injected: 1", f"%s%n{MARK}",
    f"{MARK}\u202e\ufeff\U0001f4a9",
    f"{MARK}?1:a@b$c", f"json_each({MARK})",
]
# What an answer must never tell.
LEAKS = ("sqlite", "sql error", "syntax error near", "no such column", "no such table", ".swift",
         "fatal error")
VALUES = [None, True, 1, 1.5, -1, 2**31, 2**63, 1e300, "", "x", [], {}, [[1]], [None], {"a": 1},
          {"eq": {}}, "\0"]


class Schema:
    def __init__(self, target):
        schema = target.ask(SCHEMA).data["__schema"]
        self.types = {type["name"]: type for type in schema["types"]}
        self.queries = schema["queryType"]["fields"]
        self.mutations = schema["mutationType"]["fields"]

    def selection(self, type):
        kind, name = named(type)
        if name.endswith("Connection"):
            return "{ nodes { __typename } }"
        return "{ __typename }" if kind in ("OBJECT", "INTERFACE", "UNION") else ""

    def dummy(self, type):
        """A value that fits a required argument or field."""
        if type["kind"] == "NON_NULL":
            type = type["ofType"]
        if type["kind"] == "LIST":
            return [self.dummy(type["ofType"])]
        if type["kind"] == "INPUT_OBJECT":
            fields = self.types[type["name"]]["inputFields"]
            needed = {f["name"]: self.dummy(f["type"]) for f in fields if is_required(f)}
            return needed or {"id": "1"}
        if type["kind"] == "ENUM":
            return self.types[type["name"]]["enumValues"][0]["name"]
        return {"Int": 1, "Float": 1.0, "Boolean": True}.get(type["name"], "a")

    def places(self, type, depth=4):
        """Every place for a text in an argument: names on the way, and a text's value there."""
        if type["kind"] == "NON_NULL":
            yield from self.places(type["ofType"], depth)
        elif type["kind"] == "LIST":
            for names, wrap in self.places(type["ofType"], depth):
                yield names, lambda text, wrap=wrap: [wrap(text)]
        elif type["kind"] == "INPUT_OBJECT" and depth:
            fields = self.types[type["name"]]["inputFields"]
            for field in fields:
                others = {f["name"]: self.dummy(f["type"]) for f in fields
                          if is_required(f) and f["name"] != field["name"]}
                for names, wrap in self.places(field["type"], depth - 1):
                    yield [field["name"], *names], (
                        lambda text, wrap=wrap, name=field["name"], others=others:
                        {**others, name: wrap(text)})
        elif type["kind"] == "SCALAR" and type["name"] not in ("Int", "Float", "Boolean"):
            yield [], lambda text: text


def named(type):
    while type["ofType"] if "ofType" in type else None:
        type = type["ofType"]
    return type["kind"], type["name"]


def is_required(value):
    return value["type"]["kind"] == "NON_NULL" and value["defaultValue"] is None


def type_text(type):
    if type["kind"] == "NON_NULL":
        return type_text(type["ofType"]) + "!"
    return f"[{type_text(type['ofType'])}]" if type["kind"] == "LIST" else type["name"]


def operation(schema, kind, field, argument):
    """A document with one argument as a variable, and constants for the others that are needed."""
    others = "".join(f", {a['name']}: {literal(schema.dummy(a['type']))}" for a in field["args"]
                     if is_required(a) and a["name"] != argument["name"])
    type, selection = type_text(argument["type"]), schema.selection(field["type"])
    return (f"{kind} ($v: {type}) {{ it: {field['name']}({argument['name']}: $v{others}) "
       f"{selection} }}")


def literal(value):
    return json.dumps(value)


def checked(answer, must_be_empty=False, where=""):
    """The answer, or what is wrong with it beyond what is wrong with any."""
    told = answer.body.decode(errors="replace").lower()
    for leak in LEAKS:
        if leak in told:
            return Answer(f"a leak: {leak}", body=f"{where} {answer}".encode())
    if must_be_empty and answer.status == 200 and not answer.errors and found(answer.data["it"]):
        return Answer("a text that finds what it should not", body=f"{where} {answer}".encode())
    return answer


def found(it):
    """What a list or a connection has."""
    return it["nodes"] if isinstance(it, dict) and "nodes" in it else it


def finds_nothing(names):
    """Whether a filter at this place can match only what contains the text."""
    negative = {"ne", "notIn", "lt", "lte", "gt", "gte", "not", "none", "every", "isNull"}
    return not negative.intersection(names)


@attack("injection through every text of every query", 200, 400)
def query_texts(target):
    schema = Schema(target)
    for field in schema.queries:
        for argument in field["args"]:
            document = operation(schema, "query", field, argument)
            for names, value in schema.places(argument["type"]):
                for text in TEXTS if len(names) < 3 else random.Random(str(names)).sample(TEXTS, 4):
                    # A query of several words finds those that exist.
                    words = argument["name"] == "query" or "search" in names
                    is_list = field["type"]["kind"] == "NON_NULL" and field["name"] != "nodes"
                    answer = target.ask(document, {"v": value(text)})
                    place = ".".join([field["name"], argument["name"], *names])
                    yield checked(answer, is_list and not words and finds_nothing(names),
                             f"{place}: {text!r}")


@attack("injection through every text of every mutation, rehearsed", 200, 400)
def mutation_texts(target):
    schema = Schema(target)
    before = target.ask("{ catalog { revision } }").data
    for field in schema.mutations:
        for argument in field["args"]:
            document = operation(schema, "mutation", field, argument)
            for index, (names, value) in enumerate(schema.places(argument["type"])):
                for text in TEXTS[index % 4::4]:
                    variables = {"v": {**value(text), "dryRun": True}}
                    yield checked(target.ask(document, variables, token=True),
                                  where=f"{field['name']} {names}")
    if target.ask("{ catalog { revision } }").data != before:
        yield Answer("a rehearsal that changed the catalog")


@attack("injection through the fields below objects", 200, 400)
def nested_texts(target):
    schema = Schema(target)
    roots = {"Package": "packages(first: 3)", "Grid": "grids(first: 3)", "Category": "categories"}
    for name, root in roots.items():
        for field in schema.types[name]["fields"]:
            for argument in field["args"]:
                inner = operation(schema, "query", field, argument)
                head, _, rest = inner.partition("{")
                document = f"{head}{{ it: {root} {{{rest} }}"
                for names, value in schema.places(argument["type"], depth=3):
                    for text in random.Random(str(names)).sample(TEXTS, 2):
                        yield checked(target.ask(document, {"v": value(text)}),
                                      where=f"{name}.{field['name']}")


@attack("values of every wrong type in every argument", 200, 400, "BAD_USER_INPUT",
        "LIMIT_EXCEEDED")
def wrong_types(target):
    schema = Schema(target)
    for kind, fields in (("query", schema.queries), ("mutation", schema.mutations)):
        for field in fields:
            for argument in field["args"]:
                document = operation(schema, kind, field, argument)
                for value in VALUES:
                    yield checked(target.ask(document, {"v": value}))
                    yield checked(target.ask(document.replace("$v,", f"{literal(value)},")
                                             .replace("$v)", f"{literal(value)})")))


@attack("wildcards are letters: % and _ find only themselves", 200)
def wildcards(target):
    packages = target.ask("{ packages(first: 1000) { title } }").data["packages"]
    for text in ("%", "_", "\\", "*", "?", "[a-z]", "%%", "a%", "_a", "\\%"):
        for name, claim in (("contains", str.__contains__),
                            ("startsWith", str.startswith),
                            ("endsWith", str.endswith)):
            answer = target.ask(
                "query ($f: PackageFilter) { packages(filter: $f, first: 1000) { title } }",
                {"f": {"title": {name: text}}})
            found = {p["title"] for p in answer.data["packages"]}
            wrong = [title for title in found if not claim(title.lower(), text.lower())]
            missed = [p["title"] for p in packages if claim(p["title"].lower(), text.lower())]
            if wrong or not set(missed) <= found:
                answer = Answer(f"{name} {text!r} finds {wrong[:3]}, misses {missed[:3]}")
            yield answer


@attack("cursors: forged, cut, of another list, of another order", 200, "BAD_USER_INPUT")
def cursors(target):
    ask = """query ($a: String, $o: [PackageOrder!]) {
      it: packagesConnection(first: 2, after: $a, orderBy: $o) {
        pageInfo { endCursor } nodes { id } } }"""
    grids = "{ it: gridsConnection(first: 2) { pageInfo { endCursor } } }"
    cursor = target.ask(ask).data["it"]["pageInfo"]["endCursor"]
    other = target.ask(grids).data["it"]["pageInfo"]["endCursor"]
    forged = [cursor[:i] for i in range(len(cursor))] + [cursor + "A", cursor * 2, cursor * 10_000,
                                                         other, "", "\0",
                                                         "====", "é", *TEXTS]
    decoded = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    for index in range(len(decoded)):
        for bit in (1, 128):
            damaged = bytearray(decoded)
            damaged[index] ^= bit
            forged.append(base64.urlsafe_b64encode(bytes(damaged)).decode().rstrip("="))
            forged.append(base64.b64encode(bytes(damaged)).decode())
    for text in forged:
        for order in (None, [{"title": "ASC"}], [{"lastUpdated": "DESC"}, {"repoUrl": "ASC"}]):
            yield checked(target.ask(ask, {"a": text, "o": order}))


@attack("node ids: forged, cut, of other types", 200, "BAD_USER_INPUT")
def node_ids(target):
    one = target.ask("{ packages(first: 1) { nodeId } }").data["packages"][0]["nodeId"]
    decoded = base64.b64decode(one + "=" * (-len(one) % 4))
    forged = [one[:i] for i in range(len(one))] + [one * 1_000, "", "\0", *TEXTS]
    damaged = [decoded[:n] + bytes([decoded[n] ^ 1]) + decoded[n + 1:] for n in range(len(decoded))]
    for text in (b"Package:1", b"Grid:1", b"Token:1", b"Query:1", b"Package:-1",
                 b"Package:" + b"9" * 30, b"P1", b"\xff" * 8, *damaged):
        forged += [base64.b64encode(text).decode(),
                   base64.urlsafe_b64encode(text).decode().rstrip("=")]
    for text in forged:
        yield checked(target.ask("query ($i: ID!) { node(nodeId: $i) { __typename nodeId } }",
                                 {"i": text}))
    yield checked(target.ask("query ($i: [ID!]!) { nodes(nodeIds: $i) { __typename } }",
                             {"i": forged}))
