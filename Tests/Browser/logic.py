"""What the explorer's scripts work out without a page: problems, completion, layout, tables."""

import json
import pathlib

SCRIPTS = pathlib.Path(__file__).parents[2] / "Sources/GatewayHTTP/Embedded"
FILES = [
    "lexer",
    "syntax",
    "schema",
    "nearest",
    "values",
    "check",
    "suggest",
    "prettify",
    "json",
    "sparkline",
    "tree",
    "table",
    "matrix",
    "request",
    "link",
]

# What a document's problems say; the text that each underlines stands before the colon.
PROBLEMS = [
    ("{ catalog { packageCount } }", []),
    (
        "{ catalog { packageCont } }",
        [
            'packageCont: Cannot query field "packageCont" on type "Catalog". '
            'Did you mean "packageCount"?'
        ],
    ),
    (
        "{ package(slgu: 1) { id } }",
        ['slgu: Unknown argument "slgu" on field "package". Did you mean "slug"?'],
    ),
    ("{ packages(first: true) { id } }", ['true: Expected a value of type "Int", found true.']),
    (
        "{ packages(orderBy: {title: UP}) { id } }",
        ['UP: Value "UP" does not exist in "OrderDirection" enum.'],
    ),
    (
        "{ packages(orderBy: [{title: ASC, id: DESC}]) { id } }",
        ['{: Exactly one key must be specified for OneOf type "PackageOrder".'],
    ),
    (
        "{ packages(filter: {titel: {eq: 1}}) { id } }",
        ['titel: Field "titel" is not defined by type "PackageFilter". Did you mean "title"?'],
    ),
    (
        "{ search { __typename } }",
        [
            'search: Field "search" argument "query" of type "String!" is required, '
            "but it was not provided."
        ],
    ),
    (
        "{ catalog }",
        [
            'catalog: Field "catalog" of type "Catalog!" must have a selection of subfields. '
            'Did you mean "catalog { ... }"?'
        ],
    ),
    (
        "query Q($a: Int, $b: String) { packages(first: $b) { id } }",
        [
            '$a: Variable "$a" is never used.',
            '$b: Variable "$b" of type "String" used in position expecting type "Int".',
        ],
    ),
    (
        "query Q { packages(first: $n) { id } }",
        ['$n: Variable "$n" is not defined by operation "Q".'],
    ),
    ("{ ...F } fragment F on Query { ...G }", ['G: Unknown fragment "G". Did you mean "F"?']),
    (
        "{ grids { ... on Package { id } } }",
        ['Package: Objects of type "Grid" can never be of type "Package".'],
    ),
    (
        "{ categories { id } } { grids { id } }",
        [
            "{: An operation among others needs a name.",
            "{: An operation among others needs a name.",
        ],
    ),
    (
        "{ categories { id @skp(if: true) } }",
        ['skp: Unknown directive "@skp". Did you mean "skip"?'],
    ),
    ("{ categories { id }", ['{: "{" is never closed.']),
    (
        "query ($n: Nit) { packages(first: $n) { id } }",
        ['Nit: Unknown type "Nit". Did you mean "Int"?'],
    ),
    (
        '{ catalog { revision(a: "b) } }',
        ['a: Unknown argument "a" on field "revision".', '"b) } }: This string is never closed.'],
    ),
    (
        "{a" * 5000,
        ['a: Cannot query field "a" on type "Query".', "{: Brackets nest deeper than 100."],
    ),
]

# The first suggestions at the bar, and what accepting the first one makes of the text.
SUGGESTIONS = [
    ("{ cat| }", ["category", "categories", "catalog"], "{ category {\n  |\n} }"),
    ("{ packages { rep| } }", ["repoUrl", "repoForks", "repoDescription", "repoWatchers"], None),
    ("{ packages { watch| } }", ["repoWatchers"], "{ packages { repoWatchers } }"),
    (
        "{ packages(|) { id } }",
        ["filter", "orderBy", "first", "offset"],
        "{ packages(filter: ) { id } }",
    ),
    ("{ packages(first: 1, |) { id } }", ["filter", "orderBy", "offset"], None),
    ("{ packages(orderBy: {title: |}) { id } }", ["ASC", "DESC"], None),
    ("{ packages(filter: {category: {sl|}}) { id } }", ["slug"], None),
    ('{ search(query: "x", types: [|]) { __typename } }', ["PACKAGE", "GRID"], None),
    ('{ search(query: "x") { ... on | } }', ["Node", "Package", "Grid"], None),
    ("query ($n: Int, $s: String) { packages(first: |) { id } }", ["$n"], None),
    ("query ($n: Int) { packages(first: $|) { id } }", ["n"], None),
    ("query ($n: In|) { categories { id } }", ["Int", "IntFilter"], None),
    ("{ categories @| { id } }", ["include", "skip"], "{ categories @include(|) { id } }"),
    (
        "{ grids { ...| } } fragment G on Grid { id } fragment P on Package { id }",
        ["on", "G"],
        None,
    ),
    ("|", ["query", "mutation", "fragment"], "query {\n  |\n}"),
    ("{ a: cata| }", ["catalog"], None),
    ('{ package(slug: "|") { id } }', [], None),
    ("{ id # na|\n }", [], None),
]

LAYOUTS = [
    ("{a{b,c}}", "{\n  a {\n    b\n    c\n  }\n}\n"),
    (
        "query Q($a:Int=1 $b:[String!]!@d){f(a:$a,b:{c:[1,2]})@skip(if:true){...on T{x}...F}}",
        "query Q($a: Int = 1, $b: [String!]! @d) {\n"
        "  f(a: $a, b: { c: [1, 2] }) @skip(if: true) {\n"
        "    ... on T {\n      x\n    }\n    ...F\n  }\n}\n",
    ),
    (
        "# one\n{ a # two\n b }\nfragment F on T { c }",
        "# one\n{\n  a # two\n  b\n}\n\nfragment F on T {\n  c\n}\n",
    ),
    (
        '{ f(first: "' + "x" * 40 + '", second: "' + "y" * 40 + '") }',
        '{\n  f(\n    first: "' + "x" * 40 + '"\n    second: "' + "y" * 40 + '"\n  )\n}\n',
    ),
    ("{ a", None),
]

# Problems of variables against `query ($n: Int!, $o: [PackageOrder!])`.
VARIABLES = [
    ('{"n": 1}', []),
    ("", ['Variable "$n" of required type "Int!" was not provided.']),
    ('{"n": 1, "m": 2}', ['The operation has no variable "$m". Did you mean "n"?']),
    (
        '{"n": 1, "o": [{"titel": "ASC"}]}',
        ['Field "titel" is not defined by type "PackageOrder". Did you mean "title"?'],
    ),
    ('{"n": 1, "o": [{"title": "UP"}]}', ['Value "UP" does not exist in "OrderDirection" enum.']),
    ('{"n": 1,}', ["JSON has no comma after the last item."]),
    ("{n: 1}", ['Expected a name in quotes, found "n".']),
    ("[1]", ["The variables must be a JSON object."]),
]


def check_logic(page, introspection, expect):
    """Compares whole tables of cases; `expect(what, found, wanted)` records each."""
    source = "\n".join((SCRIPTS / f"{name}.js").read_text() for name in FILES)
    page.run(
        source
        + "\n;globalThis.cases = new Schema("
        + json.dumps(introspection["__schema"])
        + "); 0"
    )
    for text, wanted in PROBLEMS:
        found = page.run(
            f"check(parse({json.dumps(text)}), cases)"
            f".map(({{start, end, message}}) => {json.dumps(text)}.slice(start, end)"
            " + ': ' + message)"
        )
        expect(f"problems of {text[:60]}", found, wanted)
    for marked, wanted, accepted in SUGGESTIONS:
        cursor, text = marked.index("|"), marked.replace("|", "", 1)
        found = page.run(
            f"(() => {{ const document = parse({json.dumps(text)}); check(document, cases);"
            f" return suggest(document, cases, {cursor}); }})()"
        )
        labels = [item["label"] for item in found["items"]]
        expect(f"suggestions at {marked}", labels[: max(len(wanted), 0)], wanted)
        if not wanted:
            expect(f"no suggestion at {marked}", labels, [])
        if accepted:
            text = text[: found["from"]] + found["items"][0]["insert"] + text[found["to"] :]
            expect(f"the first suggestion at {marked}", text, accepted)
    for text, wanted in LAYOUTS:
        found = page.run(f"prettify(parse({json.dumps(text)}))")
        expect(f"layout of {text[:60]}", found, wanted)
        if wanted:
            again = page.run(f"prettify(parse({json.dumps(wanted)}))")
            expect(f"layout of the layout of {text[:60]}", again, wanted)
    for text, wanted in VARIABLES:
        found = page.run(
            "(() => { const document = parse('query ($n: Int!, $o: [PackageOrder!])"
            " { packages(first: $n, orderBy: $o) { id } }'); check(document, cases);"
            f" return checkVariablesJSON(parseJSON({json.dumps(text)}), document.definitions[0],"
            " cases).map(({message}) => message); })()"
        )
        expect(f"problems of the variables {text}", found, wanted)
    expect(
        "a table from nested lists",
        page.run(
            "(() => { const [first, second] = findTables({grids: [{title: 'A',"
            " packages: [{id: 1}]},"
            " {title: 'B', packages: [{id: 2, category: {title: 'x'}}]}]});"
            " return [first.path, csv(first), second.path, csv(second)]; })()"
        ),
        [
            "grids",
            "title,packages\r\nA,1\r\nB,1\r\n",
            "grids.packages",
            "grids ›,id,category.title\r\nA,1,\r\nB,2,x\r\n",
        ],
    )
    expect(
        "CSV quotes what needs it",
        page.run("csv({columns: ['a,b'], rows: [{'a,b': 'say \"x\"'}, {'a,b': null}]})"),
        '"a,b"\r\n"say ""x"""\r\n\r\n',
    )
    expect(
        "header lines",
        page.run("headerFields('# none\\nAuthorization: Bearer a:b\\n\\nX-Y: 1')"),
        {"Authorization": "Bearer a:b", "X-Y": "1"},
    )
