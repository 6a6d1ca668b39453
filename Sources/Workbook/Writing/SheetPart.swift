/// The parts of a workbook beside its sheets.
enum SheetPart {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// Where the sheet of a number lies, from 1.
  static func name(ofSheet number: Int) -> String { "xl/worksheets/sheet\(number).xml" }

  /// The parts, by name, of a workbook with some sheets.
  static func all(sheets: [String]) -> [(name: String, text: String)] {
    let numbered = Array(zip(1..., sheets))
    let types = numbered.map { number, _ in
      "<Override PartName=\"/\(name(ofSheet: number))\" ContentType=\"\(kind).worksheet+xml\"/>"
    }
    let listed = numbered.map { number, title in
      "<sheet name=\"\(title)\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
    }
    let relations = numbered.map { number, _ in
      """
      <Relationship Id="rId\(number)" Type="\(office)/worksheet" Target="worksheets/sheet\(number).xml"/>
      """
    }
    return [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="\(package)/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
        ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(kind).sheet.main+xml"/>\(types.joined())\
        <Override PartName="/xl/styles.xml" ContentType="\(kind).styles+xml"/></Types>
        """
      ),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
        Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\(listed.joined())</sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="\(package)/relationships">\(relations.joined())\
        <Relationship Id="rId\(sheets.count + 1)" Type="\(office)/styles" Target="styles.xml"/>\
        </Relationships>
        """
      ),
      ("xl/styles.xml", SheetStyle.part),
    ]
  }
}
