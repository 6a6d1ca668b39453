import ArgumentParser
import Luban

/// What a verb did to enrollments, in words: who, who moved up, who was left out and why.
struct EnrollmentReport {
  private let outcome: EnrollmentOutcome

  init(_ outcome: EnrollmentOutcome) { self.outcome = outcome }

  /// Reports; ends with the exit code "partly" where some were left out, "rule broken" where all were.
  func report(_ options: ResultOptions) throws {
    try LeftOutScreen(outcome.leftOut, of: outcome.cohort, isAll: outcome.done.isEmpty)
      .report(lines.joined(separator: "\n"), outcome, options)
  }

  private var lines: [String] {
    var lines: [String] = []
    let groups = Dictionary(grouping: outcome.done, by: \.state)
    for state in EnrollmentState.allCases {
      guard let group = groups[state] else { continue }
      let who = group.count <= 10 ? group.map(words).joined(separator: ", ") : "\(group.count) students"
      lines.append("\(outcome.cohort): \(state.rawValue) \(who).")
    }
    // A student who gives up a seat here may be given the one they wait for elsewhere.
    let promoted = Dictionary(grouping: outcome.promoted, by: \.cohort)
    for (cohort, group) in promoted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let who = group.map(\.student.description).joined(separator: ", ")
      lines.append("\(cohort): moved up from the waitlist \(who).")
    }
    if lines.isEmpty { lines.append("\(outcome.cohort): nothing was changed.") }
    return lines
  }

  private func words(_ standing: EnrollmentOutcome.Standing) -> String {
    standing.student.description + (standing.place.map { " (place \($0))" } ?? "")
  }
}
