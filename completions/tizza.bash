# bash completion for tizza, as `tizza completion bash` prints it.

_tizza_value_flags='--format --where --file --kind -d --data --answers --branch --to --fail-on -o --output --ruleset --stdin-filepath --max-problems --remote-host --baseline --reason --owner --expires --changed-since --remote --version-file --bump --pre --mode --index --dist --twine --in --hash --env --from --answer --yes-to --scenario --from-journal --registry --color'

_tizza_members() {
  case $1 in
    "") echo 'registry new add update drift template validate spec release playbook trust config completion help' ;;
    "registry") echo 'init check list show add set' ;;
    "registry add") echo 'service team person' ;;
    "update") echo 'resume abort' ;;
    "template") echo 'list show test init lint adopt' ;;
    "spec") echo 'rules bundle stats search' ;;
    "release") echo 'plan next run status resume abort tag publish yank index audit pins' ;;
    "release index") echo check ;;
    "release pins") echo set ;;
    "playbook") echo 'list show lint export new run practice resume abort undo readiness watch status report' ;;
    "config") echo 'list get set' ;;
  esac
}

_tizza_flags() {
  case $1 in
    "registry init") echo '--dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "registry check") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "registry list") echo '--where --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "registry show") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "registry add service") echo '--file --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "registry add team") echo '--file --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "registry add person") echo '--file --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "registry set") echo '--kind --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "new") echo '--data --answers --defaults --dry-run --no-git --no-register --trust --offline --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "add") echo '--branch --data --defaults --dry-run --offline --yes --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "update") echo '--branch --data --defaults --dry-run --offline --yes --format --json --to --registry --color --no-input --no-progress --verbose --help --version' ;;
    "update resume") echo '--dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "update abort") echo '--dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "drift") echo '--fail-on --files --offline --format --json --output --registry --color --no-input --no-progress --verbose --help --version' ;;
    "template list") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "template show") echo '--offline --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "template test") echo '--data --answers --all-combinations --no-checks --offline --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "template init") echo '--kind --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "template lint") echo '--offline --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "template adopt") echo '--commit --data --dry-run --offline --yes --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "validate") echo '--format --json --all --fail-on --ruleset --stdin-filepath --max-problems --allow-remote --remote-host --output --baseline --update-baseline --reason --owner --expires --changed-since --fix --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "spec rules") echo '--format --json --ruleset --registry --color --no-input --no-progress --verbose --help --version' ;;
    "spec bundle") echo '--dereference --remove-unused --output --allow-remote --remote-host --registry --color --no-input --no-progress --verbose --help --version' ;;
    "spec stats") echo '--format --json --all --allow-remote --remote-host --registry --color --no-input --no-progress --verbose --help --version' ;;
    "spec search") echo '--format --json --all --allow-remote --remote-host --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release plan") echo '--remote --branch --version-file --no-specs --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release next") echo '--bump --pre --from-commits --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release run") echo '--bump --pre --from-commits --mode --sign --publish --index --dist --yes --dry-run --remote --branch --no-specs --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release status") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release resume") echo '--index --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release abort") echo '--dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release tag") echo '--dry-run --remote --branch --version-file --no-specs --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release publish") echo '--index --dist --twine --dry-run --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release yank") echo '--reason --undo --index --dry-run --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release index check") echo '--index --format --json --output --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release audit") echo '--index --remote --offline --format --json --output --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release pins") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "release pins set") echo '--in --hash --dry-run --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook list") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook show") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook lint") echo '--all --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook export") echo '--format --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook new") echo '--dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook run") echo '--env --data --defaults --from --answer --yes-to --format --new-run --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook practice") echo '--env --data --defaults --from --answer --yes-to --format --scenario --from-journal --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook resume") echo '--answer --yes-to --format --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook abort") echo '--reason --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook undo") echo '--answer --yes-to --format --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook readiness") echo '--all --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook watch") echo '--format --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook status") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "playbook report") echo '--format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "trust") echo '--dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "config list") echo '--show-origin --format --json --registry --color --no-input --no-progress --verbose --help --version' ;;
    "config get") echo '--registry --color --no-input --no-progress --verbose --help --version' ;;
    "config set") echo '--project --dry-run --registry --color --no-input --no-progress --verbose --help --version' ;;
    "completion") echo '--registry --color --no-input --no-progress --verbose --help --version' ;;
    "help") echo '--registry --color --no-input --no-progress --verbose --help --version' ;;
    *) echo '--registry --color --no-input --no-progress --verbose --help --version' ;;
  esac
}

_tizza_value() {
  case "$1 $2" in
    "registry check --format") echo 'words pretty concise json sarif junit github gitlab checkstyle html' ;;
    "registry list --format") echo 'words table json' ;;
    "registry show --format") echo 'words table json' ;;
    "registry add service --file") echo files ;;
    "registry add team --file") echo files ;;
    "registry add person --file") echo files ;;
    "registry set --kind") echo 'words team person service package template playbook' ;;
    "new --data" | "new -d") echo 'live questions' ;;
    "new --answers") echo files ;;
    "new --format") echo 'words table json' ;;
    "add --format") echo 'words table json' ;;
    "update --format") echo 'words table json' ;;
    "drift --fail-on") echo 'words behind diverged update new removed deleted ours version fill-in all none' ;;
    "drift --format") echo 'words pretty json sarif html' ;;
    "drift --output" | "drift -o") echo files ;;
    "template list --format") echo 'words table json' ;;
    "template show --format") echo 'words table json' ;;
    "template test --answers") echo files ;;
    "template test --format") echo 'words pretty concise json sarif junit github gitlab checkstyle html' ;;
    "template init --kind") echo 'words service package client infrastructure playbook' ;;
    "template lint --format") echo 'words pretty concise json sarif junit github gitlab checkstyle html' ;;
    "template adopt --format") echo 'words table json' ;;
    "validate --format") echo 'words pretty concise json sarif junit github gitlab checkstyle html' ;;
    "validate --fail-on") echo 'words error warn info hint none' ;;
    "validate --ruleset") echo files ;;
    "validate --stdin-filepath") echo files ;;
    "validate --output" | "validate -o") echo files ;;
    "validate --baseline") echo files ;;
    "spec rules --format") echo 'words table json' ;;
    "spec rules --ruleset") echo files ;;
    "spec bundle --output" | "spec bundle -o") echo files ;;
    "spec stats --format") echo 'words table json' ;;
    "spec search --format") echo 'words table json' ;;
    "release plan --version-file") echo 'words setup.py setup.cfg pyproject.toml package.json Cargo.toml CMakeLists.txt Chart.yaml pom.xml VERSION' ;;
    "release plan --format") echo 'words table json' ;;
    "release next --format") echo 'words table json' ;;
    "release run --mode") echo 'words push branch tag-only' ;;
    "release run --index") echo folders ;;
    "release run --dist") echo folders ;;
    "release run --format") echo 'words table json' ;;
    "release status --format") echo 'words table json' ;;
    "release resume --index") echo folders ;;
    "release tag --version-file") echo 'words setup.py setup.cfg pyproject.toml package.json Cargo.toml CMakeLists.txt Chart.yaml pom.xml VERSION' ;;
    "release tag --format") echo 'words table json' ;;
    "release publish --index") echo folders ;;
    "release publish --dist") echo folders ;;
    "release publish --format") echo 'words table json' ;;
    "release yank --index") echo folders ;;
    "release yank --format") echo 'words table json' ;;
    "release index check --index") echo folders ;;
    "release index check --format") echo 'words pretty concise json sarif junit github gitlab checkstyle html' ;;
    "release index check --output" | "release index check -o") echo files ;;
    "release audit --index") echo folders ;;
    "release audit --format") echo 'words pretty concise json sarif junit github gitlab checkstyle html' ;;
    "release audit --output" | "release audit -o") echo files ;;
    "release pins --format") echo 'words table json' ;;
    "release pins set --in") echo folders ;;
    "release pins set --format") echo 'words table json' ;;
    "playbook list --format") echo 'words table json' ;;
    "playbook show --format") echo 'words checklist json' ;;
    "playbook lint --format") echo 'words pretty concise json sarif junit github gitlab checkstyle html' ;;
    "playbook export --format") echo 'words markdown html checklist' ;;
    "playbook run --env") echo 'live environments' ;;
    "playbook run --yes-to") echo 'words safe all' ;;
    "playbook run --format") echo 'words pretty jsonl' ;;
    "playbook practice --env") echo 'live environments' ;;
    "playbook practice --yes-to") echo 'words safe all' ;;
    "playbook practice --format") echo 'words pretty jsonl' ;;
    "playbook practice --from-journal") echo 'live runs' ;;
    "playbook resume --yes-to") echo 'words safe all' ;;
    "playbook resume --format") echo 'words pretty jsonl' ;;
    "playbook undo --yes-to") echo 'words safe all' ;;
    "playbook undo --format") echo 'words pretty jsonl' ;;
    "playbook readiness --format") echo 'words table json' ;;
    "playbook watch --format") echo 'words pretty jsonl' ;;
    "playbook status --format") echo 'words table json' ;;
    "playbook report --format") echo 'words markdown html json' ;;
    "config list --format") echo 'words table json' ;;
    *" --registry") echo files ;;
    *" --color") echo 'words auto always never' ;;
  esac
}

_tizza_argument() {
  case "$1 $2" in
    "registry show "0) echo 'live registry-names' ;;
    "registry set "0) echo 'live registry-names' ;;
    "registry set "*) echo 'live registry-fields' ;;
    "new "0) echo 'live templates' ;;
    "new "1) echo folders ;;
    "add "0) echo 'live add-ons' ;;
    "add "1) echo folders ;;
    "update "0) echo folders ;;
    "update resume "0) echo folders ;;
    "update abort "0) echo folders ;;
    "drift "*) echo folders ;;
    "template show "0) echo 'live templates' ;;
    "template test "0) echo 'live templates' ;;
    "template init "0) echo folders ;;
    "template lint "*) echo 'live templates' ;;
    "template adopt "0) echo folders ;;
    "template adopt "1) echo 'live templates' ;;
    "validate "*) echo files ;;
    "spec rules "0) echo 'live rules' ;;
    "spec bundle "0) echo files ;;
    "spec stats "*) echo files ;;
    "spec search "*) echo files ;;
    "release plan "*) echo folders ;;
    "release next "0) echo folders ;;
    "release run "*) echo folders ;;
    "release status "0) echo folders ;;
    "release resume "0) echo folders ;;
    "release abort "0) echo folders ;;
    "release tag "*) echo folders ;;
    "release publish "*) echo files ;;
    "release yank "0) echo 'live packages' ;;
    "release index check "0) echo folders ;;
    "release audit "*) echo folders ;;
    "release pins "0) echo folders ;;
    "release pins set "*) echo 'live packages' ;;
    "playbook show "0) echo 'live playbooks' ;;
    "playbook lint "*) echo 'live playbooks' ;;
    "playbook export "0) echo 'live playbooks' ;;
    "playbook run "0) echo 'live playbooks' ;;
    "playbook run "1) echo 'live services' ;;
    "playbook practice "0) echo 'live playbooks' ;;
    "playbook practice "1) echo 'live services' ;;
    "playbook resume "0) echo 'live runs' ;;
    "playbook abort "0) echo 'live runs' ;;
    "playbook undo "0) echo 'live runs' ;;
    "playbook readiness "*) echo 'live playbooks' ;;
    "playbook watch "0) echo 'live runs' ;;
    "playbook status "0) echo 'live runs' ;;
    "playbook report "0) echo 'live runs' ;;
    "trust "*) echo files ;;
    "config get "0) echo 'words registry color no-input no-progress verbose validate.fail-on validate.format validate.ruleset validate.baseline validate.allow-remote validate.max-problems drift.fail-on release.remote release.branches release.tag-template release.version-file release.version-files release.versioning release.calver release.commit-types release.changelog release.changelog-file release.fragments release.changelog-template release.index release.dist release.packages trusted-folders' ;;
    "config set "0) echo 'words registry color no-input no-progress verbose validate.fail-on validate.format validate.ruleset validate.baseline validate.allow-remote validate.max-problems drift.fail-on release.remote release.branches release.tag-template release.version-file release.version-files release.versioning release.calver release.commit-types release.changelog release.changelog-file release.fragments release.changelog-template release.index release.dist release.packages trusted-folders' ;;
    "config set "1) echo 'live config-values' ;;
    "completion "0) echo 'words bash zsh fish' ;;
    "help "*) echo 'words exit-codes environment formats registry-file playbook-file scenario-file template-file config-file baseline-file rulesets registry new add update drift template validate spec release playbook trust config completion help' ;;
  esac
}

_tizza_offer() {
  local kind=${1%% *} rest=${1#* }
  case $kind in
    words) mapfile -t COMPREPLY < <(compgen -W "$rest" -- "$cur") ;;
    live)
      mapfile -t COMPREPLY < <(tizza __complete "$rest" "$cur" -- \
        "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
      [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null ;;
    files) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); compopt -o filenames 2>/dev/null ;;
    folders) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); compopt -o filenames 2>/dev/null ;;
  esac
}

_tizza() {
  local cur=${COMP_WORDS[COMP_CWORD]} path="" flag="" word behind_mark="" i
  local -i arguments=0
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ -n $behind_mark ]]; then
      arguments+=1
    elif [[ -n $flag ]]; then
      # bash takes `--flag=value` apart at the `=`.
      [[ $word == "=" ]] || flag=""
    elif [[ $word == "--" ]]; then
      behind_mark=1
    elif [[ $word == -?* ]]; then
      case " $_tizza_value_flags " in *" $word "*) flag=$word ;; esac
    elif [[ " $(_tizza_members "$path") " == *" $word "* ]]; then
      path=${path:+$path }$word
    else
      arguments+=1
    fi
  done
  if [[ -n $flag ]]; then
    [[ $cur == "=" ]] && cur=""
    _tizza_offer "$(_tizza_value "$path" "$flag")"
  elif [[ -z $behind_mark && $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_tizza_flags "$path")" -- "$cur")
  else
    word=$(_tizza_members "$path")
    if [[ -n $word ]]; then
      mapfile -t COMPREPLY < <(compgen -W "$word" -- "$cur")
    fi
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
      _tizza_offer "$(_tizza_argument "$path" $arguments)"
    fi
  fi
}

complete -F _tizza tizza
