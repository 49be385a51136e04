#!/bin/sh
# The tour of cli/quickstart.sh runs to its end, away from the user's settings, and leaves what it
# tells of.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/tmp"
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
export HOME="$work/home" TMPDIR="$work/tmp" GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null

fail() {
  cat "$work/said" >&2
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}

sh "$root/cli/tour.sh" "$TIZZA" >"$work/said" 2>&1 </dev/null || fail "the tour ended with $?"

workspace=$(echo "$work"/tmp/tizza-tour-*)
tags=$(git -C "$workspace/culinary-service.git" tag --list | tr '\n' ' ')
[ "$tags" = '0.1.0 0.2.0 ' ] || fail "the remote has the tags: $tags"
grep -q 'culinary-service:' "$workspace/tizza-registry.yaml" || fail 'the service is not registered'
[ -z "$(git -C "$workspace/culinary-service" status --porcelain)" ] || fail 'the service is not clean'
grep -q "The binary: *$TIZZA" "$work/said" || fail 'it does not say where the binary is'
