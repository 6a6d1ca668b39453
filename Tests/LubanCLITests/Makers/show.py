"""Shows a workbook as another program reads it: its sheets, lists of values, and cells, those marked with *."""
import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1])
sheet = workbook.worksheets[0]
print("sheets", *workbook.sheetnames)
for validation in sheet.data_validations.dataValidation:
    words, cells = validation.formula1.replace("'", "").split("!")
    values = [row[0].value for row in workbook[words][cells.replace("$", "")]]
    print("list", validation.sqref, "|".join(values[:4]), "…" if len(values) > 4 else "")
for row in sheet.iter_rows():
    print(*(("*" if cell.fill.fill_type else "") + str("" if cell.value is None else cell.value) for cell in row), sep=";")
