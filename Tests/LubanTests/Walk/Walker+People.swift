import Luban
import Postgres
import Support

extension Walker {
  static let peopleCommands: [Command] = [
    Command("add a student", 8) { try await $0.addStudent() },
    Command("edit a student", 6) { try await $0.editStudent() },
    Command("rename a student", 6) { try await $0.rename(isCorrection: false) },
    Command("correct a name", 6) { try await $0.rename(isCorrection: true) },
  ]

  private mutating func addStudent() async throws {
    var details = StudentDetails()
    details.fullName = try name()
    details.gender = chance(80) ? try one(of: Gender.allCases) : nil
    details.level = chance(30) ? LanguageLevel("hsk2010:\(number(1...3))") : nil
    details.document =
      chance(50) ? IdentityDocument(kind: .passport, country: "UZ", number: "W\(word())") : nil
    let new = NewStudent(
      workshop: try one(of: ["UZ-TAS", "UZ-TAS", "KE-NBO"]), birthOn: days[0].years(before: number(17...25)),
      nationality: try one(of: ["UZ", "KZ", "KE"]), details: details, answer: chance(50) ? .new : nil)
    words = "add \(details.fullName ?? "")"
    _ = try await office.students.add(new)
  }

  private mutating func editStudent() async throws {
    let student = try await student()
    var changes = StudentChanges()
    switch number(1...6) {
    case 1: changes.details.level = LanguageLevel("hsk2010:\(number(1...4))")
    case 2: changes.details.gender = try one(of: Gender.allCases)
    case 3: changes.details.nationality = try one(of: ["UZ", "KZ", "KE", "TJ"])
    case 4: changes.details.birthOn = days[0].years(before: number(17...30))
    case 5: changes.details.email = "\(word())@example.org"
    default: changes.cleared = [.level]
    }
    words = "edit \(student)"
    _ = try await office.students.edit(student, changes)
  }

  private mutating func rename(isCorrection: Bool) async throws {
    let student = try await student()
    var changes = StudentChanges()
    let named = try name()
    switch number(1...4) {
    case 1: changes.details.chineseName = "王\(word())"
    case 2: changes.details.latinName = "WALKER \(word().uppercased())"
    case 3: changes.cleared = [.chinese]
    default: changes.details.fullName = named
    }
    changes.renaming = isCorrection ? .correction : .since(day())
    words = "rename \(student)"
    _ = try await office.students.edit(student, changes)
  }
}

extension Day {
  /// The same day so many years earlier; none of the story is 29 February.
  fileprivate func years(before count: Int) -> Day {
    Day("\((Int(iso.prefix(4)) ?? 2000) - count)\(iso.dropFirst(4))") ?? self
  }
}
