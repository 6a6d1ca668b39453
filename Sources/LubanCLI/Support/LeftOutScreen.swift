import ArgumentParser
import Luban
import Messages

/// What a command on many students did, with those who were left out and why.
struct LeftOutScreen {
  private let leftOut: [EnrollmentOutcome.LeftOut]
  private let cohort: CohortCode
  /// Whether nothing was done at all.
  private let isAll: Bool

  init(_ leftOut: [EnrollmentOutcome.LeftOut], of cohort: CohortCode, isAll: Bool) {
    self.leftOut = leftOut
    self.cohort = cohort
    self.isAll = isAll
  }

  /// Who was left out, and what broke the rule; several things below each other.
  private func told(_ rule: BrokenRule, of student: StudentNumber) -> String {
    let catalog = Speech.catalog
    let who: Message = "\(student) in \(cohort)"
    let what = rule.detail(in: catalog).split(separator: "; ").map(String.init)
    if what.count > 1 { return ([catalog.label(who.told(in: catalog))] + what).joined(separator: "\n    ") }
    let all: Message = what.isEmpty ? who : "\(who): \(what[0])"
    return all.told(in: catalog)
  }

  /// Reports; ends with the exit code "partly" where some were left out, "rule broken" where all were.
  func report(_ done: Message, _ outcome: some Encodable, _ options: ResultOptions) throws {
    if isAll, leftOut.count == 1, let one = leftOut.first, one.rules.count == 1, let rule = one.rules.first {
      throw LubanError.ruleBroken(
        BrokenRule(
          name: rule.name, sentence: rule.sentence, wayOut: rule.wayOut, actions: rule.actions,
          detail: told(rule, of: one.student),
          values: rule.values))
    }
    try options.report(done, outcome)
    if leftOut.isEmpty { return }
    if options.format == .text {
      let lines = leftOut.flatMap { one in
        one.rules.map { rule in
          let words = ActionWords.commands
          let said = words.catalog.joined([
            words.catalog.text(rule.sentence, in: rule.name),
            words.catalog.sentence(rule.detail(in: words.catalog)),
            words.say(rule.wayOut, of: rule.name, rule.actions),
          ])
          return "  \(one.student)  \(said) [\(rule.name)]"
        }
      }
      Talk.say("Left out:\n\(lines.joined(separator: "\n"))")
    }
    throw (isAll ? Exit.ruleBroken : Exit.partly).code
  }
}
