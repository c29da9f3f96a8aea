#!/usr/bin/env bash
# Puts edits on a server of its own and prints how many are made durable in a second, with one client
# and with many, and what a bulk edit leaves of the reading.
#
# Usage: edits.sh GRIDQL DATABASE [SECONDS]
#   GRIDQL    a release build of the program
#   DATABASE  a database with the full catalog imported; a copy of it is edited
#   SECONDS   how long each load lasts, 10 by default
#
# Needs Linux, wrk, curl and python3.
set -euo pipefail

if (($# < 2 || $# > 3)); then
  sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2
  exit 64
fi
gridql=$1 database=$2 seconds=${3:-10}
for tool in wrk curl python3; do
  command -v "$tool" >/dev/null || {
    echo "edits.sh needs $tool" >&2
    exit 2
  }
done

work=$(mktemp -d -p "$(dirname "$database")")
server=
cleanup() {
  if [[ -n $server ]]; then
    kill -TERM "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  rm -rf "$work"
}
trap cleanup EXIT

"$gridql" backup "$work/catalog.db" --database "$database" 2>/dev/null
token=$("$gridql" token create --role editor --database "$work/catalog.db" 2>/dev/null)
mkfifo "$work/url"
"$gridql" serve --database "$work/catalog.db" --port 0 >"$work/url" 2>"$work/log" &
server=$!
read -r url <"$work/url"

# Each edit sets a package's watchers to a number that it has not had.
cat >"$work/edit.lua" <<'LUA'
local threads = 0
function setup(thread) thread:set("id", threads); threads = threads + 1 end
local count = 0
function request()
  count = count + 1
  local body = string.format('{"query":"mutation($p: ID!, $w: Int!) { updatePackage(input: {package: {id: $p}, repoWatchers: $w}) { package { version } change { revision } } }","variables":{"p":"%d","w":%d}}',
    1 + (count * 37 + id) % 2000, 100000 + count * 64 + id)
  return wrk.format("POST", nil, nil, body)
end
local refused = 0
function response(status, headers, body)
  if status ~= 200 then refused = refused + 1 end
end
LUA
cat >"$work/read.lua" <<'LUA'
wrk.method = "POST"
wrk.body = '{"query":"{ package(id: 2192) { title grids { title packages { title slug repoWatchers category { title } } } } }"}'
LUA

load() { # SCRIPT CONNECTIONS SECONDS
  wrk --threads 1 --connections "$2" --duration "$3s" --latency --script "$1" \
    --header "Content-Type: application/json" --header "Authorization: Bearer $token" "$url" |
    awk '/50%/{p50=$2} /99%/{p99=$2} /Requests\/sec/{rate=$2}
         END {printf "%9.0f a second, median %s, 99th percentile %s\n", rate, p50, p99}'
}

echo "edits, 1 client:     $(load "$work/edit.lua" 1 "$seconds")"
echo "edits, 64 clients:   $(load "$work/edit.lua" 64 "$seconds")"
echo "reads, no edits:     $(load "$work/read.lua" 16 "$seconds")"
echo "reads, no edits:     $(load "$work/read.lua" 16 "$seconds")"

python3 - "$work/bulk.json" <<'PYTHON'
import json, sys
packages = [
    {"slug": f"bulk-{n}", "title": f"Bulk package {n}", "repoUrl": f"https://example.org/bulk/{n}",
     "repoDescription": "One of a hundred thousand packages that came at once.",
     "repoWatchers": n % 977, "category": {"slug": "apps"}}
    for n in range(100_000)
]
json.dump({"query": "mutation($p: [UpsertPackageInput!]!) { upsertPackages(input: {packages: $p}) "
                    "{ created updated unchanged } }", "variables": {"p": packages}},
          open(sys.argv[1], "w"))
PYTHON
bulk() {
  curl --silent --header "Content-Type: application/json" --header "Authorization: Bearer $token" \
    --data-binary "@$work/bulk.json" --write-out " in %{time_total} s\n" "$url"
}
size() { stat --format %s "$work/catalog.db"; }
before=$(size)
bulk >"$work/bulk" &
editing=$!
echo "reads, bulk edit:    $(load "$work/read.lua" 16 "$seconds")"
echo "reads, bulk edit:    $(load "$work/read.lua" 16 "$seconds")"
wait "$editing"
echo "100,000 packages:    $(cat "$work/bulk")"
kill -TERM "$server"
wait "$server" || true
server=
echo "the file:            $before bytes before, $(size) after"
