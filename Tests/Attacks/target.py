"""The server under attack: a `gridql serve` over a copy of a database, and ways to talk to it."""

import base64
import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

GRAPHQL = "application/graphql-response+json"

# What came instead of an answer.
CLOSED, SILENT = "closed", "silent"

# Q1 of the benchmarks: every attack is followed by it.
PROBE = "query Probe($id: ID!) { package(id: $id) { id title slug repoWatchers pypiVersion } }"


class Answer:
    """What came back for one request: a status with a body, or CLOSED or SILENT."""

    def __init__(self, status, headers=(), body=b""):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def errors(self):
        """The errors of a GraphQL response; REST's `detail` counts as one."""
        try:
            body = json.loads(self.body)
        except ValueError:
            return []
        if not isinstance(body, dict):
            return []
        return body.get("errors") or [{"message": body[n]} for n in ("detail",) if n in body]

    @property
    def codes(self):
        return {error.get("extensions", {}).get("code") for error in self.errors} - {None}

    @property
    def data(self):
        return json.loads(self.body).get("data")

    def __str__(self):
        return f"{self.status} {self.body[:200]!r}"


def read_answer(stream, has_body=True):
    """Reads one answer off a connection; CLOSED if it ends first, SILENT if nothing comes."""
    try:
        line = stream.readline(65_537)
        if not line:
            return Answer(CLOSED)
        status = int(line.split(b" ", 2)[1])
        headers = [(n.decode(), v.decode("latin1")) for n, v in read_fields(stream)]
        fields = {name.lower(): value for name, value in headers}
        if status < 200 or status in (204, 304) or not has_body:
            body = b""
        elif fields.get("transfer-encoding") == "chunked":
            body = b"".join(read_chunks(stream))
        elif "content-length" in fields:
            body = stream.read(int(fields["content-length"]))
        else:
            body = stream.read()
        return Answer(status, headers, body)
    except TimeoutError:
        return Answer(SILENT)
    except OSError:
        return Answer(CLOSED)


def read_fields(stream):
    while (line := stream.readline().rstrip(b"\r\n")):
        name, _, value = line.partition(b":")
        yield name, value.strip()


def read_chunks(stream):
    while size := int(stream.readline().split(b";")[0] or b"0", 16):
        yield stream.read(size)
        stream.readline()
    list(read_fields(stream))


def request_bytes(method, target, body=b"", headers=(), version="HTTP/1.1", host="attacked"):
    """One well-formed request, but for what the arguments say."""
    lines = [f"{method} {target} {version}", *([f"Host: {host}"] if host else [])]
    lines += [f"{name}: {value}" for name, value in headers]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def graphql_bytes(query, variables=None, headers=(), **others):
    """A POST of a GraphQL request as bytes."""
    body = json.dumps({"query": query, "variables": variables, **others}).encode()
    types = [("Content-Type", "application/json"), ("Accept", GRAPHQL)]
    return request_bytes("POST", "/graphql", body, [*types, *headers])


class Target:
    """One process of `gridql serve`, over a copy of a database that is thrown away at the end."""

    def __init__(self, binary, database, folder, options=()):
        self.binary = binary
        self.folder = Path(folder)
        self.database = self.folder / "attacked.db"
        self.options = list(options)
        self.connection = None
        self.probe_id = "1"
        # Of probes after attacks, and of those while one lasts, in milliseconds.
        self.latencies, self.meanwhile, self.notes = [], [], []
        shutil.copy(database, self.database)
        self.token = self.command("token", "create", "--role", "admin", "--name", "attacker")

    def command(self, *arguments):
        done = subprocess.run([self.binary, *arguments, "--database", self.database],
                              check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def start(self):
        with open(self.folder / "server.log", "w") as log:
            self.process = subprocess.Popen(
                [self.binary, "serve", "--database", self.database, "--port", "0", *self.options],
                stdout=subprocess.PIPE, stderr=log, text=True)
        url = self.process.stdout.readline()
        if not url:
            raise SystemExit((self.folder / "server.log").read_text())
        self.port = int(url.rsplit(":", 1)[1].split("/")[0])
        self.probe_id = self.ask("{ packages(first: 1) { id } }").data["packages"][0]["id"]

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()

    def note(self, text):
        """Adds something to the line of the attack that runs."""
        self.notes.append(text)

    # --- What the process costs

    def status(self, name):
        """A figure of /proc/PID/status, such as VmRSS in KiB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.split(name + ":")[1].split()[0])

    @property
    def megabytes(self):
        return self.status("VmRSS") / 1024

    @property
    def threads(self):
        return self.status("Threads")

    @property
    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    @property
    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def is_alive(self):
        return self.process.poll() is None

    # --- Ways to talk to it

    def connect(self, timeout=10):
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def raw(self, *pieces, answers=1, half_close=False, timeout=10, has_body=True):
        """Sends bytes on a connection of their own; returns so many answers, or all until none."""
        with self.connect(timeout) as connection:
            stream = connection.makefile("rb")
            try:
                for piece in pieces:
                    connection.sendall(piece)
                if half_close:
                    connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # The server need not read on after it refused.
            received = [read_answer(stream, has_body)]
            while len(received) < answers and isinstance(received[-1].status, int):
                received.append(read_answer(stream, has_body))
            return received

    def send(self, method, target, body=b"", headers=(), **options):
        """One request on a connection of its own."""
        has_body = method != "HEAD"
        return self.raw(request_bytes(method, target, body, headers, **options),
                        has_body=has_body)[0]

    def post(self, body, type="application/json", headers=()):
        """One POST of these bytes."""
        return self.send("POST", "/graphql", body,
                         [("Content-Type", type), ("Accept", GRAPHQL), *headers])

    def ask(self, query, variables=None, token=False, **others):
        """One GraphQL request over the connection that is kept."""
        body = json.dumps({"query": query, "variables": variables, **others})
        return self.keep("POST", "/graphql", body, token)

    def keep(self, method, target, body=None, token=False, headers=None):
        """One request over the connection that is kept; it is made anew when it is gone."""
        accept = GRAPHQL if target == "/graphql" else "*/*"
        fields = {"Content-Type": "application/json", "Accept": accept, **(headers or {})}
        if token:
            fields["Authorization"] = f"Bearer {self.token}"
        for attempt in (1, 2):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                self.connection.request(method, target, body, fields)
                response = self.connection.getresponse()
                return Answer(response.status, response.getheaders(), response.read())
            except (OSError, http.client.HTTPException):
                self.connection.close()
                self.connection = None
        return Answer(CLOSED)

    def probe(self):
        """Asks Q1; returns the milliseconds, or None if the answer is wrong."""
        began = time.perf_counter()
        answer = self.ask(PROBE, {"id": self.probe_id})
        milliseconds = (time.perf_counter() - began) * 1000
        is_right = answer.status == 200 and answer.data["package"]["id"] == self.probe_id
        return milliseconds if is_right else None


def base64_text(text):
    return base64.b64encode(text if isinstance(text, bytes) else text.encode()).decode()
