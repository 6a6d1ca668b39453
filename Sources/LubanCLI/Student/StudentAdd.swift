import ArgumentParser
import Luban
import Messages

struct StudentAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enters a student, who is given the next number of the workshop.",
    discussion: """
      A student has a name (--full, or its parts, from which the whole name is put together), --birth and \
      --nationality. Who has the same document, or any same name and the same birth date, is known already. \
      Who was born on the same day and has a name like that of somebody known, in other letters or another \
      order, is asked about: --same-as keeps the name for the person who is there, --new enters another one.

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
  @Option(
    help: ArgumentHelp(
      "It is this person: enter nobody, and know them by this name too.", valueName: "number"))
  var sameAs: StudentReference?
  @Flag(help: "Another person, though one of that or a like name and birth date is known.")
  var new = false
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if sameAs != nil, new {
      throw ValidationError(saying: "It is the same person (--same-as) or another (--new).")
    }
  }

  func run(_ office: Office) async throws {
    guard let birth = person.birth, let nationality = person.nationality else {
      throw LubanError.usage("A new student needs --birth and --nationality.")
    }
    let workshop = try workshop.required()
    if let named = sameAs?.workshop, named != workshop {
      throw LubanError.usage("--same-as \(named)/… is not a student of \(workshop).")
    }
    let student = try await office.students.add(
      NewStudent(
        workshop: workshop, birthOn: birth, nationality: nationality, details: person.details,
        answer: sameAs.map { .sameAs($0.number) } ?? (new ? .new : nil)))
    let who: Message =
      "\(student.reference) \(student.fullName), born \(student.birthOn), \(student.nationality)"
    try result.report(
      sameAs == nil ? "Added \(who)." : "Nobody was added: it is \(who), known by that name now.", student)
  }
}
