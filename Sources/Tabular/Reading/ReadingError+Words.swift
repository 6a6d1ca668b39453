import Messages

extension ReadingError: SaidError {
  /// One line: file, place, what is wrong, what to do.
  public var said: Message {
    let place: Message = cell.map { "\($0): " } ?? position.map { "\($0.said): " } ?? ""
    return "\(file): \(place)\(message); \(remedy)"
  }

  /// What is wrong, without file and place.
  public var message: Message {
    switch fault {
    case .missing: "there is no such file"
    case .folder: "this is a folder"
    case .device: "this is a device, not a file"
    case .terminal: "nothing is piped in"
    case .unreadable(let reason): "it cannot be opened (\(reason))"
    case .readFailed(let reason): "reading failed (\(reason))"
    case .stopped: "reading was stopped"
    case .empty: "the file is empty"
    case .changed: "the file was changed while it was read"
    case .gzipTruncated: "the gzip file is cut off"
    case .gzipDamaged(let reason): "the gzip file is damaged (\(reason))"
    case .workbook(let fault): fault.message
    case .pointlessOption(let option, true): "this is a workbook, which has no \(option)"
    case .pointlessOption(let option, false): "this is no workbook, so that it has no \(option)"
    case .notText(let kind): "this is \(kind.phrase), neither CSV nor a workbook (xlsx)"
    case .unknownEncoding: "this is not UTF-8"
    case .unfitEncoding(let named, [], _): "this is not \(named.title)"
    case .unfitEncoding(let named, let words, _):
      words.count == 1
        ? "\(Self.quoted(words)) as \(named.rawValue) is of no language"
        : "\(Self.quoted(words)) as \(named.rawValue) are of no language"
    case .lostCharacters(let encoding): "there are bytes that are no characters of \(encoding.title)"
    case .wrongEncoding(let named, let found): "this is \(found.title), not \(named.title)"
    case .converterMissing(let encoding): "this machine's C library has no converter for \(encoding.title)"
    case .unclosedQuote: "a quote opens here and is never closed"
    case .fieldTooLong(let limit, let quoted):
      quoted
        ? "a field of more than \(limit) bytes begins with a quote here"
        : "a field of more than \(limit) bytes begins here"
    case .recordTooLong(let limit): "a record of more than \(limit) bytes begins here"
    case .tooManyFields(let limit): "a record of more than \(limit) fields begins here"
    case .noColumns: "the line of column names is blank"
    case .noHeaderLine(let line): "no line \(line) begins here that could name the columns"
    case .doubleColumnName(let name, let first, let second):
      "columns \(first) and \(second) are both named “\(name)”"
    }
  }

  /// What the person can do.
  public var remedy: Message {
    switch fault {
    case .missing: "check the path"
    case .folder: "name a file in it"
    case .device: "name a regular file, or pipe the data in and give - as the file"
    case .terminal: "pipe a file in, or give its path instead of -"
    case .unreadable: "check its permissions"
    case .readFailed: "check the disk or the connection, then read it again"
    case .stopped: "read it again"
    case .empty: "a file needs at least a line of column names"
    case .changed: "wait until the other program is done, then read it again"
    case .gzipTruncated, .gzipDamaged: "get the file again"
    case .workbook(let fault): fault.remedy
    case .pointlessOption(let option, _): "leave --\(option) out"
    case .notText(let kind): kind.remedy
    case .unknownEncoding(let readings), .unfitEncoding(_, _, let readings): Self.advice(readings)
    case .lostCharacters: "write them anew, or name another encoding with --encoding"
    case .wrongEncoding(_, .utf8): "leave --encoding out"
    case .wrongEncoding(_, let found): "name it with --encoding \(found.rawValue)"
    case .converterMissing:
      """
      install the converters of the C library (gconv; on Fedora and its kin glibc-gconv-extra), or save it \
      as CSV UTF-8
      """
    case .unclosedQuote: "close the quote, or double it (\"\") if it is part of the text"
    case .fieldTooLong(_, true): "check that this quote is closed"
    case .fieldTooLong, .recordTooLong: "check that this is a table, and its line ends and quotes"
    case .tooManyFields: "check that this is a table, and its delimiter"
    case .noColumns: "put the column names on the first line"
    case .noHeaderLine: "give the line on which the column names begin with --header-line"
    case .doubleColumnName: "rename one of them"
    }
  }

  /// What a file may be, a line each, with what it says then.
  private static func advice(_ readings: [EncodingReading]) -> Message {
    guard !readings.isEmpty else { return "save it as CSV UTF-8, or name another encoding with --encoding" }
    let lines = readings.map { reading -> Message in
      let name = reading.encoding.rawValue
      return reading.isFit
        ? "\(quoted(reading.samples)) as \(name): --encoding \(name)"
        : "\(quoted(reading.samples)) as \(name), which is of no language"
    }
    return """
      choose the encoding in which the names are right, or save it as CSV UTF-8:
        \(lines.joined(separator: "\n  "))
      """
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
