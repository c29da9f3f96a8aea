#!/usr/bin/env bash
# Puts load on a server of its own and prints what a request costs: requests a second, the median
# and the 99th percentile of the latency, and the server's CPU time, beside a static 4 KB answer and
# beside plain SQL: the same bytes from hand-written C, on the same server without GraphQL.
#
# Usage: load.sh GRIDQL DATABASE [SECONDS]
#   GRIDQL    a release build of the program
#   DATABASE  a database with the full catalog imported
#   SECONDS   how long each query is asked for, 5 by default
#
# PLAIN_SERVER names the server of plain SQL; without it, the one that
#   swift build -c release --package-path Benchmarks --product PlainServer
# has built, if it is there. PACKAGE is the id of the package that Q1 and Q2 ask for.
#
# One event loop and 16 connections over the loopback interface, so that a second core is left for
# the load; eight connections for the page of all packages, which is 5 MB. Needs Linux (/proc), wrk
# and curl.
set -euo pipefail

if (($# < 2 || $# > 3)); then
  sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2
  exit 64
fi
gridql=$1 database=$2 seconds=${3:-5}
package=${PACKAGE:-4095}
plain_server=${PLAIN_SERVER:-$(dirname "$0")/.build/release/PlainServer}
for tool in wrk curl; do
  command -v "$tool" >/dev/null || {
    echo "load.sh needs $tool: apt-get install $tool" >&2
    exit 2
  }
done

declare -A queries=(
  [Q1]='query($id: ID!) { package(id: $id) { id title slug repoUrl repoWatchers } }'
  [Q2]='query($id: ID!) { package(id: $id) { title grids { title packages { title slug
    repoWatchers category { title } } } } }'
  [Q3]='{ packages(first: 100, orderBy: [{id: ASC}]) { id title slug repoUrl repoWatchers
    category { title } } }'
  [Q4]='{ grids(first: 20, orderBy: [{id: ASC}]) { title packages { title slug
    grids { title } } } }'
  [Q5]='query Introspection { __schema { description queryType { name kind }
    mutationType { name kind } subscriptionType { name kind } types { ...FullType }
    directives { name description isRepeatable locations
      args(includeDeprecated: true) { ...InputValue } } } }
    fragment FullType on __Type { kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) { name description
        args(includeDeprecated: true) { ...InputValue } type { ...TypeReference }
        isDeprecated deprecationReason }
      inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeReference }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
      possibleTypes { ...TypeReference } }
    fragment InputValue on __InputValue { name description type { ...TypeReference }
      defaultValue isDeprecated deprecationReason }
    fragment TypeReference on __Type { kind name ofType { kind name
      ofType { kind name ofType { kind name ofType { kind name } } } } }'
  [Q6]='{ __typename }'
  [Q7]='{ packages(first: 200, orderBy: [{id: ASC}]) { id title slug repoUrl repoWatchers
    repoForks pypiVersion repoDescription commitsOver52 participants
    category { id title slug } } }'
  [Q8]='{ packages(first: 200, orderBy: [{id: ASC}]) { slug commitsOver52 } }'
)

work=$(mktemp -d)
servers=()
cleanup() {
  for server in "${servers[@]}"; do
    kill -TERM "$server" 2>/dev/null || true
    wait "$server" || true
  done
  rm -rf "$work"
}
trap cleanup EXIT

# start NAME COMMAND…: starts a server that prints its URL; sets `server` and `endpoint`.
start() {
  local name=$1
  shift
  "$@" >"$work/$name.url" 2>"$work/$name.log" &
  server=$!
  servers+=("$server")
  for _ in {1..100}; do
    [[ -s $work/$name.url ]] && break
    kill -0 "$server" 2>/dev/null || {
      cat "$work/$name.log" >&2
      exit 2
    }
    sleep 0.1
  done
  endpoint=$(head -n 1 "$work/$name.url")
  if [[ -z $endpoint ]]; then
    echo "load.sh: $name printed no URL within 10 seconds" >&2
    exit 2
  fi
}

plain_server_id='' plain_url=''
if [[ -x $plain_server ]]; then
  start plain "$plain_server" "$database"
  plain_server_id=$server plain_url=${endpoint%/graphql}/benchmark
else
  echo "load.sh: no server of plain SQL at $plain_server; measuring without" >&2
fi
start gridql "$gridql" serve --database "$database" --port 0 --event-loops 1 --benchmark-route
gridql_id=$server

# User and system time of a server so far, in clock ticks.
cpu_ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'; }
ticks_per_second=$(getconf CLK_TCK)
static_cpu='' plain_cpu=''

# load SERVER WRK-ARGUMENTS…: a second of warming up, then the measurement; sets `cpu` and `requests`.
load() {
  local server=$1 before after
  shift
  wrk -t1 -c"$connections" -d1s "$@" >/dev/null
  before=$(cpu_ticks "$server")
  wrk -t1 -c"$connections" -d"${seconds}s" --latency "$@" >"$work/result"
  after=$(cpu_ticks "$server")
  if grep -qE 'Non-2xx|Socket errors' "$work/result"; then
    grep -E 'Non-2xx|Socket errors' "$work/result" >&2
    exit 1
  fi
  requests=$(awk '/ requests in /{ print $1 }' "$work/result")
  cpu=$(awk -v t=$((after - before)) -v hz="$ticks_per_second" -v n="$requests" \
    'BEGIN { printf "%.1f", t / hz / n * 1e6 }')
}

# measure NAME BYTES WRK-ARGUMENTS…: one line; beside plain SQL if `plain_cpu` is set. What GraphQL
# may take is plain SQL and a tenth and 15 µs.
measure() {
  local name=$1 bytes=$2
  shift 2
  load "$gridql_id" "$@"
  static_cpu=${static_cpu:-$cpu}
  awk -v name="$name" -v bytes="$bytes" -v cpu="$cpu" -v static="$static_cpu" \
    -v plain="$plain_cpu" '
    $1 == "50%" { p50 = $2 }
    $1 == "99%" { p99 = $2 }
    $1 == "Requests/sec:" { rate = $2 }
    END {
      printf "%-8s %8d %12.0f %10s %10s %9.1f %8.2f", name, bytes, rate, p50, p99, cpu, cpu / static
      if (plain != "") printf " %9.1f %8.2f %9.1f", plain, cpu / plain, plain * 1.1 + 15
      print ""
    }' "$work/result"
}

connections=16
printf '%-8s %8s %12s %10s %10s %9s %8s %9s %8s %9s\n' \
  query bytes requests/s p50 p99 'CPU µs' 'x static' 'plain µs' 'x plain' 'aim µs'
measure static 4096 "${endpoint%/graphql}/benchmark/static"
for name in Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8; do
  query=$(tr -s ' \n' ' ' <<<"${queries[$name]}")
  body="{\"query\": \"$query\", \"variables\": {\"id\": \"$package\"}}"
  # An answer without data would be measured for nothing.
  curl -sS --fail-with-body "$endpoint" -H 'Content-Type: application/json' -d "$body" \
    >"$work/answer"
  if grep -q '"errors":' "$work/answer"; then
    echo "$name: $(head -c 500 "$work/answer")" >&2
    exit 1
  fi
  plain_cpu=
  if [[ -n $plain_url ]] && curl -sS -f "$plain_url/$name/$package" >"$work/plain" 2>/dev/null; then
    cmp "$work/answer" "$work/plain"
    load "$plain_server_id" "$plain_url/$name/$package"
    plain_cpu=$cpu
  fi
  cat >"$work/request.lua" <<LUA
wrk.method = "POST"
wrk.body = [==[$body]==]
wrk.headers["Content-Type"] = "application/json"
LUA
  measure "$name" "$(wc -c <"$work/answer")" -s "$work/request.lua" "$endpoint"
done
plain_cpu=
for path in "packages/$package/" packages/ 'packages/?limit=100000'; do
  url=${endpoint%/graphql}/api/v4/$path
  curl -sS --fail-with-body "$url" >"$work/answer"
  case $path in
    "packages/$package/") name=R-one ;;
    packages/) name=R-20 ;;
    *) name=R-all connections=8 ;;
  esac
  measure "$name" "$(wc -c <"$work/answer")" "$url"
done
