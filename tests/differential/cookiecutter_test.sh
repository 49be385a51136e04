#!/bin/sh
# Compares what we make of cookiecutter's templates with what cookiecutter makes of them.
# usage: cookiecutter_test.sh BUILD_FOLDER TIZZA
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/python_peer.sh"
venv=$1/peers/cookiecutter
pins="cookiecutter==2.7.1 jinja2==3.1.6 markupsafe==3.0.3 binaryornot==0.6.0"
python_peer "$venv" cookiecutter "$pins python-slugify==9.2.0 arrow==1.4.0"
exec "$venv/bin/python" "$here/cookiecutter_compare.py" "$2"
