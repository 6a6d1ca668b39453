import Messages
import ArgumentParser
import Luban
import Tabular

struct ModuleShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one module: its level with the pass rule, or its theme, and what it supports.",
    discussion: "Example:\n  luban module show UZ-HSK3")

  @Argument(help: "Code of the module.")
  var code: CourseCode
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let module = try await office.modules.show(code)
    try show.write(module) { fields in
      fields.section("Module \(module.course.code)")
      fields.add(module.course)
      if let target = module.target {
        fields.section("Level \(target.level)")
        fields.add("Framework", target.framework)
        fields.add("Passed with", target.passRule)
        if let words = target.vocabulary { fields.add("Vocabulary", "\(count: words, "word")") }
        if let cefr = target.cefrClaimed { fields.add("CEFR", "\(cefr) by the publisher's claim") }
        fields.add(
          "Source",
          "\(target.source ?? "general knowledge") (confidence: \(target.confidence))"
        )
      }
    }
  }
}

extension LevelRule {
  fileprivate var passRule: Message {
    guard let passScore, let maxScore else { return "no rule is published" }
    return "\(passScore) of \(maxScore) points"
  }
}
