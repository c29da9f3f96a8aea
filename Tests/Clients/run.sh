#!/usr/bin/env bash
# Lets clients that others wrote judge an endpoint: each unmodified, the server with its defaults.
#
#   Tests/Clients/run.sh BINARY [FOLDER]
#
# Installs the clients, pinned, into two virtual environments in FOLDER (they need two versions of
# graphql-core), or in a folder that is removed at the end. Each judge gets a server of its own with
# the sample catalog. Prints a line a judge; needs Python 3.11 and the package index. Status 0 if
# all of them are content.
set -euo pipefail

binary=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
folder=$(mktemp -d)
environments=$(realpath -m "${2:-$folder}")
server=
failed=
trap 'stop; rm -rf "$folder"' EXIT

install() {
  local environment=$environments/$1
  shift
  [ -x "$environment/bin/python" ] || python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check "$@"
}

start() {
  "$binary" serve --port 0 "$@" >"$folder/out" 2>"$folder/err" &
  server=$!
  for _ in $(seq 100); do
    grep -q http "$folder/out" && break
    sleep 0.1
  done
  endpoint=$(grep -o 'http://[^ ]*' "$folder/out" | head -1)
  token=$(grep -o 'gridql_[0-9a-f_]*' "$folder/err" | head -1)
}

stop() {
  [ -n "$server" ] || return 0
  kill "$server"
  wait "$server" || true
  server=
}

# Runs a script in an environment against the server: ENVIRONMENT SCRIPT ARGUMENTS...
judge() {
  local python=$environments/$1/bin/python script=$2
  shift 2
  PYTHONDONTWRITEBYTECODE=1 "$python" "$here/$script" "$@" || failed="$failed $script"
  stop
}

install new 'gql[aiohttp,requests]==4.4.0' graphql-core==3.3.2
install old ariadne-codegen==0.19.0 sgqlc==18 schemathesis==4.32.5

start && judge new audit.py --endpoint "$endpoint"
start --status-codes draft && judge new audit.py --endpoint "$endpoint" --profile draft
start && judge new reference.py "$endpoint"
start && judge new gql_client.py "$endpoint" "$token"
start && judge old sgqlc_client.py "$endpoint"
start && judge old ariadne_client.py "$endpoint" "$token"
start && judge old schemathesis_run.py "$endpoint" "$token"

[ -z "$failed" ] || { echo "not content:$failed"; exit 1; }
