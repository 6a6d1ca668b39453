"""Fills cells of a workbook in place, as somebody does who opens it: fill.py FILE C5=word D6=2005-01-02 …"""
import datetime
import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1])
sheet = workbook.worksheets[0]
for change in sys.argv[2:]:
    cell, value = change.split("=", 1)
    try:
        sheet[cell] = datetime.date.fromisoformat(value)
    except ValueError:
        sheet[cell] = value or None
workbook.save(sys.argv[1])
