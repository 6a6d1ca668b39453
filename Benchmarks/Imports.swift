/// Files of people with enrollments, beside PostgreSQL's binary COPY of the finished rows into the same tables.
struct Imports {
  let yard: Yard

  /// The sizes asked for, the smallest once more at the end, since machines change their pace; then the hard cases.
  ///
  /// The database `million` is left behind, with the largest of the sizes in it.
  func compare(sizes: [Int], _ tell: Tell) throws {
    for size in sizes + sizes.prefix(sizes.count > 1 ? 1 : 0) {
      let runs = size >= 1_000_000 ? 1 : size >= 100_000 ? 3 : 7
      tell(try fresh(size, runs: runs))
      if size == sizes.max() {
        try yard.sql(
          "drop database if exists million", "alter database own rename to million", in: "postgres")
      }
    }
    tell(try intoAnOfficeOfOne())
    tell(try again())
    tell(try update())
    if let most = sizes.max() { tell(try intoGrownTables(most)) }
  }

  private func fresh(_ size: Int, runs: Int) throws -> Comparison {
    let file = try people(size)
    try ground(size)
    try layOut()
    _ = try own(file).run()
    return try Comparison(
      "import of \(size.grouped) people with enrollments", size: size, runs: runs, goal: 1, own: own(file),
      floor: floor()
    ) { try layOut() }
  }

  /// Statistics of a table with one row make the planner believe that any index will do.
  private func intoAnOfficeOfOne() throws -> Comparison {
    let file = try people(20_000)
    try ground(20_000)
    let one = try yard.file(
      "one.csv", from: "people", in: "ground", ["people": "1", "seed": "9", "changed": "false"])
    try layOut()
    _ = try own(one).run()
    try yard.sql("analyze", in: "own")
    return try Comparison(
      "import of 20,000 into an office of one student, fresh statistics", runs: 1, own: own(file))
  }

  private func again() throws -> Comparison {
    let file = try people(100_000)
    try ground(100_000)
    try layOut()
    _ = try own(file).run()
    return try Comparison(
      "the same file of 100,000 again: all unchanged", runs: 3, own: own(file))
  }

  private func update() throws -> Comparison {
    let changed = try yard.file(
      "changed.csv", from: "people", in: "ground", ["people": "100000", "seed": "1", "changed": "true"])
    return try Comparison(
      "`--update` of 10 % of 100,000", runs: 1,
      own: yard.luban(
        "enroll", "import", changed, "--update", "--on", "2025-06-01", "--timeout", "1h", "--quiet", on: "own"
      ))
  }

  /// Of people drawn at random some are born on one day with one name, which is no mistake of the file: they are left out.
  private func intoGrownTables(_ size: Int) throws -> Comparison {
    let file = try yard.file(
      "second.csv", from: "people", in: "million", ["people": String(size), "seed": "2", "changed": "false"])
    try yard.clone("million", as: "grown")
    try yard.sql("analyze", "checkpoint", in: "grown")
    var own = yard.luban(
      "enroll", "import", file, "--skip-invalid", "--on", "2025-06-01", "--timeout", "1h", "--quiet",
      on: "grown")
    own.success = 7
    let comparison = try Comparison(
      "import of \(size.grouped) into tables that hold \(size.grouped)", runs: 1, own: own)
    try yard.sql("drop database grown", in: "postgres")
    return comparison
  }

  func people(_ size: Int) throws -> String {
    try ground(size)
    return try yard.file(
      "people-\(size).csv", from: "people", in: "ground",
      ["people": String(size), "seed": "1", "changed": "false"])
  }

  func ground(_ size: Int) throws {
    try yard.clone("luban", as: "ground")
    try yard.script("ground", in: "ground", ["people": String(size)])
  }

  private func layOut() throws {
    try yard.clone("ground", as: "own")
    try yard.clone("ground", as: "floor")
    try yard.script("no_triggers", in: "floor")
    try yard.sql("checkpoint", in: "postgres")
  }

  func own(_ file: String, on database: String = "own") -> Trial {
    yard.luban(
      "enroll", "import", file, "--on", "2025-06-01", "--timeout", "1h", "--quiet", on: database)
  }

  /// The columns of names that are not generated.
  private static let nameColumns =
    "workshop_id, student_id, kind, valid_to, full_name, family_name, given_name, patronymic"

  /// Takes the rows that are in the database `own`.
  private func floor() throws -> Trial {
    let files = try ["student", "student_name", "enrollment", "enrollment_event"].flatMap { table in
      let rows = table == "student_name" ? "\(table) (\(Self.nameColumns))" : table
      return [
        "-v", "\(table)=\(try yard.file("\(table).rows", from: "import_rows", in: "own", ["rows": rows]))",
      ]
    }
    return yard.psql(
      files + ["-v", "name_columns=\(Self.nameColumns)", "-f", Yard.path("import_floor")], on: "floor")
  }
}
