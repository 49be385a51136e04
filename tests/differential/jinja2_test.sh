#!/bin/sh
# Compares the template engine with Jinja2: every case must give the same text, or fail in both.
# usage: jinja2_test.sh BUILD_FOLDER RENDER_BULK
set -eu
build=$1
renderer=$2
here=$(cd "$(dirname "$0")" && pwd)
pins="jinja2==3.1.6 markupsafe==3.0.3"
venv=$build/peers/jinja2

if ! "$venv/bin/python" -c 'import jinja2' 2>/dev/null; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  # shellcheck disable=SC2086 # a list of words
  if ! "$venv/bin/pip" install --quiet --disable-pip-version-check $pins; then
    echo "skipped: $pins cannot be installed (no network?)"
    rm -rf "$venv"
    exit 77
  fi
fi
exec "$venv/bin/python" "$here/jinja2_compare.py" "$renderer"
