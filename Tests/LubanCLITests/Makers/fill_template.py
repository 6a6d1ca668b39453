"""Fills a template in, as it comes: fill_template.py FILE.csv|FILE.xlsx "column=value;column=value" … a row each.

In a workbook a value is what a spreadsheet program makes of what is typed into a cell of the template's format.
"""
import csv
import datetime
import sys

path, lines = sys.argv[1], [dict(pair.split("=", 1) for pair in row.split(";")) for row in sys.argv[2:]]

if path.endswith(".csv"):
    with open(path, newline="", encoding="utf-8-sig") as file:
        names = next(csv.reader(file))
    with open(path, "a", newline="", encoding="utf-8") as file:
        for line in lines:
            csv.writer(file).writerow([line.pop(name, "") for name in names])
else:
    import openpyxl

    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    for row, line in enumerate(lines, 2):
        for header in sheet[1]:
            text = line.pop(header.value, "")
            if not text:
                continue
            cell = sheet.cell(row, header.column)
            cell.number_format = sheet.column_dimensions[header.column_letter].number_format
            if cell.number_format.startswith("yyyy"):
                cell.value = datetime.date.fromisoformat(text)
            elif cell.number_format == "General":
                cell.value = float(text)
            else:
                cell.value = text
                cell.data_type = "s"
    workbook.save(path)
unknown = [name for line in lines for name in line]
sys.exit(f"no column {unknown}" if unknown else 0)
