/// Workbooks beside the same rows as CSV, in and out.
struct Workbooks {
  let yard: Yard
  let imports: Imports

  /// Bytes that Luban's own process may hold, texts in their cells or in a part of their own.
  private static let memory = ["inline": 64 << 20, "shared": 96 << 20]

  /// With 100,000 rows in both forms, and with a million as Excel writes them.
  func compare(sizes: [Int], _ tell: Tell) throws {
    for size in sizes where size >= 100_000 {
      for form in size >= 1_000_000 ? ["shared"] : ["inline", "shared"] {
        tell(try taken(size, form))
      }
      tell(try given(size))
    }
  }

  private func taken(_ size: Int, _ form: String) throws -> Comparison {
    let file = try imports.people(size)
    let workbook = "\(yard.folder)/\(form)-\(size).xlsx"
    let script = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/workbook.py"
    _ = try Trial(words: ["/usr/bin/python3", script, file, workbook, form]).run()
    try imports.ground(size)
    var comparison = try Comparison(
      "import of a workbook of \(size.grouped) people, texts \(form) / the same as CSV",
      runs: size >= 1_000_000 ? 1 : 3, goal: 1.3,
      own: imports.own(workbook), floor: imports.own(file, on: "floor")
    ) {
      try yard.clone("ground", as: "own")
      try yard.clone("ground", as: "floor")
      try yard.sql("checkpoint", in: "postgres")
    }
    comparison.note = "memory goal: \((Self.memory[form] ?? 0) >> 20) MiB"
    return comparison
  }

  /// Out of the database into which the last of them went.
  private func given(_ size: Int) throws -> Comparison {
    let words = ["student", "export", "--timeout", "1h", "--output"]
    return try Comparison(
      "export of \(size.grouped) people to a workbook / to CSV", runs: 3, goal: 2,
      own: yard.luban(words + ["\(yard.folder)/out.xlsx"], on: "own"),
      floor: yard.luban(words + ["\(yard.folder)/out.csv"], on: "own"))
  }
}
