# Sourced by the tests whose peer is a Python package.

# python_peer VENV MODULE PINS: sees to a virtual environment that has MODULE out of the pinned
# packages (a list of words). Ends the test as skipped where they cannot be installed.
python_peer() {
  "$1/bin/python" -c "import $2" 2>/dev/null && return
  rm -rf "$1"
  python3 -m venv "$1"
  # shellcheck disable=SC2086 # a list of words
  if ! "$1/bin/pip" install --quiet --disable-pip-version-check $3; then
    echo "skipped: $3 cannot be installed (no network?)"
    rm -rf "$1"
    exit 77
  fi
}
