import ArgumentParser
import Luban
import Messages
import Tabular

struct ResultShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the transcript of a student: courses, marks, average, credits.",
    discussion: """
      Of several attempts the one that counts is shown, the best or the latest as the program says. The \
      average is of marks on the main scale of the program, weighted as the curriculum says.

      Example:
        luban result show S-00006 --workshop UZ-TAS --as-of 2023-07-01
      """)

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Option(help: "In this cohort only.")
  var cohort: CohortCode?
  @OptionGroup var figures: FigureOptions
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let known = try await figures.moment(office)
    let transcripts = try await office.results.show(
      student, workshop: workshop.named, cohort: cohort, asOf: figures.asOf, knownAt: known)
    try show.write(transcripts) { fields in
      for transcript in transcripts { fields.add(transcript) }
    }
  }
}

extension Fields {
  /// A transcript: figures, and the courses by term.
  mutating func add(_ transcript: StudentTranscript) {
    section("\(transcript.student) \(transcript.name) in \(transcript.cohort)")
    add("Program", "\(transcript.program) \(transcript.edition)")
    add("State", transcript.state.said)
    add("Courses", "\(transcript.passedCourses) passed, \(transcript.failedCourses) failed")
    add("Credits", transcript.credits.amount)
    if let average = transcript.average, let scale = transcript.scale {
      add("Average", "\(average.amount) on \(scale), of \(count: transcript.averageOf, "mark")")
    }
    let columns = [
      TextColumn("term", .trailing), TextColumn("course"), TextColumn("title"),
      TextColumn("credits", .trailing),
      TextColumn("mark"), TextColumn("passed"), TextColumn("day"), TextColumn("attempt"),
    ]
    add(TextTable(columns: columns, rows: transcript.courses.map(Self.row)))
  }

  private static func row(_ line: TranscriptLine) -> [String?] {
    var attempt: Message? = line.attempt.map { number in
      line.attempts == 1 ? "" : "\(number: number) of \(number: line.attempts ?? number)"
    }
    if let kind = line.kind, kind != .graded { attempt = kind.said }
    return [
      line.term.map(String.init), line.course.rawValue, line.title, line.credits?.amount, line.mark,
      line.passed.map { $0 ? "yes" : "no" }, line.gradedOn?.iso, attempt?.cell,
    ]
  }
}
