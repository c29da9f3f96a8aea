#!/usr/bin/env python3
"""Compares execution over JSON data with the reference implementation.

    python3 Tests/Differential/execution.py [--count N] [--seed S] COMMAND...

COMMAND speaks the protocol of `gridql execute --batch -`: one JSON object with `id`, `schema`, `data`,
`query`, `variables` and `operationName` a line in, one with `id`, `data` and `errors` a line out. Each
schema is generated, and so are the data, with faults of every kind, and the requests. Data with their
order, messages, locations, paths and the order of errors must agree with graphql-core, the Python port
of graphql-js. Where the two read values differently, graphql-core is first made to do as graphql-js
does: see `imitate_javascript`.

Needs graphql-core 3.3.2. Exit status 0 if everything agrees.
"""

import json
import math
import random
import re
import sys

import batch
from graphql import GraphQLError, build_schema, execute_sync, parse, validate
from graphql import pyutils
from graphql.execution import Executor
from graphql.type import scalars

# --- The reference, made to speak JavaScript ------------------------------------------------------


def js_number_text(number):
    """Number::toString of ECMA-262."""
    if isinstance(number, int):
        return str(number)
    if number == int(number) and abs(number) < 1e21:
        return str(int(number))
    mantissa, _, exponent = repr(abs(number)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = int(exponent or 0) + len(whole) if whole != "0" else int(exponent or 0) - (
        len(fraction) - len(fraction.lstrip("0")))
    digits = digits.rstrip("0")
    sign = "-" if number < 0 else ""
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    rest = "." + digits[1:] if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{rest}e{'+' if point > 0 else ''}{point - 1}"


def js_number(text):
    """Number(text) of ECMA-262, NaN where there is none."""
    text = text.strip(" \t\n\r\v\f\u00a0\ufeff\u2028\u2029")
    if not text:
        return 0.0
    if re.fullmatch(r"0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+", text):
        return float(int(text, 0))
    if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text):
        return float(text)
    return math.nan


def js_inspect(value, seen=0):
    if value is None or value is pyutils.Undefined:
        return "null" if value is None else "undefined"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return js_number_text(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        if not value:
            return "[]"
        if seen >= 2:
            return "[Array]"
        items = [js_inspect(item, seen + 1) for item in value[:10]]
        rest = len(value) - 10
        if rest > 0:
            items.append(f"... {rest} more item{'' if rest == 1 else 's'}")
        return "[" + ", ".join(items) + "]"
    if isinstance(value, dict):
        if not value:
            return "{}"
        if seen >= 2:
            return "[Object]"
        return "{ " + ", ".join(f"{k}: {js_inspect(v, seen + 1)}" for k, v in value.items()) + " }"
    return str(value)


def imitate_javascript():
    original = pyutils.inspect
    for name, module in list(sys.modules.items()):
        if name.startswith("graphql") and getattr(module, "inspect", None) is original:
            module.inspect = js_inspect

    def integer(text):
        number = js_number(text) if text else math.nan
        if not math.isfinite(number) or number != int(number):
            raise GraphQLError("Int cannot represent non-integer value: " + js_inspect(text))
        if not scalars.GRAPHQL_MIN_INT <= number <= scalars.GRAPHQL_MAX_INT:
            raise GraphQLError(
                "Int cannot represent non 32-bit signed integer value: " + js_inspect(text))
        return int(number)

    def floating(text):
        number = js_number(text) if text else math.nan
        if not math.isfinite(number):
            raise GraphQLError("Float cannot represent non numeric value: " + js_inspect(text))
        return number

    scalars.coerce_int_from_string = integer
    scalars.coerce_float_from_string = floating
    scalars.coerce_string_from_number = js_number_text
    scalars.coerce_float_from_int = float
    id_text = scalars.coerce_id_from_number
    scalars.coerce_id_from_number = lambda number: id_text(number) and js_number_text(number)


def reference(case):
    try:
        schema = SCHEMAS[case["schema"]]
        document = parse(case["query"])
        problems = validate(schema, document)
        if problems:
            return {"errors": [formatted(error) for error in problems]}
        result = execute_sync(
            schema, document, root_value=case["data"], variable_values=case.get("variables"),
            operation_name=case.get("operationName"))
    except GraphQLError as error:
        return {"errors": [formatted(error)]}
    response = {}
    if result.errors:
        response["errors"] = [formatted(error) for error in result.errors]
    # A refused request has no data; graphql-core leaves that to whoever formats the result.
    executor = Executor.build(
        schema, document, raw_variable_values=case.get("variables"),
        operation_name=case.get("operationName"))
    if isinstance(executor, Executor):
        response["data"] = plain(result.data)
    return response


def formatted(error):
    message = error.message.replace("'", '"')
    message = message.replace("resolve_type", "resolveType").replace("is_type_of", "isTypeOf")
    message = re.sub("not to be None.$", "not to be null.", message)
    return {
        "message": message,
        "locations": [{"line": l.line, "column": l.column} for l in error.locations or []],
        "path": error.path,
    }


def ours(response):
    answer = {}
    if "errors" in response:
        answer["errors"] = [
            {
                "message": error["message"].replace("'", '"'),
                "locations": error.get("locations", []),
                "path": error.get("path"),
            }
            for error in response["errors"]
        ]
    if "data" in response:
        answer["data"] = plain(response["data"])
    return answer


def plain(value):
    """Numbers that are equal in JSON become equal texts."""
    if isinstance(value, float) and value == int(value):
        return int(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


# --- Schemas --------------------------------------------------------------------------------------

BUILT_IN = ["Int", "Float", "String", "Boolean", "ID"]


class Type:
    def __init__(self, kind, name):
        self.kind, self.name = kind, name
        self.fields = {}
        self.interfaces = []
        self.members = []


class Field:
    def __init__(self, type_text, arguments):
        self.type, self.arguments = type_text, arguments


def named(type_text):
    return type_text.strip("[]!")


class SchemaGenerator:
    def __init__(self, rng):
        self.rng = rng
        self.types = {}

    def make(self):
        rng = self.rng
        kinds = {
            "scalar": ["S0"], "enum": [f"E{i}" for i in range(rng.randint(1, 2))],
            "input": [f"I{i}" for i in range(rng.randint(1, 3))],
            "interface": [f"N{i}" for i in range(rng.randint(1, 3))],
            "type": [f"T{i}" for i in range(rng.randint(2, 5))],
            "union": [f"U{i}" for i in range(rng.randint(1, 2))],
        }
        self.kinds = kinds
        roots = ["Query"] + [r for r in ("Mutation", "Subscription") if rng.random() < 0.6]
        for kind, names in kinds.items():
            for name in names:
                self.types[name] = Type(kind, name)
        for name in roots:
            self.types[name] = Type("type", name)
        self.inputs = BUILT_IN + kinds["scalar"] + kinds["enum"] + kinds["input"]
        self.leaves = BUILT_IN * 2 + kinds["scalar"] + kinds["enum"]
        self.composites = kinds["type"] + kinds["interface"] + kinds["union"]
        text = ["scalar S0"]
        for name in kinds["enum"]:
            self.types[name].members = [f"{name}_{v}" for v in "ABC"[:rng.randint(1, 3)]]
            text.append(f"enum {name} {{ {' '.join(self.types[name].members)} }}")
        for index, name in enumerate(kinds["input"]):
            text.append(self.input_object(index, name))
        for index, name in enumerate(kinds["interface"]):
            type_ = self.types[name]
            for other in kinds["interface"][:index]:
                if rng.random() < 0.4:
                    self.implement(type_, other)
            self.add_fields(type_, rng.randint(1, 3))
            text.append(self.fielded("interface", type_))
        for name in kinds["type"] + roots:
            type_ = self.types[name]
            for other in kinds["interface"]:
                if name not in roots and rng.random() < 0.6:
                    self.implement(type_, other)
            self.add_fields(type_, rng.randint(2, 5))
            text.append(self.fielded("type", type_))
        for name in kinds["union"]:
            members = rng.sample(kinds["type"], rng.randint(1, len(kinds["type"])))
            self.types[name].members = members
            text.append(f"union {name} = {' | '.join(members)}")
        rng.shuffle(text)
        self.text = "\n".join(text)
        return self

    def implement(self, type_, interface):
        for name in self.types[interface].interfaces + [interface]:
            if name not in type_.interfaces:
                type_.interfaces.append(name)
                for field, definition in self.types[name].fields.items():
                    stricter = definition.type
                    if self.rng.random() < 0.3 and not stricter.endswith("!"):
                        stricter += "!"
                    known = type_.fields.get(field)
                    if known is None or not known.type.endswith("!"):
                        type_.fields[field] = Field(stricter, definition.arguments)

    def wrapped(self, name, non_null=0.3):
        rng = self.rng
        text = name + ("!" if rng.random() < non_null else "")
        while rng.random() < 0.3:
            text = f"[{text}]" + ("!" if rng.random() < non_null else "")
        return text

    def add_fields(self, type_, count):
        for index in range(count):
            name = f"{type_.name.lower()}{'abcdefgh'[index]}"
            if self.rng.random() < 0.5:
                text = self.wrapped(self.rng.choice(self.leaves))
            else:
                text = self.wrapped(self.rng.choice(self.composites), 0.2)
            arguments = {}
            for position in range(self.rng.choice([0, 0, 0, 1, 2])):
                arguments[f"x{position}"] = self.input_type(self.inputs)
            type_.fields[name] = Field(text, arguments)

    def input_type(self, names):
        text = self.wrapped(self.rng.choice(names), 0.35)
        default = None
        if self.rng.random() < 0.35:
            default = self.literal(text)
        return text, default

    def input_object(self, index, name):
        type_ = self.types[name]
        is_one_of = self.rng.random() < 0.25
        for position in range(self.rng.randint(1, 3)):
            choices = BUILT_IN + self.kinds["enum"] + self.kinds["input"][:index]
            text, default = self.input_type(choices)
            if is_one_of:
                text, default = text.rstrip("!"), None
            type_.fields[f"k{position}"] = Field(text, {"": (text, default)})
        type_.members = ["oneOf"] if is_one_of else []
        body = " ".join(
            f"{field}: {f.type}" + (f" = {f.arguments[''][1]}" if f.arguments[""][1] else "")
            for field, f in type_.fields.items())
        return f"input {name}{' @oneOf' if is_one_of else ''} {{ {body} }}"

    def fielded(self, keyword, type_):
        implements = " implements " + " & ".join(type_.interfaces) if type_.interfaces else ""
        body = "\n".join(
            f"  {name}{self.arguments(field)}: {field.type}" for name, field in type_.fields.items())
        return f"{keyword} {type_.name}{implements} {{\n{body}\n}}"

    def arguments(self, field):
        if not field.arguments:
            return ""
        return "(" + ", ".join(
            f"{name}: {text}" + (f" = {default}" if default else "")
            for name, (text, default) in field.arguments.items()) + ")"

    def literal(self, text, depth=0, variables=None, location_has_default=False):
        """A literal that is valid for a type, or a variable."""
        rng = self.rng
        if variables is not None and rng.random() < 0.35:
            variable = variables.of_type(text, location_has_default)
            if variable:
                return variable
        if not text.endswith("!") and variables is not None and rng.random() < 0.1:
            return "null"
        return self.non_null_literal(text.rstrip("!"), depth, variables)

    def non_null_literal(self, text, depth, variables):
        rng = self.rng
        if text.startswith("["):
            element = text[1:-1]
            if rng.random() < 0.3:
                return self.literal(element.rstrip("!"), depth + 1)
            return "[" + ", ".join(
                self.literal(element, depth + 1, variables) for _ in range(rng.randint(0, 2))) + "]"
        if text in BUILT_IN or text == "S0":
            return {
                "Int": "3", "Float": rng.choice(["1.5", "2"]), "String": '"s"',
                "Boolean": rng.choice(["true", "false"]), "ID": rng.choice(["4", '"i"']),
                "S0": rng.choice(["1", '"x"', "{a: [1]}"]),
            }[text]
        type_ = self.types[text]
        if type_.kind == "enum":
            return rng.choice(type_.members)
        if type_.members == ["oneOf"]:
            field = rng.choice(list(type_.fields))
            return f"{{{field}: {self.non_null_literal(type_.fields[field].type, depth, None)}}}"
        given = []
        for name, field in type_.fields.items():
            required = field.type.endswith("!") and not field.arguments[""][1]
            if required or rng.random() < 0.4 and depth < 3:
                value = self.literal(
                    field.type, depth + 1, variables, field.arguments[""][1] is not None)
                given.append(f"{name}: {value}")
        return "{" + ", ".join(given) + "}"

    def possible(self, name):
        type_ = self.types[name]
        if type_.kind == "union":
            return type_.members
        if type_.kind == "interface":
            return [t for t in self.kinds["type"] if name in self.types[t].interfaces]
        return [name]


# --- Data -----------------------------------------------------------------------------------------

STRANGE = [
    0, 1, -1, 2147483647, 2147483648, -2147483649, 1.0, 1.5, -0.5, 1e-7, 0.0001, 1e16, 1e21, 1.5e300,
    9007199254740991, "", " ", "x", "12", " 7 ", "1.0", "1.5", "0x1F", "0b11", "1e3", "1e", ".5", "5.",
    "-3", "+4", "--1", "2147483648", "Infinity", "NaN", "true", "1_000", "\u00a09", True, False, [], {},
    [1], [[], {}], {"a": 1}, {"a": {"b": {"c": [1]}}}, [[[["deep"]]]], list(range(12)), list(range(11)),
    {"__typename": "T0"}, "E0_A", "e0_a", "é\n\"q\"", "\u2028",
]


class DataGenerator:
    def __init__(self, schema, rng, faults):
        self.schema, self.rng, self.faults = schema, rng, faults
        self.budget = 400

    def value(self, text, depth=0):
        rng = self.rng
        self.budget -= 1
        if rng.random() < self.faults:
            return rng.choice(STRANGE)
        if text.endswith("!"):
            return None if rng.random() < self.faults else self.present(text[:-1], depth)
        return None if rng.random() < 0.1 else self.present(text, depth)

    def present(self, text, depth):
        rng = self.rng
        if text.startswith("["):
            count = rng.randint(0, 3) if self.budget > 0 else 0
            return [self.value(text[1:-1], depth) for _ in range(count)]
        if text in BUILT_IN:
            return {
                "Int": rng.choice([1, 2, 30, "7", 4.0]), "Float": rng.choice([1.5, 2, "2.5", -0.25]),
                "String": rng.choice(["text", "", 5, True, 1.5, 1.0]),
                "Boolean": rng.choice([True, False, 0, 1]),
                "ID": rng.choice(["id", 7, 3.0]),
            }[text]
        type_ = self.schema.types[text]
        if type_.kind == "scalar":
            return rng.choice([1, 1.5, "s", True, [1, None], {"z": 1, "a": [{}]}, []])
        if type_.kind == "enum":
            return rng.choice(type_.members)
        return self.object(text, depth)

    def object(self, name, depth):
        rng = self.rng
        if depth > 5 or self.budget < 0:
            return None
        result = {}
        possible = self.schema.possible(name)
        concrete = rng.choice(possible) if possible else "T0"
        fault = rng.random() < self.faults
        if self.schema.types[name].kind != "type":
            result["__typename"] = concrete
            if fault:
                strange = rng.choice(["absent", "T0", "T1", "N0", "E0", "Int", "Nope", "", None, 5, ["T0"]])
                result["__typename"] = strange
                if strange == "absent":
                    del result["__typename"]
        for field, definition in self.schema.types[concrete].fields.items():
            if rng.random() > self.faults / 2:
                result[field] = self.value(definition.type, depth + 1)
        return result


# --- Requests -------------------------------------------------------------------------------------


class Variables:
    def __init__(self, schema, rng):
        self.schema, self.rng = schema, rng
        self.definitions = {}

    def of_type(self, text, location_has_default):
        rng = self.rng
        known = [n for n, (t, _) in self.definitions.items() if t == text]
        if known and rng.random() < 0.6:
            return "$" + rng.choice(known)
        name = f"v{len(self.definitions)}"
        declared, default = text, None
        if rng.random() < 0.4:
            default = self.schema.non_null_literal(text.rstrip("!"), 0, None)
            if text.endswith("!") and rng.random() < 0.7:
                declared = text[:-1]
        elif text.endswith("!") and location_has_default and rng.random() < 0.5:
            declared = text[:-1]
        elif not text.endswith("!") and rng.random() < 0.2:
            declared = text + "!"
        self.definitions[name] = (declared, default)
        return "$" + name

    def text(self):
        if not self.definitions:
            return ""
        return "(" + ", ".join(
            f"${name}: {text}" + (f" = {default}" if default else "")
            for name, (text, default) in self.definitions.items()) + ")"

    def values(self, faults):
        rng = self.rng
        values = {}
        for name, (text, default) in self.definitions.items():
            required = text.endswith("!") and default is None
            if not required and rng.random() < 0.3:
                continue
            if rng.random() < faults:
                if rng.random() < 0.7:
                    values[name] = rng.choice(STRANGE + [None])
                continue
            values[name] = self.value(text)
        return values

    def value(self, text):
        rng = self.rng
        if text.endswith("!"):
            return self.present(text[:-1])
        return None if rng.random() < 0.15 else self.present(text)

    def present(self, text):
        rng = self.rng
        if text.startswith("["):
            if rng.random() < 0.2:
                return self.present(text[1:-1].rstrip("!"))
            return [self.value(text[1:-1]) for _ in range(rng.randint(0, 2))]
        simple = {"Int": 1, "Float": 2.5, "String": "s", "Boolean": rng.random() < 0.5, "ID": "i", "S0": {"q": [1]}}
        if text in simple:
            return simple[text]
        type_ = self.schema.types[text]
        if type_.kind == "enum":
            return rng.choice(type_.members)
        if type_.members == ["oneOf"]:
            field = rng.choice(list(type_.fields))
            return {field: self.present(type_.fields[field].type)}
        result = {}
        for name, field in type_.fields.items():
            if field.type.endswith("!") and not field.arguments[""][1] or rng.random() < 0.5:
                result[name] = self.value(field.type)
        return result


class RequestGenerator:
    def __init__(self, schema, rng):
        self.schema, self.rng = schema, rng
        self.fragments = {}
        self.variables = Variables(schema, rng)
        self.aliases = {}

    def directives(self):
        rng = self.rng
        text = ""
        for name in ("skip", "include"):
            if rng.random() < 0.1:
                condition = rng.choice(["true", "false"])
                if rng.random() < 0.6:
                    condition = self.variables.of_type("Boolean!", False)
                text += f" @{name}(if: {condition})"
        return text

    def selections(self, name, depth):
        rng = self.rng
        type_ = self.schema.types[name]
        parts = []
        for _ in range(rng.randint(1, 4)):
            kind = rng.random()
            if kind < 0.1:
                alias = rng.choice(["", "", "t: "])
                parts.append(f"{alias}__typename{self.directives()}")
            elif kind < 0.65 and type_.fields:
                parts.append(self.field(type_, depth))
            elif depth > 0:
                target = self.related(name)
                if rng.random() < 0.5:
                    condition = "" if rng.random() < 0.2 else f" on {target}"
                    inner = name if not condition else target
                    parts.append(
                        f"...{condition}{self.directives()} {{ {self.selections(inner, depth - 1)} }}")
                else:
                    parts.append(f"...{self.fragment(target, depth)}{self.directives()}")
        return rng.choice(["\n", " "]).join(parts) or "__typename"

    def related(self, name):
        """A type that has an object type in common with another."""
        possible = set(self.schema.possible(name))
        related = [
            t for t in self.schema.composites + [name] if possible & set(self.schema.possible(t))]
        return self.rng.choice(related or [name])

    def fragment(self, type_name, depth):
        known = [n for n, (t, d, _) in self.fragments.items() if t == type_name and d < depth]
        if known and self.rng.random() < 0.5:
            return self.rng.choice(known)
        name = f"F{len(self.fragments)}"
        self.fragments[name] = (type_name, 99, "")
        text = self.selections(type_name, depth - 1)
        self.fragments[name] = (type_name, depth, text)
        return name

    def field(self, type_, depth, directives=None):
        rng = self.rng
        name = rng.choice(list(type_.fields))
        field = type_.fields[name]
        given = []
        for argument, (text, default) in field.arguments.items():
            if text.endswith("!") and default is None or rng.random() < 0.5:
                given.append(
                    f"{argument}: {self.schema.literal(text, 0, self.variables, default is not None)}")
        rng.shuffle(given)
        arguments = f"({', '.join(given)})" if given else ""
        alias = ""
        if field.arguments:
            key = (name, arguments)
            alias = self.aliases.setdefault(key, f"{name}_{len(self.aliases)}") + ": "
        elif rng.random() < 0.15:
            alias = f"{name}_x: "
        text = f"{alias}{name}{arguments}{self.directives() if directives is None else directives}"
        target = self.schema.types.get(named(field.type))
        if target and target.kind in ("type", "interface", "union"):
            inner = self.selections(target.name, depth - 1) if depth > 0 else "__typename"
            text += f" {{ {inner} }}"
        return text

    def request(self, faults):
        rng = self.rng
        roots = [r for r in ("Query", "Mutation", "Subscription") if r in self.schema.types]
        root = rng.choice(["Query"] * 3 + roots)
        if root == "Subscription":
            body = self.field(self.schema.types[root], 3, "")
        else:
            body = self.selections(root, rng.randint(1, 4))
        if root == "Query" and rng.random() < 0.1:
            body += " __type(name: \"T0\") { name kind fields { name type { kind name } } }"
        if root == "Query" and rng.random() < 0.05:
            body += " __schema { queryType { name } types { name } }"
        name, operation_name = "", None
        more = ""
        kind = rng.random()
        if kind < 0.2:
            name, operation_name = " Q", rng.choice(["Q"] * 6 + [None, "Nope", ""])
        if 0.1 < kind < 0.2:
            more = " query Other { __typename }"
        text = f"{root.lower()}{name}{self.variables.text()} {{ {body} }}"
        for fragment, (type_name, _, inner) in self.fragments.items():
            text += f"\nfragment {fragment} on {type_name} {{ {inner} }}"
        return text + more, operation_name, self.variables.values(faults)


SCHEMAS = {}


def make_cases(count, seed):
    rng = random.Random(seed)
    cases = []
    while len(cases) < count:
        schema = SchemaGenerator(rng).make()
        try:
            SCHEMAS[schema.text] = build_schema(schema.text)
            if validate(SCHEMAS[schema.text], parse("{ __typename }")):
                continue
        except (GraphQLError, TypeError):
            continue
        for _ in range(8):
            faults = rng.choice([0, 0.03, 0.1, 0.3])
            request = RequestGenerator(schema, rng)
            query, operation_name, variables = request.request(rng.choice([0, 0, 0.2]))
            root = "Query"
            for candidate in ("mutation", "subscription"):
                if query.startswith(candidate):
                    root = candidate.capitalize()
            data = DataGenerator(schema, rng, faults).object(root, 0)
            if rng.random() < 0.02:
                data = rng.choice(STRANGE + [None])
            case = {
                "schema": schema.text, "data": data, "query": query,
                "variables": variables,
            }
            if operation_name is not None:
                case["operationName"] = operation_name
            cases.append(case)
    return cases


def main():
    options = batch.options(count=2000)
    imitate_javascript()
    cases = make_cases(options.count, options.seed)
    answers = batch.answers(options.command, cases)
    different, executed, failed = 0, 0, 0
    for case, answer in zip(cases, answers):
        expected, found = reference(case), ours(answer)
        executed += "data" in expected
        failed += "data" in expected and "errors" in expected
        if json.dumps(expected) != json.dumps(found):
            different += 1
            if different <= options.show:
                print("=" * 80, case["schema"], "-" * 40, case["query"], sep="\n")
                print("variables", json.dumps(case["variables"]), case.get("operationName"))
                print("data     ", json.dumps(case["data"]))
                print("reference", json.dumps(expected))
                print("ours     ", json.dumps(found))
    print(
        f"{len(cases) - different} of {len(cases)} agree; {executed} were executed, {failed} of them "
        "with errors")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
