import Messages
import Postgres
import Tabular

/// A file to be taken in, and how.
public struct ImportRequest: Sendable {
  /// Path of the file; `-` for standard input.
  public var path: String
  /// What it holds.
  public var noun: ImportForm
  /// Workshop of all lines that name none.
  public var workshop: WorkshopCode?
  /// Cohort of the lines that name none.
  public var cohort: CohortCode?
  /// Day of what a line tells where it names none; today is that of its workshop.
  public var day: Day = .today
  /// Encoding, where it can't be told from the file.
  public var encoding: TextEncoding?
  /// Delimiter, where it is not to be told from the header.
  public var delimiter: Delimiter?
  /// Sheet of a workbook, where it is not the only one that is visible and fits.
  public var sheet: String?
  /// Line of the file, or row of its sheet, on which the header begins, where it is not found by itself.
  public var headerLine: Int?
  /// Headers of the file and the columns they stand for, `Фамилия=family_name`.
  public var map: [String] = []
  /// What values mean that no vocabulary knows, `nationality:Узб=UZ`.
  public var mapValues: [String] = []
  /// A file of such, with the columns column, value and means.
  public var mapValuesFile: String?
  /// The order of dates that leave it open.
  public var dates: DateOrder?
  /// Whether what is known already is changed where the file differs.
  public var updates = false
  /// Whether what the file leaves out is taken away, where its form says what that is.
  public var replaces = false
  /// Why rules that may be set aside are.
  public var override: String?
  /// Whether the lines that are right are taken though others are not.
  public var skipsInvalid = false
  /// Whether everything is undone in the end.
  public var isDryRun = false
  /// File for one line of result for every line of input.
  public var resultFile: String?
  /// File for the lines refused, in the input's own columns, with the reasons.
  public var errorsFile: String?
  /// The words of the front; without them all is said in plain English.
  ///
  /// A workbook of refused lines speaks them too; a CSV file speaks English, as CSV does in all languages.
  public var words: ActionWords?

  /// What only files of one noun have, by name.
  public var params: [String: String] = [:]

  /// A file of a kind.
  public init(path: String, noun: ImportForm) {
    self.path = path
    self.noun = noun
  }
}

/// How far an import is.
public enum ImportProgress: Sendable {
  /// Lines read, and of the file so many bytes; its size where known.
  case reading(lines: Int, bytes: Int, of: Int?)
  /// A step on all lines at once has begun.
  case step(Message)
  /// Others are entering people in the same workshops: who, and since when.
  case waiting(String)
}
