/// What the parts that list the others say: sheets, days, where texts and formats are.
struct WorkbookParts {
  private(set) var sheets: [Sheet] = []
  /// Whether days count from 1904.
  private(set) var countsFrom1904 = false
  /// Whether the program that wrote it computed no formula.
  private(set) var isUncomputed = false
  private(set) var styles: String?
  private(set) var texts: String?

  /// Reads the parts; `stream` unpacks one of a name, which is nil where there is none.
  init(_ stream: (String) throws(WorkbookError) -> PartStream?) throws(WorkbookError) {
    let roots = try Self.relations(of: "", stream)
    let main = roots.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    let relations = try Self.relations(of: main, stream)
    guard let part = try stream(main) else { throw ZipArchive.damaged("it has no part \(main)") }
    var listed: [(name: String, isVisible: Bool, id: String)] = []
    var (isFrom1904, isUncomputed) = (false, false)
    try XMLElements.each(of: part, name: main) { name, attributes in
      if name == "workbookPr" {
        isFrom1904 = attributes.isTrue("date1904")
      } else if name == "calcPr" {
        isUncomputed = attributes.isTrue("fullCalcOnLoad")
      } else if name == "sheet", let title = attributes.string("name"), let id = attributes.string("id") {
        listed.append((title, attributes["state"].map { $0 == "visible" } ?? true, id))
      }
    }
    countsFrom1904 = isFrom1904
    self.isUncomputed = isUncomputed
    // A chart or a dialog on a sheet of its own has another kind.
    sheets = listed.compactMap { sheet in
      relations.first { $0.id == sheet.id && $0.kind == "worksheet" }.map {
        Sheet(name: sheet.name, isVisible: sheet.isVisible, part: $0.target)
      }
    }
    styles = relations.first { $0.kind == "styles" }?.target
    texts = relations.first { $0.kind == "sharedStrings" }?.target
  }

  private struct Relation {
    let id: String
    let kind: String
    let target: String
  }

  /// What a part refers to, by the part beside it in the folder `_rels`.
  private static func relations(
    of part: String, _ stream: (String) throws(WorkbookError) -> PartStream?
  ) throws(WorkbookError) -> [Relation] {
    let folder = part.split(separator: "/").dropLast().map(String.init)
    let file = part.split(separator: "/").last ?? ""
    let name = (folder + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard let stream = try stream(name) else { return [] }
    var relations: [Relation] = []
    try XMLElements.each(of: stream, name: name) { element, attributes in
      guard element == "Relationship", let id = attributes.string("Id"), let kind = attributes.string("Type"),
        let target = attributes.string("Target"), attributes["TargetMode"].map({ $0 == "External" }) != true
      else { return }
      relations.append(
        Relation(
          id: id, kind: kind.split(separator: "/").last.map(String.init) ?? "",
          target: resolved(target, in: folder)))
    }
    return relations
  }

  private static func resolved(_ target: String, in folder: [String]) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for piece in target.split(separator: "/") where piece != "." {
      if piece == ".." { _ = path.popLast() } else { path.append(String(piece)) }
    }
    return path.joined(separator: "/")
  }
}
