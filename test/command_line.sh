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

is_not_there() {
    local path
    for path in "$@"; do
        if [[ -e $path ]]; then
            echo "FAILED: $path was made"
            failed=1
        fi
    done
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

expect 2 '^There is no command “nonsense”\. The commands are: import serve ' nonsense
expect 2 '^The commands are: import serve '
expect 2 'path' import --database "$db"
expect 2 'format' export phnom-penh-2022 --format papyrus -o "$folder/x" --database "$db"
expect 2 'not an address' serve --database "$db" --listen nowhere

for address in nonsense ftp://example.org https:// https://example.org/sala 'https://a b'; do
    expect 2 'is not an address people can type' serve --database "$db" --listen 127.0.0.1:0 --public-url "$address"
    expect 2 'is not an address people can type' sign-in --database "$db" --public-url "$address"
done
expect 2 'Name both, or neither' serve --database "$db" --listen 127.0.0.1:0 --tls-cert "$0"
expect 2 'Name both, or neither' serve --database "$db" --listen 127.0.0.1:0 --tls-key "$0"

# What is not there is refused with a sentence; it is no wrong use.
expect 1 "^There is no file $folder/nope.pem\." serve --database "$db" --listen 127.0.0.1:0 --tls-cert "$folder/nope.pem" --tls-key "$0"
expect 1 "^There is no file $folder/nope.pem\." serve --database "$db" --listen 127.0.0.1:0 --tls-cert "$0" --tls-key "$folder/nope.pem"
expect 1 "^There is no backup $folder/gone.backup\.$" restore "$folder/gone.backup" --database "$db"
expect 1 "^$folder/nope.json cannot be read\.$" plan "$folder/nope.json" -o -
is_not_there "$db"

# Planning: a plan, none, one too hard for the time, one moved as little as can be, and proofs.
problem() { printf '{"slots":%s,"required":true,"rooms":[{"name":"hall","desks":2}],"parties":[{"name":"A"},{"name":"B"},{"name":"C"}],"meetings":[{"name":"1","parties":["A","B"]},{"name":"2","parties":["A","C"]}]}' "$1"; }
problem 3 >"$folder/three.json"
problem 1 >"$folder/one.json"
sed 's/"name":"1"/"pined":1/' "$folder/one.json" >"$folder/misspelt.json"
expect 0 '"status":"optimal"' plan "$folder/three.json" -o - --quiet
expect 0 'best 0, bound 0' plan "$folder/three.json" -o "$folder/plan.json" --proof "$folder/proof"
[[ -s $folder/proof.cnf ]] || { echo "FAILED: no clauses beside the proof"; failed=1; }
expect 0 '"moved","cost":0' plan "$folder/three.json" --published "$folder/plan.json" --fill-gaps -o - --quiet
expect 3 '^  Meeting 1 of A, B takes place\.$' plan "$folder/one.json" -o - --proof "$folder/none.drat"
expect 2 'requires' plan "$folder/three.json" -o - --fill-gaps
expect 2 'is not one that sala plan has written' plan "$folder/three.json" --published "$folder/one.json" -o -
expect 2 '“pined” in “meetings” is not known' plan "$folder/misspelt.json" -o -
expect 1 'nowhere/plan.json cannot be written' plan "$folder/three.json" -o "$folder/nowhere/plan.json"
expect 1 'nowhere/proof cannot be written' plan "$folder/three.json" -o - --proof "$folder/nowhere/proof"

expect 2 'Give --smtp' serve --database "$db" --listen 127.0.0.1:0 --mail-from sala@example.org
expect 1 '^The path is empty' import '' --database "$db"
expect 2 'Give --mail-from' serve --database "$db" --listen 127.0.0.1:0 --smtp smtp://localhost

# A mistyped name makes no store, and a trial changes nothing.
for command in check sign-in "backup $folder/backup.db" "export phnom-penh-2022 --format json -o -"; do
    # shellcheck disable=SC2086 # words, on purpose
    expect 1 "^There is no store $db\." $command --database "$db"
done
expect 0 '^Would import phnom-penh-2022' import samples/phnom-penh-2022 --dry-run --database "$db"

# What stands on the command line beats the environment, and the environment beats nothing.
export SALA_DATABASE=$folder/named.db
expect 0 '^Imported phnom-penh-2022' import samples/phnom-penh-2022 --database "$folder/other.db"
is_not_there "$folder/named.db"
expect 1 "^There is no store $folder/named.db" check
unset SALA_DATABASE
expect 0 'would be released as number 1' import samples/phnom-penh-2022 --dry-run --database "$db"
is_not_there "$db" "$folder/backup.db"

# A port that is taken leaves no store behind.
mkfifo "$folder/port"
"$program" serve --database "$folder/first.db" --listen 127.0.0.1:0 --quiet >"$folder/port" 2>&1 &
server=$!
read -r welcome <"$folder/port"
port=$(sed -E 's|.*:([0-9]+)/$|\1|' <<<"$welcome")
expect 1 'is taken' serve --database "$db" --listen "127.0.0.1:$port"
is_not_there "$db"
kill "$server"
wait "$server" || true

expect 0 '^Imported phnom-penh-2022' import samples/phnom-penh-2022 --draft --database "$db"
expect 1 'no release yet' export phnom-penh-2022 --format ics -o - --database "$db"
expect 1 'no forum' export bangkok-2019 --format ics -o - --database "$db"
rm "$db"
expect 1 'no store' export phnom-penh-2022 --format ics -o - --database "$db"
expect 0 '^Imported phnom-penh-2022: [1-9]' import samples/phnom-penh-2022 --database "$db"
same=$("$program" import samples/phnom-penh-2022 --database "$db" | sed -nE 's/.* 0 added, 0 changed, ([0-9]+) as before\.$/\1/p')
expect 0 "^Imported phnom-penh-2022: $same added, 0 changed, 0 as before\.$" import samples/phnom-penh-2022 --database "$folder/once.db"
expect 0 ' 0 added, 0 changed, ' import samples/phnom-penh-2022 --database "$db"
expect 0 '^BEGIN:VCALENDAR' export phnom-penh-2022 --format ics -o - --database "$db"
expect 1 'there' import "$folder/nothing" --database "$db"
expect 1 'Put it into a folder with forum.toml' import samples/phnom-penh-2022/topics.csv --database "$db"
touch "$folder/programme.ics"
expect 1 'We write calendars but do not read them' import "$folder/programme.ics" --database "$db"

# A schedule opens a forum and comes again, and takes over none that sheets opened.
schedule() {
    printf '<schedule><version>1</version><conference><acronym>%s</acronym><title>River days</title><start>2030-06-01</start><end>2030-06-01</end></conference><day index="1" date="2030-06-01"><room name="Aula"><event id="1"><date>2030-06-01T10:00:00Z</date><duration>00:30</duration><title>%s</title></event></room></day></schedule>' "$1" "$2" >"$folder/schedule.xml"
}
schedule phnom-penh-2022 Drains
expect 1 'There is a forum at /phnom-penh-2022 already, and no schedule opened it' import "$folder/schedule.xml" --database "$db"
expect 0 ' 0 added, 0 changed, ' import samples/phnom-penh-2022 --database "$db"
schedule river-days Drains
expect 0 '^Imported river-days: 5 added' import "$folder/schedule.xml" --database "$db"
expect 0 ' 0 added, 0 changed, ' import "$folder/schedule.xml" --database "$db"
schedule river-days Rivers
expect 0 '^Imported river-days: 1 added' import "$folder/schedule.xml" --prune --database "$db"

# Where a file or folder cannot be, a sentence says so.
expect 2 'Name a folder' export phnom-penh-2022 --format forum -o - --database "$db"
is_not_there -
touch "$folder/file"
expect 1 "^$folder/file is a file\. Name a folder\.$" export phnom-penh-2022 --format forum -o "$folder/file" --database "$db"
expect 1 "^There is no folder $folder/nowhere " export phnom-penh-2022 --format ics -o "$folder/nowhere/x.ics" --database "$db"
expect 1 "^$folder is a folder\. Name a file\.$" export phnom-penh-2022 --format ics -o "$folder" --database "$db"
expect 1 'the disk is full|cannot be written' export phnom-penh-2022 --format ics -o /dev/full --database "$db"

# Without a day there is nothing to release, by a file as by the button.
mkdir "$folder/blank"
printf 'slug = "blank-2031"\ntitle_en = "Blank"\ndate = "2031"\ntime_zone = "Asia/Bangkok"\n' >"$folder/blank/forum.toml"
expect 0 'stays a draft: the programme has no day yet' import "$folder/blank" --database "$db"
expect 1 'no release yet' export blank-2031 --format xml -o - --database "$db"

mkdir "$folder/broken"
printf 'key = "broken"\n' >"$folder/broken/forum.toml"
printf 'key;name_en\nUPPER;x\n' >"$folder/broken/rooms.csv"
expect 1 '^Nothing was imported' import "$folder/broken" --database "$db"
expect 1 'no forum' export broken --format forum -o "$folder/x" --database "$db"
# A refused first import leaves no store under what may be a slip of the pen, and says what it passed by.
touch "$folder/broken/rooms.csv.txt"
expect 1 'not read  rooms\.csv\.txt' import "$folder/broken" --database "$folder/slip.db"
is_not_there "$folder/slip.db"

expect 0 '^http://127\.0\.0\.1:8080/login/' sign-in --database "$db"
expect 0 'All is well' check --database "$db"
expect 0 '^[0-9]+ changes are sealed: [0-9]+:[A-Za-z0-9_-]' check --acts '' --database "$db"
expect 0 'All is well' check --acts 0: --database "$db"
noted=12:$(printf 'a%.0s' {1..43})
expect 1 "not the one that was noted as $noted" check --acts "$noted" --database "$db"
expect 1 "not the one that was noted as ${noted#*:}" check --acts "${noted#*:}" --database "$db"
for words in zz nonsense : 12 12: 12:abc x:abc "-$noted" "$noted=" "0:${noted#*:}"; do
    expect 2 'is not what a check prints' check --acts="$words" --database "$db"
done
expect 2 'needs --provider-client' serve --database "$db" --listen 127.0.0.1:0 --provider https://login.example
expect 0 'Everything is in' backup "$folder/backup.db" --database "$db"
# Each night the same line; but a slip in it costs nobody a letter, nor a store.
expect 0 'Everything is in' backup "$folder/backup.db" --database "$db"
printf 'Dear Governor' >"$folder/letter.txt"
expect 1 "^$folder/letter.txt is there already and is no backup of Sala\." backup "$folder/letter.txt" --database "$db"
expect 1 "^$folder/letter.txt is there already" backup "$folder/letter.txt" --replace --database "$db"
[[ $(<"$folder/letter.txt") == 'Dear Governor' ]] || {
    echo "FAILED: a backup was written over a letter"
    failed=1
}
expect 0 'holds what was in' restore "$folder/backup.db" --database "$folder/second.db"
expect 0 "^What was there before is in $folder/second.db.before-restore\\.$" restore "$folder/backup.db" --database "$folder/second.db"
expect 0 "^What was there before is in $folder/second.db.before-restore-2\\.$" restore "$folder/backup.db" --database "$folder/second.db"
expect 0 'All is well' check --database "$folder/second.db"
expect 1 "^$folder/second.db is a store that somebody worked in, not a backup\..* --replace" backup "$folder/second.db" --database "$db"
expect 0 'Everything is in' backup "$folder/second.db" --replace --database "$db"
expect 0 'All is well' check --database "$folder/second.db"
printf 'not a backup' >"$folder/torn.db"
expect 1 "^The backup $folder/torn.db is not a store of Sala; nothing was replaced\.$" restore "$folder/torn.db" --database "$folder/second.db"
expect 1 "^$folder/torn.db is not a store of Sala\.$" check --database "$folder/torn.db"
expect 0 'All is well' check --database "$folder/second.db"

# A key is for its owner alone, also where a file was that somebody else could read and has open.
mkdir -p "$folder/venue/venue-cert.pem"
: >"$folder/venue/venue-key.pem"
chmod 644 "$folder/venue/venue-key.pem"
exec 9<"$folder/venue/venue-key.pem"
# What is not whole is not offered for installing.
expect 1 'venue-cert\.pem is a folder' certificate sala.venue.lan --out "$folder/venue" --database "$folder/venue.db"
if grep --quiet 'BEGIN CERTIFICATE' "$folder"/venue.db*; then
    echo "FAILED: an authority is shown whose certificate was not written"
    failed=1
fi
rmdir "$folder/venue/venue-cert.pem"
expect 0 'They compare [0-9A-F:]{95}' certificate sala.venue.lan --out "$folder/venue" --database "$folder/venue.db"
if [[ $(stat -c %a "$folder/venue/venue-key.pem") != 600 || -n $(cat <&9) ]]; then
    echo "FAILED: the key of a venue can be read by others"
    failed=1
fi
exec 9<&-

# A file that is no store is refused and stays as it is, even if it is one letter long.
printf x >"$folder/letter.db"
expect 1 "^$folder/letter.db is not a store of Sala\.$" check --database "$folder/letter.db"
expect 1 "^$folder/letter.db is not a store of Sala\.$" import samples/phnom-penh-2022 --database "$folder/letter.db"
if [[ $(cat "$folder/letter.db") != x ]]; then
    echo "FAILED: $folder/letter.db was written over"
    failed=1
fi
touch "$folder/empty.db"
expect 1 "^$folder/empty.db holds nothing yet\." check --database "$folder/empty.db"

mkdir "$folder/other"
printf 'slug = "lyon-2030"\n' >"$folder/other/forum.toml"
printf 'key\n' >"$folder/other/days.csv"
expect 1 "^$folder/other holds the forum lyon-2030\. Nothing was written" export phnom-penh-2022 --format forum -o "$folder/other" --database "$db"
[[ $(cd "$folder/other" && echo ./*) == './days.csv ./forum.toml' ]] || {
    echo "FAILED: an export changed the folder of another forum"
    failed=1
}

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
