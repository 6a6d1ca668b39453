#!/usr/bin/env python3
"""Statements that ask report.hidden_cells about tables drawn at random: tables.py SEED COUNT | psql -At

Records have a count that three parts split, one of which is split again, and a part of it that has two parts of its own; most
tables have a total.
"""
import random
import sys

SUMS = [-1, 2, 3, 4, 0, -4, 5, 6, 0, -1, 7, 10, 0, -7, 8, 11, 0, -7, 9, 12, 0]
COUNTS, WIDTH = 9, 12

draw = random.Random(int(sys.argv[1]))


def record():
    most = draw.choice([1, 3, 8, 20])

    def few():
        return draw.choice([0, 0, draw.randint(0, most), draw.randint(0, most)])

    first, second, third, fourth = few(), few(), few(), few()
    both = third + fourth
    whole = first + second + both
    part = draw.randint(0, whole)
    one, other = draw.choice([part, draw.randint(0, part)]), draw.randint(0, part)
    return [whole, first, second, both, third, fourth, part, one, other, whole - part, part - one, part - other]


def array(values, of):
    return "'{" + ",".join(str(value) for value in values) + f"}}'::{of}[]"


for _ in range(int(sys.argv[2])):
    records = [record() for _ in range(draw.randint(1, 6))]
    totals = ["null"] * len(records)
    if draw.random() < 0.75:
        records.append([sum(cells) for cells in zip(*records)])
        totals = [len(records)] * len(records)
    print(
        "select json_build_object('sums', s, 'cells', c, 'width', w, 'counts', n, 'total_of', t, "
        "'hidden', report.hidden_cells(s, c, w, n, t, false)) from (values ("
        + ", ".join([
            array(SUMS, "int"), array([cell for one in records for cell in one], "bigint"), str(WIDTH), str(COUNTS),
            array(totals, "int")])
        + ")) v (s, c, w, n, t);")
