#!/bin/sh
# Passes the tests: installs what is missing, builds, runs every suite. The last line sums them up.
#
# Two builds do it all: one as it is shipped, for every test; one by clang with AddressSanitizer and
# UndefinedBehaviorSanitizer, for unit and golden tests again and for the fuzzers.
# TIZZA_TEST_FULL=1 takes whole sets where the everyday run takes samples.
# shellcheck disable=SC2317 # check() calls functions by their names
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=../cli/setup.sh
. "$root/cli/setup.sh"

test_packages='libgtest-dev libgmock-dev clang-16 libclang-rt-16-dev llvm-16 clang-format-16 clang-tidy-16
  mold shellcheck python3 python3-venv python3-pip python3-setuptools python3-wheel openssh-client
  openssh-server postgresql rabbitmq-server
  tmux zsh fish man-db procps util-linux'
# Peers to compare with come by npm, whoever packaged it.
command -v npm >/dev/null || test_packages="$test_packages npm"
cores=$(nproc)
passed=0
failed=0

# step TEXT: what comes now, and how long everything took so far.
started=$(date +%s)
step() { say "== $1 ($(($(date +%s) - started)) s)"; }

pass() { passed=$((passed + 1)); }
fail() {
  failed=$((failed + 1))
  say "FAILED: $1"
}

# check NAME COMMAND...: one test; what it prints is shown where it fails.
check() {
  name=$1
  shift
  if output=$("$@" 2>&1); then
    pass
  else
    printf '%s\n' "$output" | tail -n 60 >&2
    fail "$name"
  fi
}

# run_ctest FOLDER FLAGS...: adds ctest's own counts to ours. Skipped tests count as neither.
run_ctest() {
  folder=$1
  shift
  ctest --test-dir "$folder" -j "$cores" --output-on-failure --timeout 900 "$@" \
    </dev/null >"$folder/ctest.log" 2>&1
  status=$?
  summary=$(sed -n 's/^.*tests passed, \([0-9]*\) tests* failed out of \([0-9]*\)$/\1 \2/p' \
    "$folder/ctest.log")
  if [ -z "$summary" ]; then
    tail -n 40 "$folder/ctest.log" >&2
    fail "ctest in $folder ran no test"
    return
  fi
  bad=${summary% *}
  skipped=$(grep -c '\*\*\*Skipped' "$folder/ctest.log")
  passed=$((passed + ${summary#* } - bad - skipped))
  failed=$((failed + bad))
  if [ "$status" -ne 0 ]; then
    grep -v -E '^ +Start |   Passed +[0-9.]+ sec$|^test [0-9]+$' "$folder/ctest.log" |
      tail -n 400 >&2
  fi
  tail -n 20 "$folder/ctest.log" | grep -E 'tests passed' >&2
}

cpp_files() { git -C "$root" ls-files 'cli/*.[ch]pp' 'tests/*.[ch]pp'; }

check_format() { (cd "$root" && cpp_files | xargs clang-format-16 --dry-run --Werror); }

check_shell() { (cd "$root" && git ls-files '*.sh' '.ci/run' | grep -v ^templates/ | xargs shellcheck -x -P SCRIPTDIR -s sh); }

# The whole set takes a quarter of an hour on two cores: everyday runs take a sample that changes
# with the commit.
tidy_sample() {
  seed=$(git -C "$root" rev-parse HEAD)
  for file in $(cd "$root" && git ls-files 'cli/*.cpp'); do
    printf '%s %s\n' "$(printf '%s %s' "$seed" "$file" | sha256sum | cut -c1-16)" "$file"
  done | sort | cut -d' ' -f2 | if [ -n "${TIZZA_TEST_FULL-}" ]; then cat; else head -n 16; fi
}

check_tidy() {
  (cd "$root" && tidy_sample | xargs -P "$cores" -n 2 clang-tidy-16 -p build-sanitize --quiet)
}

# libFuzzer repeats itself where addresses do: then the same commit gets the same inputs, and a finding
# belongs to the change that made it. TIZZA_FUZZ_SEED=0 takes other inputs each time.
same_addresses=''
! setarch -R true 2>/dev/null || same_addresses='setarch -R'

# One fuzzer for a minute, from the saved seeds and findings; prints only what it found.
fuzz() {
  subject=$(basename "$1" _fuzz)
  corpus="$root/build-sanitize/corpus/$subject"
  mkdir -p "$corpus"
  set -- "$1" "$corpus"
  for saved in seeds findings; do
    [ ! -d "$root/tests/fuzz/$saved/$subject" ] || set -- "$@" "$root/tests/fuzz/$saved/$subject"
  done
  $same_addresses "$@" -seed="${TIZZA_FUZZ_SEED:-1}" \
    -max_total_time="${TIZZA_FUZZ_SECONDS:-60}" -timeout=20 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix="$root/build-sanitize/found-$subject-" -verbosity=0 -print_final_stats=0
}

# Two by two, so that they share the cores.
run_fuzzers() {
  running=''
  for fuzzer in "$root"/build-sanitize/tests/*_fuzz; do
    [ -x "$fuzzer" ] || continue
    fuzz "$fuzzer" >"$fuzzer.log" 2>&1 &
    running="$running $!:$fuzzer"
    [ "$(printf '%s' "$running" | wc -w)" -lt "$cores" ] || await_fuzzers
  done
  await_fuzzers
}
await_fuzzers() {
  for pair in $running; do
    if wait "${pair%%:*}"; then
      pass
    else
      tail -n 60 "${pair#*:}.log" >&2
      fail "$(basename "${pair#*:}"): what it found is in build-sanitize/found-*"
    fi
  done
  running=''
}

finish() {
  step 'done'
  printf '%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

step 'packages'
# shellcheck disable=SC2086 # lists of words
install_packages $build_packages $test_packages

step 'build'
if ! build "$root/build-test" all -DTIZZA_DEVELOPMENT=ON -DCMAKE_BUILD_TYPE=RelWithDebInfo; then
  fail 'the build'
  finish
fi

step 'tests'
run_ctest "$root/build-test"

step 'style'
check 'clang-format' check_format
check 'shellcheck' check_shell

step 'build with sanitizers'
if build "$root/build-sanitize" all -DTIZZA_DEVELOPMENT=ON -DTIZZA_FUZZERS=ON \
  -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_BUILD_TYPE=Debug \
  '-DCMAKE_CXX_FLAGS_DEBUG=-O1 -gline-tables-only'; then
  step 'tests with sanitizers'
  export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
  export UBSAN_OPTIONS=print_stacktrace=1
  export LSAN_OPTIONS="suppressions=$root/tests/support/leaks.supp:print_suppressions=0"
  run_ctest "$root/build-sanitize" -L 'unit|golden'
  step 'fuzzers'
  run_fuzzers
  step 'clang-tidy'
  check 'clang-tidy' check_tidy
else
  fail 'the build with sanitizers'
fi
finish
