import Messages
import ArgumentParser
import Luban

/// What a verb did to enrollments, in words: who, who moved up, who was left out and why.
struct EnrollmentReport {
  private let outcome: EnrollmentOutcome
  private let isOfQualified: Bool

  /// - Parameter isOfQualified: whether those only were meant who have every part of the rule.
  init(_ outcome: EnrollmentOutcome, ofQualified isOfQualified: Bool = false) {
    self.outcome = outcome
    self.isOfQualified = isOfQualified
  }

  /// Reports; ends with the exit code "partly" where some were left out, "rule broken" where all were.
  func report(_ options: ResultOptions) throws {
    try LeftOutScreen(outcome.leftOut, of: outcome.cohort, isAll: outcome.done.isEmpty)
      .report(lines.joined(separator: "\n"), outcome, options)
  }

  private var lines: [Message] {
    var lines: [Message] = []
    let groups = Dictionary(grouping: outcome.done, by: \.state)
    for state in EnrollmentState.allCases {
      guard let group = groups[state] else { continue }
      let who: Message =
        group.count <= 10 ? group.map(Self.words).joined(separator: ", ") : "\(count: group.count, "student")"
      let place: Message = outcome.from.map { "\($0) → \(outcome.cohort)" } ?? "\(outcome.cohort)"
      lines.append("\(place): \(state.said) \(who).")
    }
    if let former = outcome.editions.first, let new = outcome.editions.last, !outcome.done.isEmpty {
      lines.append("From now on \(new) says what they need, no longer \(former): see luban progress.")
    }
    lines += Self.movedUp(outcome.promoted)
    if lines.isEmpty {
      if !outcome.leftOut.isEmpty {
        lines.append("\(outcome.cohort): nothing was changed.")
      } else if isOfQualified {
        lines.append(
          """
          \(outcome.cohort): nothing was changed: nobody who stands so has every part of the rule. luban \
          progress --cohort \(outcome.cohort) tells what they lack.
          """)
      } else {
        lines.append("\(outcome.cohort): nothing was changed: nobody stands so in it.")
      }
    }
    return lines
  }

  /// Who moved up, a line a cohort: who gives up a seat here may be given the one they wait for elsewhere.
  static func movedUp(_ promoted: [EnrollmentOutcome.Standing]) -> [Message] {
    Dictionary(grouping: promoted, by: \.cohort).sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key): moved up from the waitlist \($0.value.map(name).joined(separator: ", "))."
    }
  }

  /// Who gave a seat back, a line a cohort.
  static func waiting(_ waiting: [EnrollmentOutcome.Standing]) -> [Message] {
    Dictionary(grouping: waiting, by: \.cohort).sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key): on the waitlist again \($0.value.map(words).joined(separator: ", "))."
    }
  }

  private static func words(_ standing: EnrollmentOutcome.Standing) -> Message {
    standing.place.map { "\(name(standing)) (place \($0))" } ?? "\(name(standing))"
  }

  private static func name(_ standing: EnrollmentOutcome.Standing) -> String {
    [standing.student.description, standing.name].compactMap(\.self).joined(separator: " ")
  }
}
