import Luban
import Postgres
import Support

// What all workshops share.

extension Walker {
  static let catalogCommands: [Command] = [
    Command("edit a partner", 4) { try await $0.editPartner() },
    Command("suspend a partner", 1) { try await $0.suspendPartner() },
    Command("activate a partner", 2) { try await $0.activatePartner() },
    Command("edit a course", 4) { try await $0.editCourse() },
    Command("edit a program", 2) { try await $0.editProgram() },
    Command("state a rule", 1) { try await $0.stateRule() },
    Command("add to a curriculum", 1) { try await $0.addToCurriculum() },
    Command("edit a workshop", 4) { try await $0.editWorkshop() },
    Command("edit an agreement", 1) { try await $0.editAgreement() },
  ]

  private mutating func partner() async throws -> PartnerCode {
    try await one("select code from partner", as: PartnerCode.self)
  }

  private mutating func editPartner() async throws {
    let code = try await partner()
    var changes = PartnerDetails()
    changes.names = ["en": "Partner \(word())"]
    changes.renaming = chance(50) ? .correction : .since(day())
    words = "rename partner \(code) \(changes.renaming)"
    _ = try await office.partners.edit(code, changes)
  }

  private mutating func suspendPartner() async throws {
    let code = try await partner()
    words = "suspend \(code)"
    _ = try await office.partners.suspend(code, on: day(), reason: "a walk")
  }

  private mutating func activatePartner() async throws {
    let code = try await partner()
    words = "activate \(code)"
    _ = try await office.partners.activate(code, on: day())
  }

  private mutating func editCourse() async throws {
    let code = try await one("select code from course", as: CourseCode.self)
    var changes = CourseDetails()
    if chance(60) {
      changes.titles = ["en": "Course \(word())"]
    } else {
      changes.theory = Double(number(5...40))
    }
    words = "edit course \(code)"
    _ = try await office.courses.edit(code, changes)
  }

  private mutating func editProgram() async throws {
    var changes = ProgramDetails()
    if chance(50) { changes.titles = ["en": "Program \(word())"] } else { changes.industry = word() }
    let code: ProgramCode = try one(of: ["LOG", "RAIL", "NEW"])
    words = "edit program \(code)"
    _ = try await office.programs.edit(code, changes)
  }

  private mutating func stateRule() async throws {
    var changes = CompletionRuleDetails()
    changes.attendance = Double(number(10...90))
    let code: ProgramCode = try one(of: ["LOG", "RAIL", "NEW"])
    words = "rule of \(code)"
    _ = try await office.programs.state(changes, of: code)
  }

  private mutating func addToCurriculum() async throws {
    let course = try await one("select code from course", as: CourseCode.self)
    let code: ProgramCode = try one(of: ["LOG", "NEW"])
    words = "\(course) into the curriculum of \(code)"
    _ = try await office.programs.addToCurriculum(NewCurriculumItem(course: course, term: 1), of: code)
  }

  private mutating func editWorkshop() async throws {
    let code: WorkshopCode = try one(of: ["UZ-TAS", "KE-NBO"])
    var changes = WorkshopDetails()
    switch number(1...4) {
    case 1:
      changes.newRoles = [NamedRole(try one(of: [.host, .lead, .enterprise]), try await partner())]
      changes.day = day()
    case 2:
      changes.endedRoles = [NamedRole(try one(of: [.host, .lead, .enterprise]), try await partner())]
      changes.day = day()
    default: changes.titles = ["en": "Workshop \(word())"]
    }
    words = "edit workshop \(code) \(changes.newRoles) \(changes.endedRoles)"
    _ = try await office.workshops.edit(code, changes)
  }

  private mutating func editAgreement() async throws {
    var changes = AgreementDetails()
    changes.note = word()
    words = "edit agreement"
    _ = try await office.agreements.edit("A-1", changes)
  }
}
