/// Reads a template from its first byte to its last, and knows which sections are open.
struct TemplateReader {
  typealias Part = Template.Part

  private struct Section {
    let name: String
    let isInverted: Bool
    let place: Int
    /// What stands before it on its own level.
    let before: [Part]

    var tag: String { "{{\(isInverted ? "^" : "#")\(name)}}" }
  }

  private let bytes: [UInt8]
  private var open: [Section] = []
  private var parts: [Part] = []
  /// The names that were read.
  private(set) var names: [Template.Name] = []
  private var counted = (place: 0, line: 1)

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func read() throws(Template.Fault) -> [Part] {
    var place = 0
    while let start = find("{{", from: place) {
      let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
      let (ending, inside) = isTriple ? ("}}}", start + 3) : ("}}", start + 2)
      guard let end = find(ending, from: inside) else {
        throw fault(
          start, "a tag begins with {{\(isTriple ? "{" : "") and does not end; write \(ending) after it")
      }
      let tag = Substring(decoding: bytes[inside..<end], as: UTF8.self).trimmed
      let whole = start..<end + ending.utf8.count
      // Alone on its line, what shows nothing itself takes the line with it.
      let taken = !isTriple && "#^/!".contains(tag.prefix(1)) && !tag.isEmpty ? line(around: whole) : whole
      add(place..<taken.lowerBound)
      if isTriple {
        try parts.append(.value(name: name(tag, start), isEscaped: false))
      } else {
        try take(tag, at: start)
      }
      place = taken.upperBound
    }
    add(place..<bytes.count)
    if let section = open.last {
      throw fault(section.place, "\(section.tag) is never closed; write {{/\(section.name)}} where it ends")
    }
    return parts
  }

  private mutating func take(_ tag: Substring, at place: Int) throws(Template.Fault) {
    let rest = tag.dropFirst().trimmed
    switch tag.first {
    case "#", "^":
      guard open.count < Template.mostSections else {
        throw fault(
          place,
          "sections stand in each other more than \(Template.mostSections) deep; close one before {{\(tag)}}")
      }
      try open.append(
        Section(name: name(rest, place), isInverted: tag.first == "^", place: place, before: parts))
      parts = []
    case "/":
      guard let section = open.popLast() else {
        throw fault(place, "{{\(tag.shown)}} closes a section that is not open; leave it out")
      }
      guard rest == section.name else {
        throw fault(
          place,
          "{{\(tag.shown)}} stands where \(section.tag) of line \(number(section.place)) is still open;"
            + " write {{/\(section.name)}} before it")
      }
      parts = section.before + [.section(name: section.name, isInverted: section.isInverted, parts: parts)]
    case "!": return
    case "&": try parts.append(.value(name: name(rest, place), isEscaped: false))
    case ">":
      throw fault(place, "{{\(tag.shown)}} is a partial, which can't be taken; write its text in its place")
    case "=": throw fault(place, "{{\(tag.shown)}} sets delimiters, which can't be taken; write {{ and }}")
    case "<", "$":
      throw fault(place, "{{\(tag.shown)}} inherits, which can't be taken; write its text in its place")
    case "%": throw fault(place, "{{\(tag.shown)}} is a pragma, which can't be taken; leave it out")
    default: try parts.append(.value(name: name(tag, place), isEscaped: true))
    }
  }

  private mutating func name(_ text: Substring, _ place: Int) throws(Template.Fault) -> String {
    let isName = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard text == "." || isName && !text.isEmpty else {
      throw fault(
        place, "{{\(text.shown)}} is no name of a value; write letters, digits, _ and -, or . alone")
    }
    if text != "." { names.append(Template.Name(name: String(text), line: line(of: place))) }
    return String(text)
  }

  private mutating func add(_ range: Range<Int>) {
    if !range.isEmpty { parts.append(.text(String(decoding: bytes[range], as: UTF8.self))) }
  }

  private func find(_ text: String, from place: Int) -> Int? {
    bytes[place...].firstRange(of: text.utf8)?.lowerBound
  }

  /// The whole line where nothing else stands on it but blanks, with its end; else the tag alone.
  private func line(around tag: Range<Int>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<tag.lowerBound].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    var end = bytes[tag.upperBound...].firstIndex { !isBlank($0) } ?? bytes.count
    guard start == 0 || bytes[start - 1] == newline else { return tag }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == newline { end += 1 }
    guard end == bytes.count || bytes[end] == newline else { return tag }
    return start..<min(end + 1, bytes.count)
  }

  /// The line of a tag behind all that were asked for: the bytes between them are counted, and no others.
  private mutating func line(of place: Int) -> Int {
    counted.line += bytes[counted.place..<place].count { $0 == UInt8(ascii: "\n") }
    counted.place = place
    return counted.line
  }

  private func number(_ place: Int) -> Int { 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") } }

  private func fault(_ place: Int, _ words: String) -> Template.Fault {
    Template.Fault(line: number(place), words: words)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? start.prefix(0)
  }

  /// As much of a tag as tells it from others.
  fileprivate var shown: Substring {
    let line = prefix { !$0.isNewline }
    return line.count > 40 ? line.prefix(39) + "…" : line
  }
}
