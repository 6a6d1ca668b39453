import Mustache

/// A page with gaps: HTML with Mustache tags, whose values are escaped.
public struct Template: Sendable {
  /// What is wrong with a template, in words.
  public struct Fault: Error, CustomStringConvertible {
    /// The words.
    public let description: String
  }

  private let template: MustacheTemplate

  /// Reads a template.
  ///
  /// - Throws: ``Fault`` where a tag is not closed or makes no sense.
  public init(_ text: String) throws {
    do {
      template = try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      let place = "line \(error.context.lineNumber), column \(error.context.columnNumber)"
      throw Fault(description: "The template can't be read in \(place): \(Self.words(error.error)).")
    }
  }

  /// The page with its gaps filled.
  public func page(_ values: [String: any Sendable]) -> String { template.render(values) }

  private static func words(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .expectedSectionEnd: "a section is not closed"
    case .sectionCloseNameIncorrect: "a section is closed by another name"
    case .unfinishedName: "a tag is not finished"
    default: "a tag makes no sense"
    }
  }
}
