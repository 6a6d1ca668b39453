"""The same three people by openpyxl and XlsxWriter: python3 people.py FOLDER"""

import datetime
import sys

import openpyxl
import xlsxwriter

ROWS = [
    ["Фамилия", "Имя", "Дата рождения", "Пол", "Гражданство", "Паспорт", "Телефон", "Email"],
    ["Каримова", "Дилноза", datetime.date(2006, 3, 14), "ж", "UZ", "AB1234567", 998901234567, "d@example.org"],
    ["Саидов", "Алишер", datetime.date(2005, 12, 1), "м", "UZ", "AB7654321", 998931112233, None],
    ["O‘Brien, \"Bo\"", "Ann-Marie", datetime.date(2004, 2, 29), "f", "IE", "PA1112223", 353861234567, "b@example.org"],
]


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Students"
    for row in ROWS:
        sheet.append(row)
    for row in range(2, len(ROWS) + 1):
        sheet.cell(row, 3).number_format = "dd.mm.yyyy"
    book.create_sheet("Words").append(["column", "word"])
    book.save(path)


def by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Список 1")
    day = book.add_format({"num_format": "d mmmm yyyy"})
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write_datetime(number, column, value, day)
            elif value is not None:
                sheet.write(number, column, value)
    book.close()


def with_faults(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Group 1"
    for row in [
        ["Group 1"],
        ["name", "birth date", "nationality", "passport"],
        ["Anna", "2005-01-02", "UZ", "AB7"],
        ["Bo", "2005-01-03", "UZ", "AB8", None, "stray"],
        ["Cy", "soon", "UZ", None],
        ["Di", datetime.date(2005, 1, 5), "UZ", 123456789012345678],
    ]:
        sheet.append(row)
    book.save(path)


if __name__ == "__main__":
    by_openpyxl(sys.argv[1] + "/openpyxl.xlsx")
    by_xlsxwriter(sys.argv[1] + "/xlsxwriter.xlsx")
    with_faults(sys.argv[1] + "/faulty.xlsx")
