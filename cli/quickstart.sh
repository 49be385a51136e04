#!/bin/sh
# From a fresh Debian 12 to a first service: installs what is missing, builds tizza, and takes the
# tour of README.md in a temporary workspace.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=setup.sh
. "$root/cli/setup.sh"

# shellcheck disable=SC2154,SC2086 # a list of words from setup.sh
install_packages $build_packages
build "$root/build-release" tizza -DTIZZA_DEVELOPMENT=OFF
exec sh "$root/cli/tour.sh" "$root/build-release/cli/tizza"
