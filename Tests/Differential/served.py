"""A `gridql serve` over a file, to be killed and started again, and clients that ask it."""

import http.client
import json
import os
import signal
import subprocess


class Gone(Exception):
    """The server went away before it answered; whether it acted is unknown."""


class Server:
    """One catalog file and the process that serves it, if one does."""

    def __init__(self, binary, database, log, options=()):
        self.binary = binary
        self.database = database
        self.log = log
        self.options = options
        self.process = None
        self.port = None

    def command(self, *arguments, **options):
        return subprocess.run(
            [self.binary, *arguments], check=True, capture_output=True, text=True, **options)

    def create(self, catalog):
        """Makes the file from a catalog; returns tokens by role."""
        self.command("import", catalog, "--database", self.database)
        return {
            role: self.command(
                "token", "create", "--role", role, "--name", role, "--database", self.database
            ).stdout.strip()
            for role in ("editor", "moderator", "admin")
        }

    def start(self):
        self.process = subprocess.Popen(
            [self.binary, "serve", "--database", self.database, "--port", "0", *self.options],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        url = self.process.stdout.readline()
        if not url:
            raise SystemExit(f"the server does not start; see {self.log.name}")
        self.port = int(url.rsplit(":", 1)[1].split("/")[0])

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()


class Client:
    """One connection, made anew after each failure."""

    def __init__(self, server, token=None):
        self.server = server
        self.token = token
        self.connection = None

    def send(self, query, variables=None, key=None):
        """The response as text; raises Gone if none came."""
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if key:
            headers["Idempotency-Key"] = key
        body = json.dumps({"query": query, "variables": variables or {}})
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection(
                    "127.0.0.1", self.server.port, timeout=60)
            self.connection.request("POST", "/graphql", body, headers)
            return self.connection.getresponse().read().decode()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise Gone(str(error)) from error

    def ask(self, query, variables=None, key=None):
        return json.loads(self.send(query, variables, key))

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None
