"""Opens the explorer in a headless Chromium and uses it.

    python3 Tests/Browser/explorer.py [--gridql PROGRAM | --url URL] [--screenshots FOLDER]

With a program, serves its sample catalog for the while; with a URL, uses what is there, which must
hold the sample catalog's packages. Prints each failure and the page's figures; exits with 1 if
anything failed.
"""

import argparse
import gzip
import json
import pathlib
import statistics
import subprocess
import sys
import urllib.request

from chromium import Chromium, Failure, Page
from logic import check_logic

QUERY = "document.querySelector('#query-text')"


class Run:
    """The checks, one browser for all of them."""

    def __init__(self, url, folder):
        self.url = url
        self.folder = folder
        self.browser = Chromium()
        self.failures = []
        self.count = 0

    def expect(self, what, found, wanted):
        self.count += 1
        if found != wanted:
            self.failures.append(f"{what}:\n  found  {found!r}\n  wanted {wanted!r}")

    def page(self, query="", **size):
        page = Page(self.browser, **size)
        page.open(self.url + query)
        page.until("document.querySelectorAll('.docs .entry').length > 5")
        return page

    def shot(self, page, name):
        if self.folder:
            page.run("new Promise(done => setTimeout(done, 150))")
            page.screenshot(self.folder / f"{name}.png")

    def text(self, page):
        return page.run(f"{QUERY}.value")

    def write(self, page, text):
        page.click("#query-text")
        page.press("Control+a", "Backspace")
        page.type(text)

    def answered(self, page):
        page.until(
            "!document.querySelector('#answer').hidden"
            " && document.querySelector('#result').ariaBusy !== 'true'"
        )

    # First visit

    def loads(self):
        page = self.page()
        self.expect("the title", page.run("document.title"), "gridql explorer")
        page.until("document.querySelector('#title').textContent.includes('compared in')")
        self.shot(page, "01-first-visit")
        hosts = {
            request["request"]["url"].split("?")[0]
            for request in page.heard("Network.requestWillBeSent")
            if not request["request"]["url"].startswith("data:")
        }
        self.expect("where requests went", hosts, {self.url})
        self.expect("console", page.heard("Runtime.consoleAPICalled"), [])
        self.expect("exceptions", page.heard("Runtime.exceptionThrown"), [])
        self.expect(
            "complaints", [entry["entry"]["text"] for entry in page.heard("Log.entryAdded")], []
        )
        self.expect("names for everything that can be pressed", unnamed(page), [])
        page.close()

    def examples(self):
        page = self.page()
        for number, sign in [
            (2, ".matrix .for"),
            (3, "#panel-table .sparkline"),
            (1, "[role=tree]"),
        ]:
            page.run("document.querySelector('#tab-examples').click()")
            page.click(f"#side-examples li:nth-child({number}) button")
            page.until(f"!!document.querySelector('{sign}')")
            self.shot(page, f"02-example-{number}")
        page.close()

    # Writing

    def completes(self):
        page = self.page()
        self.write(page, "{ pack")
        page.until("!document.querySelector('.popup:not([hidden])')?.hidden")
        options = page.run(
            "[...document.querySelectorAll('.popup:not([hidden]) [role=option] span')]"
            ".map(option => option.textContent)"
        )
        self.expect("suggestions", options, ["package", "packages", "packagesConnection"])
        active = page.run(
            f"document.getElementById({QUERY}.getAttribute('aria-activedescendant')).textContent"
        )
        self.expect("the active suggestion", active, "packagePackage")
        self.shot(page, "03-completion")
        page.press("Enter")
        self.expect("after accepting", self.text(page), "{ package {\n  \n}}")
        page.press("ArrowDown", "Enter", "Enter")
        self.expect("a field of the block", self.text(page), "{ package {\n  id\n  \n}}")
        page.press("Escape")
        page.run(f"{QUERY}.setSelectionRange(9, 9)")
        page.type("(sl")
        page.press("Enter")
        page.type('"django-vies')
        self.expect(
            "an argument", self.text(page), '{ package(slug: "django-vies") {\n  id\n  \n}}'
        )
        page.press("Control+Enter")
        self.answered(page)
        self.expect("no errors", page.run("document.querySelector('#errors').hidden"), True)
        figures = page.run(
            "[...document.querySelectorAll('#figures dt')].map(name => name.textContent)"
        )
        self.expect(
            "figures", figures, ["status", "time", "size", "lookups", "statements", "rows", "plan"]
        )
        page.press("Control+z")
        self.expect(
            "undo works", self.text(page) != '{ package(slug: "django-vies") {\n  id\n  \n}}', True
        )
        page.close()

    def brackets(self):
        page = self.page()
        for typed, wanted in [
            ("{", "{}"),
            ("{}", "{}"),
            ("{\n", "{\n  \n}"),
            ("{a(b:[1", "{a(b:[1])}"),
            ('{a(b:"c"', '{a(b:"c")}'),
        ]:
            self.write(page, typed)
            page.press("Escape")
            self.expect(f"typing {typed!r}", self.text(page), wanted)
        self.write(page, "{(")
        page.press("Backspace")
        self.expect("Backspace in a pair", self.text(page), "{}")
        self.write(page, "{ categories{id,title} }")
        page.press("Escape", "Control+Shift+P")
        pretty = "{\n  categories {\n    id\n    title\n  }\n}\n"
        self.expect("prettified", self.text(page), pretty)
        page.press("Control+z")
        self.expect("prettifying undone", self.text(page), "{ categories{id,title} }")
        page.press("Control+a", "Control+/")
        self.expect("a comment", self.text(page), "# { categories{id,title} }")
        page.close()

    def problems(self):
        page = self.page()
        self.write(page, "{ categories { titel } }")
        page.press("Escape")
        marks = "[...document.querySelectorAll('#query mark')].map(mark => mark.textContent)"
        self.expect("underlined", page.run(marks), ["titel"])
        self.expect(
            "said",
            page.run("document.querySelector('#query-message').textContent"),
            '1:16 Cannot query field "titel" on type "Category". Did you mean "title"?',
        )
        self.expect("marked as invalid", page.run(f"{QUERY}.getAttribute('aria-invalid')"), "true")
        self.shot(page, "04-problem")
        self.write(page, "{ packages(first: -1) { id } }")
        page.press("Escape")
        self.expect("nothing underlined", page.run(marks), [])
        page.press("Control+Enter")
        page.until("!document.querySelector('#errors').hidden")
        self.expect("the server's error placed", page.run(marks), ["packages"])
        self.expect(
            "its code",
            page.run("document.querySelector('#errors code').textContent"),
            "BAD_USER_INPUT",
        )
        self.shot(page, "05-server-error")
        page.click("#errors button")
        self.expect("the cursor is there", page.run(f"{QUERY}.selectionStart"), 2)
        page.close()

    def variables(self):
        page = self.page()
        self.write(page, "query A($slug: String!) { grid(slug: $slug) { id } }")
        page.press("Escape")
        said = "document.querySelector('#variables-message').textContent"
        self.expect(
            "a variable is missing",
            page.run(said),
            '1:1 Variable "$slug" of required type "String!" was not provided.',
        )
        page.click("#variables-text")
        page.type("{")
        page.press("Control+ ", "Enter")
        page.type('"forms')
        value = "document.querySelector('#variables-text').value"
        self.expect("completed", page.run(value), '{"slug": "forms"}')
        page.press("Escape", "Control+Enter")
        self.answered(page)
        self.shot(page, "06-variables")
        page.close()

    def operations(self):
        page = self.page()
        self.write(page, "query A { catalog { revision } }\nquery B { categories { id } }")
        page.press("Escape")
        choices = page.run(
            "[...document.querySelector('#operation').options].map(({text}) => text)"
        )
        self.expect("operations to choose from", choices, ["query A", "query B"])
        self.expect(
            "the one at the cursor", page.run("document.querySelector('#operation').value"), "B"
        )
        page.press("Control+Home")
        page.run(f"{QUERY}.setSelectionRange(0, 0)")
        page.until("document.querySelector('#operation').value === 'A'")
        page.press("Control+Enter")
        self.answered(page)
        self.expect(
            "what ran",
            "revision" in page.run("document.querySelector('#panel-json').textContent"),
            True,
        )
        page.close()

    def mutations(self):
        page = self.page("?query=mutation%20M%7Ba%7D")
        self.expect(
            "a mutation is shown as one",
            page.run(
                "[document.querySelector('#run span').textContent,"
                " document.querySelector('#changes').hidden]"
            ),
            ["Run mutation", False],
        )
        page.run("new Promise(done => setTimeout(done, 300))")
        sent = [
            json.loads(request["request"]["postData"])["query"]
            for request in page.heard("Network.requestWillBeSent")
            if "postData" in request["request"]
        ]
        self.expect("a link runs no mutation", [q for q in sent if "mutation M" in q], [])
        self.shot(page, "07-mutation")
        page.close()

    # Answers

    def tables(self):
        page = self.page()
        self.write(page, "{ packages(first: 3, orderBy: {id: ASC}) { title repoWatchers } }")
        page.press("Escape", "Control+Enter")
        self.answered(page)
        page.click("#view-table")
        heads = (
            "[...document.querySelectorAll('#panel-table thead button')]"
            ".map(head => head.textContent)"
        )
        self.expect("columns", page.run(heads), ["title", "repoWatchers"])
        page.click("#panel-table th:nth-child(2) button")
        numbers = page.run(
            "[...document.querySelectorAll('#panel-table .number')]"
            ".map(cell => Number(cell.textContent))"
        )
        self.expect("sorted", numbers, sorted(numbers))
        self.expect(
            "and said so",
            page.run(
                "document.querySelector('#panel-table th:nth-child(2)').getAttribute('aria-sort')"
            ),
            "ascending",
        )
        page.close()

    def tree(self):
        page = self.page()
        self.write(page, "{ grids(first: 100) { title packages { title participants } } }")
        page.press("Escape", "Control+Enter")
        self.answered(page)
        page.click("#view-json")
        rows = page.run("document.querySelectorAll('[role=treeitem]').length")
        self.expect("few rows at first", rows < 1000, True)
        page.run("document.querySelector('[role=treeitem]').focus()")
        focused = "document.activeElement.querySelector('.row').textContent"
        page.press("ArrowDown")
        self.expect("down", page.run(focused)[:8], '"data": ')
        page.press("ArrowDown", "ArrowLeft")
        self.expect("closed", page.run("document.activeElement.ariaExpanded"), "false")
        page.press("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Home")
        self.expect("home", page.run("document.activeElement.ariaLevel"), "1")
        page.close()

    def documentation(self):
        page = self.page()
        page.press("Control+k")
        page.type("watch")
        finds = page.run(
            "[...document.querySelectorAll('.finds .entry')].map(find => find.textContent)"
        )
        self.expect("finds", "Package.repoWatchers" in finds, True)
        self.shot(page, "08-schema-search")
        page.press("ArrowDown")
        self.expect(
            "the first find has the focus", page.run("document.activeElement.textContent"), finds[0]
        )
        page.press("Enter")
        self.expect("a type", page.run("document.querySelector('.docs h3').textContent"), "Package")
        self.expect(
            "the field pointed out",
            page.run("document.querySelector('.field.found').dataset.name"),
            "repoWatchers",
        )
        self.shot(page, "09-schema-type")
        page.run(f"{QUERY}.focus(); {QUERY}.setSelectionRange(18, 18)")
        page.until("!!document.querySelector('#hint button')")
        page.click("#hint button")
        self.expect(
            "from the editor", page.run("document.querySelector('.docs h3').textContent"), "Query"
        )
        page.close()

    # What is remembered

    def history(self):
        page = self.page()
        for number in [1, 2]:
            self.write(page, f"query Run{number} {{ catalog {{ revision }} }}")
            page.press("Escape", "Control+Enter")
            page.until(f"document.querySelector('.history strong')?.textContent === 'Run{number}'")
        page.open(self.url)
        page.until("document.querySelectorAll('.docs .entry').length > 5")
        self.expect("the draft is there", "Run2" in self.text(page), True)
        page.click("#tab-history")
        names = "[...document.querySelectorAll('.history strong')].map(name => name.textContent)"
        self.expect("history", page.run(names), ["Run2", "Run1"])
        self.shot(page, "10-history")
        page.click(".history li:nth-child(2) button")
        self.expect("reopened", "Run1" in self.text(page), True)
        page.click("#side-history > button")
        self.expect("cleared", page.run(names), [])
        page.close()

    def links(self):
        page = self.page()
        self.write(page, "query L($n: Int) { packages(first: $n) { id } }")
        page.press("Escape")
        page.click("#variables-text")
        page.type('{"n": 2')
        page.click("#share")
        link = page.until("location.search && location.href")
        other = Page(self.browser)
        other.open(link)
        other.until("!document.querySelector('#answer').hidden")
        self.expect("the query of a link", self.text(other), self.text(page))
        self.expect(
            "its variables",
            other.run("document.querySelector('#variables-text').value"),
            '{"n": 2}',
        )
        page.close()
        other.close()

    def headers(self):
        page = self.page()
        page.click("#tab-headers")
        page.click("#headers-text")
        page.type("Authorization: Bearer test")
        page.press("Control+Enter")
        self.answered(page)
        sent = [
            request["request"]["headers"].get("Authorization")
            for request in page.heard("Network.requestWillBeSent")
        ]
        self.expect("the header was sent", sent[-1], "Bearer test")
        kept = page.run("JSON.stringify(localStorage).includes('Bearer')")
        self.expect("and is kept for the tab only", kept, False)
        page.close()

    # For everybody

    def themes(self):
        page = self.page()
        paper = "getComputedStyle(document.body).backgroundColor"
        light = page.run(paper)
        page.prefer(color_scheme="dark")
        dark = page.run(paper)
        self.expect("dark as the system", dark != light, True)
        self.shot(page, "11-dark")
        page.run(
            "(() => { const choice = document.querySelector('#theme'); choice.value = 'light';"
            " choice.dispatchEvent(new Event('change')); })()"
        )
        self.expect("light by choice", page.run(paper), light)
        page.open(self.url)
        self.expect("and still", page.run(paper), light)
        page.close()

    def keyboard(self):
        page = self.page()
        page.run("document.body.focus()")
        page.press("Tab")
        self.expect(
            "a skip link first", page.run("document.activeElement.textContent"), "Skip to the query"
        )
        page.press("Enter", "Tab")
        seen = []
        for _ in range(60):
            seen.append(
                page.run(
                    "(() => { const here = document.activeElement, style = getComputedStyle(here);"
                    " return [here === document.body ? 'body' : here.id"
                    " || here.textContent.slice(0, 20),"
                    " style.outlineStyle !== 'none'"
                    " || here.matches('textarea')]; })()"
                )
            )
            page.press("Tab")
        stops = [name for name, _ in seen]
        for wanted in [
            "tab-variables",
            "variables-text",
            "splitter",
            "tab-schema",
            "schema-search",
        ]:
            self.expect(f"the Tab key reaches {wanted}", wanted in stops, True)
        self.expect(
            "focus is visible everywhere",
            [name for name, isSeen in seen if not isSeen and name != "body"],
            [],
        )
        page.run("document.querySelector('#examples .entry').focus()")
        page.press("ArrowDown", "Enter")
        page.until("!!document.querySelector('.matrix')")
        page.run("document.querySelector('#view-matrix').focus()")
        page.press("ArrowLeft")
        self.expect("arrows move among tabs", page.run("document.activeElement.id"), "view-table")
        page.close()

    def phone(self):
        page = self.page(width=390, height=780)
        self.expect(
            "nothing is wider than the page",
            page.run("document.documentElement.scrollWidth <= innerWidth"),
            True,
        )
        self.shot(page, "12-phone-query")
        page.click("#run")
        self.answered(page)
        self.expect(
            "the answer shows itself",
            page.run("document.querySelector('main').dataset.view"),
            "result",
        )
        self.shot(page, "13-phone-answer")
        page.click(".switch button:nth-child(3)")
        self.shot(page, "14-phone-schema")
        page.close()

    def logic(self):
        page = Page(self.browser)
        page.open("about:blank")
        request = urllib.request.Request(
            self.url,
            json.dumps({"query": introspection_query(page)}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as response:
            check_logic(page, json.load(response)["data"], self.expect)
        page.close()

    # Figures

    def figures(self):
        request = urllib.request.Request(self.url, headers={"Accept": "text/html"})
        with urllib.request.urlopen(request) as response:
            content = response.read()
        paints = []
        for _ in range(9):
            page = Page(self.browser)
            page.open(self.url)
            paints.append(
                page.until("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
            )
            page.close()
        print(f"page: {len(content):,} bytes, {len(gzip.compress(content, 9)):,} with gzip")
        print(
            f"first contentful paint: median {statistics.median(paints):.0f} ms of"
            f" {', '.join(f'{paint:.0f}' for paint in paints)}"
        )


def introspection_query(page):
    from logic import SCRIPTS

    return page.run(
        f"(() => {{ {(SCRIPTS / 'schema.js').read_text()}; return introspectionQuery; }})()"
    )


def unnamed(page):
    """What can be pressed or filled in and has no name for a screen reader."""
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    roles = {"button", "textbox", "combobox", "searchbox", "link", "tab", "listbox", "tree"}
    return [
        node["role"]["value"]
        for node in nodes
        if not node.get("ignored")
        and node["role"]["value"] in roles
        and not node.get("name", {}).get("value")
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gridql", default=".build/debug/gridql", help="the program to serve with")
    parser.add_argument("--url", help="the endpoint to use instead")
    parser.add_argument("--screenshots", type=pathlib.Path, help="a folder to put pictures in")
    parser.add_argument("--only", nargs="*", help="names of the checks to run")
    arguments = parser.parse_args()
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    server = None
    url = arguments.url
    if not url:
        server = subprocess.Popen(
            [arguments.gridql, "serve", "--port", "0"],
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        url = server.stdout.readline().strip()
    run = None
    try:
        run = Run(url, arguments.screenshots)
        for name in arguments.only or [
            "loads",
            "examples",
            "completes",
            "brackets",
            "problems",
            "variables",
            "operations",
            "mutations",
            "tables",
            "tree",
            "documentation",
            "history",
            "links",
            "headers",
            "themes",
            "keyboard",
            "phone",
            "logic",
            "figures",
        ]:
            try:
                getattr(run, name)()
            except Failure as failure:
                run.failures.append(f"{name}: {failure}")
    finally:
        if run:
            run.browser.close()
        if server:
            server.terminate()
            server.wait(timeout=20)
    for failure in run.failures:
        print(f"failed: {failure}")
    print(f"{run.count} expectations, {len(run.failures)} failed")
    return 1 if run.failures else 0


if __name__ == "__main__":
    sys.exit(main())
