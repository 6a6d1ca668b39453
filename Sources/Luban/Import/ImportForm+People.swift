extension ImportForm {
  /// People, a line a person; what a file says of enrollments is left alone.
  public static let people = ImportForm(
    "people", columns: ImportColumn.all, template: ImportColumn.people, needs: [.person, .workshop],
    analyzed: ["document_number"],
    countsPeople: true, checks: checksOfPeople, writes: [writingPeople])

  /// Enrollments of people known already, a line an enrollment.
  public static let enrollments = enrollments(named: "enrollments")

  /// Enrollments of people, new ones or known.
  public static let peopleWithEnrollments = enrollments(named: "people_with_enrollments")

  static let withPeople = [people, enrollments, peopleWithEnrollments]

  private static func enrollments(named name: String) -> ImportForm {
    ImportForm(
      name, columns: ImportColumn.all, template: ImportColumn.people + ImportColumn.enrollments,
      needs: [.person, .cohort], analyzed: ["cohort", "document_number"],
      countsPeople: true, checks: checksOfPeople,
      writes: [writingPeople, ImportStep("writing enrollments", "people/7_enrollments")])
  }

  private static let checksOfPeople = [
    ImportStep("checking", "people/1_tables", "people/2_draft"),
    ImportStep("matching", "people/3_match", "people/4_lock"),
    ImportStep("planning", "people/5_plan"),
  ]
  private static let writingPeople = ImportStep("writing people", "people/6_people")
}

extension ImportRequest {
  /// Day of the application where a line names none.
  public var appliedOn: Day {
    get { day }
    set { day = newValue }
  }
}
