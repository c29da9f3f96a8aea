"""Attacks by GraphQL documents: what a short text may ask for."""

from registry import attack

LIMIT, PARSE, VALIDATION = "LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"
BAD_INPUT, TIMEOUT = "BAD_USER_INPUT", "TIMEOUT"


def nested(opening, inner, closing, levels):
    return opening * levels + inner + closing * levels


@attack("nested fields: 18 to 5,000 levels", 200, LIMIT)
def nested_fields(target):
    for levels in (9, 10, 30, 1_000, 2_500):
        document = nested("grids { packages { ", "id", "} }", levels)
        yield target.ask("{ packages(first: 1) { " + document + " } }")


@attack("braces that never close", PARSE, LIMIT, 413)
def open_braces(target):
    for levels in (1_000, 14_000, 500_000):
        yield target.ask("{a" * levels)


@attack("deep literals: lists, objects, types", PARSE, LIMIT, VALIDATION)
def deep_literals(target):
    for levels in (100, 4_000, 100_000):
        yield target.ask("{ nodes(nodeIds: " + nested("[", "", "]", levels) + ") { nodeId } }")
        yield target.ask(
            "{ packages(filter: " + nested("{not:", "{}", "}", levels) + ") { id } }")
        yield target.ask("query ($a: " + nested("[", "Int", "]", levels) + ") { __typename }")


@attack("aliases: 101 and 5,000 at the root", LIMIT)
def root_aliases(target):
    for count in (101, 5_000):
        yield target.ask("{" + " ".join(f"a{i}: __typename" for i in range(count)) + "}")


@attack("aliases: 100 of the costliest list", 200, LIMIT, TIMEOUT)
def costly_aliases(target):
    field = "packages(first: 1000) { grids { packages { id title } } }"
    yield target.ask("{" + " ".join(f"a{i}: {field}" for i in range(100)) + "}")
    yield target.ask("{" + " ".join(
        f"a{i}: packages(first: 1000, filter: {{title: {{contains: \"{i}\"}}}}) {{ id }}"
        for i in range(100)) + "}")


@attack("the same field 500 and 14,000 times", 200, LIMIT)
def repeated_fields(target):
    for count in (500, 14_000):
        yield target.ask("{" + "__typename " * count + "}")


@attack("fragment cycles: direct, by two, by a thousand", VALIDATION)
def fragment_cycles(target):
    yield target.ask("{ ...A } fragment A on Query { ...A }")
    yield target.ask("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")
    chain = " ".join(f"fragment F{i} on Query {{ ...F{(i + 1) % 1000} }}" for i in range(1000))
    yield target.ask("{ ...F0 } " + chain)


@attack("a chain of 2,500 fragments", 200, LIMIT, VALIDATION)
def fragment_chain(target):
    chain = " ".join(f"fragment F{i} on Query {{ ...F{i + 1} }}" for i in range(2_499))
    yield target.ask("{ ...F0 } " + chain + " fragment F2499 on Query { __typename }")


@attack("fragment bombs: 2 and 3 to the power of 30", 200, LIMIT, VALIDATION)
def fragment_bombs(target):
    for spreads in ("...F{n} ...F{n}", "a: __typename ...F{n} b: __typename ...F{n} ...F{n}"):
        bomb = " ".join(f"fragment F{i} on Query {{ " + spreads.format(n=i + 1) + " }"
                        for i in range(30))
        yield target.ask("{ ...F0 } " + bomb + " fragment F30 on Query { __typename }")
    # Every level asks for two objects, under two names: the answer would double each time.
    levels = " ".join(
        f"fragment G{i} on Grid {{ a: packages {{ grids {{ ...G{i + 1} }} }} "
        f"b: packages {{ grids {{ ...G{i + 1} }} }} }}" for i in range(8))
    yield target.ask("{ grids { ...G0 } } " + levels + " fragment G8 on Grid { id }")


@attack("names that overlap: 200 fields against each other", 200, LIMIT, VALIDATION)
def overlapping_fields(target):
    same = " ".join(f"x: package(id: {i}) {{ id }}" for i in range(200))
    yield target.ask("{" + same + "}")
    fragments = " ".join(
        f"fragment F{i} on Package {{ x: title ...F{i + 1} ...F{i + 2} grids {{ packages {{ "
        f"...F{i + 1} }} }} }}" for i in range(60))
    ends = " ".join(f"fragment F{i} on Package {{ id }}" for i in (60, 61))
    yield target.ask("{ packages { ...F0 ...F1 } } " + fragments + ends)


@attack("inline fragments: 5,000 levels", LIMIT, PARSE)
def inline_fragments(target):
    yield target.ask("{" + nested("... on Query {", "__typename", "}", 5_000) + "}")
    yield target.ask("{" + nested("... {", "__typename", "}", 3_000) + "}")


@attack("directives: 10 and 5,000 at one place, known or not", LIMIT, VALIDATION)
def directives(target):
    for count in (10, 5_000):
        yield target.ask("{ __typename " + "@aa" * count + "}")
        yield target.ask("{ __typename " + "@skip(if: false)" * (count // 2) + "}")


@attack("introspection in circles", LIMIT, VALIDATION)
def circular_introspection(target):
    for levels in (4, 9, 500):
        inner = nested("fields { type { ", "name", "} }", levels)
        yield target.ask("{ __schema { types { " + inner + " } } }")
        yield target.ask("{ __type(name: \"Package\") { " +
                         nested("possibleTypes { interfaces { ", "name", "} }", levels) + " } }")


@attack("introspection: the standard query 50 times over", 200, LIMIT)
def wide_introspection(target):
    fields = "types { fields { args { type { name } } type { name ofType { name } } } }"
    yield target.ask("{" + " ".join(f"a{i}: __schema {{ {fields} }}" for i in range(50)) + "}")


@attack("2,000 operations, and 2,000 of one name", VALIDATION, LIMIT, 200)
def operations(target):
    yield target.ask(" ".join(f"query A{i} {{ __typename }}" for i in range(2_000)),
                     operationName="A7")
    yield target.ask("query A { __typename } " * 2_000, operationName="A")


@attack("2,000 variables, unused or of one name", VALIDATION, LIMIT)
def variables(target):
    yield target.ask("query (" + "".join(f"$v{i}: Int " for i in range(2_000)) + ") {__typename}")
    yield target.ask("query (" + "$v: Int " * 2_000 + ") { __typename }")


@attack("4,000 unknown fields, arguments, types", VALIDATION, LIMIT)
def unknown_names(target):
    yield target.ask("{" + " ".join(f"packagez{i}" for i in range(4_000)) + "}")
    yield target.ask("{ packages(" + " ".join(f"fist{i}: 1" for i in range(3_000)) + ") { id } }")
    yield target.ask(" ".join(f"fragment F{i} on Packag{i} {{ id }}" for i in range(2_000)))


@attack("a megabyte of commas, comments, a name, a string", 200, PARSE, VALIDATION, 413, LIMIT)
def long_tokens(target):
    size = 1_000_000
    yield target.ask("{ __typename " + "," * size + "}")
    yield target.ask("{ __typename #" + "x" * size + "\n}")
    yield target.ask("{ " + "x" * size + " }")
    yield target.ask('{ package(slug: "' + "x" * size + '") { id } }')
    yield target.ask('{ package(slug: """' + "\n  x" * (size // 8) + '""") { id } }')
    yield target.ask("{ __typename }" + "\ufeff" * (size // 8))


@attack("10 MB of one string", 413)
def ten_megabytes(target):
    yield target.post(b'{"query": "' + b"x" * 10_000_000 + b'"}')
    yield target.post(b'{"query": "{a}", "variables": {"a": "' + b"y" * 10_000_000 + b'"}}')


@attack("rows: every grid with every package, five times over", 200, LIMIT, TIMEOUT)
def all_rows(target):
    grids = "grids(first: 1000) { packages { title repoDescription grids { packages { title } } } }"
    yield target.ask("{" + grids + "}")
    yield target.ask("{ packages(first: 1000) { grids { packages { grids { packages { grids { "
                     "packages { title } } } } } } } }")
    yield target.ask("{ packages(first: 1000) { history(first: 1000) { fields { after } } } }")


@attack("numbers: 100,000 digits, huge exponents, 2 to the 31", PARSE, VALIDATION, BAD_INPUT, LIMIT,
        200)
def numbers(target):
    for number in ("9" * 100_000, "1e" + "9" * 1_000, "1." + "3" * 100_000, "-0", "2147483648",
                   "-2147483649", "9223372036854775808", "1e308", "0" * 1_000, "1.0"):
        yield target.ask("{ packages(first: " + number + ") { id } }")
        yield target.ask("{ package(id: " + number + ") { id } }")
        yield target.ask("{ changes(since: " + number + ") { revision } }")
    for number in (2**31 - 1, 2**31, -1, -(2**31), 2**63, 2**64, 1e300, 0):
        yield target.ask("query ($n: Int) { packages(first: $n) { id } }", {"n": number})
        yield target.ask("query ($n: Int) { packages(first: 1, offset: $n) { id } }", {"n": number})


@attack("escapes: lone surrogates, past U+10FFFF, NUL", PARSE, 200)
def escapes(target):
    for escape in (r"\uD800", r"\uDFFF\uD800", r"\u{110000}", r"\u{D800}",
                   r"\u{" + "0" * 5_000 + "41}",
                   r"\u0000", r"\u{FFFFFFFFFFFFFFFFFF}", r"\u", r"\x41", "\\"):
        yield target.ask('{ package(slug: "' + escape + '") { id } }')


@attack("filters: deep, wide, and long lists", 200, LIMIT, BAD_INPUT, "BAD_REQUEST")
def filters(target):
    ask = "query ($f: PackageFilter) { packages(filter: $f, first: 5) { id } }"
    for levels in (20, 48, 200, 5_000):
        deep = {"title": {"eq": "a"}}
        for _ in range(levels):
            deep = {"not": deep}
        yield target.ask(ask, {"f": deep}) if levels < 900 else target.post(
            ('{"query": "%s", "variables": {"f": %s}}' % (
                ask, nested('{"not":', "{}", "}", levels))).encode())
    for key in ("or", "and"):
        yield target.ask(ask,
                         {"f": {key: [{"title": {"contains": f"t{i}"}} for i in range(9_000)]}})
        yield target.ask(ask, {"f": {key: [{"grids": {"some": {"packages": {"none": {
            "title": {"contains": str(i)}}}}}} for i in range(300)]}})
    yield target.ask(ask, {"f": {"id": {"in": list(range(100_000))}}})
    yield target.ask(ask, {"f": {"slug": {"notIn": [f"s{i}" for i in range(60_000)]}}})


@attack("an order by 1,000 fields", 200, LIMIT, BAD_INPUT)
def orders(target):
    order = [{"repoWatchers": "DESC"}, {"title": "ASC"}, {"created": "ASC"}] * 333
    yield target.ask("query ($o: [PackageOrder!]) { packages(orderBy: $o, first: 5) { id } }",
                     {"o": order})


@attack("patterns that backtrack in LIKE, GLOB or a regular expression", 200, LIMIT, BAD_INPUT,
        TIMEOUT)
def patterns(target):
    ask = ("query ($p: String!) { packages(filter: {or: [{title: {contains: $p}}, "
           "{repoDescription: {endsWith: $p}}, {slug: {startsWith: $p}}]}) { id } }")
    for pattern in ("%_" * 10_000, "%a" * 5_000, "(a+)+$" * 100, "[a-z]*" * 1_000, "a" * 100_000,
                    "^(([a-z])+.)+[A-Z]([a-z])+$", "*" * 10_000, "\\" * 10_000):
        yield target.ask(ask, {"p": pattern})


@attack("full-text queries of 100,000 words and of syntax", 200, LIMIT, BAD_INPUT, TIMEOUT)
def full_text(target):
    ask = "query ($q: String!) { search(query: $q) { __typename } }"
    for text in ("a " * 100_000, "a* " * 30_000, '"' * 9_999, "NEAR(a b, 9999999)", "a OR b NOT c",
                 "title:a", "{title slug}:a", "^a", "-a", "a + b", "(((((", "*", "\u0000",
                 "a" * 200_000,
                 "\U0001f4a9 " * 5_000, "e\u0301" * 20_000, "AND", '" OR 1=1 --'):
        yield target.ask(ask, {"q": text})


@attack("20,000 node ids at once, the same or all different", 200, LIMIT, BAD_INPUT)
def many_nodes(target):
    one = target.ask("{ packages(first: 1) { nodeId } }").data["packages"][0]["nodeId"]
    ask = "query ($ids: [ID!]!) { nodes(nodeIds: $ids) { nodeId ... on Package { title } } }"
    yield target.ask(ask, {"ids": [one] * 20_000})
    yield target.ask(ask, {"ids": [f"{one}{i}" for i in range(20_000)]})
