import Luban
import Messages

extension ActionWords {
  /// What the command line says of each action of the catalog: the command that does it, or the option.
  static let commands = ActionWords(
    [
      "add": "Use luban {value} add.",
      "agreement.end": "Use luban agreement end.",
      "agreement.renew": "Use luban agreement renew.",
      "attendance.import": "Use luban attendance import for attendance.",
      "attendance.undo": "Use luban attendance undo.",
      "city.merge": "See luban city merge.",
      "city.new": "If it is a city that is not listed yet, give --new-city.",
      "class.cancel": "Use luban class cancel.",
      "class.plan": "Use luban class plan.",
      "class.sessions": "See luban class sessions.",
      "clear": "Or give --clear {value}.",
      "cohort.open": "Use luban cohort open.",
      "cohort.roster": "See luban cohort roster.",
      "columns": "--columns all shows every column.",
      "correct": "Use luban {value} correct.",
      "course.retire": "Use luban course retire.",
      "credential.issue": "Use luban credential issue.",
      "credential.reissue": "Use luban credential reissue.",
      "credential.revoke": "Use luban credential revoke.",
      "credential.template": "Use luban credential template certificate.",
      "curriculum.show": "See luban program curriculum show.",
      "database.destroy": "luban db destroy removes all.",
      "database.migrate": "Run luban db migrate.",
      "database.other": "Give --dsn, or set LUBAN_HOME.",
      "doctor": "luban doctor counts again.",
      "edit": "Use luban {value} edit.",
      "enroll": "Use luban enroll.",
      "enrollment.back_to_waitlist": "Give --back-to-waitlist.",
      "enrollment.complete": "Use luban enrollment complete.",
      "enrollment.reject": "Use luban enrollment reject, or decline for whoever was admitted.",
      "enrollment.resume": "Use luban enrollment resume.",
      "enrollment.return":
        "Use luban enrollment return STUDENT --cohort COHORT, with --to for another cohort.",
      "enrollment.transfer": "Use luban enrollment transfer.",
      "enrollment.void": "Use luban enrollment correct --void.",
      "enrollment.withdraw": "Use luban enrollment withdraw.",
      "fill": "In a file, fill the column `{value}`.",
      "give": "Give {field}.",
      "import.dates": "Give --dates dd/mm/yyyy or --dates mm/dd/yyyy.",
      "import.encoding": "If the file is in another encoding, give --encoding.",
      "import.header": "--header-line names another line.",
      "import.map": "Give --map {quoted}.",
      "import.skip_invalid": "Or give --skip-invalid.",
      "import.template": "See luban import template.",
      "import.update": "In a file, give --update.",
      "instructor.certify": "Use luban instructor certify.",
      "leave_out": "Leave out {field}.",
      "list": "See luban {value} list.",
      "module.levels": "See luban module levels.",
      "outcome.survey": "Use luban outcome survey.",
      "override": "Or give --override with the reason.",
      "partner.activate": "Use luban partner activate.",
      "partner.end": "Use luban partner end.",
      "partner.reactivate": "If it is only suspended, use luban partner reactivate.",
      "placement.evaluate": "Use luban placement evaluate.",
      "placement.log": "Use luban placement log.",
      "placement.offer": "Use luban placement offer.",
      "placement.offers": "See luban placement offers.",
      "program.amend": "Use luban program amend.",
      "program.curriculum": "Use luban program curriculum add.",
      "program.new_edition": "Use luban program new-edition.",
      "program.rule": "Use luban program rule.",
      "progress": "luban progress shows each part.",
      "reasons": "See luban reasons.",
      "remove": "Use luban {value} remove.",
      "result.import": "Use luban result import for marks.",
      "result.recognize": "Use luban result recognize.",
      "show": "See luban {value} show.",
      "student.find": "See luban student find.",
      "student.new": "If it is another person, give --new; in a file, write `new` in the column `same_as`.",
      "take_back": "Use luban {value} correct --hours 0.",
      "workshop.close": "Use luban workshop close.",
    ], in: Speech.catalog,
    field: { "--" + String($0.map { $0 == "_" ? "-" : $0 }) },
    isTaken: isTaken)

  /// Whether the command that runs has the options that a sentence names; of another command, or of a file,
  /// it may have others.
  private static func isTaken(_ sentence: String) -> Bool {
    if sentence.contains("luban ") || sentence.lowercased().contains("in a file") { return true }
    let options = sentence.split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "-") }
      .filter { $0.hasPrefix("--") }
    guard !options.isEmpty, let known = optionsThere else { return true }
    return options.allSatisfy { known.contains(String($0)) }
  }

  /// The options of the command that runs.
  private static let optionsThere = UnknownOption.known(in: Speech.arguments)
}

extension ImportColumn {
  /// What it holds, and the option that says it for all lines.
  func told(in catalog: Catalog = .english) -> String {
    let option: Message? = option.map { "; else \(ActionWords.commands.called($0))" }
    return catalog.text(meaning, in: "holds") + (option?.told(in: catalog) ?? "")
  }
}
