import CExpat

/// What takes in the elements of a part, in their order.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes, _ parser: XMLParser)
  func end(_ name: XMLName, _ parser: XMLParser)
  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser)
}

/// Expat's push parser over a part: a stretch at a time, to be halted by the handler between two elements.
final class XMLParser {
  private let stream: PartStream
  private let name: String
  private let parser: XML_Parser
  private unowned let handler: any XMLHandler
  private var failure: WorkbookError?
  private var depth = 0
  private var fed = 0
  private var isHalted = false
  private var isFinished = false

  private static let stretch = 64 << 10

  /// A parser of the part `name`, unpacked by `stream`.
  init(_ stream: PartStream, name: String, _ handler: any XMLHandler) throws(WorkbookError) {
    self.stream = stream
    self.name = name
    self.handler = handler
    guard let parser = XML_ParserCreate(nil) else {
      throw WorkbookError(.damaged(reason: "no memory for its parser"))
    }
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        XMLParser.of(data) { $0.start(name, attributes) }
      },
      { data, name in
        guard let name else { return }
        XMLParser.of(data) { $0.end(name) }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLParser.of(data) { $0.take(UnsafeRawBufferPointer(start: text, count: Int(count))) }
    }
    // Entities can only be declared in a document type, which no workbook has.
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLParser.of(data) { $0.fail(WorkbookError(.entities)) }
    }
  }

  deinit {
    XML_ParserFree(parser)
  }

  /// Parses until the handler halts; false at the end of the part.
  func advance() throws(WorkbookError) -> Bool {
    while isHalted || !isFinished {
      let status = isHalted ? XML_ResumeParser(parser) : try feed()
      isHalted = status == XML_STATUS_SUSPENDED
      if let failure { throw failure }
      if isHalted { return true }
      guard status == XML_STATUS_OK else { throw malformed }
      guard isFinished || fed - XML_GetCurrentByteIndex(parser) < WorkbookLimits.token + Self.stretch else {
        throw WorkbookError(.damaged(reason: "\(name) has a tag or comment without end"))
      }
    }
    return false
  }

  /// Parses to the end.
  func finish() throws(WorkbookError) {
    while try advance() {}
  }

  /// Ends the stretch at this place, from within the handler; ``advance()`` goes on from here.
  func halt() {
    if failure == nil { XML_StopParser(parser, XML_Bool(XML_TRUE)) }
  }

  /// Gives up, from within the handler.
  func fail(_ error: WorkbookError) {
    guard failure == nil else { return }
    failure = error
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private func feed() throws(WorkbookError) -> XML_Status {
    guard let buffer = XML_GetBuffer(parser, Int32(Self.stretch)) else { throw malformed }
    let count = try stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.stretch))
    fed += count
    isFinished = count == 0
    return XML_ParseBuffer(parser, Int32(count), isFinished ? 1 : 0)
  }

  private var malformed: WorkbookError {
    let code = XML_GetErrorCode(parser)
    if code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH { return WorkbookError(.entities) }
    let words = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    return WorkbookError(
      .damaged(reason: "\(name), line \(XML_GetCurrentLineNumber(parser)): \(words)"))
  }

  private func start(
    _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) {
    guard failure == nil else { return }
    depth += 1
    if depth > WorkbookLimits.depth {
      return fail(WorkbookError(.damaged(reason: "\(self.name) has elements within elements without end")))
    }
    handler.start(XMLName(name), XMLAttributes(attributes), self)
  }

  private func end(_ name: UnsafePointer<XML_Char>) {
    depth -= 1
    if failure == nil { handler.end(XMLName(name), self) }
  }

  private func take(_ text: UnsafeRawBufferPointer) {
    if failure == nil { handler.text(text, self) }
  }

  private static func of(_ data: UnsafeMutableRawPointer?, _ body: (XMLParser) -> Void) {
    guard let data else { return }
    Unmanaged<XMLParser>.fromOpaque(data)._withUnsafeGuaranteedRef(body)
  }
}
