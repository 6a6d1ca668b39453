import Messages
import Postgres
import Tabular

/// What an office enters beside its students, in one workbook: a sheet a noun, taken in and written whole.
public struct OfficeBook: Sendable {
  let office: Office

  /// What its sheets may hold, in the order of what refers to what.
  public static let forms: [ImportForm] = [
    .cities, .partners, .partnerContacts, .workshops, .workshopRoles, .courses, .modules, .programs,
    .curricula, .agreements, .holidays,
  ]

  /// The form of a sheet by its name, in any language; `nil` of a sheet of something else.
  public static func form(ofSheet name: String) -> ImportForm? {
    let key = Header.normalizedKey(name)
    return forms.first { form in
      let titles = [Language.english, .chinese, .russian].map { form.title(in: $0) }
      return ([form.name] + titles).contains { Header.normalizedKey($0) == key }
    }
  }

  /// Whether a sheet only has the words that columns of the others may have.
  static func isOfWords(_ name: String) -> Bool {
    [Language.english, .chinese, .russian].contains { Heading.inWords("Words", $0) == name }
  }
}

extension OfficeBook {
  /// Writes all there is into a workbook: the same office makes the same bytes.
  ///
  /// Language and culture modules are courses, and stand among them.
  ///
  /// - Parameters:
  ///   - language: that of the names of sheets and columns.
  ///   - sink: where to, for the moment in which it is all read.
  /// - Returns: how many rows each sheet has.
  public func export(in language: Language, to path: String) async throws -> [SheetCount] {
    try await office.read { tx in
      tx.deadline = office.bulkDeadline
      let file = try OutputFile(path: path)
      do {
        let counts = try Self.write(to: file.sink, in: language) { form, workbook in
          try tx.copyOut("copy (\(fragment: form)) to stdout (format csv)") { try workbook.write(row: $0) }
        }
        try file.commit()
        return counts
      } catch {
        file.discard()
        throw error
      }
    }
  }

  /// Writes a workbook of empty sheets to be filled in.
  public static func writeTemplate(in language: Language, to sink: ByteSink) throws {
    _ = try write(to: sink, in: language, withModules: true) { _, _ in }
  }

  private static func write(
    to sink: ByteSink, in language: Language, withModules: Bool = false,
    _ rows: (_ query: SQL, _ workbook: WorkbookOutput) throws -> Void
  ) throws -> [SheetCount] {
    let workbook = try WorkbookOutput(bookOf: sink)
    var counts: [SheetCount] = []
    for form in forms where withModules || form.name != ImportForm.modules.name {
      let title = form.title(in: language)
      try workbook.begin(
        title, columns: try form.templateColumns(in: language).map(WorkbookOutput.Column.init))
      try workbook.write(form.template.map { Array(form.heading(of: $0.name, in: language).utf8) })
      if let query = form.export { try rows(query, workbook) }
      counts.append(SheetCount(sheet: title, rows: workbook.rowCount - 1))
    }
    try workbook.finish()
    return counts
  }
}

/// How many rows a sheet has.
public struct SheetCount: Sendable, Codable, Hashable {
  /// The sheet.
  public let sheet: String
  /// Its rows below the header.
  public let rows: Int
}

extension ImportForm {
  /// The rows that there are, of a flat file.
  var export: SQL? { flat.map { FlatStatements($0, columns).export } }
}
