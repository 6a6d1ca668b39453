import Messages
import Postgres
import Tabular

/// A mark sheet that went out.
public struct MarkSheet: Sendable {
  /// Its code, by which it is known when it comes back.
  public let code: String
  /// Its rows: one a student, with the mark and the day of the latest attempt there is.
  public let listing: Listing
}

extension Results {
  /// Makes a mark sheet of a class, to be filled in and imported.
  ///
  /// When it comes back, a mark that was changed here in the meantime is a conflict, and never overwritten.
  ///
  /// - Parameter language: that of who fills it in.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for a class there is none of.
  public func sheet(of code: ClassCode, in language: Language = .english) async throws -> MarkSheet {
    let key = try await office.perform("result sheet") { tx in
      let key = try tx.classKey(code)
      return SheetKey(
        code: try tx.one("select make_mark_sheet(\(key.workshopID)::int, \(key.id))", as: String.self),
        workshopID: key.workshopID, classID: key.id, marks: try tx.marks(of: key))
    }
    return MarkSheet(code: key.code, listing: key.listing(in: language))
  }
}

extension Transaction {
  /// The marks of the scale of a class, each with the words that are read as it: English, Russian, Chinese.
  fileprivate func marks(of key: ClassKey) throws -> [[String]] {
    let marks = try rows(
      """
      select m.mark, m.aliases from grading_mark m
      where m.scale in (
        select r.scale from class t
        join enrollment e on (e.workshop_id, e.cohort_id) = (t.workshop_id, t.cohort_id)
        join result_circumstance r
          on (r.workshop_id, r.enrollment_id, r.course_id) = (t.workshop_id, e.id, t.course_id)
        where t.workshop_id = \(key.workshopID) and t.id = \(key.id))
      order by m.value desc, m.mark
      """, as: (String.self, [String].self))
    return marks.map { mark, aliases in
      [mark]
        + [Script.latin, .cyrillic, .han].map { script in
          aliases.filter { Script(of: $0) == script }.joined(separator: ", ")
        }
    }
  }
}

/// The script of a word.
private enum Script {
  case latin, cyrillic, han

  init(of word: String) {
    let letters = word.unicodeScalars.map(\.value)
    self =
      letters.contains { $0 >= 0x2E80 }
      ? .han
      : letters.contains { (0x400..<0x530).contains($0) } ? .cyrillic : .latin
  }
}

private struct SheetKey: Codable, Sendable {
  let code: String
  let workshopID: Int
  let classID: Int
  let marks: [[String]]

  func listing(in language: Language) -> Listing {
    let values = ColumnValues.list(
      ImportForm.results.heading(of: "mark", in: language),
      marks.map { ($0[0], [.english: $0[1], .russian: $0[2], .chinese: $0[3]]) }, language)
    return Listing(
      columns: [
        Column("sheet", "code of the sheet"),
        Column("cohort", "code of the cohort"),
        Column("course", "code of the course"),
        Column("student", "number of the student"),
        Column("full_name", "name as the student writes it"),
        Column("latin_name", "name as in the passport"),
        Column("mark", "the mark", values: marks.isEmpty ? nil : values),
        Column("graded_on", "day of the exam"),
      ],
      order: ["student"],
      body: """
        select \(code)::text as sheet, c.code as cohort, k.code as course, shown_number(s.number) as student,
          native.full_name, latin.full_name as latin_name, r.mark, r.graded_on
        from class t
        join cohort c on (c.workshop_id, c.id) = (t.workshop_id, t.cohort_id)
        join course k on k.id = t.course_id
        join enrollment e on (e.workshop_id, e.cohort_id) = (t.workshop_id, t.cohort_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        left join student_name native on (native.workshop_id, native.student_id, native.kind, native.valid_to)
          = (s.workshop_id, s.id, 'native', 'infinity')
        left join student_name latin on (latin.workshop_id, latin.student_id, latin.kind, latin.valid_to)
          = (s.workshop_id, s.id, 'latin', 'infinity')
        left join lateral (
          select r.mark, r.graded_on from result r
          where (r.workshop_id, r.enrollment_id, r.course_id) = (t.workshop_id, e.id, t.course_id)
          order by r.attempt desc limit 1) r on true
        where t.workshop_id = \(workshopID) and t.id = \(classID) and e.state in ('enrolled', 'suspended')
        """)
  }
}
