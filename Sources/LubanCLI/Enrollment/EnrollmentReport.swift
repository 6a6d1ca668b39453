import ArgumentParser
import Luban

/// What a verb did to enrollments, in words: who, who moved up, who was left out and why.
struct EnrollmentReport {
  private let outcome: EnrollmentOutcome

  init(_ outcome: EnrollmentOutcome) { self.outcome = outcome }

  /// Reports; ends with the exit code "partly" where some were left out, "rule broken" where all were.
  func report(_ options: ResultOptions) throws {
    if outcome.done.isEmpty, outcome.leftOut.count == 1, let one = outcome.leftOut.first,
      one.rules.count == 1,
      let rule = one.rules.first
    {
      throw LubanError.ruleBroken(
        BrokenRule(
          name: rule.name, sentence: rule.sentence, wayOut: rule.wayOut,
          detail: "\(one.student) in \(outcome.cohort)" + (rule.detail.isEmpty ? "" : ": \(rule.detail)")))
    }
    try options.report(lines.joined(separator: "\n"), outcome)
    if !outcome.leftOut.isEmpty {
      if options.format == .text { Talk.say(Self.leftOut(outcome.leftOut).joined(separator: "\n")) }
      throw (outcome.done.isEmpty ? Exit.ruleBroken : Exit.partly).code
    }
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

  /// Who was left out, with every rule that stands against it.
  static func leftOut(_ students: [EnrollmentOutcome.LeftOut]) -> [String] {
    ["Left out:"]
      + students.flatMap { one in
        one.rules.map { rule in
          let detail = rule.detail.isEmpty ? "" : " \(rule.detail)."
          return "  \(one.student)  \(rule.sentence)\(detail) \(rule.wayOut) [\(rule.name)]"
        }
      }
  }
}
