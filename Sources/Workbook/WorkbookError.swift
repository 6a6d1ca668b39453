import Messages

/// Why a workbook could not be read, and in which cell, where the fault has one.
public struct WorkbookError: Error, Equatable, Sendable {
  /// What is wrong.
  public let fault: WorkbookFault
  /// The cell, as in `Students!D17`.
  public let cell: String?

  /// A fault, of a cell if it has a place.
  public init(_ fault: WorkbookFault, cell: String? = nil) {
    self.fault = fault
    self.cell = cell
  }
}

/// What can be wrong with a workbook.
public enum WorkbookFault: Equatable, Sendable {
  // The file
  /// A zip, but no workbook of Excel.
  case otherZip(ZipKind)
  /// It opens by a password only.
  case encrypted
  /// It is not as a workbook is; how.
  case damaged(reason: String)
  /// It is in the form for files of more than 4 GiB.
  case zip64
  /// It declares entities, as no workbook does, and bombs do.
  case entities
  /// It unpacks to more than so many times its size.
  case expandsTooMuch(limit: Int)
  /// It unpacks to more bytes than `limit`.
  case tooLarge(limit: Int)
  /// It has more different texts than `limit`.
  case tooManyTexts(limit: Int)
  /// Reading it failed; the system's reason.
  case readFailed(reason: String)
  /// What must be put aside on the way found no place; the system's reason.
  case noScratch(reason: String)

  // Its sheets
  /// It has no sheet with cells.
  case noSheets
  /// It has no sheet of that name, but these.
  case unknownSheet(String, sheets: [String])
  /// Several sheets could be meant.
  case severalSheets([String])
  /// Nothing stands in the sheet.
  case emptySheet(String)
  /// Nothing stands in the row that was named as the header's.
  case noHeaderRow(Int)

  // Its cells
  /// The text of a cell has more bytes than `limit`.
  case cellTooLong(limit: Int)
  /// The texts of a row have more bytes than `limit`.
  case rowTooLong(limit: Int)
  /// A formula of which no program has ever computed the value.
  case notComputed
}

/// Zip files that are no workbooks of Excel.
public enum ZipKind: Equatable, Sendable, CaseIterable {
  /// A document of LibreOffice that is no spreadsheet.
  case openDocument
  /// A workbook in Excel's binary form.
  case binaryWorkbook
  /// A document of Word.
  case wordDocument
  /// A presentation of PowerPoint.
  case presentation
  /// A spreadsheet of Apple.
  case numbers
  /// Any other.
  case archive

  /// With its article, for a sentence.
  public var phrase: Message {
    switch self {
    case .openDocument: "an OpenDocument file (as odt, odp)"
    case .binaryWorkbook: "a binary workbook (xlsb)"
    case .wordDocument: "a Word document (docx)"
    case .presentation: "a presentation (pptx)"
    case .numbers: "a spreadsheet of Apple Numbers"
    case .archive: "a zip archive"
    }
  }

  /// The way to a file that can be read.
  public var remedy: Message {
    switch self {
    case .binaryWorkbook, .numbers: "open it and save it as an Excel workbook (xlsx)"
    case .openDocument, .wordDocument, .presentation:
      "copy the table into a spreadsheet and save that as xlsx"
    case .archive: "unpack it and name the file in it"
    }
  }
}
