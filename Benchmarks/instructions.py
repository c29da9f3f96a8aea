#!/usr/bin/env python3
"""Counts the instructions that a server of its own takes for a request, from socket to socket.

    python3 Benchmarks/instructions.py GRIDQL DATABASE [--requests 2000] [--connections 16] [--keep FOLDER]

GRIDQL is a release build, DATABASE has the full catalog. One event loop answers a static text of 4 KB, Q6 and
Q1, on so many connections that each have one request under way; instructions of the kernel are not counted.
The counts are the same in every run but for a hundred or two, on a busy machine, too. What --keep keeps
is for `callgrind_annotate --inclusive=yes`. Needs Linux, valgrind, strip and cc.
"""

import argparse
import json
import os
import re
import signal
import socket
import subprocess
import tempfile
from pathlib import Path

PACKAGE = "query($id: ID!) { package(id: $id) { id title slug repoUrl repoWatchers } }"

# The thread that begins a Swift program ends itself to serve the main queue, which valgrind does not survive;
# here it stays and serves it.
MAIN_QUEUE = r"""
#include <poll.h>
#include <stdint.h>
#include <unistd.h>
int _dispatch_get_main_queue_handle_4CF(void);
void _dispatch_main_queue_callback_4CF(void *);
void CFRunLoopRun(void) {
  struct pollfd wakeup = {_dispatch_get_main_queue_handle_4CF(), POLLIN, 0};
  uint64_t count;
  for (;;) {
    poll(&wakeup, 1, -1);
    if (read(wakeup.fd, &count, sizeof count) >= 0) _dispatch_main_queue_callback_4CF(0);
  }
}
void dispatch_main(void) { CFRunLoopRun(); }
"""


def post(query):
    body = json.dumps({"query": query, "variables": {"id": "4095"}}).encode()
    return (b"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n%b" % (len(body), body))


REQUESTS = {
    "static": b"GET /benchmark/static HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "Q6": post("{ __typename }"),
    "Q1": post(PACKAGE),
}


def receive(connection):
    """Reads one answer, which has a length."""
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += connection.recv(1 << 16)
    head, _, body = answer.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200") or b'"errors"' in body:
        raise SystemExit(f"refused: {answer[:500].decode()}")
    missing = int(re.search(rb"(?i)content-length: (\d+)", head).group(1)) - len(body)
    while missing > 0:
        missing -= len(connection.recv(missing))


def ask(connections, request, rounds):
    for _ in range(rounds):
        for connection in connections:
            connection.sendall(request)
        for connection in connections:
            receive(connection)


def control(server, command):
    """Has callgrind forget, or write down, what it has counted."""
    subprocess.run(["callgrind_control", command, str(server.pid)], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def count(binary, library, folder, name, arguments):
    """The instructions of one request."""
    counts = folder / name
    server = subprocess.Popen(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", binary, "serve",
         "--database", arguments.database, "--port", "0", "--event-loops", "1", "--benchmark-route",
         "--request-log", "off"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "LD_PRELOAD": library})
    try:
        port = int(server.stdout.readline().rsplit(":", 1)[1].split("/")[0])
        connections = [
            socket.create_connection(("127.0.0.1", port)) for _ in range(arguments.connections)]
        rounds = max(1, arguments.requests // len(connections))
        ask(connections, REQUESTS[name], 1 + 200 // len(connections))
        control(server, "--zero")
        ask(connections, REQUESTS[name], rounds)
        control(server, "--dump")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
    total = re.search(r"(?m)^totals: (\d+)", Path(f"{counts}.1").read_text()).group(1)
    return int(total) / (rounds * len(connections))


def main():
    parser = argparse.ArgumentParser(description="Counts instructions of requests.")
    parser.add_argument("binary")
    parser.add_argument("database")
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--keep")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(arguments.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        library, binary = str(folder / "main-queue.so"), str(folder / "gridql")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-x", "c", "-o", library, "-"],
                       input=MAIN_QUEUE, text=True, check=True)
        # Valgrind cannot read the debugging information.
        subprocess.run(["strip", "-g", "-o", binary, arguments.binary], check=True)
        for name in REQUESTS:
            print(f"{name:8} {count(binary, library, folder, name, arguments):10,.0f}", flush=True)


if __name__ == "__main__":
    main()
