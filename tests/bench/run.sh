#!/bin/sh
# Times whole processes, side by side with peers in one run, and prints the table. No assertion: a
# busy machine is no bug. Run it on a quiet one.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=../../cli/setup.sh
. "$root/cli/setup.sh"

# shellcheck disable=SC2154,SC2086 # lists of words from setup.sh
install_packages $build_packages hyperfine python3 python3-venv
build "$root/build-release" tizza -DTIZZA_DEVELOPMENT=OFF
tizza=$root/build-release/cli/tizza

bench=$root/build-release/bench
venv=$bench/venv
if [ ! -x "$venv/bin/cookiecutter" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet cookiecutter==2.7.1
fi
rm -rf "$bench/inputs" "$bench/out"
python3 "$root/tests/bench/inputs.py" "$bench/inputs"

# Nothing of the user's settings; live names come from the sample registry.
export HOME="$bench/home" XDG_CONFIG_HOME="$bench/home/config" XDG_STATE_HOME="$bench/home/state"
export XDG_CACHE_HOME="$bench/home/cache"
export TIZZA_REGISTRY="$root/tests/support/samples/tizza/tizza-registry.yaml"
mkdir -p "$HOME"
cd "$bench/inputs"

# time_it NAME HYPERFINE-ARGUMENTS...
time_it() {
  name=$1
  shift
  hyperfine --style none --warmup 5 --export-json "$bench/$name.json" "$@" >/dev/null
}

time_it version -N --runs 200 "$tizza --version"
time_it help -N --runs 200 "$tizza --help"
time_it complete -N --runs 200 "$tizza __complete services culi"
time_it validate -N --runs 100 "$tizza validate swagger.yaml"
time_it new --runs 20 --prepare "rm -rf $bench/out && mkdir $bench/out" \
  "$tizza new ./tizza $bench/out/culinary-service --defaults --no-git --no-register" \
  "$venv/bin/cookiecutter --no-input -o $bench/out ./cookiecutter"

# Equal work, or the ratio means nothing.
rm -rf "$bench/out" && mkdir "$bench/out"
"$tizza" new ./tizza "$bench/out/ours" --defaults --no-git --no-register >/dev/null 2>&1
"$venv/bin/cookiecutter" --no-input -o "$bench/out" ./cookiecutter
diff -r --exclude=.tizza-answers.yaml "$bench/out/ours" "$bench/out/culinary-service"

python3 "$root/tests/bench/table.py" '--version'="$bench/version.json" '--help'="$bench/help.json" \
  'completion'="$bench/complete.json" 'validate, 20 KB Swagger 2.0'="$bench/validate.json" \
  'new, 40 files (cookiecutter 2.7.1)'="$bench/new.json"
