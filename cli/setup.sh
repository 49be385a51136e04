# What cli/quickstart.sh and tests/run.sh share: the packages and the build. Source it with `root`
# set to the folder of the project.

# shellcheck disable=SC2034 # used where this is sourced
build_packages='g++ cmake ninja-build ccache pkg-config git
  libfmt-dev libsimdjson-dev libyaml-cpp-dev libcli11-dev libyaml-dev libtomlplusplus-dev
  libexpat1-dev libpcre2-dev libssl-dev libgit2-dev libcurl4-openssl-dev libedit-dev
  libarchive-dev'

say() { printf '%s\n' "$*" >&2; }

# The packages among the arguments that are not installed.
missing_packages() {
  for package; do
    dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
      printf '%s ' "$package"
  done
}

# Installs those of the arguments that are missing. Touches nothing where all are there.
install_packages() {
  if ! command -v dpkg-query >/dev/null; then
    say "this set-up knows Debian only; install by hand: $*"
    return 0
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -eq 0 ]; then
    as_root=''
  elif command -v sudo >/dev/null; then
    as_root='sudo'
  else
    say "packages are missing and there is no sudo; run as root: apt-get install $missing"
    exit 2
  fi
  say "installing $missing"
  # shellcheck disable=SC2086 # lists of words
  {
    $as_root apt-get update -qq &&
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y \
        --no-install-recommends $missing >/dev/null
  } || {
    say "cannot install packages; run as root: apt-get install $missing"
    exit 2
  }
}

# build FOLDER TARGETS CMAKE-FLAGS...: configures where that was not done yet, and builds what is
# out of date with every core. FOLDER/build.log holds what the tools said.
build() {
  folder=$1
  targets=$2
  shift 2
  # Paths relative to the project let every checkout share one cache, and the compiler itself says
  # what a file includes, so that nothing is preprocessed twice.
  export CCACHE_BASEDIR="${root:?}" CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1
  mkdir -p "$folder"
  if [ -f "$folder/build.ninja" ] || cmake -S "$root" -B "$folder" -G Ninja "$@"; then
    # shellcheck disable=SC2086 # a list of words
    ninja -C "$folder" $targets
  else
    false
  fi >"$folder/build.log" 2>&1 && return
  grep -E -A8 'error: |^FAILED: |warning: |CMake Error' "$folder/build.log" | head -n 80 >&2
  say "the build in $folder failed; all of it: $folder/build.log"
  return 1
}
