import Messages
import Luban
import Tabular

extension Fields {
  /// What a student has learned and done, section by section; what there is nothing of is left out.
  mutating func add(_ story: StudentStory) {
    for progress in story.progress {
      section("Progress in \(progress.cohort): \(progress.done) of \(progress.parts) parts")
      if let missing = progress.missing {
        for (index, part) in missing.split(separator: ";").enumerated() {
          add(index == 0 ? "Missing" : "", part.drop { $0 == " " }.description)
        }
      } else {
        add("Missing", "nothing")
      }
    }
    if !story.courses.isEmpty {
      section("Courses")
      // Who moved to another cohort may have attended a course in both.
      let hasCohorts = Set(story.courses.map(\.cohort)).count > 1
      add(
        TextTable(
          columns: (hasCohorts ? [TextColumn("cohort")] : []) + [
            TextColumn("course"), TextColumn("title"), TextColumn("attended", .trailing), TextColumn("mark"),
            TextColumn("attempts", .trailing),
          ], rows: story.courses.map { (hasCohorts ? [$0.cohort.rawValue] : []) + $0.row }))
    }
    if !story.languages.isEmpty || !story.tests.isEmpty {
      section("Language")
      for language in story.languages {
        add("Level", "\(language.level) since \(language.since) (\(language.shownBy))")
      }
      for (index, test) in story.tests.enumerated() {
        let score: Message = test.score.map { " with \($0.amount)" } ?? ""
        add(
          index == 0 ? "Tests" : "", "\(test.on) \(test.level) \(test.passed ? "passed" : "failed")\(score)")
      }
    }
    list("Culture", story.culture.map { "\($0.on) \($0.title), \($0.hours.amount) h" })
    list(
      "Placement",
      story.placements.map { "\($0.from) to \($0.to) \($0.enterprise), \($0.title): \($0.hours.amount) h" })
    list(
      "Credentials",
      story.credentials.map {
        "\($0.serial) \($0.title), \($0.on)\($0.revokeReason.map { ", revoked: \($0)" } ?? "")"
      })
    list(
      "Outcomes",
      story.outcomes.map { outcome in
        let field: Message = outcome.isInField.map { $0 ? ", in the field" : ", in another field" } ?? ""
        let employer: Message = outcome.employer.map { " at \($0)" } ?? ""
        let status = String(outcome.status.map { $0 == "_" ? " " : $0 })
        return "after \(outcome.months) months: \(status)\(employer)\(field)"
      })
  }

  private mutating func list(_ title: Message, _ lines: [Message]) {
    if lines.isEmpty { return }
    section(title)
    for line in lines { add("", line) }
  }
}

extension StudentStory.Course {
  fileprivate var row: [String?] {
    let attendance = held.flatMap { held in attended.map { "\($0.amount) of \(held.amount) h" as Message } }
    let judged = mark.map { passed == true ? Message(verbatim: $0) : "\($0) (failed)" as Message }
    return [
      course.rawValue, title, attendance?.told(in: Speech.catalog), judged?.told(in: Speech.catalog),
      attempts.flatMap { $0 > 1 ? String($0) : nil },
    ]
  }
}
