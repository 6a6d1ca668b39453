import ArgumentParser
import Luban
import Tabular

struct InstructorShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows an instructor: certifications, training, classes.",
    discussion: "Example:\n  luban instructor show UZ-TSTU/117")

  @Argument(help: "Partner and staff number.")
  var instructor: InstructorCode
  @OptionGroup var at: WorkshopOptions
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let instructor = try await office.instructors.show(instructor, of: at.named)
    try show.write(instructor) { fields in
      fields.add(instructor)
      fields.add(instructor.certifications)
      fields.add(instructor.trainings)
      fields.add(instructor.classes)
    }
  }
}

extension Fields {
  fileprivate mutating func add(_ instructor: Instructor) {
    section("Instructor \(instructor.code)")
    add("Full name", instructor.name)
    if let latin = instructor.latinName { add("Latin name", latin) }
    if let chinese = instructor.chineseName { add("Chinese name", chinese) }
    if let email = instructor.email { add("E-mail", email) }
    if let phone = instructor.phone { add("Phone", phone) }
    let until = instructor.until.map { " until \($0)" } ?? ""
    add("Workshop", "\(instructor.workshop) since \(instructor.since)\(until)")
  }

  fileprivate mutating func add(_ certifications: [Certification]) {
    if certifications.isEmpty { return }
    section("Certified for")
    add(
      TextTable(
        columns: TextColumn.texts("course", "title", "since", "until", "certificate"),
        rows: certifications.map {
          [$0.course.rawValue, $0.title, $0.since.iso, $0.until?.iso, $0.certificate]
        }))
  }

  fileprivate mutating func add(_ trainings: [Training]) {
    if trainings.isEmpty { return }
    section("Training")
    let columns = [
      TextColumn("title"), TextColumn("from"), TextColumn("to"), TextColumn("hours", .trailing),
      TextColumn("given by"), TextColumn("place"), TextColumn("completed"),
    ]
    add(
      TextTable(
        columns: columns,
        rows: trainings.map {
          [
            $0.title, $0.from.iso, $0.to.iso, $0.hours.amount, $0.givenBy?.rawValue, $0.place,
            $0.isCompleted ? "yes" : "no",
          ]
        }))
    let completed = trainings.filter(\.isCompleted)
    add("Completed", "\(completed.count), \(completed.reduce(0) { $0 + $1.hours }.amount) hours")
  }

  fileprivate mutating func add(_ classes: [InstructorClass]) {
    if classes.isEmpty { return }
    section("Classes")
    let columns = [
      TextColumn("class"), TextColumn("from"), TextColumn("to"), TextColumn("sessions", .trailing),
    ]
    add(
      TextTable(
        columns: columns,
        rows: classes.map { [$0.code.description, $0.from.iso, $0.to.iso, String($0.sessions)] }))
  }
}
