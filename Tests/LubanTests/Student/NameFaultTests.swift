import Luban
import Support
import Testing

/// A check of PostgreSQL's tells which rule a name broke, and not which of the names given.
@Suite("A command that is given a bad name")
struct NameFaultTests {
  @Test(
    "names the letters of another script, and what was garbled, of all that it was given",
    arguments: [
      ("Каримoва Дилноза", "person_name_is_of_one_script", "o in Каримoва is the Latin o"),
      ("Qodirоv Aziz", "person_name_is_of_one_script", "о in Qodirоv is the Cyrillic о"),
      ("РљР°СЂРёРј", "person_name_is_not_garbled", "РљР°СЂРёРј"),
      ("?ураева Нигора", "person_name_is_whole", "?ураева Нигора"),
    ])
  func students(name: String, rule: String, told: String) async throws {
    try await withOffice(.cohort) { office in
      var details = StudentDetails()
      details.fullName = name
      details.latinName = "KARIMOVA DILNOZA"
      let new = NewStudent(
        workshop: "UZ-TAS", birthOn: day("2006-02-01"), nationality: "UZ", details: details)
      let broken = try await broken { try await office.students.add(new) }
      #expect(broken == Fault(rule: rule, told: told))
    }
  }

  @Test("of partners, and of titles by language")
  func others() async throws {
    try await withOffice { office in
      var details = PartnerDetails()
      details.kind = .enterprise
      details.country = "UZ"
      details.names = ["en": "Tех", "ru": "Техника"]
      let partner = try await broken { try await office.partners.add("UZ-Y1", details) }
      #expect(partner == Fault(rule: "partner_name_is_not_blank", told: "T in Tех is the Latin T"))
      var course = CourseDetails()
      course.titles = ["en": "Sсience"]
      let title = try await broken { try await office.courses.add("C-1", course) }
      #expect(title == Fault(rule: "titles_are_by_language", told: "с in Sсience is the Cyrillic с"))
    }
  }

  private struct Fault: Equatable {
    let rule: String
    let told: String
  }

  private func broken(_ work: () async throws -> some Any) async throws -> Fault? {
    do {
      _ = try await work()
      return nil
    } catch LubanError.ruleBroken(let broken) {
      return Fault(rule: broken.name, told: broken.detail)
    }
  }
}
