import Glibc
import Testing

@testable import Tabular
@testable import Workbook

@Suite("Workbooks that are damaged or mean harm")
struct HarmTests {
  @Test(
    "are refused by what is wrong",
    arguments: [
      ("entities", WorkbookFault.entities), ("long-cell", .cellTooLong(limit: WorkbookLimits.cell)),
      ("long-row", .rowTooLong(limit: WorkbookLimits.row)),
      ("ratio", .expandsTooMuch(limit: WorkbookLimits.ratio)),
      ("locked-part", .encrypted), ("zip64", .zip64),
    ])
  func faults(name: String, fault: WorkbookFault) throws {
    #expect(try refusal(Made.path(name)).fault == .workbook(fault))
  }

  @Test(
    "say how they are damaged",
    arguments: [
      ("comment", "without end"), ("deep", "elements within elements"),
      ("malformed", "line 1: mismatched tag"),
      ("backward", "row 4 follows row 5"), ("cell-twice", "stands twice"), ("beyond", "not in its row"),
      ("partless", "no part xl/workbook.xml"), ("method", "unknown method"),
      ("checksum", "not what was packed"),
      ("cut", "no directory"), ("part-twice", "two parts named"), ("nowhere", "a text that is nowhere"),
    ])
  func damage(name: String, words: String) throws {
    let error = try refusal(Made.path(name))
    #expect(
      error.description.contains("the workbook is damaged") && error.description.contains(words), "\(error)")
  }

  @Test("name the cell at which it shows")
  func cells() throws {
    #expect(try refusal(Made.path("long-cell")).cell == "Sheet1!A2")
    #expect(try refusal(Made.path("nowhere")).cell == "Sheet1!A2")
    #expect(try refusal(Made.path("cell-twice")).cell == "Sheet1!A2")
  }

  @Test("are read or refused, wherever a byte is changed and wherever they are cut off")
  func changes() throws {
    // In the first the changes are met by the zip, in the others, which are not packed, by the XML.
    let originals = try ["openpyxl", "small", "kinds.ods"].map { try contents(Made.path($0)) }
    var generator = Numbers(state: 20_261_128)
    var refused = 0
    for round in 0..<1800 {
      var changed = originals[round % 3]
      if round % 5 == 0 { changed.removeLast(Int.random(in: 1..<changed.count, using: &generator)) }
      for _ in 0..<Int.random(in: 1...8, using: &generator) where !changed.isEmpty {
        changed[Int.random(in: 0..<changed.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      let path = try Made.path("changed-\(round).xlsx")
      try write(changed, path)
      do {
        _ = try read(path, header: ["Фамилия"])
      } catch is ReadingError {
        refused += 1
      }
      unlink(path)
    }
    #expect(refused > 1000)
  }
}

/// Numbers that are the same in every run.
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
