#!/bin/sh
# Compares the JSON Schema engine with ajv: generated schemas must give the same verdicts.
# usage: ajv_test.sh BUILD_FOLDER SCHEMA_BULK
set -eu
build=$1
validator=$2
here=$(cd "$(dirname "$0")" && pwd)
pins="ajv@8.17.1 ajv-formats@3.0.1 ajv-draft-04@1.0.0"
peers=$build/peers/ajv

if ! command -v npm >/dev/null 2>&1; then
  echo "skipped: there is no npm for $pins"
  exit 77
fi
if [ ! -f "$peers/done" ]; then
  rm -rf "$peers"
  mkdir -p "$peers"
  # shellcheck disable=SC2086 # a list of words
  if ! npm install --prefix "$peers" --no-audit --no-fund --silent --ignore-scripts $pins; then
    echo "skipped: $pins cannot be installed (no network?)"
    rm -rf "$peers"
    exit 77
  fi
  : >"$peers/done"
fi
exec node "$here/ajv_compare.js" "$peers/node_modules" "$validator"
