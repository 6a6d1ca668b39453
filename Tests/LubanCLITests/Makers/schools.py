"""Lists of students as seven schools send them: each as CSV of its Excel's own encoding and as a workbook.

Usage: schools.py FOLDER. Writes SCHOOL.csv, SCHOOL.xlsx and SCHOOL.txt, which holds what the list was made from: name, birth
date, gender, nationality, document, a line a student.
"""

import datetime
import pathlib
import sys

import openpyxl

folder = pathlib.Path(sys.argv[1])


class School:
    def __init__(self, name, encoding, delimiter, title, header, total, nationality, day, words, people):
        self.name, self.encoding, self.delimiter, self.title = name, encoding, delimiter, title
        self.header, self.total, self.nationality, self.day = header, total, nationality, day
        self.female, self.male = words
        self.people = people

    # An empty column after the number, another before the last; the title above; the total below.
    def rows(self, day):
        header = self.header[:1] + [""] + self.header[1:-1] + [""] + self.header[-1:]
        yield [self.title] + [""] * (len(header) - 1)
        yield [""] * len(header)
        yield header
        for n, (name, born, gender, document) in enumerate(self.people, 1):
            word = self.female if gender == "female" else self.male
            yield [n, "", name, day(born), word, self.nationality[0], document, "", "" if n % 2 else "+"]
        yield ["", "", f"{self.total} {len(self.people)}"] + [""] * (len(header) - 3)

    def write(self):
        with open(folder / f"{self.name}.txt", "w", encoding="utf-8") as out:
            for name, born, gender, document in self.people:
                out.write(f"{name}|{born}|{gender}|{self.nationality[1]}|{document}\n")
        with open(folder / f"{self.name}.csv", "w", encoding=self.encoding, newline="") as out:
            for row in self.rows(self.day):
                out.write(self.delimiter.join(str(cell) for cell in row) + "\r\n")
        book = openpyxl.Workbook()
        sheet = book.active
        for row in self.rows(lambda born: born):
            sheet.append([None if cell == "" else cell for cell in row])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=9)
        book.save(folder / f"{self.name}.xlsx")


def day(text):
    return datetime.date.fromisoformat(text)


def people(text, prefix):
    lines = [line.strip() for line in text.strip().splitlines()]
    listed = []
    for n, line in enumerate(lines, 1):
        gender, name = line.split(" ", 1)
        listed.append((name, day(f"{2003 + n % 4}-{n % 12 + 1:02}-{n + 9:02}"),
                       {"f": "female", "m": "male"}[gender], f"{prefix}{1000000 + n * 7919}"))
    return listed


schools = [
    School(
        "tashkent-ru", "cp1251", ";", "Список студентов группы ЛОГ-24 (2024–2025 учебный год)",
        ["№ п/п", "Ф.И.О. студента", "Дата рождения", "Пол (м/ж)", "Гражданство", "Серия и номер паспорта", "Примечание"],
        "ИТОГО:", ("Узбекистан", "UZ"), lambda d: f"{d:%d.%m.%Y}", ("Ж", "М"),
        people("""
            f Каримова Дилноза Рустамовна
            m Саидов Алишер Бахтиёрович
            f ЮСУПОВА НИГОРА АНВАРОВНА
            m Ёкубов Жасур Шухратович
            f Сон Виктория Сергеевна
            m Рахимов Шерзод Олимжон угли
            """, "AA")),
    School(
        "tashkent-uz", "cp1254", ";", "LOG-24 guruhi talabalari ro‘yxati",
        ["T/r", "F.I.Sh.", "Tug‘ilgan sana", "Jinsi", "Fuqaroligi", "Pasport raqami", "Izoh"],
        "Jami:", ("O‘zbekiston", "UZ"), lambda d: f"{d:%d.%m.%Y}", ("ayol", "erkak"),
        people("""
            f Yo‘ldosheva O‘g‘iloy Anvar qizi
            m To‘rayev Sardor G‘ayrat o‘g‘li
            f QODIROVA MALIKA SHAVKAT QIZI
            m Ismoilov Jahongir Rustam o‘g‘li
            """, "AB")),
    School(
        "almaty-kk", "kz1048", ";", "ГЕО-24 тобының студенттер тізімі",
        ["№", "Аты-жөні", "Туған күні", "Жынысы", "Азаматтығы", "Төлқұжат нөмірі", "Ескерту"],
        "Барлығы:", ("Қазақстан", "KZ"), lambda d: f"{d:%d.%m.%Y}", ("әйел", "ер"),
        people("""
            f Әбдірахманова Гүлнұр Қайратқызы
            m Өтегенов Ерлан Мұратұлы
            f ҰЛЫҚБЕКОВА ІҢКӘР ЖӘНІБЕКҚЫЗЫ
            m Ғабитов Нұрсұлтан Бақытұлы
            """, "N")),
    School(
        "bangkok-th", "cp874", ",", "รายชื่อนักศึกษา ห้อง LOG-24",
        ["ลำดับ", "ชื่อ-นามสกุล", "วันเดือนปีเกิด", "เพศ", "สัญชาติ", "เลขที่หนังสือเดินทาง", "หมายเหตุ"],
        "รวม", ("ไทย", "TH"), lambda d: f"{d:%Y-%m-%d}", ("หญิง", "ชาย"),
        people("""
            m สมชาย ใจดี
            f กนกวรรณ ศรีสุข
            m ณัฐพล วงศ์ทอง
            f พิมพ์ชนก เกียรติกุล
            """, "TH")),
    School(
        "abidjan-fr", "cp1252", ";", "Liste des étudiants – promotion LOG-24",
        ["N°", "Nom et prénoms", "Date de naissance", "Sexe", "Nationalité", "N° de passeport", "Observations"],
        "TOTAL :", ("Côte d’Ivoire", "CI"), lambda d: f"{d:%d/%m/%Y}", ("F", "M"),
        people("""
            f N’GUESSAN Aya Élodie
            m KOUAMÉ Koffi Désiré
            f Bamba Zoë Françoise
            m OUATTARA Noël Gaël
            """, "CI")),
    School(
        "cairo-ar", "cp1256", ";", "قائمة طلاب المجموعة LOG-24",
        ["م", "اسم الطالب", "تاريخ الميلاد", "الجنس", "الجنسية", "رقم جواز السفر", "ملاحظات"],
        "المجموع", ("مصر", "EG"), lambda d: f"{d:%Y/%m/%d}", ("أنثى", "ذكر"),
        people("""
            m محمد أحمد السيد
            f فاطمة الزهراء علي
            m عبد الرحمن مصطفى
            f نور الهدى إبراهيم
            """, "EG")),
    School(
        "tianjin-zh", "gb18030", ",", "2024级物流班学生名单",
        ["序号", "学生姓名", "出生年月", "性别", "国籍", "护照号", "备注"],
        "合计", ("中国", "CN"), lambda d: f"{d.year}年{d.month}月{d.day}日", ("女", "男"),
        people("""
            f 王丽
            m 欧阳明
            f 司马晓燕
            m 张伟强
            """, "E")),
]

for school in schools:
    school.write()
