import Testing

/// What a noun may cost in the rooms where its code lives, so that growth is a decision somebody sees.
@Suite("Budgets of nouns")
struct BudgetTests {
  private struct Budget {
    var lines = 0
    var files = 0

    static func + (one: Budget, other: Budget) -> Budget {
      Budget(lines: one.lines + other.lines, files: one.files + other.files)
    }
  }

  /// What any noun may have, and every new one keeps: fields said once, listings and flat imports declared.
  private static let budget = Budget(lines: 1300, files: 12)

  /// The nouns that have more, each with a number of its own, near to what it has.
  private static let own: [String: Budget] = [
    "agreement": Budget(lines: 1300, files: 19), "attendance": Budget(lines: 2000, files: 30),
    "class": Budget(lines: 1300, files: 17), "cohort": Budget(lines: 1650, files: 20),
    "course": Budget(lines: 1300, files: 14),
    "credential": Budget(lines: 1550, files: 18), "culture": Budget(lines: 1350, files: 21),
    "enrollment": Budget(lines: 3300, files: 35), "instructor": Budget(lines: 1550, files: 26),
    "language": Budget(lines: 1650, files: 31), "outcome": Budget(lines: 1300, files: 18),
    "partner": Budget(lines: 1750, files: 25), "placement": Budget(lines: 2400, files: 34),
    "print": Budget(lines: 1600, files: 13),
    "program": Budget(lines: 2250, files: 29), "result": Budget(lines: 2100, files: 31),
    "session": Budget(lines: 1300, files: 21), "student": Budget(lines: 2150, files: 27),
    "workshop": Budget(lines: 1350, files: 20),
  ]

  /// Folders of `Sources/Luban` that are no nouns.
  private static let shared: Set<String> = ["import", "listing", "report", "schema", "values"]

  @Test("no noun outgrows its budget")
  func nouns() throws {
    let spent = try Self.spent()
    #expect(spent.count > 20)
    for (noun, has) in spent.sorted(by: { $0.key < $1.key }) {
      let may = Self.own[noun] ?? Self.budget
      #expect(
        has.lines <= may.lines && has.files <= may.files,
        """
        \(noun): \(has.lines) lines in \(has.files) files, of \(may.lines) in \(may.files). Let what is there \
        derive what was typed again (CONTRIBUTING, A new noun), or give it a number of its own in this file, and \
        say why in the commit.
        """)
    }
  }

  @Test("a number of its own is near to what the noun has, and above what any noun may have")
  func numbers() throws {
    let spent = try Self.spent()
    for (noun, may) in Self.own {
      let has = try #require(spent[noun], "\(noun) is gone: take its number out")
      #expect(
        may.lines <= max(has.lines + 100, Self.budget.lines) && may.files <= has.files + 2,
        "\(noun): \(has.lines) lines in \(has.files) files: lower its number")
      #expect(
        has.lines > Self.budget.lines || has.files > Self.budget.files, "\(noun) needs no number of its own")
    }
  }

  /// Lines and files of each noun in all rooms.
  private static func spent() throws -> [String: Budget] {
    let services = try SourceFile.all(in: "Sources/Luban", ending: ".swift")
    let nouns = Set(services.compactMap { folder(of: $0) }).subtracting(shared)
    var spent: [String: Budget] = [:]
    func add(_ file: SourceFile, to noun: String?) {
      guard let noun, nouns.contains(noun) else { return }
      spent[noun, default: Budget()] =
        spent[noun, default: Budget()]
        + Budget(lines: file.lines.count - 1, files: 1)
    }
    let foldered = ["Sources/LubanCLI", "sql/code"]
    for file in try services + foldered.flatMap({ try SourceFile.all(in: $0, ending: ".swift", ".sql") }) {
      add(file, to: folder(of: file))
    }
    // A schema, a listing or a figure is of the last noun in its name: 0016_instructor, 24_placement_hours.
    for file in try ["sql/schema", "sql/list", "sql/report"].flatMap({
      try SourceFile.all(in: $0, ending: ".sql")
    }) {
      let words = file.path.split { !$0.isLetter }.map(String.init)
      add(file, to: words.last { nouns.contains($0) })
    }
    // A step of an import is of the one noun whose form names it; what several share is of none.
    var naming: [Substring: Set<String>] = [:]
    for service in services {
      guard let noun = folder(of: service) else { continue }
      for text in service.text.split(separator: "\"") { naming[text, default: []].insert(noun) }
    }
    for file in try SourceFile.all(in: "sql/import", ending: ".sql") {
      let nouns = naming[file.path.dropFirst("sql/import/".count).dropLast(".sql".count)] ?? []
      add(file, to: nouns.count == 1 ? nouns.first : nil)
    }
    return spent
  }

  private static func folder(of file: SourceFile) -> String? {
    let parts = file.path.split(separator: "/")
    return parts.count > 3 ? parts[2].lowercased() : nil
  }
}
