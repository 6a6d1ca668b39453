#!/usr/bin/env bash
# The same people, without documents, sent by three processes at once, and once more after renames.
# luban on the PATH, LUBAN_HOME an empty folder: Benchmarks/same-people.sh [people]
set -euo pipefail
people=${1:-100000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
luban seed workshops --quiet
# Distinct names: family names of four syllables, given names of three, drawn by the number of the line.
awk -v n="$people" 'BEGIN {
  split("ba de gi ko lu ma ne pi ro su ta ve zi fo hu", s, " ")
  print "name,birth date,nationality"
  for (i = 0; i < n; i++) {
    a = (i * 7919 + 13) % 50625; b = int(i / 50625) * 3375 + (i * 104729 + 7) % 3375
    f = s[a % 15 + 1] s[int(a / 15) % 15 + 1] s[int(a / 225) % 15 + 1] s[int(a / 3375) % 15 + 1]
    g = s[b % 15 + 1] s[int(b / 15) % 15 + 1] s[int(b / 225) % 15 + 1] (b >= 3375 ? "n" : "")
    printf "%s%s %s%s,%d-%02d-%02d,UZ\n", toupper(substr(f, 1, 1)), substr(f, 2), toupper(substr(g, 1, 1)), substr(g, 2),
      1998 + i % 9, int(i / 9) % 12 + 1, int(i / 108) % 28 + 1
  }
}' > "$work/people.csv"
send() { luban student import "$work/people.csv" --workshop UZ-TAS --timeout 1h; echo "exit $?"; }
time { for _ in 1 2 3; do send & done; wait; }
half=$((people / 200))
for i in $(seq 1 "$half"); do
  luban student edit "S-$i" --workshop UZ-TAS --full "Renamed Marriage$i" --since 2024-08-01 --quiet
  luban student edit "S-$((half + i))" --workshop UZ-TAS --full "Corrected Spelling$i" --correction --quiet
done
time send
luban doctor --deep | grep -v agrees || echo "The doctor finds nothing."
