#!/bin/sh
# Compares custom rulesets with Spectral: for each folder of rulesets/ both must find the same
# severities of the same rules at the same places.
# usage: spectral_rulesets_test.sh BUILD_FOLDER TIZZA
set -eu
build=$1
tizza=$2
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/differential/spectral_peer.sh
. "$here/spectral_peer.sh"
exec python3 "$here/spectral_rulesets_compare.py" "$peer/node_modules/.bin/spectral" "$tizza" "$@"
