/// The elements of a small part that matter, each handed on with its attributes.
final class XMLElements: XMLHandler {
  private let body: (XMLName, XMLAttributes) -> Void

  private init(_ body: @escaping (XMLName, XMLAttributes) -> Void) {
    self.body = body
  }

  /// Calls `body` for every element of a part that begins.
  static func each(
    of stream: PartStream, name: String, _ body: @escaping (XMLName, XMLAttributes) -> Void
  ) throws(WorkbookError) {
    let handler = XMLElements(body)
    let parser = try XMLParser(stream, name: name, handler)
    let result = withExtendedLifetime(handler) {
      Result { () throws(WorkbookError) in try parser.finish() }
    }
    try result.get()
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes, _ parser: XMLParser) { body(name, attributes) }
  func end(_ name: XMLName, _ parser: XMLParser) {}
  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {}
}
