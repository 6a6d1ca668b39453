import Messages
import Postgres
import Tabular

/// A workbook of an office to be taken in, and how.
public struct BookRequest: Sendable {
  /// Path of the workbook.
  public var path: String
  /// The order of dates that leave it open.
  public var dates: DateOrder?
  /// Whether what is known already is changed where the workbook differs.
  public var updates = false
  /// Whether everything is undone in the end.
  public var isDryRun = false
  /// Workbook for the lines refused, a sheet for each that has some.
  public var errorsFile: String?
  /// The words of the front.
  public var words: ActionWords?

  /// A workbook.
  public init(path: String) { self.path = path }

  /// What one of its sheets asks for: lines that are right are written for those that refer to them, though
  /// in the end all are undone where one is not.
  public func request(_ form: ImportForm, sheet: String) -> ImportRequest {
    var request = ImportRequest(path: path, noun: form)
    (request.sheet, request.dates, request.updates, request.words) = (sheet, dates, updates, words)
    (request.skipsInvalid, request.errorsFile, request.isDryRun) = (true, errorsFile, isDryRun)
    return request
  }
}

/// What came of a workbook.
public struct BookOutcome: Sendable, Codable {
  /// Its sheets, in the order in which they were taken.
  public var sheets: [Sheet] = []
  /// Sheets that are of nothing that can be taken.
  public var unknownSheets: [String] = []
  /// Whether it was kept: neither a dry run nor refused.
  public var isKept = false

  /// How many lines were refused.
  public var refused: Int { sheets.reduce(0) { $0 + $1.outcome.refused } }

  /// What came of a sheet.
  public struct Sheet: Sendable, Codable {
    /// Its name.
    public let name: String
    /// What it holds, as ``ImportForm/name`` has it.
    public let noun: String
    /// What came of its lines.
    public var outcome: ImportOutcome
  }
}

extension OfficeBook {
  /// Takes a workbook in, in one transaction: all of its sheets, or nothing.
  ///
  /// - Throws: ``LubanError/invalidData(_:actions:)`` for a file that is no workbook or has no sheet that can
  ///   be taken, `ReadingError` and `HeaderMappingError` for a sheet that can't be read.
  public func take(
    _ request: BookRequest, progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
  ) async throws -> BookOutcome {
    let sheets = try Self.sheets(of: request.path)
    var empty = BookOutcome()
    empty.unknownSheets = sheets.unknown
    let found = sheets.known
    let before = empty
    let sweep = try await Sweep(office)
    do {
      return try await office.perform("office import") { tx in
        tx.deadline = office.bulkDeadline
        var outcome = before
        let errors = try request.errorsFile.map { try OutputFile(path: $0) }
        let workbook = try errors.map { try WorkbookOutput(bookOf: $0.sink) }
        for (form, name) in found {
          // Each has temporary tables of the same names, but for what is left to be done last.
          try tx.execute("select drop_temporary_tables('^late_')")
          var run = try ImportRun(
            request.request(form, sheet: name), tx, CommandKey(), deadline: office.bulkDeadline, progress)
          run.errorsBook = workbook
          run.leavesLate = true
          outcome.sheets.append(BookOutcome.Sheet(name: name, noun: form.name, outcome: try run.outcome()))
        }
        if outcome.refused > 0 {
          try workbook?.finish()
          try errors?.commit()
          throw Undone(outcome: outcome)
        }
        errors?.discard()
        for script in found.flatMap(\.form.late).flatMap(\.scripts) { try tx.runScript(script.sql()) }
        // What holds in the end of a transaction is asked of one that is undone, too.
        try tx.execute("set constraints all immediate")
        if request.isDryRun { throw Undone(outcome: outcome) }
        outcome.isKept = true
        return outcome
      }
    } catch let undone as Undone {
      try await sweep.undone()
      var outcome = undone.outcome
      for index in outcome.sheets.indices {
        outcome.sheets[index].outcome.isKept = false
        outcome.sheets[index].outcome.batches = []
      }
      return outcome
    }
  }

  /// Rolls the transaction back and carries out what was found in it.
  private struct Undone: Error {
    let outcome: BookOutcome
  }

  /// The sheets of a workbook with their forms, in the order in which they are taken, and all others.
  private static func sheets(
    of path: String
  ) throws -> (known: [(form: ImportForm, name: String)], unknown: [String]) {
    guard let names = try SheetNames.visible(in: path) else {
      throw LubanError.invalidData("\(path) is no workbook (xlsx, ods).", actions: [])
    }
    var known: [(form: ImportForm, name: String)] = []
    var unknown: [String] = []
    for name in names where !isOfWords(name) {
      guard let form = form(ofSheet: name), !known.contains(where: { $0.form.name == form.name }) else {
        unknown.append(name)
        continue
      }
      known.append((form, name))
    }
    if known.isEmpty {
      let all = forms.map { $0.title(in: .english) }.joined(separator: ", ")
      throw LubanError.invalidData("\(path) has no sheet that can be taken: \(all).", actions: [])
    }
    let order = forms.map(\.name)
    return (
      known.sorted { (order.firstIndex(of: $0.form.name) ?? 0) < (order.firstIndex(of: $1.form.name) ?? 0) },
      unknown
    )
  }
}
