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
    } catch {
      throw Fault(description: "The template can't be read: \(error)")
    }
  }

  /// The page with its gaps filled.
  public func page(_ values: [String: any Sendable]) -> String { template.render(values) }
}
