import Messages

/// Why a file's columns could not be matched with the declared ones: all problems at once.
public struct HeaderMappingError: SaidError, Equatable, Sendable {
  /// What is wrong, explicit maps first.
  public let problems: [Problem]

  /// One thing that is wrong.
  public enum Problem: Equatable, Sendable {
    /// A required column is not in the file; `nearest` is the header that may be meant.
    case missingColumn(String, nearest: String?)
    /// Two headers stand for one column.
    case doubleColumn(String, first: String, second: String)
    /// One header is mapped to two columns.
    case doubleHeader(String, first: String, second: String)
    /// A map names a column that is not declared.
    case unknownColumn(String, nearest: String?)
    /// A map names a header that the file does not have.
    case unknownHeader(String, nearest: String?)
    /// A map is not `header=column`.
    case malformedMap(String)
  }

  /// One line a problem.
  public var said: Message {
    problems.map(\.said).joined(separator: "\n")
  }
}

extension HeaderMappingError.Problem {
  /// What is wrong, and what may be meant.
  var said: Message {
    switch self {
    case .missingColumn(let name, nil): "the file has no column “\(name)”"
    case .missingColumn(let name, let near?):
      """
      the file has no column “\(name)”; did you mean “\(near)”? \
      Then map it: --map \(shellQuoted(near + "=" + name))
      """
    case .doubleColumn(let name, let first, let second):
      """
      “\(first)” and “\(second)” both stand for “\(name)”; \
      say which: --map \(shellQuoted(first + "=" + name))
      """
    case .doubleHeader(let name, let first, let second):
      "“\(name)” is mapped both to “\(first)” and to “\(second)”"
    case .unknownColumn(let name, let near): "there is no column “\(name)” to map to\(Self.hint(near))"
    case .unknownHeader(let name, let near): "the file has no header “\(name)” to map\(Self.hint(near))"
    case .malformedMap(let map): "a map is written header=column, not “\(map)”"
    }
  }

  private static func hint(_ near: String?) -> Message {
    near.map { "; did you mean “\($0)”?" } ?? ""
  }
}
