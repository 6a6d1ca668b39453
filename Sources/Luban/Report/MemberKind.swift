import Postgres

/// What is listed of those whom a count counts, as `report.indicator` names it.
enum MemberKind: String, Sendable {
  /// Enrollments, with the event by which they stand as they do.
  case enrollment
  /// Those in training or on leave, in cohorts of a workshop that a partner hosts or leads.
  case present
  /// The same, in cohorts of which a partner awards a certificate.
  case awarded
  /// Those that were completed.
  case graduate
  /// Those of the census of a year, or completed in it.
  case ofYear = "of_year"
  /// Courses of students, with their result.
  case course
  /// Tests of enrollments, of tests of levels of persons.
  case test
  case levelTest = "level_test"
  /// Persons, each once.
  case person
  /// Persons, with the proof of their level.
  case level
  /// Graduates at a survey point, with their answer.
  case outcome
  /// Parts in events, and persons who took part.
  case participation
  case participant
  /// Enrollments on days of a year, and persons who were enrolled then.
  case learning
  case learner
  /// Students on placement.
  case placement
  /// Instructors, those who were trained, and their trainings.
  case instructor
  case trained
  case training

  /// The function of the schema `report` that has them.
  var function: SQL {
    switch self {
    case .enrollment: "cohort_member"
    case .present, .awarded: "present_member"
    case .graduate: "graduate_member"
    case .ofYear: "year_member"
    case .course: "course_member"
    case .test: "test_member"
    case .levelTest: "level_test_member"
    case .person: "person_member"
    case .level: "level_member"
    case .outcome: "outcome_member"
    case .participation, .participant: "participation_member"
    case .learning, .learner: "learner_member"
    case .placement: "placement_member"
    case .instructor: "instructor_member"
    case .trained, .training: "training_member"
    }
  }

  /// What that function is asked for beside the time: a day, days, or a year until a day.
  enum Time { case day, days, year }

  var time: Time {
    switch self {
    case .ofYear: .year
    case .learning, .learner, .placement, .trained, .training: .days
    default: .day
    }
  }

  /// The columns that tell the rows of a group apart.
  var steps: [Column] {
    switch self {
    case .outcome: [Column("months", isChief: true)]
    case .level, .levelTest:
      [Column("framework", isChief: true), Column("level", isChief: true), Column("rank", isShown: false)]
    default: []
    }
  }

  /// The columns that tell whom it is, and what counted.
  var columns: [Column] {
    switch self {
    case .enrollment, .present, .awarded, .graduate, .ofYear:
      Listing.columns("cohort student state* since*")
        + Listing.columns("code event", of: "enrollment_event")
    case .course: Listing.columns("cohort student course* result* graded_on")
    case .test: Listing.columns("cohort student framework level* taken_on* result* purpose")
    case .levelTest: Listing.columns("cohort student taken_on* result* purpose")
    case .person: Listing.columns("cohort student*")
    case .level:
      [
        Column("cohort"), Column("student"), Column("shown_level", isChief: true),
        Column("shown_on", isChief: true), Column("shown_by"),
      ]
    case .outcome:
      Listing.columns("cohort student status* answered_on* (in_field chinese_funded satisfaction)")
    case .participation: Listing.columns("cohort student event* ends_on* hours")
    case .participant: Listing.columns("cohort student event*")
    case .learning, .learner: Listing.columns("cohort student since* until*")
    case .placement: Listing.columns("cohort student offer* begins_on* ends_on*")
    case .instructor: Listing.columns("instructor* since* until")
    case .trained: Listing.columns("instructor* title* ends_on*")
    case .training: Listing.columns("instructor* title* begins_on ends_on* hours")
    }
  }

  /// Whether they are students: instructors are told by no gender or nationality.
  var areStudents: Bool { columns.contains { $0.name == "student" } }

  /// Of what a row has more than one, how they are told: by its column.
  func together(_ column: String, _ value: SQL) -> SQL? {
    let list: SQL = "string_agg(distinct \(fragment: value), ', ' order by \(fragment: value))"
    return switch (self, column) {
    case (.person, "cohort"), (.level, "cohort"), (.levelTest, "cohort"): list
    case (.participant, "cohort"), (.participant, "event"): list
    case (.learner, "cohort"): list
    case (.learner, "since"), (.placement, "begins_on"): "min(\(fragment: value))"
    case (.learner, "until"), (.placement, "ends_on"), (.trained, "ends_on"): "max(\(fragment: value))"
    case (.placement, "offer"), (.trained, "title"): list
    default: nil
    }
  }
}
