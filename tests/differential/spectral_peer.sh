# Sourced by the tests that compare with Spectral, with `build` set: installs it once, and the
# description of GitHub beside it, and sets `peer` to the npm folder that holds them, or skips the test.
pins="@stoplight/spectral-cli@6.16.3 @octokit/openapi@23.0.2"
# shellcheck disable=SC2154 # set where this is sourced
peer=$build/peers/spectral

if ! command -v npm >/dev/null; then
  echo "skipped: npm is not installed"
  exit 77
fi
if [ "$(cat "$peer/done" 2>/dev/null)" != "$pins" ]; then
  rm -rf "$peer"
  mkdir -p "$peer"
  echo '{"private": true}' >"$peer/package.json"
  # shellcheck disable=SC2086 # a list of words
  if ! npm install --prefix "$peer" --silent --no-audit --no-fund --ignore-scripts $pins; then
    echo "skipped: $pins cannot be installed (no network?)"
    rm -rf "$peer"
    exit 77
  fi
  echo "$pins" >"$peer/done"
fi
