#!/usr/bin/env bash
# Compares one event loop with several, and few connections with a thousand: requests a second, the
# median and the 99th percentile of the latency, the server's CPU time a request, which must not grow
# with the loops, and how many requests failed.
#
# Usage: loops.sh GRIDQL DATABASE [SECONDS]
#   GRIDQL    a release build of the program
#   DATABASE  a database with the full catalog imported
#   SECONDS   how long each load lasts, 5 by default
#
# The load generator shares the processors: with as many loops as processors the rate says little, and
# the CPU time a request all the more. Needs Linux (/proc), wrk and curl.
set -euo pipefail

if (($# < 2 || $# > 3)); then
  sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2
  exit 64
fi
gridql=$1 database=$2 seconds=${3:-5}
for tool in wrk curl; do
  command -v "$tool" >/dev/null || {
    echo "loops.sh needs $tool: apt-get install $tool" >&2
    exit 2
  }
done

work=$(mktemp -d)
server=
stop() {
  if [[ -n $server ]]; then
    kill -TERM "$server" 2>/dev/null || true
    wait "$server" || true
    server=
  fi
}
trap 'stop; rm -rf "$work"' EXIT

# serve LOOPS: a server of its own, and its endpoint.
serve() {
  : >"$work/url"
  "$gridql" serve --database "$database" --port 0 --event-loops "$1" --benchmark-route \
    >"$work/url" 2>"$work/log" &
  server=$!
  for _ in {1..100}; do
    [[ -s $work/url ]] && break
    kill -0 "$server" 2>/dev/null || {
      cat "$work/log" >&2
      exit 2
    }
    sleep 0.1
  done
  endpoint=$(head -n 1 "$work/url")
}

cpu_ticks() { sed 's/.*) //' "/proc/$server/stat" | awk '{ print $12 + $13 }'; }

# measure LOOPS CONNECTIONS NAME WRK-ARGUMENTS…
measure() {
  local loops=$1 connections=$2 name=$3 before after
  shift 3
  wrk -t2 -c"$connections" -d1s "$@" >/dev/null
  before=$(cpu_ticks)
  wrk -t2 -c"$connections" -d"${seconds}s" --timeout 10s --latency "$@" >"$work/result"
  after=$(cpu_ticks)
  awk -v loops="$loops" -v connections="$connections" -v name="$name" -v ticks=$((after - before)) \
    -v hz="$(getconf CLK_TCK)" '
    $1 == "50%" { p50 = $2 }
    $1 == "99%" { p99 = $2 }
    / requests in / { n = $1 }
    $1 == "Requests/sec:" { rate = $2 }
    /Socket errors/ { failed += $4 + $6 + $8 + $10 }
    /Non-2xx/ { failed += $NF }
    END {
      printf "%-8s %6d %12d %12.0f %10s %10s %12.1f %8d\n", name, loops, connections, rate, p50, p99,
        ticks / hz / n * 1e6, failed
    }' "$work/result"
}

# post QUERY: the script that has wrk send it.
post() {
  cat >"$work/request.lua" <<LUA
wrk.method = "POST"
wrk.body = [==[{"query": "$(tr -s " \n" " " <<<"$1")"}]==]
wrk.headers["Content-Type"] = "application/json"
LUA
}

printf '%-8s %6s %12s %12s %10s %10s %12s %8s\n' \
  query loops connections requests/s p50 p99 'CPU µs' failed
for loops in 1 2; do
  serve "$loops"
  for connections in 64 1000; do
    measure "$loops" "$connections" static "${endpoint%/graphql}/benchmark/static"
    post '{ package(id: 2192) { id title slug repoUrl repoWatchers } }'
    measure "$loops" "$connections" Q1 -s "$work/request.lua" "$endpoint"
    post '{ package(id: 2192) { title grids { title packages { title slug repoWatchers
      category { title } } } } }'
    measure "$loops" "$connections" Q2 -s "$work/request.lua" "$endpoint"
  done
  stop
done
