#!/bin/sh
# Compares the built-in rulesets with Spectral's: both have to find the same at the same places.
# usage: spectral_test.sh BUILD_FOLDER TIZZA SUITE...
set -eu
build=$1
tizza=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/differential/spectral_peer.sh
. "$here/spectral_peer.sh"
export TIZZA_PEER="$peer"
exec python3 "$here/spectral_compare.py" "$tizza" "$peer" "$@"
