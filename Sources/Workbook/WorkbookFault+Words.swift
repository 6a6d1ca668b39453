import Messages

extension WorkbookFault {
  /// What is wrong, without file and place.
  public var message: Message {
    switch self {
    case .otherZip(let kind): "this is \(kind.phrase), not a workbook (xlsx, ods)"
    case .encrypted: "the workbook is protected by a password"
    case .damaged(let reason): "the workbook is damaged (\(reason))"
    case .zip64: "the workbook is packed in the form zip64"
    case .entities: "the workbook declares entities, which no spreadsheet program writes"
    case .expandsTooMuch(let limit): "the workbook unpacks to more than \(limit) times its size"
    case .tooLarge(let limit): "the workbook unpacks to more than \(limit >> 30) GiB"
    case .tooManyTexts(let limit): "the workbook has more than \(limit) different texts"
    case .readFailed(let reason): "reading failed (\(reason))"
    case .noScratch(let reason): "a temporary file cannot be written (\(reason))"
    case .noSheets: "the workbook has no sheet with cells"
    case .unknownSheet(let name, let sheets): "there is no sheet “\(name)”, but \(Self.list(sheets))"
    case .severalSheets(let sheets): "several sheets may be meant: \(Self.list(sheets))"
    case .emptySheet(let name): "the sheet “\(name)” is empty"
    case .noHeaderRow(let row): "nothing stands in row \(row) that could name the columns"
    case .cellTooLong(let limit): "a cell of more than \(limit) bytes"
    case .rowTooLong(let limit): "a row of more than \(limit) bytes"
    case .notComputed: "a formula whose value was never computed"
    }
  }

  /// What the person can do.
  public var remedy: Message {
    switch self {
    case .otherZip(let kind): kind.remedy
    case .encrypted: "open it, save it without a password, and send that"
    case .damaged: "open it in a spreadsheet program and save it again, or get the file again"
    case .zip64, .tooLarge, .tooManyTexts: "save the sheet as “CSV UTF-8”, or divide it"
    case .entities, .expandsTooMuch: "do not trust it; ask for the table itself"
    case .readFailed: "check the disk or the connection, then read it again"
    case .noScratch: "make room in the folder for temporary files, or name another by TMPDIR"
    case .noSheets: "put the table on a sheet of its own"
    case .unknownSheet, .severalSheets: "name one with --sheet"
    case .emptySheet: "name another with --sheet; a table needs at least a row of column names"
    case .noHeaderRow: "give the row of the column names with --header-line"
    case .cellTooLong, .rowTooLong: "check that this is a table"
    case .notComputed: "open it in a spreadsheet program and save it again"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }
}
