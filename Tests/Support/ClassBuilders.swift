import Luban
import Postgres

extension Ground {
  /// That of ``Luban/Office/classGround()``.
  public static let classes = Ground("classes") { try await $0.classGround() }
}

extension Office {
  /// A cohort UZ-TAS-LOG-2026A from September 2026 to July 2028, with LOG-101 and LOG-103 in its first term,
  /// LOG-102, which requires LOG-101, in the second; UZ-A/1 may teach LOG-101 and LOG-103.
  public func classGround() async throws {
    try await ground()
    try await partner("UZ-A")
    try await course("LOG-101")
    try await course("LOG-102", requires: ["LOG-101"])
    try await course("LOG-103")
    for (course, term) in [("LOG-101", 1), ("LOG-102", 2), ("LOG-103", 1)] as [(CourseCode, Int)] {
      try await programs.addToCurriculum(NewCurriculumItem(course: course, term: term), of: "LOG")
    }
    try await cohort()
    try await instructor("UZ-A/1", certifiedFor: ["LOG-101", "LOG-103"])
  }

  /// An instructor of UZ-TAS, there since 2020 unless told otherwise.
  @discardableResult
  public func instructor(
    _ code: String, at workshop: WorkshopCode = "UZ-TAS", since: String = "2020-01-01",
    certifiedFor courses: [CourseCode] = []
  ) async throws -> Instructor {
    let new = InstructorDetails { ($0.name, $0.since) = ("Instructor \(code)", day(since)) }
    return try await instructors.add(instructorCode(code), to: workshop, new, certifiedFor: courses)
  }

  /// A class of UZ-TAS-LOG-2026A.
  @discardableResult
  public func taughtClass(
    _ course: CourseCode, in cohort: CohortCode = "UZ-TAS-LOG-2026A", from: String, to: String,
    instructor: String? = nil, room: String? = nil
  ) async throws -> Class {
    var new = ClassDetails { ($0.from, $0.to) = (day(from), day(to)) }
    new.instructor = instructor.map(instructorCode)
    new.room = room
    return try await classes.add(ClassCode(cohort: cohort, course: course), new)
  }
}

/// A day that a test writes down.
public func day(_ iso: String) -> Day {
  guard let day = Day(iso) else { fatalError("no day: \(iso)") }
  return day
}

/// Days that a test writes down, one or a break.
public func days(_ from: String, _ to: String? = nil) -> DaySpan {
  DaySpan(day(from), to.map(day))
}

/// An instructor that a test writes down.
public func instructorCode(_ text: String) -> InstructorCode {
  guard let code = InstructorCode(text) else { fatalError("no instructor: \(text)") }
  return code
}

/// A class that a test writes down.
public func classCode(_ text: String) -> ClassCode {
  guard let code = ClassCode(text) else { fatalError("no class: \(text)") }
  return code
}

/// Times of the week that a test writes down.
public func weekly(_ times: String...) -> [WeeklyTime] {
  times.map { text in
    guard let time = WeeklyTime(text) else { fatalError("no time of the week: \(text)") }
    return time
  }
}
