"""Writes a file of CSV as a workbook, as Excel does: workbook.py FILE.csv FILE.xlsx shared|inline

With shared, all texts stand in a part of their own, each once, as in files of Excel; with inline in their cells. Days are
days. Written by hand, since a million rows take other programs minutes and gigabytes.
"""
import csv
import datetime
import re
import sys
import zipfile
from xml.sax.saxutils import escape

source, target, mode = sys.argv[1:]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
EPOCH = datetime.date(1899, 12, 30)
texts = {}


def cell(reference, text):
    if DAY.fullmatch(text):
        return f'<c r="{reference}" s="1"><v>{(datetime.date.fromisoformat(text) - EPOCH).days}</v></c>'
    if mode == "shared":
        return f'<c r="{reference}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, open(source, newline="", encoding="utf-8-sig") as file:
    archive.writestr("[Content_Types].xml", "<Types/>")
    archive.writestr("_rels/.rels", f'<Relationships><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="People" sheetId="1" r:id="a"/></sheets></workbook>')
    archive.writestr("xl/_rels/workbook.xml.rels", "<Relationships>" + "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{part}"/>'
        for key, kind, part in [("a", "worksheet", "sheet.xml"), ("b", "styles", "styles.xml"), ("c", "sharedStrings", "texts.xml")]) + "</Relationships>")
    archive.writestr("xl/styles.xml", f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
    with archive.open("xl/sheet.xml", "w", force_zip64=True) as sheet:
        sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
        for number, row in enumerate(csv.reader(file), 1):
            cells = "".join(cell(f"{chr(65 + column)}{number}", text) for column, text in enumerate(row) if text)
            sheet.write(f'<row r="{number}">{cells}</row>'.encode())
        sheet.write(b"</sheetData></worksheet>")
    with archive.open("xl/texts.xml", "w", force_zip64=True) as part:
        part.write(f'<sst xmlns="{MAIN}">'.encode())
        for text in texts:
            part.write(f"<si><t>{escape(text)}</t></si>".encode())
        part.write(b"</sst>")
