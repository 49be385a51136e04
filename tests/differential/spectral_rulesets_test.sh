#!/bin/sh
# Compares custom rulesets with Spectral: for each folder of rulesets/ both must find the same
# severities of the same rules at the same places.
# usage: spectral_rulesets_test.sh BUILD_FOLDER TIZZA
set -eu
build=$1
tizza=$2
here=$(cd "$(dirname "$0")" && pwd)
pin="@stoplight/spectral-cli@6.16.3"
peer=$build/peers/spectral

if ! command -v npm >/dev/null; then
  echo "skipped: npm is not installed"
  exit 77
fi
if [ ! -x "$peer/node_modules/.bin/spectral" ]; then
  rm -rf "$peer"
  mkdir -p "$peer"
  echo '{"private": true}' >"$peer/package.json"
  if ! npm install --prefix "$peer" --silent --no-audit --no-fund --ignore-scripts "$pin"; then
    echo "skipped: $pin cannot be installed (no network?)"
    rm -rf "$peer"
    exit 77
  fi
fi
exec python3 "$here/spectral_rulesets_compare.py" "$peer/node_modules/.bin/spectral" "$tizza" "$@"
