#!/bin/sh
# The tour of README.md: sh cli/tour.sh TIZZA. Everything happens in a temporary workspace with a
# bare repository as its remote; it stays, to be looked at.
set -eu
binary=$(realpath "$1")
workspace=$(mktemp -d "${TMPDIR:-/tmp}/tizza-tour-XXXXXX")
cd "$workspace"

# Shows a command as one would type it, and runs it.
run() {
  printf '\n$ %s\n' "$*"
  "$@"
}
tizza() { "$binary" "$@"; }

# Commits need a name: the user's own, or else a made-up one for this workspace.
if ! git config user.email >/dev/null; then
  export GIT_AUTHOR_NAME=Ana GIT_AUTHOR_EMAIL=ana@tizza.com
  export GIT_COMMITTER_NAME=Ana GIT_COMMITTER_EMAIL=ana@tizza.com
fi
unset TIZZA_REGISTRY

printf 'A workspace with a registry: who owns what, and where it runs.\n'
run tizza registry init
run tizza registry add team culinary email=team-culinary@tizza.com \
  'slack_channel=#team-culinary'

printf '\nA service from a template, registered and committed.\n'
run tizza new django-rest culinary-service --defaults
run tizza registry set culinary-service \
  environments.production.url=https://culinary.tizza.com \
  environments.production.hosts=culinary-1.tizza.com,culinary-2.tizza.com \
  environments.production.processes=tizza-app,tizza-nginx
run tizza registry check
run tizza validate culinary-service

printf '\nTwo releases to a remote.\n'
git init -q --bare culinary-service.git
cd culinary-service
git branch -q -M main
git remote add origin "$workspace/culinary-service.git"
git push -q -u origin main
run tizza release plan
run tizza release tag
sed -i 's/^VERSION = .*/VERSION = "0.2.0"/' setup.py
git commit -q -a -m 'Prepare 0.2.0'
git push -q
run tizza release tag
cd ..

printf '\nThe way back, rehearsed before it is needed: nothing outside is touched.\n'
run tizza playbook practice revert-version culinary-service --env production \
  -d version=0.1.0 --yes-to all
run tizza playbook status

printf '\nThe binary:    %s\nThe workspace: %s\n' "$binary" "$workspace"
