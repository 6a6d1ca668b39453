import FoundationEssentials
import Messages
import Support
import Tabular
import Testing

@testable import Luban

@Suite("An office in one workbook")
struct OfficeBookTests {
  /// A folder of its own.
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = "/tmp/luban-book-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    do { try await body(folder) } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
    try FileManager.default.removeItem(atPath: folder)
  }

  /// A workbook of sheets, each with its rows as CSV.
  private func write(_ sheets: [(name: String, rows: String)], to path: String) throws {
    let file = try OutputFile(path: path)
    let workbook = try WorkbookOutput(bookOf: file.sink)
    for (name, rows) in sheets {
      try workbook.begin(name, columns: [])
      for row in CSVText.rows(of: rows) {
        try workbook.write(row.map { $0.isEmpty ? nil : Array($0.utf8) })
      }
    }
    try workbook.finish()
    try file.commit()
  }

  /// All that a workbook can hold, of an office with a prospect, a former name and holidays besides.
  private static let sheets: [(name: String, rows: String)] = [
    (
      "教学计划",
      "program,edition,course,term,elective_group,group_credits\nRAIL,2026,R-1,1,,\nRAIL,2026,R-2,2,E1,4\n"
    ),
    ("Города", "страна,name,name_zh,other_names\nУзбекистан,Chirchiq,奇尔奇克,kk=Шыршық\n"),
    (
      "Partners",
      """
      partner,kind,country,city,name,name_zh,name_ru,other_names,active_since,website,status,status_since,status_reason
      UZ-COL,college,UZ,奇尔奇克,Rail College,铁路学院,,"uz=Temir; yo‘l",2025-01-01,https://x.example,,,
      CN-COL,学院,CN,,,天津学院,,,2024-09-01,,暂停,2026-01-01,audit
      UZ-FIRM,enterprise,UZ,,"Firm ""A"", Ltd",,,,,,,,
      """
    ),
    ("Partner contacts", "partner,name,phone\nUZ-COL,李伟,+998 71 1\nUZ-COL,李伟,+998 71 2\n"),
    (
      "Мастерские",
      "workshop,title,title_ru,country,city,status\nUZ-RW,Rail Workshop,Мастерская,UZ,Chirchiq,работает\n"
    ),
    (
      "workshop_roles",
      "workshop,partner,role,since,until\nUZ-RW,UZ-COL,host,,\nUZ-RW,CN-COL,lead,2025-02-01,\n"
    ),
    (
      "Courses",
      """
      course,title_zh,theory,practice,requires,kind,level,retired_on,retire_reason
      R-1,铁路,10,"2,5",ZH-1,,,,
      R-2,货运,1,1,R-1,,,2026-03-01,old
      ZH-1,汉语一级,20,20,,language,hsk2010:1,,
      """
    ),
    ("Модули", "module,practice,level,theme,supports\nTEA,8,,tea,R-1\n"),
    ("notes", "a,b\n1,2\n"),
    (
      "Programs",
      """
      program,edition,title,mode,field,level,months,stages,host_certificate,host_body,industry
      RAIL,2026,Rail,degree_education,1041,5,36,workshop=30; depot=6@UZ-FIRM,Diploma,UZ-COL,rail
      RAIL,2027,Rail,degree_education,1041,5,30,,,,rail
      """
    ),
    (
      "Agreements",
      "agreement,number,kind,parties,covers,signed_on,effective_on,renews\n"
        + "A-2,№ 17/2026-МС,备忘录,UZ-COL; CN-COL,UZ-RW:RAIL,2026-01-01,2026-02-01,A-1\n"
        + "A-1,,memorandum,UZ-COL; CN-COL,UZ-RW,,2024-02-01,\n"
    ),
    ("Holidays", "workshop,from,to,name\nUZ-RW,2026-12-25,2027-01-08,Winter break\n"),
  ]

  @Test(
    "what is entered, exported and entered into an empty one is the same export, byte for byte, in any language"
  )
  func roundTrip() async throws {
    try await withFolder { folder in
      let path = { (name: String) in "\(folder)/\(name).xlsx" }
      let bytes = { (name: String) in try Data(contentsOf: URL(filePath: path(name))) }
      try write(Self.sheets, to: path("entered"))
      try await withOffice { office in
        let outcome = try await office.book.take(BookRequest(path: path("entered")))
        #expect(outcome.sheets.flatMap { problems($0.outcome) } == [] && outcome.isKept)
        #expect(outcome.unknownSheets == ["notes"])
        #expect(
          outcome.sheets.map(\.noun) == OfficeBook.forms.map(\.name), "in the order of what refers to what")
        for language in [Language.english, .chinese, .russian] {
          _ = try await office.book.export(in: language, to: path("first-\(language.rawValue)"))
        }
        let again = try await office.book.take(BookRequest(path: path("first-zh")))
        #expect(again.isKept && again.sheets.allSatisfy { $0.outcome.unchanged == $0.outcome.lines })
      }
      for language in [Language.english, .chinese] {
        try await withOffice { office in
          let taken = try await office.book.take(BookRequest(path: path("first-\(language.rawValue)")))
          #expect(
            taken.isKept && taken.unknownSheets == [], "\(taken.sheets.flatMap { problems($0.outcome) })")
          for other in [Language.english, .chinese, .russian] {
            _ = try await office.book.export(in: other, to: path("second"))
            #expect(try bytes("second") == bytes("first-\(other.rawValue)"), "\(language) \(other)")
          }
        }
      }
      #expect(try bytes("first-en") != bytes("first-zh"))
    }
  }

  @Test(
    "one line that is wrong refuses all of it; what is wrong is told by sheet and cell, and can be mended")
  func refused() async throws {
    try await withFolder { folder in
      var sheets = Self.sheets
      sheets[2].rows = sheets[2].rows.replacing("UZ-FIRM,enterprise", with: "UZ-FIRM,shop")
      sheets[6].rows = sheets[6].rows.replacing("R-2,货运,1", with: "R-2,货运,x")
      try write(sheets, to: folder + "/wrong.xlsx")
      try await withOffice { office in
        var request = BookRequest(path: folder + "/wrong.xlsx")
        request.errorsFile = folder + "/errors.xlsx"
        let outcome = try await office.book.take(request)
        #expect(!outcome.isKept)
        let told = outcome.sheets.flatMap(\.outcome.problems).map { "\($0.cells?.first ?? "") \($0.rule)" }
        // The stage at the firm and the course of the curriculum are wrong with what they refer to.
        #expect(
          told == [
            "Partners!B4 partner_kind_is_a_word", "Courses!C3 hours_are_a_number",
            "Programs!H2 program_stage_partner_is_known", "教学计划!B2 curriculum_is_of_an_edition",
            "教学计划!C3 curriculum_course_is_known",
          ], "\(told)")
        #expect(try await office.exported(.partners) == [])
        #expect(try SheetNames.visible(in: folder + "/errors.xlsx")?.contains("Partners") == true)
      }
    }
  }

  @Test(
    "a workbook that is only tried leaves nothing, a sheet that is missing is fine, a file that is none is refused"
  )
  func tried() async throws {
    try await withFolder { folder in
      try write([Self.sheets[1], Self.sheets[2]], to: folder + "/some.xlsx")
      try write([("notes", "a\n1\n")], to: folder + "/none.xlsx")
      try await withOffice { office in
        var request = BookRequest(path: folder + "/some.xlsx")
        request.isDryRun = true
        let outcome = try await office.book.take(request)
        #expect(!outcome.isKept && outcome.sheets.map(\.outcome.created) == [1, 3])
        #expect(try await office.exported(.partners) == [])
        for (name, text) in [("none.xlsx", "has no sheet"), ("some.csv", "is no workbook")] {
          if name == "some.csv" {
            try "a,b\n".write(toFile: folder + "/some.csv", atomically: true, encoding: .utf8)
          }
          await #expect {
            _ = try await office.book.take(BookRequest(path: folder + "/" + name))
          } throws: {
            "\($0)".contains(text)
          }
        }
      }
    }
  }

  @Test("a template has a sheet for each noun, with the headings of the language")
  func template() async throws {
    try await withFolder { folder in
      let file = try OutputFile(path: folder + "/t.xlsx")
      try OfficeBook.writeTemplate(in: .russian, to: file.sink)
      try file.commit()
      let names = try #require(try SheetNames.visible(in: folder + "/t.xlsx"))
      #expect(names.dropLast().map { OfficeBook.form(ofSheet: $0)?.name } == OfficeBook.forms.map(\.name))
      #expect(OfficeBook.isOfWords(try #require(names.last)))
    }
  }
}
