#!/usr/bin/env bash
# Writes anew what lies in Committed: workbooks that LibreOffice has saved (apt-get install libreoffice-calc-nogui).
set -euo pipefail
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
/usr/bin/python3 people.py "$scratch"
mkdir "$scratch/traps"
/usr/bin/python3 traps.py "$scratch/traps"
cp "$scratch/openpyxl.xlsx" "$scratch/people.xlsx"
mv "$scratch/traps/days.xlsx" "$scratch/days.xlsx"
mv "$scratch/traps/merged.xlsx" "$scratch/merged.xlsx"
mv "$scratch/traps/formula-openpyxl.xlsx" "$scratch/formula.xlsx"
soffice --headless -env:UserInstallation="file://$scratch/profile" --convert-to xlsx:"Calc MS Excel 2007 XML" \
  --outdir ../Committed "$scratch"/{people,faulty,days,merged,formula}.xlsx
soffice --headless -env:UserInstallation="file://$scratch/profile" --convert-to ods --outdir ../Committed "$scratch"/{people,days,merged}.xlsx
