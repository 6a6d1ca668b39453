import ArgumentParser
import Luban

struct StudentAdd: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enters a student, who is given the next number of the workshop.",
    discussion: """
      A student has a name (--full, or its parts, from which the whole name is put together), --birth and \
      --nationality. Who has the same document, or any same name and the same birth date, is taken for the \
      person who is there already: --namesake enters another person of that name.

      Examples:
        luban student add --workshop UZ-TAS --full "Юсупова Нигора" \\
          --birth 2007-05-17 --nationality UZ
        luban student add --workshop UZ-TAS --family Qodirov --given Aziz \\
          --latin "QODIROV AZIZ" --birth 2006-02-01 --gender male \\
          --nationality UZ --document passport:UZ:AC7654321 \\
          --schooling 3 --level hsk2010:1 --consent 2026-06-01
      """)

  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var person: PersonOptions
  @Flag(help: "Another person, though one of that name and birth date is known.")
  var namesake = false
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    guard let birth = person.birth, let nationality = person.nationality else {
      throw LubanError.usage("A new student needs --birth and --nationality.")
    }
    let student = try await office.students.add(
      NewStudent(
        workshop: try workshop.required(), birthOn: birth, nationality: nationality, details: person.details,
        isNamesake: namesake))
    try result.report(
      "Added \(student.reference) \(student.fullName), born \(student.birthOn), \(student.nationality).",
      student)
  }
}
