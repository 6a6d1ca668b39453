import Messages

extension CredentialRecord {
  /// The parts of the rule of completion in words, those of one kind as one, as a transcript lists them.
  func rule(in words: PageWords) -> [[String: String]] {
    var rows: [[String: String]] = []
    func add(_ part: Message, _ needed: String, _ there: String) {
      rows.append(["part": words.both(part), "needed": needed, "there": there])
    }
    var told: Set<String> = []
    for part in parts {
      let same = parts.filter { $0.part == part.part }
      let (needed, there) = (part.needed.printed, part.there?.printed ?? "")
      switch part.part {
      case "course":
        if told.insert(part.part).inserted {
          add(
            "Required courses passed" as Message, "\(same.count)",
            "\(same.count { ($0.there ?? 0) >= $0.needed })")
        }
      case "electives": add("Credits of electives, group \(part.of ?? "")" as Message, needed, there)
      case "culture module":
        let course = courses.first { $0.code == part.of }
        let title = words.both { catalog in
          course.map { $0.titles.byLanguage[catalog.language.rawValue] ?? $0.titles.main } ?? part.of ?? ""
        }
        add("Hours of the culture module" as Message, "\(needed)", there)
        rows[rows.count - 1]["part"]? += ": \(title)"
      case "language":
        let parts = (part.of ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        let shown = languages.first { $0.framework == parts.first }
        add(
          "Language level" as Message,
          parts.count == 2 ? words.level(parts[0], parts[0].uppercased(), parts[1]) : "",
          shown.map { words.level($0.framework, $0.frameworkName, $0.level) } ?? "")
      case "culture hours": add("Hours of culture" as Message, needed, there)
      case "placement hours": add("Hours of placement" as Message, needed, there)
      case "attendance": add("Attendance, percent of hours" as Message, needed, there)
      case "course attendance":
        if told.insert(part.part).inserted {
          add(
            "Least attendance in a course, percent" as Message, needed,
            same.compactMap(\.there).min()?.printed ?? "")
        }
      default: add(Message(part.part, in: ""), needed, there)
      }
    }
    return rows
  }
}
