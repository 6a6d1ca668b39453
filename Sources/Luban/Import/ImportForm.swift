import Messages
import Postgres

/// A kind of file that can be taken in: declared once, for template, header, staging, checks, writing, help.
///
/// All kinds go the one way of ``Imports/run(_:progress:)``. What is a noun's own stands here and in the
/// scripts of `sql/import/<noun>/`: they find the lines in `stage` and the options in `run`, and leave in
/// `plan` what is wrong with each line and what will become of it. Where a line is a row of one table, as a
/// ``FlatImport`` says, most of them are made of the columns.
public struct ImportForm: Sendable {
  /// What a file holds, as `luban import template` and the table import_noun call it.
  public let name: String
  /// The columns it may have.
  public let columns: [ImportColumn]
  /// Those of its template, in their order: most often all.
  public let template: [ImportColumn]
  /// What its header must have.
  let needs: [ImportNeed]
  /// Whether the columns that nothing stands for are kept as well, as those of a sheet with a column a day.
  let takesOtherColumns: Bool
  /// Columns of `stage` that scripts join by, for the planner.
  let analyzed: [String]
  /// Whether its counts are those of people and enrollments, which have scripts of their own to tell them.
  public let countsPeople: Bool
  /// Whether its plan comes with a table `left_out` of what is there and not in the file.
  public let tellsLeftOut: Bool
  /// From the lines to the plan.
  let checks: [ImportStep]
  /// From the plan to the tables.
  let writes: [ImportStep]
  /// What is done last: of a workbook of several sheets after all of them.
  let late: [ImportStep]
  /// What its scripts are made of, where a line is a row of one table.
  let flat: FlatImport?

  init(
    _ name: String, columns: [ImportColumn], template: [ImportColumn]? = nil, needs: [ImportNeed],
    takesOtherColumns: Bool = false, analyzed: [String] = [], countsPeople: Bool = false,
    tellsLeftOut: Bool = false, checks: [ImportStep], writes: [ImportStep], late: [ImportStep] = [],
    flat: FlatImport? = nil
  ) {
    self.name = name
    self.columns = ImportColumn.withNameParts(columns)
    self.template = ImportColumn.withNameParts(template ?? columns)
    self.needs = needs
    self.takesOtherColumns = takesOtherColumns
    self.analyzed = analyzed
    self.countsPeople = countsPeople
    self.tellsLeftOut = tellsLeftOut
    // People keep their names in parts; all others mean somebody by the whole name.
    let isInParts = !countsPeople && self.columns.contains { $0.name == ImportColumn.namesOfParts[0] }
    self.checks = (isInParts ? [ImportStep("matching", "whole_names")] : []) + checks
    self.writes = writes
    self.late = late
    self.flat = flat
  }

  /// All kinds that have a template of their own, in the order of the reference.
  public static let all: [ImportForm] = [
    .cities, .partners, .partnerContacts, .workshops, .workshopRoles, .courses, .modules, .programs,
    .curricula, .agreements, .people, .enrollments, .changes, .instructors, .certifications, .trainings,
    .holidays, .sessions,
    .attendance, .results, .language, .cultureEvents, .culture, .placementOffers, .placements,
    .placementHours, .placementEvaluations, .revocations, .reissues, .outcomes,
  ]

  /// One of the scripts that tell what came of an import: `count`, `result`, `batch`.
  func telling(_ script: String) -> ImportScript { .file(countsPeople ? "people/\(script)" : script) }
}

/// A step on all lines at once: what the progress line calls it, and the scripts it runs.
struct ImportStep: Sendable {
  let name: Message
  let scripts: [ImportScript]

  init(_ name: Message, _ scripts: ImportScript...) { self.init(name, scripts) }

  init(_ name: Message, _ scripts: [ImportScript]) {
    self.name = name
    self.scripts = scripts
  }
}

/// Statements of a step.
enum ImportScript: Sendable, ExpressibleByStringLiteral {
  /// A file of `sql/import`, by its path there.
  case file(String)
  /// What was made of the columns of a flat file.
  case made(SQL)

  init(stringLiteral path: String) { self = .file(path) }

  func sql() throws -> SQL {
    switch self {
    case .file(let path): try SQL.file("sql/import/\(path).sql")
    case .made(let sql): sql
    }
  }
}
