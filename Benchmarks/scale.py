#!/usr/bin/env python3
"""Measures what requests cost in catalogs of growing size, and how fast these are made.

For each size it generates a catalog, imports it, and puts load on a server of its own over it: CPU
time of the server a request, with one event loop and 16 connections. It writes a table into Scale.md
and a plot, scale.svg, into the documentation, or into --output.

  swift build -c release
  Benchmarks/scale.py .build/release/gridql --folder /var/tmp/scale

Databases stay in the folder and are used again; the one of 500,000 packages has 1.4 GB. Needs Linux
(/proc) and wrk.
"""
import argparse
import json
import math
import os
import pathlib
import sqlite3
import subprocess
import sys
import time
import urllib.request

PAGE = "id title slug repoUrl repoWatchers category { title }"
DOCUMENTATION = (
    pathlib.Path(__file__).resolve().parent.parent / "Sources/CatalogGateway/Documentation.docc"
)
MARKS = ("<!-- figures -->", "<!-- end of figures -->")


def run(command, **options):
    """Runs a command to its end: seconds on the clock, seconds of CPU time, most memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: status {process.returncode}")
    seconds = time.monotonic() - start
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Server:
    """A server over a database, for as long as a `with` lasts."""

    def __init__(self, gridql, database):
        self.command = [gridql, "serve", "--database", database, "--port", "0", "--event-loops", "1"]
        self.command += ["--explorer", "off"]

    def __enter__(self):
        start = time.monotonic()
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = self.process.stdout.readline().strip()
        self.start_seconds = time.monotonic() - start
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def ask(self, query, stats=False):
        """The answer's data, and with `stats` what it cost."""
        body = {"query": query}
        if stats:
            body["extensions"] = {"stats": True}
        request = urllib.request.Request(
            self.url, json.dumps(body).encode(), {"Content-Type": "application/json"})
        answer = json.load(urllib.request.urlopen(request))
        if "errors" in answer:
            sys.exit(f"{query}: {answer['errors'][0]['message']}")
        return (answer["data"], answer["extensions"]["stats"]) if stats else answer["data"]

    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def load(self, folder, seconds, query=None, path=None):
        """Microseconds of CPU time a request."""
        script = folder / "request.lua"
        if query:
            body = json.dumps({"query": query})
            script.write_text(
                f'wrk.method = "POST"\nwrk.body = [==[{body}]==]\n'
                'wrk.headers["Content-Type"] = "application/json"\n')
        else:
            script.write_text("")
        url = self.url.replace("/graphql", path) if path else self.url
        command = ["wrk", "--threads", "1", "--connections", "16", "--timeout", "30", "--script", script, url]
        subprocess.run(command + ["--duration", "1"], check=True, stdout=subprocess.DEVNULL)
        before = self.cpu_seconds()
        result = subprocess.run(
            command + ["--duration", str(seconds)], check=True, capture_output=True, text=True).stdout
        spent = self.cpu_seconds() - before
        if "Non-2xx" in result or "Socket errors" in result:
            sys.exit(result)
        requests = next(int(line.split()[0]) for line in result.splitlines() if " requests in " in line)
        if requests == 0:
            sys.exit(f"no answer within {seconds} s; try more --seconds")
        return spent / requests * 1e6


def nested_package(database):
    """A package in three grids of ninety packages together, so that Q2's answer is of one size."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    row = connection.execute(
        """
        SELECT package_id, sum(size) FROM (
          SELECT m.package_id, (SELECT count(*) FROM grid_packages s WHERE s.grid_id = m.grid_id) AS size
          FROM grid_packages m WHERE m.package_id <= 5000)
        GROUP BY package_id HAVING count(*) = 3 ORDER BY abs(sum(size) - 90), package_id LIMIT 1
        """).fetchone()
    connection.close()
    return row


def cursor(server, order, package):
    """The cursor of a package in an order."""
    data = server.ask(
        f'{{ packagesConnection(filter: {{id: {{eq: "{package}"}}}}, {order}, first: 1)'
        " { edges { cursor } } }")
    return data["packagesConnection"]["edges"][0]["cursor"]


def queries(server, packages, nested):
    """What is asked: a name, whether the plot shows it, and a query."""
    by_id = "orderBy: [{id: ASC}]"
    by_watchers = "orderBy: [{repoWatchers: DESC}]"
    middle = packages // 2

    def page(order, place):
        return f"{{ packagesConnection({order}, {place}) {{ nodes {{ {PAGE} }} pageInfo {{ endCursor }} }} }}"

    yield "Q1, one package", True, (
        f"{{ package(id: {middle}) {{ id title slug repoUrl repoWatchers }} }}")
    yield "Q2, its grids and the packages in them", True, (
        f"{{ package(id: {nested}) {{ title grids {{ title packages {{ title slug repoWatchers"
        " category { title } } } } }")
    yield "first page of 100", False, page(by_id, "first: 100")
    yield "page of 100 from the middle", True, page(
        by_id, f'first: 100, after: "{cursor(server, by_id, middle)}"')
    yield "page of 100 from the middle, backwards", False, page(
        by_id, f'last: 100, before: "{cursor(server, by_id, middle)}"')
    yield "page of 100 by watchers", False, page(by_watchers, "first: 100")
    yield "page of 100 by watchers, from the middle", True, page(
        by_watchers, f'first: 100, after: "{cursor(server, by_watchers, middle)}"')
    yield "page of 100 by watchers, backwards", False, page(
        by_watchers, f'last: 100, before: "{cursor(server, by_watchers, middle)}"')
    yield "filter by an index, page of 20", False, (
        f"{{ packages(filter: {{repoWatchers: {{gte: 100}}}}, {by_watchers}, first: 20) {{ {PAGE} }} }}")
    yield "filter by category, page of 20", False, (
        f'{{ packages(filter: {{category: {{slug: {{eq: "apps"}}}}}}, first: 20) {{ {PAGE} }} }}')
    yield "count of all", True, "{ packagesConnection(first: 0) { totalCount } }"
    yield "count by an index", True, (
        "{ packagesConnection(first: 0, filter: {repoWatchers: {gte: 1000}}) { totalCount } }")
    yield "search, a word in all packages", True, '{ search(query: "django") { __typename } }'
    yield "search, two words", False, '{ search(query: "admin cache") { __typename } }'
    yield "search, a beginning", False, '{ search(query: "transl") { __typename } }'
    yield "search, nothing to find", False, '{ search(query: "xylophone") { __typename } }'


def maintain(gridql, folder, database, packages):
    """What an operator does with the whole file."""
    made = {}
    clock, _, memory = run([gridql, "export", "--database", database], stdout=subprocess.DEVNULL)
    made["export, packages a second"] = packages / clock
    made["export, MB of memory"] = memory
    for name, command in [("doctor", ["doctor"]), ("backup", ["backup", folder / "scale.copy"])]:
        clock, _, _ = run(
            [gridql, *command, "--database", database],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made[f"{name}, seconds"] = clock
    (folder / "scale.copy").unlink()
    return made


def measure(gridql, folder, packages, seconds):
    """All figures of one size, in the order of the table."""
    database = folder / f"scale-{packages}.db"
    text = folder / "scale.ndjson"
    made = {}
    if not database.exists():
        with text.open("wb") as file:
            clock, cpu, memory = run([gridql, "generate", "--packages", str(packages)], stdout=file)
        made["generate, packages a second"] = packages / clock
        made["generate, MB of memory"] = memory
        with text.open("rb") as file:
            objects = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
        partial = database.with_suffix(".partial")
        clock, cpu, memory = run(
            [gridql, "import", text, "--database", partial], stdout=subprocess.DEVNULL)
        text.unlink()
        partial.rename(database)
        made["import, objects"] = objects
        made["import, objects a second"] = objects / clock
        made["import, objects a second of CPU time"] = objects / cpu
        made["import, MB of memory"] = memory
        made |= maintain(gridql, folder, database, packages)
        (folder / f"scale-{packages}.json").write_text(json.dumps(made))
    else:
        made = json.loads((folder / f"scale-{packages}.json").read_text())
    figures = {"packages": packages, "file, MB": database.stat().st_size / 1e6} | made
    nested, rows = nested_package(database)
    costs = {}
    with Server(gridql, database) as server:
        figures["start of the server, ms"] = server.start_seconds * 1e3
        figures["packages in Q2"] = rows
        for name, is_plotted, query in queries(server, packages, nested):
            _, stats = server.ask(query, stats=True)
            cost = server.load(folder, seconds, query)
            costs[name] = {"cost": cost, "plotted": is_plotted, "rows": stats["rows"]}
            print(f"{packages:>9,}  {name:<42}{cost:>10,.0f} µs  {stats['rows']:>6} rows", flush=True)
        for name, offset in [("REST v4, first page of 20", 0), ("REST v4, page in the middle", packages // 2)]:
            path = f"/api/v4/packages/?limit=20&offset={offset}"
            costs[name] = {"cost": server.load(folder, seconds, path=path), "plotted": False}
    return figures, costs


def number(value):
    return f"{value:,.1f}" if value < 10 and value != int(value) else f"{value:,.0f}"


def table(results):
    """The figures as Markdown."""
    sizes = [f"{figures['packages']:,}" for figures, _ in results]
    lines = ["| CPU µs a request | " + " | ".join(sizes) + " |", "|---" * (len(sizes) + 1) + "|"]
    for name in results[0][1]:
        cells = [number(costs[name]["cost"]) for _, costs in results]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines += ["", "| Packages | " + " | ".join(sizes) + " |", "|---" * (len(sizes) + 1) + "|"]
    for name in results[0][0]:
        if name != "packages":
            cells = [number(figures[name]) if name in figures else "–" for figures, _ in results]
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def plot(results):
    """Cost against size as a picture; both axes go by powers of ten."""
    width, height, left, right, top, bottom = 820, 400, 64, 300, 44, 48
    sizes = [figures["packages"] for figures, _ in results]
    names = [name for name, cost in results[0][1].items() if cost["plotted"]]
    costs = {name: [result[name]["cost"] for _, result in results] for name in names}
    lowest = math.floor(math.log10(min(map(min, costs.values()))))
    highest = math.ceil(math.log10(max(map(max, costs.values()))))
    span = max(math.log10(sizes[-1] / sizes[0]), 1e-9)

    def x(size):
        return left + (width - left - right) * math.log10(size / sizes[0]) / span

    def y(cost):
        return height - bottom - (height - top - bottom) * (math.log10(cost) - lowest) / (highest - lowest)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="12">',
        "<title>CPU time of a request against the size of the catalog</title>",
        "<style>text{fill:#1f2328}.axis{stroke:#d0d7de}.faint{fill:#656d76}"
        "path{fill:none;stroke-width:2.5;stroke-linejoin:round}"
        "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.axis{stroke:#3d444d}"
        ".faint{fill:#9198a1}}</style>",
        f'<text x="{left}" y="22" font-size="15" font-weight="600">CPU time of a request</text>',
    ]
    for power in range(lowest, highest + 1):
        place = y(10**power)
        label = f"{10**power:,} µs" if power < 3 else f"{10**(power - 3):,} ms"
        parts.append(f'<line class="axis" x1="{left}" x2="{width - right}" y1="{place:.1f}" y2="{place:.1f}"/>')
        parts.append(f'<text class="faint" x="{left - 8}" y="{place + 4:.1f}" text-anchor="end">{label}</text>')
    for size in sizes:
        parts.append(
            f'<text class="faint" x="{x(size):.1f}" y="{height - 22}" text-anchor="middle">{size:,}</text>')
    parts.append(
        f'<text class="faint" x="{(left + width - right) / 2}" y="{height - 5}" text-anchor="middle">packages</text>')
    colors = ["#3b82f6", "#f97316", "#10b981", "#a855f7", "#ec4899", "#eab308", "#06b6d4", "#ef4444"]
    # From the top down, each label at its line's end, or as near as the one above leaves room.
    free = 0.0
    for color, name in zip(colors, sorted(names, key=lambda name: -costs[name][-1])):
        points = [(x(size), y(cost)) for size, cost in zip(sizes, costs[name])]
        line = " L".join(f"{a:.1f} {b:.1f}" for a, b in points)
        parts.append(f'<path stroke="{color}" d="M{line}"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{color}"/>' for a, b in points]
        place = max(points[-1][1] + 4, free)
        free = place + 16
        parts.append(
            f'<circle cx="{width - right + 18}" cy="{place - 4:.1f}" r="4" fill="{color}"/>'
            f'<text x="{width - right + 28}" y="{place:.1f}">{name}</text>')
    return "\n".join(parts + ["</svg>", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gridql", type=pathlib.Path, help="a release build of the program")
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="where the databases go")
    parser.add_argument("--sizes", default="5000,50000,500000", help="packages, ascending")
    parser.add_argument("--seconds", type=int, default=3, help="how long each query is asked for")
    parser.add_argument("--output", type=pathlib.Path, default=DOCUMENTATION)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    gridql = arguments.gridql.resolve()
    results = [
        measure(gridql, arguments.folder, int(size), arguments.seconds)
        for size in arguments.sizes.split(",")
    ]
    (arguments.folder / "results.json").write_text(json.dumps(results))
    page = arguments.output / "Scale.md"
    text = page.read_text() if page.exists() else "\n".join(MARKS)
    before, rest = text.split(MARKS[0])
    page.write_text(f"{before}{MARKS[0]}\n\n{table(results)}\n\n{MARKS[1]}{rest.split(MARKS[1])[1]}")
    (arguments.output / "Resources").mkdir(exist_ok=True)
    (arguments.output / "Resources/scale.svg").write_text(plot(results))


main()
