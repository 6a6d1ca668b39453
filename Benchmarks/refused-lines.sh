#!/usr/bin/env bash
# A file of many lines of which one in a hundred is wrong, refused by cell, corrected and sent back, as workbook and as CSV.
# luban on the PATH, LUBAN_HOME an empty folder: Benchmarks/refused-lines.sh [people]
set -euo pipefail
people=${1:-100000}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
luban seed workshops --quiet
luban workshop open UZ-TWO --title Two --country UZ --quiet
luban seed people --students "$people" --output right.csv
# Every hundredth line gets one of five faults.
cat > spoil.py <<'END'
import csv
FAULTS = [("birth_date", "soon"), ("gender", "?"), ("nationality", "Atlantis"), ("schooling", "99"), ("consent_date", "later")]
rows = list(csv.DictReader(open("right.csv", newline="", encoding="utf-8-sig")))
for number, row in enumerate(rows):
    if number % 100 == 0:
        row.update([FAULTS[number // 100 % 5]])
with open("list.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.DictWriter(file, rows[0])
    writer.writeheader()
    writer.writerows(rows)
END
# Somebody puts back what was right, in the cells that are marked, and in a text by what the reasons say.
cat > mend.py <<'END'
import csv, datetime, sys
right = {row["document_number"]: row for row in csv.DictReader(open("right.csv", newline="", encoding="utf-8-sig"))}
def value(name, key): return right[key][name]
if sys.argv[1].endswith(".xlsx"):
    import openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    marked = 0
    for row in sheet.iter_rows(min_row=2):
        for name, cell in zip(names, row):
            if cell.fill.fill_type:
                marked += 1
                text = value(name, row[names.index("document_number")].value)
                cell.value = datetime.date.fromisoformat(text) if name.endswith("_date") else text
    book.save(sys.argv[1])
    print("cells marked and mended:", marked)
else:
    rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8-sig")))
    for row in rows:
        name = row["luban_problem"].split(":")[0]
        row[name] = value(name, row["document_number"])
    with open(sys.argv[1], "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    print("lines mended:", len(rows))
END
/usr/bin/python3 spoil.py
/usr/bin/python3 "$here/workbook.py" list.csv list.xlsx shared
for round in "UZ-TAS xlsx" "UZ-TWO csv"; do
  read -r workshop form <<< "$round"
  send() { luban student import "$1" --workshop "$workshop" --timeout 1h "${@:2}" 2> /dev/null || echo "exit $?"; }
  send "list.$form" --skip-invalid --errors "wrong.$form" | sed '/^$/,$d'
  /usr/bin/python3 mend.py "wrong.$form"
  send "wrong.$form" --errors none.csv
  send right.csv
  echo "$form: $(luban student list --workshop "$workshop" --limit 0 --format csv | tail -n +2 | wc -l) people"
done
