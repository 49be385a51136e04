#!/bin/sh
# Updates random projects with copier, the peer for `tizza update`, and says who lost what.
# usage: copier_test.sh BUILD_FOLDER UPDATE_BULK [CASES]
set -eu
build=$1
bulk=$2
cases=${3:-100}
here=$(cd "$(dirname "$0")" && pwd)
pins="copier==9.4.1"
venv=$build/peers/copier

if ! "$venv/bin/python" -c 'import copier' 2>/dev/null; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  if ! "$venv/bin/pip" install --quiet --disable-pip-version-check "$pins"; then
    echo "skipped: $pins cannot be installed (no network?)"
    rm -rf "$venv"
    exit 77
  fi
fi
exec "$venv/bin/python" "$here/copier_compare.py" "$bulk" "$build/copier-cases" "$cases"
