#!/usr/bin/env python3
"""Measures how long small queries wait beside heavy ones.

    python3 Benchmarks/neighbours.py GRIDQL DATABASE [--seconds 10] [--rate 200] [--heavy 1]

GRIDQL is a release build, DATABASE has the full catalog. A server is started for each number of event
loops. Clients on connections of their own ask Q1 for one package, together `--rate` times a second at
even intervals; a latency counts from when the request was due, so that a request that had to wait for
the one before it is not forgotten. First alone, then beside `--heavy` clients that each ask one
of the heavy questions again and again: all grids with all packages over GraphQL, then the page
of all packages over REST v4.

Needs nothing but Python and Linux. The clients take CPU time, too: with two processors the 99th
percentile has a floor of about a millisecond.
"""

import argparse
import json
import multiprocessing
import os
import signal
import socket
import subprocess
import time

POINT = "{ package(id: 2192) { id title slug repoUrl repoWatchers } }"
GRIDS = """{ grids(first: 1000) { title slug description packages { id title slug repoUrl repoWatchers repoForks
  pypiVersion repoDescription category { title } } } }"""
NEIGHBOURS = 8


def post(query):
    """The bytes of a request."""
    body = json.dumps({"query": query})
    return (f"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}").encode()


def get(path):
    """The bytes of a request."""
    return f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode()


HEAVY = {
    "all grids with all packages": post(GRIDS),
    "all packages by REST": get("/api/v4/packages/?limit=100000"),
}


def ask(connection, request):
    """Sends a request and reads its answer; gives the bytes of the body."""
    connection.sendall(request)
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(1 << 16)
    head, _, body = received.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise SystemExit(f"refused: {head.decode()}")
    lines = head.lower().split(b"\r\n")
    length = int(next(line.split(b":")[1] for line in lines if line.startswith(b"content-length:")))
    missing = length - len(body)
    while missing > 0:
        missing -= len(connection.recv(min(missing, 1 << 20)))
    return length


def load(port, request, count):
    """Asks for the same again and again; counts the answers."""
    connection = socket.create_connection(("127.0.0.1", port))
    while True:
        ask(connection, request)
        with count.get_lock():
            count.value += 1


def latencies(port, seconds, rate):
    """Asks at even intervals; gives the sorted latencies in milliseconds."""
    connections = [socket.create_connection(("127.0.0.1", port)) for _ in range(NEIGHBOURS)]
    for connection in connections:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    request = post(POINT)
    for connection in connections:
        ask(connection, request)
    start = time.perf_counter()
    found = []
    for number in range(int(seconds * rate)):
        # Who falls further and further behind has shown enough.
        if time.perf_counter() - start > 2 * seconds:
            break
        due = start + number / rate
        pause = due - time.perf_counter()
        if pause > 0:
            time.sleep(pause)
        ask(connections[number % NEIGHBOURS], request)
        found.append((time.perf_counter() - due) * 1e3)
    for connection in connections:
        connection.close()
    return sorted(found)


def measure(port, name, arguments, request=None):
    """Prints a line of latencies beside a load."""
    count = multiprocessing.Value("i", 0)
    clients = [
        multiprocessing.Process(target=load, args=(port, request, count), daemon=True)
        for _ in range(arguments.heavy if request else 0)
    ]
    for client in clients:
        client.start()
    time.sleep(0.5)
    before, start = count.value, time.perf_counter()
    found = latencies(port, arguments.seconds, arguments.rate)
    heavy = (count.value - before) / (time.perf_counter() - start)
    for client in clients:
        client.terminate()
        client.join()
    p50, p99 = found[len(found) // 2], found[len(found) * 99 // 100]
    print(f"  {name:30} p50 {p50:7.2f} ms   p99 {p99:7.2f} ms   most {found[-1]:7.2f} ms"
          f"   heavy {heavy:6.1f}/s", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Measures small queries beside heavy ones.")
    parser.add_argument("gridql")
    parser.add_argument("database")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--heavy", type=int, default=1)
    arguments, options = parser.parse_known_args()
    for loops in range(1, min(2, os.cpu_count() or 1) + 1):
        server = subprocess.Popen(
            [arguments.gridql, "serve", "--database", arguments.database, "--port", "0",
             "--event-loops", str(loops), *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            url = server.stdout.readline().strip()
            port = int(url.rsplit(":", 1)[1].split("/")[0])
            print(f"{loops} event loop{'s' * (loops > 1)}", flush=True)
            measure(port, "nobody else", arguments)
            for name, request in HEAVY.items():
                measure(port, name, arguments, request)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


if __name__ == "__main__":
    main()
