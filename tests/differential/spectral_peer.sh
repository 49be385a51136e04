# Sourced by the tests that compare with Spectral, with `build` set: installs it once and sets `peer`
# to the npm folder that holds it, or skips the test.
pin="@stoplight/spectral-cli@6.16.3"
# shellcheck disable=SC2154 # set where this is sourced
peer=$build/peers/spectral

if ! command -v npm >/dev/null; then
  echo "skipped: npm is not installed"
  exit 77
fi
if [ ! -x "$peer/node_modules/.bin/spectral" ]; then
  rm -rf "$peer"
  mkdir -p "$peer"
  echo '{"private": true}' >"$peer/package.json"
  if ! npm install --prefix "$peer" --silent --no-audit --no-fund --ignore-scripts "$pin"; then
    echo "skipped: $pin cannot be installed (no network?)"
    rm -rf "$peer"
    exit 77
  fi
fi
