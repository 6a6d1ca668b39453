#!/usr/bin/env python3
"""What everybody can find out of published figures: narrow.py REPORT < file.csv, or narrow.py tables < lines of JSON

Each [c] is a number from zero on, of which the sums of the report are known: they are said here in words of their own, not in
those of Luban. Linear programming narrows each of them down. Prints how many there are, and those that can be none but one
to four. Lines of JSON are what report.hidden_cells was asked, and what it said.
"""
import csv
import json
import sys

from scipy.optimize import linprog
from scipy.sparse import csr_array

COHORT = {
    "sums": {
        "applications": "applied waitlisted admitted enrolled suspended completed withdrawn no_shows dismissed transferred_out refused",
        "students": "enrolled suspended completed",
        "language_students": " ".join(f"language_now_{level}" for level in ["none", *range(1, 8)]),
        "language_entry_known": " ".join(f"language_entry_{level}" for level in ["none", *range(1, 8)]),
    },
    "parts": """
        transferred_in<applications returned_in<applications language_students<students retained<census_size
        completed_of_census<retained census_here<census_size completed_here<census_here completed_here<completed
        completed_here<completed_of_census census_adjusted<census_size completed_of_census<census_adjusted
        women<gender_known gender_known<census_size census_due<census_size completed_on_time<census_due
        completed_on_time<completed_of_census courses_passed<courses_judged language_census<census_size
        language_reached<language_census language_tested<language_census language_tested_reached<language_tested
        language_tested_reached<language_reached language_tests_passed<language_tests
        language_entry_known<language_students language_gained<language_entry_known""",
}
REPORTS = {
    "cohort": COHORT,
    "program": {
        "sums": {},
        "parts": """
            enrolled+completed<students retained<census_size completed_of_census<retained
            courses_passed<courses_judged language_census<census_size language_reached<language_census""",
    },
    "outcomes": {
        "sums": {"completers": "answered unknown", "answered": "placed seeking other", "placed": "working further_study"},
        "parts": """
            completers<graduates contacted<completers reachable<contacted in_field<field_known field_known<working
            chinese_funded<funding_known funding_known<working satisfied<satisfaction_known satisfaction_known<answered""",
    },
    "language": {"sums": {}, "parts": "reached<students highest<reached valid<reached tests_passed<tests"},
    "year": {
        "sums": {},
        "parts": """
            degree_students<degree_enrollments trained<trained_enrollments teacher_students<teacher_enrollments
            teachers_trained<teacher_trainings""",
        "counts": "graduates trainings_completed",
    },
    "culture": {"sums": {}, "parts": "participants<participations", "counts": "census_size"},
}


class Puzzle:
    """Numbers that are known or not, and what is known of them together."""

    def __init__(self):
        self.unknown = {}
        self.equal, self.less = [], []

    def number(self, name, cell):
        """What a cell stands for: a number, or the place of an unknown one."""
        return int(cell) if cell != "[c]" else self.unknown.setdefault(name, len(self.unknown))

    def add(self, rows, terms):
        """A sum that is zero or, among `less`, not above it: terms of a sign, a name and a cell."""
        row, known = {}, 0
        for sign, name, cell in terms:
            if cell == "[c]":
                place = self.number(name, cell)
                row[place] = row.get(place, 0) + sign
            else:
                known += sign * int(cell or 0)
        if row:
            rows.append((row, -known))

    def interval(self, place):
        def matrix(rows):
            if not rows:
                return None, None
            entries = [(n, p, v) for n, (row, _) in enumerate(rows) for p, v in row.items()]
            return (
                csr_array(
                    ([v for _, _, v in entries], ([n for n, _, _ in entries], [p for _, p, _ in entries])),
                    shape=(len(rows), len(self.unknown)),
                ),
                [known for _, known in rows],
            )

        (equal, sums), (less, most) = matrix(self.equal), matrix(self.less)
        bounds = []
        for sign in (1, -1):
            cost = [0] * len(self.unknown)
            cost[place] = sign
            found = linprog(cost, A_ub=less, b_ub=most, A_eq=equal, b_eq=sums, bounds=(0, None), method="highs")
            if found.status not in (0, 3):
                sys.exit(f"no solution: {found.message}")
            bounds.append(sign * found.fun if found.status == 0 else float("inf"))
        return bounds

    def found_out(self, is_asked=lambda name: True):
        """How many are unknown, and which of them can be none but one to four."""
        asked = {name: place for name, place in self.unknown.items() if is_asked(name)}
        found = []
        for name, place in asked.items():
            low, high = self.interval(place)
            if low > 1 - 1e-6 and high < 4 + 1e-6:
                found.append(f"{name}: {low:g} to {high:g}")
        return len(asked), found


def of_report(report):
    rows = list(csv.DictReader(sys.stdin))
    form = REPORTS[report]
    parts = [pair.split("<") for pair in form["parts"].split()]
    counts = {name for told, whole in parts for name in [*told.split("+"), whole]} | set(form["sums"]) | set(form.get("counts", "").split())
    counts |= {part for told in form["sums"].values() for part in told.split()}
    counts &= set(rows[0])
    puzzle = Puzzle()

    def terms(row_place, sign, name):
        return sign, (row_place, name), rows[row_place][name]

    for place, row in enumerate(rows):
        for name in counts:
            puzzle.number((place, name), row[name] or 0)
        for whole, told in form["sums"].items():
            split = told.split()
            if counts.issuperset([whole, *split]) and any(row[part] for part in split):
                puzzle.add(puzzle.equal, [terms(place, -1, whole)] + [terms(place, 1, part) for part in split])
        for part, whole in parts:
            told = part.split("+")
            if counts.issuperset([*told, whole]) and all(row[name] for name in [*told, whole]):
                puzzle.add(puzzle.less, [terms(place, 1, name) for name in told] + [terms(place, -1, whole)])
        if report in ("outcomes", "language"):
            # The next row is of the same people at a later point, or of those who have the next level.
            following = rows[place + 1] if place + 1 < len(rows) else {}
            told = [name for name in row if name in ("row", "country", "workshop", "program", "edition", "intake_year", "gender", "nationality", "year", "mode", "framework")]
            if following and all(row[name] == following[name] for name in told):
                shared, nested = ("graduates", "completers") if report == "outcomes" else ("students", "reached")
                puzzle.add(puzzle.equal, [terms(place, 1, shared), terms(place + 1, -1, shared)])
                puzzle.add(puzzle.less, [terms(place + 1, 1, nested), terms(place, -1, nested)])
                if report == "language":
                    puzzle.add(puzzle.less, [terms(place + 1, 1, "valid"), terms(place, -1, "valid")])
                    puzzle.add(
                        puzzle.equal, [terms(place, -1, nested), terms(place, 1, "highest"), terms(place + 1, 1, nested)])
            elif report == "language":
                puzzle.add(puzzle.equal, [terms(place, 1, "reached"), terms(place, -1, "highest")])
    if "row" in rows[0]:
        for total in (place for place, row in enumerate(rows) if row["row"] == "total"):
            mine = [
                place for place, row in enumerate(rows)
                if row["row"] != "total" and all(row.get(name) == rows[total].get(name) for name in ("mode", "months"))]
            # What can't be added up, as levels of several frameworks, has none.
            for name in (name for name in counts if rows[total][name]):
                puzzle.add(puzzle.equal, [terms(total, -1, name)] + [terms(place, 1, name) for place in mine])
    return puzzle.found_out()


def of_table(table):
    """Records of cells, of which the last ones are printed by nobody."""
    puzzle = Puzzle()
    width, counts, cells, hidden = table["width"], table["counts"], table["cells"], table["hidden"]

    def term(sign, place):
        is_shown = place % width < counts and not hidden[place]
        return sign, place, str(cells[place]) if is_shown else "[c]"

    for first in range(0, len(cells), width):
        told = []
        for cell in table["sums"]:
            if cell:
                told.append(term(-1 if cell < 0 else 1, first + abs(cell) - 1))
            else:
                puzzle.add(puzzle.equal, told)
                told = []
    for record, total in enumerate(table["total_of"]):
        if total == record + 1:
            for cell in range(counts):
                puzzle.add(puzzle.equal, [
                    term(-1 if other == record else 1, other * width + cell)
                    for other, its_total in enumerate(table["total_of"]) if its_total == total])
    return puzzle.found_out(lambda place: place % width < counts)


def main(report):
    if report == "tables":
        told = [of_table(json.loads(line)) for line in sys.stdin]
    else:
        told = [of_report(report)]
    found = [one for _, several in told for one in several]
    print(f"{sum(count for count, _ in told)} hidden, {len(found)} found out")
    print("\n".join(found), end="")
    sys.exit(1 if found else 0)


main(sys.argv[1])
