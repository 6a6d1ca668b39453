/// The formats of cells, in the order of the part of styles.
enum SheetStyle {
  static let number = 0
  static let text = 1
  static let day = 2
  static let eastAsian = 3
  static let header = 4
  /// From a format to the same on the ground of a cell that is marked.
  static let marked = 5
  /// The format of a cell that is not to be filled in.
  static let closed = 2 * marked
  static let all = 0...closed

  /// The format of the cells of a column.
  static func of(_ kind: SheetWriter.Kind) -> Int {
    switch kind {
    case .text: text
    case .number: number
    case .day: day
    }
  }

  /// The formats, without those of marked cells: format of numbers, font.
  private static let plain = [(0, 0), (49, 0), (164, 0), (49, 2), (49, 1)]

  /// The part of styles.
  static var part: String {
    let grounds = [0, 2].flatMap { fill in plain.map { ($0.0, $0.1, fill) } } + [(49, 0, 3)]
    let formats = grounds.map { number, font, fill in
      """
      <xf numFmtId="\(number)" fontId="\(font)" fillId="\(fill)" borderId="0" xfId="0" \
      applyNumberFormat="1" applyFont="1" applyFill="1"/>
      """
    }
    return """
      <styleSheet xmlns="\(SheetPart.main)"><numFmts count="1">\
      <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
      <fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><sz val="11"/><name val="Microsoft YaHei"/><family val="2"/><charset val="134"/></font></fonts>\
      <fills count="4"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">\
      <fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFD9D9D9"/><bgColor indexed="64"/></patternFill>\
      </fill></fills><borders count="1">\
      <border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(formats.count)">\(formats.joined())</cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """
  }
}
