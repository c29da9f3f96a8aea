#!/usr/bin/env bash
# Puts load on a server of its own and prints what a request costs: requests a second, the median
# and the 99th percentile of the latency, and the server's CPU time, beside a static 4 KB answer.
#
# Usage: load.sh GRIDQL DATABASE [SECONDS]
#   GRIDQL    a release build of the program
#   DATABASE  a database with the full catalog imported
#   SECONDS   how long each query is asked for, 5 by default
#
# One event loop and 64 connections over the loopback interface, so that a second core is left for
# the load; eight connections for the page of all packages, which is 5 MB. Needs Linux (/proc), wrk
# and curl.
set -euo pipefail

if (($# < 2 || $# > 3)); then
  sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2
  exit 64
fi
gridql=$1 database=$2 seconds=${3:-5}
for tool in wrk curl; do
  command -v "$tool" >/dev/null || {
    echo "load.sh needs $tool: apt-get install $tool" >&2
    exit 2
  }
done

declare -A queries=(
  [Q1]='{ package(id: 2192) { id title slug repoUrl repoWatchers } }'
  [Q2]='{ package(id: 2192) { title grids { title packages { title slug repoWatchers
    category { title } } } } }'
  [Q3]='{ packages(first: 100) { id title slug repoUrl repoWatchers category { title } } }'
  [Q4]='{ grids(first: 20) { title packages { title slug grids { title } } } }'
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
  [Q7]='{ packages(first: 200) { nodeId id title slug lastUpdated lastFetched repoUrl pypiVersion
    created modified repoForks repoDescription pypiUrl pypiName documentationUrl repoWatchers
    commitsOver52 participants } }'
)

work=$(mktemp -d)
server=
cleanup() {
  if [[ -n $server ]]; then
    kill -TERM "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  rm -rf "$work"
}
trap cleanup EXIT

"$gridql" serve --database "$database" --port 0 --event-loops 1 --benchmark-route \
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
if [[ -z $endpoint ]]; then
  echo "load.sh: the server printed no URL within 10 seconds" >&2
  exit 2
fi

# User and system time of the server so far, in clock ticks.
cpu_ticks() { sed 's/.*) //' "/proc/$server/stat" | awk '{ print $12 + $13 }'; }
ticks_per_second=$(getconf CLK_TCK)
static_cpu=

# measure NAME BYTES WRK-ARGUMENTS…: a second of warming up, then the measurement, as one line.
measure() {
  local name=$1 bytes=$2 before after
  shift 2
  wrk -t1 -c"$connections" -d1s "$@" >/dev/null
  before=$(cpu_ticks)
  wrk -t1 -c"$connections" -d"${seconds}s" --latency "$@" >"$work/result"
  after=$(cpu_ticks)
  if grep -qE 'Non-2xx|Socket errors' "$work/result"; then
    grep -E 'Non-2xx|Socket errors' "$work/result" >&2
    exit 1
  fi
  local requests cpu
  requests=$(awk '/ requests in /{ print $1 }' "$work/result")
  cpu=$(awk -v t=$((after - before)) -v hz="$ticks_per_second" -v n="$requests" \
    'BEGIN { printf "%.1f", t / hz / n * 1e6 }')
  static_cpu=${static_cpu:-$cpu}
  awk -v name="$name" -v bytes="$bytes" -v cpu="$cpu" -v static="$static_cpu" '
    $1 == "50%" { p50 = $2 }
    $1 == "99%" { p99 = $2 }
    $1 == "Requests/sec:" { rate = $2 }
    END {
      printf "%-8s %8d %12.0f %10s %10s %12.1f %8.2f\n", name, bytes, rate, p50, p99, cpu, cpu / static
    }' "$work/result"
}

connections=64
printf '%-8s %8s %12s %10s %10s %12s %8s\n' \
  query bytes requests/s p50 p99 'CPU µs' 'x static'
measure static 4096 "${endpoint%/graphql}/benchmark/static"
for name in Q1 Q2 Q3 Q4 Q5 Q6 Q7; do
  body="{\"query\": \"$(tr -s ' \n' ' ' <<<"${queries[$name]}")\"}"
  # An answer without data would be measured for nothing.
  curl -sS --fail-with-body "$endpoint" -H 'Content-Type: application/json' -d "$body" \
    >"$work/answer"
  if grep -q '"errors":' "$work/answer"; then
    echo "$name: $(head -c 500 "$work/answer")" >&2
    exit 1
  fi
  cat >"$work/request.lua" <<LUA
wrk.method = "POST"
wrk.body = [==[$body]==]
wrk.headers["Content-Type"] = "application/json"
LUA
  measure "$name" "$(wc -c <"$work/answer")" -s "$work/request.lua" "$endpoint"
done
for path in packages/2192/ packages/ 'packages/?limit=100000'; do
  url=${endpoint%/graphql}/api/v4/$path
  curl -sS --fail-with-body "$url" >"$work/answer"
  case $path in
    packages/2192/) name=R-one ;;
    packages/) name=R-20 ;;
    *) name=R-all connections=8 ;;
  esac
  measure "$name" "$(wc -c <"$work/answer")" "$url"
done
