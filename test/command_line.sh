#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# The command line as a person meets it: help with examples, and 0, 1 or 2 with a sentence.
#   test/command_line.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mktemp -d)
readonly program folder
trap 'rm -rf "$folder"' EXIT
unset SALA_DATABASE SALA_LISTEN
failed=0

# expect CODE PATTERN WORDS...: the program answers CODE, and says PATTERN somewhere.
expect() {
    local code=$1 pattern=$2 said answer=0
    shift 2
    said=$("$program" "$@" 2>&1 </dev/null) || answer=$?
    if [[ $answer -ne $code ]]; then
        echo "FAILED: sala $* answered $answer, not $code: $said"
        failed=1
    elif ! grep --quiet --extended-regexp -- "$pattern" <<<"$said"; then
        echo "FAILED: sala $* does not say '$pattern' but: $said"
        failed=1
    fi
}

db=$folder/sala.db
expect 0 'sala import samples/' --help
for command in import serve export backup restore check sign-in routes; do
    expect 0 "Example:" "$command" --help
done
expect 0 '^[0-9]+\.[0-9]+' --version

expect 0 '^GET /\{forum\}/programme anyone src/programme/show_programme\.cpp$' routes
expect 0 '^POST /\{forum\}/releases secretariat src/programme/release_programme\.cpp$' routes
if [[ -e sala.db && ! -s sala.db ]]; then
    echo "FAILED: sala routes made a store"
    failed=1
fi

expect 2 'subcommand' nonsense
expect 2 'path' import --database "$db"
expect 2 'format' export phnom-penh-2022 --format papyrus -o "$folder/x" --database "$db"
expect 2 'not an address' serve --database "$db" --listen nowhere

expect 0 '^Would import phnom-penh-2022' import samples/phnom-penh-2022 --dry-run --database "$db"
expect 1 'no forum' export phnom-penh-2022 --format ics -o - --database "$db"
expect 0 '^Imported phnom-penh-2022: [1-9]' import samples/phnom-penh-2022 --database "$db"
expect 0 ' 0 added, 0 changed, ' import samples/phnom-penh-2022 --database "$db"
expect 0 '^BEGIN:VCALENDAR' export phnom-penh-2022 --format ics -o - --database "$db"
expect 1 'there' import "$folder/nothing" --database "$db"

mkdir "$folder/broken"
printf 'key = "broken"\n' >"$folder/broken/forum.toml"
printf 'key;name_en\nUPPER;x\n' >"$folder/broken/rooms.csv"
expect 1 '^Nothing was imported' import "$folder/broken" --database "$db"
expect 1 'no forum' export broken --format forum -o "$folder/x" --database "$db"

expect 0 '^http://127\.0\.0\.1:8080/login/' sign-in --database "$db"
expect 0 'All is well' check --database "$db"
expect 0 'Everything is in' backup "$folder/backup.db" --database "$db"
expect 0 'holds what was in' restore "$folder/backup.db" --database "$folder/second.db"
expect 0 'All is well' check --database "$folder/second.db"
printf 'not a backup' >"$folder/torn.db"
expect 1 '.' restore "$folder/torn.db" --database "$folder/second.db"
expect 0 'All is well' check --database "$folder/second.db"

# What was exported can be opened again and is the same to the byte.
for forum in phnom-penh-2022 bangkok-2019; do
    "$program" import "samples/$forum" --database "$folder/round.db" >/dev/null
    "$program" export "$forum" --format forum -o "$folder/out/$forum" --database "$folder/round.db"
    if ! diff -r "samples/$forum" "$folder/out/$forum"; then
        echo "FAILED: samples/$forum is not what comes out again"
        failed=1
    fi
done
[[ $failed -eq 0 ]] && echo "the command line is as the manual says"
exit "$failed"
