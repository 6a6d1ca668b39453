"""Workbooks with the traps that the reader must hold: python3 traps.py FOLDER"""

import datetime
import struct
import sys
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.styles import PatternFill

FOLDER = sys.argv[1]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>'


def inline(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def raw(name, rows, texts=None, book="", sheets=None, doctype="", styles=None, extra=None, compress=zipfile.ZIP_DEFLATED):
    """A workbook written by hand, for what no program writes."""
    sheets = sheets or [("Sheet1", "", rows)]
    listed = "".join(f'<sheet name="{n}" sheetId="{i}" {a} r:id="r{i}"/>' for i, (n, a, _) in enumerate(sheets, 1))
    relations = "".join(f'<Relationship Id="r{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                        for i in range(1, len(sheets) + 1))
    parts = {"[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
             "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>'}
    for i, (_, _, body) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = f'<?xml version="1.0"?>{doctype}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    if texts is not None:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{texts}</sst>'
        relations += f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    if styles is not None:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
        relations += f'<Relationship Id="f" Type="{OFFICE}/styles" Target="styles.xml"/>'
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}<sheets>{listed}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    parts.update(extra or {})
    with zipfile.ZipFile(f"{FOLDER}/{name}.xlsx", "w", compress) as archive:
        for path, text in parts.items():
            archive.writestr(path, text)


def cells(name, values, formats=None, **options):
    """By openpyxl: a header and a row a value, with its number format."""
    book = openpyxl.Workbook()
    for key, value in options.items():
        setattr(book, key, value)
    book.active.append(["name"])
    for number, value in enumerate(values, 2):
        cell = book.active.cell(number, 1, value)
        if formats and formats[number - 2]:
            cell.number_format = formats[number - 2]
    book.save(f"{FOLDER}/{name}.xlsx")


# Days and times.
MOMENTS = [(45000, "yyyy-mm-dd"), (45000, "dd\\.mm\\.yyyy;@"), (45000, '[$-419]d mmmm yyyy" г.";@'), (45000, 'yyyy"年"m"月"d"日"'),
           (45000.375, "yyyy-mm-dd h:mm:ss"), (45000.0, "yyyy-mm-dd h:mm:ss"), (45000.75, "dd/mm/yyyy"), (0.375, "h:mm AM/PM"),
           (0.3754745370, "[$-F400]h:mm:ss"), (1.0625, "[h]:mm"), (59, "yyyy-mm-dd"), (60, "yyyy-mm-dd"), (61, "yyyy-mm-dd"),
           (2958465, "yyyy-mm-dd"), (45000, "mmm\\-yy"), (45000, "0.00E+00"), (45000, '#,##0" дней"'), (45000, "General"),
           (45000, "[Red]0"), (2958466, "yyyy-mm-dd"), (45000, "e/m/d")]
cells("days", [v for v, _ in MOMENTS], [f for _, f in MOMENTS])
cells("days1904", [43538], ["yyyy-mm-dd"], epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904)
raw("builtin", HEADER + "".join(f'<row r="{n}"><c r="A{n}" s="{n - 1}"><v>45000.5</v></c></row>' for n in range(2, 61)),
    styles="<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + "".join(f'<xf numFmtId="{n}"><alignment/></xf>' for n in range(60)) + "</cellXfs>")
raw("isodays", HEADER + '<row r="2"><c r="A2" t="d"><v>2026-03-14T00:00:00</v></c></row><row r="3"><c r="A3" t="d"><v>2026-03-14T09:30:00</v></c></row>')

# Numbers.
NUMBERS = ["998901234567", "9.98901234567E11", "9.98901E+11", "1.2345678901234567E17", "123456789012345", "1234567890123456",
           "0.30000000000000004", "0.1", "-12.50", "1E-3", "0", "-0", "1.9999999999999998", "99999999999999.99", "1E+300", "12x"]
raw("numbers", HEADER + "".join(f'<row r="{n}"><c r="A{n}"><v>{v}</v></c></row>' for n, v in enumerate(NUMBERS, 2)))
cells("formats", [123, 1234567, 0.95, 0.125, 12], ["00000", "00000", "0%", "0.0%", "0.00"])

# Places: gaps, rows and cells without a name, a prefix, blank formatted rows to the end.
raw("gaps", '<row r="3"><c r="B3" t="str"><v>name</v></c><c r="D3" t="str"><v>mark</v></c></row>'
    '<row r="5"><c r="D5"><v>5</v></c></row><row r="6"/><row r="8"><c r="B8" t="str"><v>Ann</v></c></row>'
    '<row r="9"><c r="A9" t="str"><v>note</v></c><c r="B9" t="str"><v>Bo</v></c></row>'
    '<row r="10"><c r="B10" t="str"><v>Cy</v></c><c r="F10" t="str"><v>x</v></c></row>')
raw("bare", '<row><c t="str"><v>name</v></c><c t="str"><v>mark</v></c></row><row><c/><c><v>5</v></c></row>')
with zipfile.ZipFile(f"{FOLDER}/prefix.xlsx", "w") as archive:
    archive.writestr("[Content_Types].xml", "<Types/>")
    archive.writestr("xl/workbook.xml", f'<x:workbook xmlns:x="{MAIN}" xmlns:q="{OFFICE}"><x:sheets><x:sheet name="A" sheetId="1" q:id="r1"/></x:sheets></x:workbook>')
    archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="/xl\\sheets/a.xml"/></Relationships>'.replace("\\", "/"))
    archive.writestr("XL\\Sheets\\A.xml", f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>name</x:v></x:c></x:row></x:sheetData></x:worksheet>')
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
sheet.append(["name"])
sheet.append(["Ann"])
fill = PatternFill("solid", fgColor="FFFF00")
for number in range(3, 20001):
    cell = openpyxl.cell.WriteOnlyCell(sheet)
    cell.fill = fill
    sheet.append([cell] * 15)
book.save(f"{FOLDER}/painted.xlsx")
raw("last", HEADER + '<row r="2"><c r="A2" t="str"><v>Ann</v></c></row><row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>')

# Texts.
raw("runs", HEADER + "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 2}</v></c></row>' for n in range(2, 6)),
    texts='<si><r><t>Кари</t></r><r><rPr><b/></rPr><t xml:space="preserve">мова </t></r></si>'
    '<si><t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh><phoneticPr fontId="1"/></si>'
    '<si><t>a_x000D_b_x005F_x000D_c_xZZZZ_</t></si><si><t/></si>')
raw("inline", HEADER + '<row r="2"><c r="A2" t="inlineStr"><is><r><t>李</t></r><r><t>娜</t></r><rPh sb="0" eb="1"><t>り</t></rPh></is></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>two\nlines, "quoted"</t></is></c></row>')
many = [f"Имя {n:05}" for n in range(30000)]
raw("shared", HEADER + "".join(f'<row r="{n + 2}"><c r="A{n + 2}" t="s"><v>{n * 7919 % 30000}</v></c></row>' for n in range(30000)),
    texts="".join(f"<si><t>{text}</t></si>" for text in many))
raw("nowhere", HEADER + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>', texts="<si><t>x</t></si>")

# Values of other kinds.
raw("kinds", HEADER + '<row r="2"><c r="A2" t="b"><v>1</v></c></row><row r="3"><c r="A3" t="b"><v>0</v></c></row>'
    '<row r="4"><c r="A4" t="e"><v>#N/A</v></c></row><row r="5" hidden="1"><c r="A5"><f>1+1</f><v>2</v></c></row>'
    '<row r="6"><c r="A6" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row><row r="7"><c r="A7" t="str"><f>""</f><v></v></c></row>')
book = openpyxl.Workbook()
book.active.append(["name", "mark"])
book.active.append(["Ann", "=1+1"])
book.save(f"{FOLDER}/formula-openpyxl.xlsx")
book = xlsxwriter.Workbook(f"{FOLDER}/formula-xlsxwriter.xlsx")
sheet = book.add_worksheet()
sheet.write_row(0, 0, ["name", "mark"])
sheet.write_string(1, 0, "Ann")
sheet.write_formula(1, 1, "=1+1")
book.close()

# Sheets.
people = HEADER + '<row r="2"><c r="A2" t="str"><v>Ann</v></c></row>'
other = '<row r="1"><c r="A1" t="str"><v>word</v></c></row>'
raw("hidden", None, sheets=[("Old", 'state="hidden"', other), ("Now", "", people), ("Older", 'state="veryHidden"', other)])
raw("several", None, sheets=[("Words", "", other), ("People", "", people)])
raw("twice", None, sheets=[("Group 1", "", people), ("O'Neil", "", people)])
raw("blank", None, sheets=[("Empty", "", "")])
raw("unfit", None, sheets=[("Words", "", other), ("More", "", other)])
raw("all-hidden", None, sheets=[("Old", 'state="hidden"', people)])

# Headers.
book = openpyxl.Workbook()
sheet = book.active
for row in [["Список группы"], [], ["№", "ФИО", None, None, "Пол", "Документ", None], [None, "Фамилия", "Имя", "Отчество", None, "Серия", "Номер"],
            [1, "Каримова", "Дилноза", None, "ж", "AB", 1234567]]:
    sheet.append(row)
for merged in ["A1:G1", "A3:A4", "B3:D3", "E3:E4", "F3:G3"]:
    sheet.merge_cells(merged)
book.save(f"{FOLDER}/merged.xlsx")
book = openpyxl.Workbook()
sheet = book.active
for row in [["Пол", "ФИО"], [None, "Фамилия", "Имя"], ["ж", "Каримова", "Дилноза"]]:
    sheet.append(row)
sheet.merge_cells("B1:C1")
book.save(f"{FOLDER}/merged-end.xlsx")
raw("double", '<row r="1"><c r="B1" t="str"><v>name</v></c><c r="D1" t="str"><v>name</v></c></row>')

# Files that are damaged, or mean harm.
raw("entities", HEADER, doctype='<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>')
raw("long-cell", HEADER + '<row r="2">' + inline("A2", "x" * (3 << 20)) + "</row>", compress=zipfile.ZIP_STORED)
raw("long-row", HEADER + '<row r="2">' + "".join(f'<c t="s"><v>0</v></c>' for _ in range(40)) + "</row>",
    texts="<si><t>" + "y" * 600_000 + "</t></si>", compress=zipfile.ZIP_STORED)
raw("ratio", HEADER + '<row r="2"></row>' + " " * (24 << 20))
raw("comment", HEADER + "<!--" + " " * (4 << 20) + "-->", compress=zipfile.ZIP_STORED)
raw("deep", "<x>" * 1000 + "</x>" * 1000)
raw("malformed", HEADER + "<row>")
raw("backward", HEADER + '<row r="5"><c r="A5"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>')
raw("cell-twice", HEADER + '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>')
raw("beyond", HEADER + '<row r="2"><c r="XFE2"><v>1</v></c></row>')
with zipfile.ZipFile(f"{FOLDER}/partless.xlsx", "w") as archive:
    archive.writestr("[Content_Types].xml", "<Types/>")


def changed(name, source, change):
    with open(f"{FOLDER}/{source}.xlsx", "rb") as file:
        data = bytearray(file.read())
    with open(f"{FOLDER}/{name}.xlsx", "wb") as file:
        file.write(change(data))


def with_number(pattern, offset, form, number):
    def change(data):
        at = data.rfind(pattern)
        struct.pack_into(form, data, at + offset, number)
        return data
    return change


raw("small", people, compress=zipfile.ZIP_STORED)
changed("locked-part", "small", with_number(b"PK\1\2", 8, "<H", 1))
changed("zip64", "small", with_number(b"PK\5\6", 16, "<I", 0xFFFFFFFF))
changed("method", "small", with_number(b"PK\1\2", 10, "<H", 99))
changed("checksum", "small", lambda data: data.replace(b"<v>Ann</v>", b"<v>Bnn</v>"))
changed("cut", "small", lambda data: data[: len(data) // 2])
with zipfile.ZipFile(f"{FOLDER}/part-twice.xlsx", "w") as archive:
    archive.writestr("xl/workbook.xml", "<workbook/>")
    archive.writestr("XL/workbook.xml", "<workbook/>")
with open(f"{FOLDER}/encrypted.xlsx", "wb") as file:
    file.write(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(5000) + "EncryptionInfo".encode("utf-16-le") + bytes(100) + "EncryptedPackage".encode("utf-16-le") + bytes(64))
with open(f"{FOLDER}/old.xlsx", "wb") as file:
    file.write(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(5000) + "Workbook".encode("utf-16-le") + bytes(64))


def open_document(name, tables, styles="", body="spreadsheet", manifest="", compress=zipfile.ZIP_DEFLATED):
    """A spreadsheet of LibreOffice written by hand; a table is its name, its style and its rows."""
    spaces = "".join(f' xmlns:{prefix}="urn:{prefix}"' for prefix in ("office", "table", "text", "style", "calcext", "draw"))
    listed = "".join(f'<table:table table:name="{title}" table:style-name="{style}">{rows}</table:table>' for title, style, rows in tables)
    with zipfile.ZipFile(f"{FOLDER}/{name}", "w", compress) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest xmlns:manifest='urn:m'>{manifest}</manifest:manifest>")
        archive.writestr("content.xml", f"""<?xml version="1.0"?><office:document-content{spaces}><office:automatic-styles>{styles}
            </office:automatic-styles><office:body><office:{body}>{listed}</office:{body}></office:body></office:document-content>""")


def cell(text="", attributes="", inside=None):
    return f'<table:table-cell {attributes}>{inside or (f"<text:p>{text}</text:p>" if text else "")}</table:table-cell>'


def value(kind, attribute, text, shown="", more=""):
    return cell(shown or text, f'office:value-type="{kind}" office:{attribute}="{text}" {more}')


def row(*cells, attributes=""):
    return f'<table:table-row {attributes}>{"".join(cells)}</table:table-row>'


NAME = row(cell("name"), cell("more"))
open_document("kinds.ods", [("Sheet1", "", NAME + "".join(row(one) for one in [
    value("float", "value", "998901234567", "9.99E+11"), value("float", "value", "12", "00012"), value("float", "value", "0.5", "0,5"),
    value("percentage", "value", "0.125", "12.5%"), value("date", "date-value", "2026-03-14", "14.03.2026"),
    value("date", "date-value", "2026-03-14T09:30:00"), value("date", "date-value", "2026-03-14T00:00:00"),
    value("time", "time-value", "PT09H30M00S", "9:30"), value("boolean", "boolean-value", "true", "ИСТИНА"),
    value("string", "string-value", "whole", "sho"), value("float", "value", "123456789012345678"),
    cell(inside="<text:p>two<text:s/><text:s text:c='2'/>\n  blanks</text:p><text:p><text:span>and</text:span><text:line-break/>lines<text:tab/>x</text:p>"),
    cell(inside="<office:annotation><text:p>a note</text:p></office:annotation><text:p>noted</text:p><draw:frame><text:p>d</text:p></draw:frame>"),
    cell(inside="<text:p><text:ruby><text:ruby-base>山田</text:ruby-base><text:ruby-text>やまだ</text:ruby-text></text:ruby></text:p>"),
    value("string", "string-value", "", "#N/A", 'calcext:value-type="error" table:formula="of:=NA()"'),
    value("float", "value", "3", "3", 'table:formula="of:=1+2"'),
]))], compress=zipfile.ZIP_STORED)
open_document("repeats.ods", [("Sheet1", "", NAME
    + row(cell("", 'table:number-columns-repeated="2"'), attributes='table:number-rows-repeated="3"')
    + row(cell("a", 'table:number-columns-repeated="2"'), attributes='table:number-rows-repeated="2" table:visibility="filter"')
    + row(cell("b"), "<table:covered-table-cell><text:p>beneath</text:p></table:covered-table-cell>")
    + row(cell("c"), cell("", 'table:number-columns-repeated="16382"'))
    + row(cell("", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048568"'))])
open_document("sheets.ods", [("Hidden", "off", NAME + row(cell("no"))), ("Words", "on", row(cell("other"))),
    ("Data", "on", f"<table:table-header-rows>{NAME}</table:table-header-rows>" + row(cell(inside=
        f'<table:table table:name="Within">{row(cell("within"))}</table:table><text:p>yes</text:p>')))],
    styles="".join(f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{display}"/></style:style>'
                   for name, display in [("off", "false"), ("on", "true")]))
open_document("text.odt", [("Table1", "", NAME)], body="text")
open_document("locked.ods", [("Sheet1", "", NAME)], manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
open_document("uncomputed.ods", [("Sheet1", "", NAME + row(cell("", 'table:formula="of:=1+2"')))])
open_document("many-rows.ods", [("Sheet1", "", NAME + row(cell("a"), attributes='table:number-rows-repeated="1048576"'))])
open_document("many-columns.ods", [("Sheet1", "", NAME + row(cell("a", 'table:number-columns-repeated="99999999"')))])
open_document("wide.ods", [("Sheet1", "", NAME + row(cell("a" * 20000, 'table:number-columns-repeated="1000"')))], compress=zipfile.ZIP_STORED)
open_document("long.ods", [("Sheet1", "", NAME + row(cell("a" * (3 << 20))))], compress=zipfile.ZIP_STORED)

for name, parts in {"xlsb": ["[Content_Types].xml", "xl/workbook.bin"],
                    "docx": ["[Content_Types].xml", "word/document.xml"], "pptx": ["[Content_Types].xml", "ppt/presentation.xml"],
                    "numbers": ["Index/Document.iwa"], "zip": ["people.csv"]}.items():
    with zipfile.ZipFile(f"{FOLDER}/file.{name}", "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
