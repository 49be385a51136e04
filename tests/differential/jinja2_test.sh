#!/bin/sh
# Compares the template engine with Jinja2: every case must give the same text, or fail in both.
# usage: jinja2_test.sh BUILD_FOLDER RENDER_BULK
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/python_peer.sh"
venv=$1/peers/jinja2
python_peer "$venv" jinja2 "jinja2==3.1.6 markupsafe==3.0.3"
exec "$venv/bin/python" "$here/jinja2_compare.py" "$2"
