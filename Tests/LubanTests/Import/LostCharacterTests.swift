import Luban
import Support
import Tabular
import Testing

@Suite("Characters that a file lost")
struct LostCharacterTests {
  private static let header = "full_name,birth_date,nationality,document_number,email\n"
  private static let broken: [UInt8] = [0xD0]

  /// A list of eight lines, of which the second, fourth and sixth lost characters.
  private static var list: [UInt8] {
    Array((header + "Иванов Пётр,2005-01-01,UZ,AA1,\nИв").utf8) + broken
      + Array("нов Олег,2005-02-30,UZ,AA2,nobody\nСаидов Рустам,2005-01-03,UZ,AA3,\nЦой ".utf8)
      + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]
      + Array("Юй,2005-01-04,UZ,AA4,\nИбрагимов Ян,2005-02-31,UZ,AA5,\n".utf8)
      + Array("Ким Вера,2005-01-06,UZ,A\u{0}A6,\nПак Ия,2005-01-07,UZ,AA7\nЛи Ян,2005-01-08,UZ,AA8,\n".utf8)
  }

  @Test("are faults of their lines and cells, told beside all others of the file and of these lines")
  func found() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(Self.list)
      #expect(
        problems(outcome) == [
          ":line_has_all_columns@8", "birth_date:date_is_in_the_calendar@3,6",
          "document_number:cell_is_whole@7",
          "email:student_email_has_an_at_sign@3", "full_name:cell_is_whole@3,5",
        ])
      #expect(
        outcome.problems.first { $0.column == "full_name" }?.values == [
          "Ив\u{FFFD}нов Олег", "Цой \u{FFFD}Юй",
        ])
      #expect(try await office.names() == [])
    }
  }

  @Test("keep nothing else out, stand readable among the refused lines, and are refused when these come back")
  func skipped() async throws {
    try await withOffice(.cohort) { office in
      try await withFile("") { errors in
        let outcome = try await office.take(Self.list) {
          $0.skipsInvalid = true
          $0.errorsFile = errors
        }
        #expect(outcome.isKept && outcome.refused == 5 && outcome.enrolled == 3)
        #expect(try await office.names() == ["Иванов Пётр", "Саидов Рустам", "Ли Ян"])
        let refused = contents(errors).split(whereSeparator: \.isNewline).map(String.init)
        try #require(refused.count == 6)
        #expect(refused[1].hasPrefix("Ив\u{FFFD}нов Олег,2005-02-30,UZ,AA2,nobody,"))
        #expect(refused[4].hasPrefix("Ким Вера,2005-01-06,UZ,A\u{FFFD}A6,,\"document_number: A cell has all"))
        let back = try await office.take(Array(refused.joined(separator: "\n").utf8))
        #expect(back.refused == 5 && problems(back).contains("document_number:cell_is_whole@5"))
      }
    }
  }

  @Test("in a cell are refused in every form, also where nothing stands for the column")
  func everyForm() async throws {
    try await withOffice(.cohort) { office in
      for form in ImportForm.all {
        let names = form.template.map(\.name) + ["remark"]
        let cells = names.map { "\($0)\u{FFFD}" }
        let text = names.joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n"
        let outcome = try await office.take(text) {
          $0.noun = form
          $0.workshop = "UZ-TAS"
        }
        #expect(outcome.refused == 1 && outcome.lines == 1, "\(form.name)")
        let columns = Set(outcome.problems.filter { $0.rule == "cell_is_whole" }.map { $0.column ?? "" })
        #expect(columns.isSuperset(of: form.template.map(\.name)), "\(form.name)")
        #expect(
          outcome.problems.allSatisfy { $0.rule == "cell_is_whole" || $0.column == nil }, "\(form.name)")
      }
    }
  }
}
