#!/bin/sh
# Which packages is a package compared with? With curl.
# Usage: neighbours.sh [ENDPOINT [SLUG]]
set -eu

endpoint=${1:-http://127.0.0.1:8080/graphql}
slug=${2:-django-vies}
query='query Neighbours($slug: String!) {
  package(slug: $slug) { grids { title packages(first: 3) { title repoWatchers } } }
}'

# A GET can be bookmarked and cached; curl encodes the parameters.
curl --silent --show-error --fail-with-body --get "$endpoint" \
  --header 'Accept: application/graphql-response+json' \
  --data-urlencode "query=$query" \
  --data-urlencode "variables={\"slug\": \"$slug\"}"
echo
