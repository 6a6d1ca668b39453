import Workbook

/// Why a file could not be read as a table, where, and what the person can do about it.
///
/// These are faults that make the rest of a file unreliable. What is wrong with a single record
/// (a missing field, text after a quote) is told by ``Record`` and left to the caller.
public struct ReadingError: Error, Equatable, Sendable {
  /// The path as given, or `standard input`.
  public let file: String
  /// What is wrong.
  public let fault: Fault
  /// The place in the text, where the fault has one.
  public let position: TextPosition?

  /// The cell of a workbook, as in `Students!D17`, where the fault has one.
  public let cell: String?

  /// A fault of `file`, at `position` or in `cell` if it has a place.
  public init(file: String, fault: Fault, position: TextPosition? = nil, cell: String? = nil) {
    self.file = file
    self.fault = fault
    self.position = position
    self.cell = cell
  }

  /// A fault of a workbook.
  init(file: String, _ error: WorkbookError) {
    self.init(file: file, fault: .workbook(error.fault), cell: error.cell)
  }

  /// What can be wrong with a file.
  public enum Fault: Equatable, Sendable {
    // The file itself
    /// There is no such file.
    case missing
    /// The path is a folder.
    case folder
    /// The path is a device, or a socket on disk.
    case device
    /// Standard input is a terminal: nothing was piped in.
    case terminal
    /// The file may not be opened; the system's reason.
    case unreadable(reason: String)
    /// Reading failed on the way; the system's reason.
    case readFailed(reason: String)
    /// Whoever reads was told to stop while a pipe had nothing to read.
    case stopped
    /// There is not one character in it.
    case empty
    /// Another program wrote to or replaced the file while it was read.
    case changed
    /// The gzip file ends before its end.
    case gzipTruncated
    /// The gzip data are damaged; zlib's reason.
    case gzipDamaged(reason: String)

    /// It is a workbook that can't be read as a table.
    case workbook(WorkbookFault)
    /// An option was given that says something of CSV, or of workbooks, and the file is the other.
    case pointlessOption(String, isWorkbook: Bool)

    // Its kind and encoding
    /// It is another kind of file, such as a workbook.
    case notText(FileKind)
    /// It is not UTF-8; what it may be, likeliest first.
    case unknownEncoding([EncodingReading])
    /// The named encoding makes words that are of no language; some of them, and what else it may be.
    case unfitEncoding(named: TextEncoding, words: [String], readings: [EncodingReading])
    /// Characters of a text that is needed whole are lost, as of the header.
    case lostCharacters(as: TextEncoding)
    /// The named encoding is not the file's.
    case wrongEncoding(named: TextEncoding, found: TextEncoding)
    /// The system's C library lacks the converter.
    case converterMissing(TextEncoding)

    // Its records
    /// A quote opened at the position and never closed.
    case unclosedQuote
    /// A field has more bytes than `limit`; `quoted` if it began with a quote, perhaps never closed.
    case fieldTooLong(limit: Int, quoted: Bool)
    /// A record has more bytes than `limit`.
    case recordTooLong(limit: Int)
    /// A record has more fields than `limit`.
    case tooManyFields(limit: Int)

    // Its header
    /// The line that should name the columns is blank.
    case noColumns
    /// No record begins on the line that was named as the header's.
    case noHeaderLine(Int)
    /// Two columns have one name; columns count from 1.
    case doubleColumnName(name: String, first: Int, second: Int)
  }
}
