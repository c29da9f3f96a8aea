"""Attacks on everything beside GraphQL: REST v4, the explorer, the schema, the operator's paths."""

from registry import attack
from target import base64_text

PAGES = ("packages", "grids", "categories", "search")


@attack("REST: ids and slugs of every odd kind", 200, 404, 301, 400, 410)
def odd_ids(target):
    for odd in ("0", "-1", "00000002192", "9" * 20, "9" * 5_000, "%00", "a%00b", "%c0%ae", "%ff",
                "%zz", "%",
                "%2e%2e%2f", "..", "%252e%252e", "%u0041", "' OR 1=1 --", "%27%20OR%201=1",
                "a" * 10_000,
                "%F0%9F%92%A9", "1e3", "0x10", "1.json", "1.xml", ".json", "1.json.json",
                "%EF%BC%91", "%C2%B2"):
        for page in PAGES:
            yield target.send("GET", f"/api/v4/{page}/{odd.replace(' ', '%20')}/")


@attack("REST: parameters of every odd kind", 200, 404, 406, 400, 414, 431)
def odd_parameters(target):
    for name in ("limit", "offset", "format", "q", "page", "indent", "", "%00"):
        for value in ("", "-1", "0", "1e9", "9" * 19, "9" * 20, "9" * 5_000, "%00", "%ff", "%", "'",
                      "json", "api",
                      "xml", "../json", "NaN", "%F0%9F%92%A9", "a" * 8_000, "1%261",
                      "%3Cscript%3E"):
            yield target.send("GET", f"/api/v4/packages/?{name}={value}&limit=1")
            yield target.send("GET", f"/api/v4/search/?{name}={value}")
    yield target.send("GET", "/api/v4/packages/?" + "&".join(f"a{i}=1" for i in range(2_000)))


@attack("REST: Accept of every odd kind", 200, 404, 406, 400)
def odd_accepts(target):
    for value in ("text/html", "application/json; indent=99999", "application/json; indent=-1",
                  "*/xml",
                  "application/json; indent=" + "9" * 400, "image/*", "text/html;" * 500, "a", "/",
                  "*"):
        for path in ("/api/v4/packages/?limit=2", "/api/v4/grids/1/", "/api/v4/nothing/"):
            yield target.send("GET", path, headers=[("Accept", value)])


@attack("REST: the whole catalog ten times", 200)
def whole_catalog(target):
    for _ in range(10):
        for page in ("packages", "grids", "categories"):
            yield target.keep("GET", f"/api/v4/{page}/?limit=100000")


@attack("REST: the whole catalog compressed, as a page, with bodies", 200)
def compressed_catalog(target):
    for _ in range(3):
        yield target.keep("GET", "/api/v4/packages/?limit=100000",
                          headers={"Accept-Encoding": "gzip"})
        yield target.keep("GET", "/api/v4/packages/?limit=2000&format=api",
                          headers={"Accept": "text/html"})
        yield target.keep("GET", "/api/v4/packages/?limit=1", body="x" * 100_000)


@attack("paths beside the routes", 200, 204, 301, 404, 405, 400, 410)
def other_paths(target):
    for path in ("/", "/admin", "/.git/config", "/.env", "/api", "/api/", "/api/v4",
                 "/api/v1/packages/", "/api/v5/",
                 "/metrics", "/health", "/health/live/", "/health/ready", "/schema.graphql",
                 "/graphiql",
                 "/playground", "/console", "/favicon.ico", "/robots.txt", "/benchmark/static",
                 "/api/v4//packages/", "/api/v4/packages/../grids/",
                 "/api/v4/%2e%2e/%2e%2e/schema.graphql",
                 "/api%2fv4%2fpackages%2f", "/API/V4/packages/", "/api/v4/packages/1//"):
        for method in ("GET", "HEAD", "OPTIONS", "POST"):
            yield target.send(method, path)


@attack("scripts in everything that a page could repeat", 200, 400, 404, 406)
def scripts(target):
    script = "%3Cscript%3Ealert(1)%3C/script%3E"
    html = [("Accept", "text/html")]
    for path in (f"/graphql?query={script}", f"/graphql?{script}",
                 f"/api/v4/packages/?limit=1&a={script}",
                 f"/api/v4/packages/{script}/", f"/api/v4/search/?q={script}&format=api",
                 f"/{script}"):
        answer = target.send("GET", path, headers=html)
        if b"<script>alert" in answer.body:
            answer.status = "a script that the page repeats"
        yield answer
    for host in ("a\"><script>alert(1)</script>", "evil.example"):
        answer = target.send("GET", "/api/v4/packages/?limit=1", headers=html, host=host)
        if b"<script>alert" in answer.body:
            answer.status = "a script that the page repeats"
        yield answer


@attack("entity tags: 304 only for what is the same", 200, 304, 431)
def entity_tags(target):
    path = "/api/v4/packages/?limit=5"
    first = target.send("GET", path)
    tag = first.headers.get("etag", '"none"')
    for value in (tag, "*", f"W/{tag}", tag[:-2] + '"', '"' * 500,
                  ",".join([f'"{i}"' for i in range(2_000)]),
                  tag * 50, '"unclosed', tag.upper() + "x"):
        yield target.send("GET", path, headers=[("If-None-Match", value)])
        yield target.send("HEAD", path, headers=[("If-None-Match", value)])


@attack("tokens: forged, cut, of another form", 401, 400, 431, 403)
def tokens(target):
    secret = target.token
    for value in ("Bearer ", "Bearer", "Bearer x", f"Bearer {secret[:-1]}", f"Bearer {secret}a",
                  f"Bearer {secret[:-1]}{'0' if secret[-1] != '0' else '1'}",
                  f"Basic {base64_text('a:b')}",
                  f"bearer  {secret} x", "Bearer " + "a" * 20_000, f"Bearer {secret.upper()}",
                  "Bearer é",
                  "Bearer ' OR 1=1 --", f"Token {secret}", "Bearer " + "gridql_" * 1_000):
        yield target.send("POST", "/graphql",
                          b'{"query":"mutation{deletePackage(input:{package:{id:1}}){deletedId}}"}',
                          [("Authorization", value), ("Content-Type", "application/json"),
                           ("Accept", "application/graphql-response+json")])
