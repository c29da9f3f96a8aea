#!/usr/bin/env python3
"""Compares the changes found between two schemas with those of the reference implementation.

    python3 Tests/Differential/schema_diff.py [--count N] [--seed S] COMMAND...

COMMAND speaks the protocol of `gridql schema diff --batch -`: one JSON object with `id`, `old` and `new`
a line in, one with `id`, `breaking` and `dangerous` a line out. The old schema is generated, the new one
is the old one after a few edits; categories, descriptions and order must agree with graphql-core, the
Python port of graphql-js.

Needs graphql-core 3.3.2. Exit status 0 if everything agrees.
"""

import json
import random
import sys

import batch
from graphql import GraphQLError, build_schema
from graphql.type import assert_valid_schema
from graphql.utilities import find_breaking_changes, find_dangerous_changes

BUILT_IN = ["Int", "Float", "String", "Boolean", "ID"]
LOCATIONS = ["FIELD", "QUERY", "OBJECT", "FRAGMENT_SPREAD", "ENUM_VALUE", "INLINE_FRAGMENT"]
DEFAULTS = {
    "Int": ["1", "2", "-3"], "Float": ["1.5", "2", "1.50", "1e3"],
    "String": ['"a"', '"b"', '"""a"""', '"""\n  a\n  b\n"""', '"\\u0041"', '"A"'],
    "Boolean": ["true", "false"], "ID": ["4", '"4"', '"x"'],
}


class Schema:
    """Definitions as nested dictionaries, which edits change and `text` prints."""

    def __init__(self, rng):
        self.rng = rng
        self.types = {}
        self.directives = {}
        for name in ["T0", "T1", "T2", "T3"][:rng.randint(1, 4)]:
            self.types[name] = {"kind": "type", "interfaces": [], "fields": {}}
        for name in ["N0", "N1"][:rng.randint(0, 2)]:
            self.types[name] = {"kind": "interface", "interfaces": [], "fields": {}}
        for name in ["U0", "U1"][:rng.randint(0, 2)]:
            self.types[name] = {"kind": "union", "members": []}
        for name in ["E0", "E1"][:rng.randint(0, 2)]:
            self.types[name] = {"kind": "enum", "values": ["A", "B", "C"][:rng.randint(1, 3)]}
        for name in ["I0", "I1"][:rng.randint(0, 2)]:
            self.types[name] = {"kind": "input", "fields": {}}
        for name in ["S0", "S1"][:rng.randint(0, 2)]:
            self.types[name] = {"kind": "scalar"}
        names = list(self.types)
        rng.shuffle(names)
        self.types = {name: self.types[name] for name in names}
        self.types["Query"] = {"kind": "type", "interfaces": [], "fields": {}}
        for name in self.types:
            self.fill(name)
        for name in ["d0", "d1", "d2"][:rng.randint(0, 3)]:
            self.directives[name] = self.directive()

    def names(self, *kinds):
        return [name for name, type_ in self.types.items() if type_["kind"] in kinds]

    def fill(self, name):
        type_ = self.types[name]
        if type_["kind"] in ("type", "interface"):
            if type_["kind"] == "type" and name != "Query":
                type_["interfaces"] = [n for n in self.names("interface") if self.rng.random() < 0.5]
            for letter in "abc"[:self.rng.randint(1, 3)]:
                type_["fields"][name.lower() + letter] = self.field()
        elif type_["kind"] == "union":
            objects = self.names("type")
            type_["members"] = self.rng.sample(objects, self.rng.randint(1, len(objects)))
        elif type_["kind"] == "input":
            for letter in "abc"[:self.rng.randint(1, 3)]:
                type_["fields"][letter] = self.argument()

    def directive(self):
        rng = self.rng
        return {
            "arguments": {letter: self.argument() for letter in "xyz"[:rng.randint(0, 3)]},
            "repeatable": rng.random() < 0.5,
            "locations": rng.sample(LOCATIONS, rng.randint(1, 4)),
        }

    def field(self):
        names = BUILT_IN + self.names("type", "interface", "union", "enum", "scalar")
        return {
            "type": self.wrapped(self.rng.choice(names)),
            "arguments": {l: self.argument() for l in "xyz"[:self.rng.choice([0, 0, 1, 2, 3])]},
        }

    def argument(self):
        text = self.wrapped(self.rng.choice(BUILT_IN + self.names("enum", "input", "scalar")))
        return {"type": text, "default": self.default(text) if self.rng.random() < 0.5 else None}

    def wrapped(self, name):
        rng = self.rng
        text = name + rng.choice(["", "", "!"])
        while rng.random() < 0.3:
            text = f"[{text}]" + rng.choice(["", "", "!"])
        return text

    def default(self, text, depth=0):
        rng = self.rng
        if text.endswith("!"):
            return self.default(text[:-1], depth)
        if text.startswith("["):
            if rng.random() < 0.2:
                return self.default(text[1:-1], depth)
            return "[" + ", ".join(
                self.default(text[1:-1], depth) for _ in range(rng.randint(0, 3))) + "]"
        if text in DEFAULTS:
            return rng.choice(DEFAULTS[text])
        type_ = self.types[text]
        if type_["kind"] == "enum":
            return rng.choice(type_["values"])
        if type_["kind"] == "input":
            fields = [
                (name, field) for name, field in type_["fields"].items()
                if field["type"].endswith("!") and not field["default"] or rng.random() < 0.5]
            rng.shuffle(fields)
            if depth > 3:
                return "{}"
            return "{" + ", ".join(
                f"{name}: {self.default(field['type'], depth + 1)}" for name, field in fields) + "}"
        return rng.choice(
            ["1", '"x"', "{b: 1, a: {d: 2, c: [{f: 1, e: 2}]}}", "{a: {c: [{e: 2, f: 1}], d: 2}, b: 1}",
             "{a10: 1, a9: 2, a1: 3, A: 4, _: 5}", "[1, [X]]"])

    def edit(self):
        rng = self.rng
        name = rng.choice(list(self.types))
        type_ = self.types[name]
        choice = rng.randrange(10)
        if choice == 0 and name != "Query":
            del self.types[name]
            self.replace(name)
        elif choice == 1:
            new = f"X{rng.randint(0, 9)}"
            self.types[new] = {"kind": "enum", "values": ["A"]}
        elif choice == 2 and name != "Query":
            self.types[name] = rng.choice(
                [{"kind": "scalar"}, {"kind": "enum", "values": ["A", "Z"]},
                 {"kind": "type", "interfaces": [], "fields": {"q": {"type": "Int", "arguments": {}}}},
                 {"kind": "interface", "interfaces": [], "fields": {"q": {"type": "Int", "arguments": {}}}},
                 {"kind": "input", "fields": {"q": {"type": "Int", "default": None}}},
                 {"kind": "union", "members": ["Query"]}])
        elif choice in (3, 4):
            self.edit_directives()
        elif type_["kind"] in ("type", "interface"):
            self.edit_fields(name, type_)
        elif type_["kind"] == "union":
            type_["members"] = rng.sample(self.names("type"), rng.randint(1, len(self.names("type"))))
        elif type_["kind"] == "enum":
            type_["values"] = rng.sample(["A", "B", "C", "D"], rng.randint(1, 4))
        elif type_["kind"] == "input":
            self.edit_inputs(type_["fields"])

    def edit_fields(self, name, type_):
        rng = self.rng
        fields = type_["fields"]
        choice = rng.randrange(6)
        if choice == 0 and type_["kind"] == "type":
            type_["interfaces"] = [n for n in self.names("interface") if rng.random() < 0.5]
        elif choice == 1:
            fields[f"new{rng.randint(0, 3)}"] = self.field()
        elif choice == 2 and len(fields) > 1:
            del fields[rng.choice(list(fields))]
        elif choice == 3:
            fields[rng.choice(list(fields))]["type"] = self.field()["type"]
        else:
            field = fields[rng.choice(list(fields))]
            if rng.random() < 0.5:
                field["type"] = self.rewrapped(field["type"])
            self.edit_inputs(field["arguments"])

    def rewrapped(self, text):
        rng = self.rng
        return rng.choice(
            [text.rstrip("!"), text.rstrip("!") + "!", f"[{text}]", text.replace("!", ""),
             text.replace("]", "!]").replace("!!", "!")])

    def edit_inputs(self, inputs):
        rng = self.rng
        choice = rng.randrange(5)
        if choice == 0 or not inputs:
            inputs[f"n{rng.randint(0, 3)}"] = self.argument()
        elif choice == 1 and len(inputs) > 1:
            del inputs[rng.choice(list(inputs))]
        elif choice == 2:
            inputs[rng.choice(list(inputs))] = self.argument()
        else:
            chosen = inputs[rng.choice(list(inputs))]
            if choice == 3:
                chosen["type"] = self.rewrapped(chosen["type"])
                chosen["default"] = None
            else:
                chosen["default"] = self.default(chosen["type"]) if rng.random() < 0.8 else None

    def edit_directives(self):
        rng = self.rng
        if not self.directives or rng.random() < 0.3:
            self.directives[f"d{rng.randint(0, 5)}"] = self.directive()
            return
        name = rng.choice(list(self.directives))
        directive = self.directives[name]
        choice = rng.randrange(4)
        if choice == 0:
            del self.directives[name]
        elif choice == 1:
            directive["repeatable"] = not directive["repeatable"]
        elif choice == 2:
            directive["locations"] = rng.sample(LOCATIONS, rng.randint(1, 4))
        else:
            self.edit_inputs(directive["arguments"])

    def replace(self, removed):
        """Points what refers to a removed type to other ones."""
        for type_ in self.types.values():
            for fields in (type_.get("fields", {}),):
                for field in fields.values():
                    for part in [field, *field.get("arguments", {}).values()]:
                        if part["type"].strip("[]!") == removed:
                            part["type"] = part["type"].replace(removed, "Int")
                            if "default" in part:
                                part["default"] = None
            for key in ("members", "interfaces"):
                if removed in type_.get(key, []):
                    type_[key].remove(removed)
                    if key == "members" and not type_[key]:
                        type_[key] = ["Query"]
        for directive in self.directives.values():
            for part in directive["arguments"].values():
                if part["type"].strip("[]!") == removed:
                    part["type"], part["default"] = "Float", None

    def text(self):
        parts = []
        for name, directive in self.directives.items():
            repeatable = " repeatable" if directive["repeatable"] else ""
            parts.append(
                f"directive @{name}{arguments(directive['arguments'])}{repeatable} on "
                + " | ".join(directive["locations"]))
        for name, type_ in self.types.items():
            kind = type_["kind"]
            if kind == "scalar":
                parts.append(f"scalar {name}")
            elif kind == "enum":
                parts.append(f"enum {name} {{ {' '.join(type_['values'])} }}")
            elif kind == "union":
                parts.append(f"union {name} = {' | '.join(type_['members'])}")
            elif kind == "input":
                parts.append(f"input {name} {{ {inputs(type_['fields'])} }}")
            else:
                fields = dict(type_["fields"])
                for interface in type_["interfaces"]:
                    fields = {**self.types[interface]["fields"], **fields}
                implements = " implements " + " & ".join(type_["interfaces"]) if type_["interfaces"] else ""
                body = "\n".join(
                    f"  {field}{arguments(f['arguments'])}: {f['type']}" for field, f in fields.items())
                parts.append(f"{kind} {name}{implements} {{\n{body}\n}}")
        return "\n".join(parts)


def inputs(definitions):
    return ", ".join(
        f"{name}: {d['type']}" + (f" = {d['default']}" if d["default"] else "")
        for name, d in definitions.items())


def arguments(definitions):
    return f"({inputs(definitions)})" if definitions else ""


def make_cases(count, seed):
    rng = random.Random(seed)
    cases = []
    while len(cases) < count:
        schema = Schema(rng)
        old = schema.text()
        try:
            for _ in range(rng.randint(1, 6)):
                schema.edit()
            new = schema.text()
            schemas = [build_schema(old), build_schema(new)]
            for built in schemas:
                assert_valid_schema(built)
        except (GraphQLError, TypeError, KeyError, IndexError, ValueError):
            continue
        cases.append(({"old": old, "new": new}, schemas))
    return cases


def reference(old, new):
    return {
        name: [{"type": change.type.name, "description": change.description} for change in changes]
        for name, changes in (
            ("breaking", find_breaking_changes(old, new)),
            ("dangerous", find_dangerous_changes(old, new)))
    }


def main():
    options = batch.options(count=2000)
    cases = make_cases(options.count, options.seed)
    answers = batch.answers(options.command, [case for case, _ in cases])
    different, changes, categories = 0, 0, set()
    for (case, schemas), answer in zip(cases, answers):
        expected, found = reference(*schemas), answer
        del found["id"]
        changes += sum(len(part) for part in expected.values())
        categories.update(change["type"] for part in expected.values() for change in part)
        if expected != found:
            different += 1
            if different <= options.show:
                print("=" * 80, case["old"], "-" * 40, case["new"], sep="\n")
                print("reference", json.dumps(expected))
                print("ours     ", json.dumps(found))
    print(
        f"{len(cases) - different} of {len(cases)} agree, with {changes} changes of "
        f"{len(categories)} categories")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
