/// Single writes: a whole command beside psql that calls the same function, and the function beside bare statements.
struct Writes {
  let yard: Yard

  /// A write, as a command and as the function of Benchmarks/sql/writes_ground.sql, for the nth student or day.
  private struct Write {
    let name: String
    let function: String
    let words: @Sendable (_ nth: Int, _ code: (String) -> String) -> [String]
  }

  private static let writes = [
    Write(name: "one enrollment", function: "enroll") { nth, code in
      ["enroll", "S-\(300 + nth)", "--cohort", code("WRITES"), "--applied", "2024-06-01"]
    },
    Write(name: "one suspension", function: "suspend") { nth, code in
      ["enrollment", "suspend", "S-\(nth)", "--cohort", code("WRITES"), "--on", "2024-12-20"]
    },
    Write(name: "one session of 30", function: "session") { nth, code in
      [
        "attendance", "take", code("THIRTY") + "/WRITES-1", "--on", day(nth), "--absent", "S-603,S-607",
        "--late", "S-609",
      ]
    },
    Write(name: "one mark", function: "mark") { nth, code in
      [
        "result", "add", "S-\(nth)", "WRITES-1", "--cohort", code("WRITES"), "--mark", "70", "--on",
        "2024-12-15",
      ]
    },
  ]

  /// The nth day after the first of September.
  private static func day(_ nth: Int) -> String {
    nth < 30 ? "2024-09-\(nth < 9 ? "0" : "")\(nth + 1)" : "2024-10-\(nth < 39 ? "0" : "")\(nth - 29)"
  }

  func compare(_ tell: Tell) throws {
    try yard.clone("luban", as: "ground")
    try yard.script("writes_ground", in: "ground")
    for write in Self.writes {
      tell(try cold(write))
      tell(try warm(write))
    }
  }

  /// A command, and psql with the same function, each on a connection of its own.
  private func cold(_ write: Write) throws -> Comparison {
    let runs = 21
    try yard.clone("ground", as: "own")
    try yard.clone("ground", as: "floor")
    let workshop = try yard.value("select bench.code('')", in: "own")
    var (own, floor): ([Double], [Double]) = ([], [])
    for nth in 1...runs {
      let words = write.words(nth) { workshop + $0 }
      own.append(try yard.luban(words + ["--quiet"], on: "own").run().seconds)
      floor.append(
        try yard.psql("-c", "select bench.\(write.function)(\(nth))", on: "floor").run().seconds)
    }
    return Comparison(
      name: "\(write.name) / the same function in psql", own: own, floor: floor, goal: 1.3)
  }

  /// The function on a connection that has made its plans, and its bare statements without Luban's triggers.
  private func warm(_ write: Write) throws -> Comparison {
    var (own, floor): ([Double], [Double]) = ([], [])
    for _ in 1...5 {
      try yard.clone("ground", as: "own")
      try yard.clone("ground", as: "floor")
      try yard.script("no_triggers", in: "floor")
      own.append(try seconds(of: write.function, in: "own"))
      floor.append(try seconds(of: "bare_\(write.function)", in: "floor"))
    }
    return Comparison(
      name: "\(write.name), the function / its bare statements, on a warm connection", own: own, floor: floor,
      goal: 3)
  }

  private func seconds(of function: String, in database: String) throws -> Double {
    let told = try yard.psql(
      "-At", "-v", "function=\(function)", "-f", Yard.path("writes_warm"), on: database
    ).output(in: yard.folder)
    let text = String(decoding: told, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
    guard let seconds = Double(text) else { throw BenchmarkError(message: "\(function): \(text)") }
    return seconds
  }
}
