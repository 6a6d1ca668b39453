import Postgres

/// What a student has learned and done: from the first class to the job three years later.
public struct StudentStory: Sendable, Hashable, Codable {
  /// How far each enrollment is in the rule of its program; none where no rule is stated.
  public let progress: [Progress]
  /// Courses with attendance and the mark that counts, by cohort and term.
  public let courses: [Course]
  /// Language levels shown, the highest of each framework, and the tests taken.
  public let languages: [Language]
  /// Language tests, latest first.
  public let tests: [Test]
  /// Culture events taken part in, latest first.
  public let culture: [Culture]
  /// Placements, latest first.
  public let placements: [Placement]
  /// Credentials, latest first.
  public let credentials: [Award]
  /// Where the graduate was at each survey point.
  public let outcomes: [Outcome]

  /// How far an enrollment is.
  public struct Progress: Sendable, Hashable, Codable {
    /// The cohort.
    public let cohort: CohortCode
    /// Parts of the rule.
    public let parts: Int
    /// Of these, done.
    public let done: Int
    /// What is missing, in words.
    public let missing: String?
  }

  /// A course in a cohort.
  public struct Course: Sendable, Hashable, Codable {
    /// The cohort.
    public let cohort: CohortCode
    /// The course.
    public let course: CourseCode
    /// Its title.
    public let title: String
    /// Hours attended.
    public let attended: Double?
    /// Hours held while enrolled.
    public let held: Double?
    /// The mark that counts.
    public let mark: String?
    /// Whether it passes.
    public let passed: Bool?
    /// Attempts made.
    public let attempts: Int?
  }

  /// A level shown.
  public struct Language: Sendable, Hashable, Codable {
    /// The level.
    public let level: LanguageLevel
    /// Since when.
    public let since: Day
    /// By which test or module.
    public let shownBy: String
  }

  /// A language test.
  public struct Test: Sendable, Hashable, Codable {
    /// The level tested.
    public let level: LanguageLevel
    /// Day of the test.
    public let on: Day
    /// Points.
    public let score: Double?
    /// Whether it was passed.
    public let passed: Bool
  }

  /// A part in a culture event.
  public struct Culture: Sendable, Hashable, Codable {
    /// First day of the event.
    public let on: Day
    /// What it was.
    public let title: String
    /// Hours.
    public let hours: Double
  }

  /// A placement.
  public struct Placement: Sendable, Hashable, Codable {
    /// First day.
    public let from: Day
    /// Last day.
    public let to: Day
    /// The enterprise.
    public let enterprise: PartnerCode
    /// The work.
    public let title: String
    /// Hours logged.
    public let hours: Double
  }

  /// A credential.
  public struct Award: Sendable, Hashable, Codable {
    /// Serial number.
    public let serial: CredentialSerial
    /// Title.
    public let title: String
    /// Day of issue.
    public let on: Day
    /// Why it was revoked; `nil` where it is valid.
    public let revokeReason: String?
  }

  /// Where a graduate was.
  public struct Outcome: Sendable, Hashable, Codable {
    /// Months after completion.
    public let months: Int
    /// What the graduate did.
    public let status: String
    /// Employer.
    public let employer: String?
    /// Whether it is in the field of the program.
    public let isInField: Bool?
  }
}

extension Transaction {
  /// The story of a student until today.
  func story(of student: KeyedStudent) throws -> StudentStory {
    let (workshop, id) = (student.workshopID, student.id)
    let today = try day(.today, at: workshop)
    return StudentStory(
      progress: try rows(
        """
        select c.code, p.parts, p.done, p.missing
        from enrollment e
        join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        cross join lateral (select * from report.completion(\(today), now()) p
          where p.workshop_id = e.workshop_id and p.cohort_id = e.cohort_id
            and p.enrollment_id = e.id offset 0) p
        where e.workshop_id = \(workshop) and e.student_id = \(id)
          and e.state in ('enrolled', 'suspended', 'completed')
        order by c.intake_on desc
        """, as: (CohortCode.self, Int.self, Int.self, String?.self)
      ).map(StudentStory.Progress.init),
      courses: try courses(of: student, today),
      languages: try rows(
        """
        select framework || ':' || level, since, shown_by from report.language_level(\(today), now())
        where workshop_id = \(workshop) and student_id = \(id) order by framework
        """, as: (LanguageLevel.self, Day.self, String.self)
      ).map(StudentStory.Language.init),
      tests: try rows(
        """
        select framework || ':' || level, taken_on, score, passed from language_certificate
        where workshop_id = \(workshop) and student_id = \(id) order by taken_on desc, framework, level
        """, as: (LanguageLevel.self, Day.self, Double?.self, Bool.self)
      ).map(StudentStory.Test.init),
      culture: try rows(
        """
        select v.begins_on, v.title, p.hours from participation p
        join culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
        join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
        where e.workshop_id = \(workshop) and e.student_id = \(id) order by v.begins_on desc, v.title
        """, as: (Day.self, String.self, Double.self)
      ).map(StudentStory.Culture.init),
      placements: try rows(
        """
        select p.begins_on, least(p.ends_on, p.ended_on), i.code, o.title,
          coalesce((select sum(l.hours) from placement_log l
            where (l.workshop_id, l.placement_id) = (p.workshop_id, p.id)), 0)
        from placement p
        join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
        join partner i on i.id = o.partner_id
        join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
        where e.workshop_id = \(workshop) and e.student_id = \(id) order by p.begins_on desc
        """, as: (Day.self, Day.self, PartnerCode.self, String.self, Double.self)
      ).map(StudentStory.Placement.init),
      credentials: try rows(
        """
        select k.serial, k.title, k.issued_on, k.revoke_reason from credential k
        join enrollment e on (e.workshop_id, e.id) = (k.workshop_id, k.enrollment_id)
        where e.workshop_id = \(workshop) and e.student_id = \(id) order by k.issued_on desc, k.serial
        """, as: (CredentialSerial.self, String.self, Day.self, String?.self)
      ).map(StudentStory.Award.init),
      outcomes: try rows(
        """
        select o.months, o.status::text, o.employer, o.is_in_field from outcome o
        join enrollment e on (e.workshop_id, e.id) = (o.workshop_id, o.enrollment_id)
        where e.workshop_id = \(workshop) and e.student_id = \(id) order by o.months
        """, as: (Int.self, String.self, String?.self, Bool?.self)
      ).map(StudentStory.Outcome.init))
  }

  /// Courses of which anything is known: a class attended, or a result.
  private func courses(of student: KeyedStudent, _ today: Day) throws -> [StudentStory.Course] {
    try rows(
      """
      select c.code as cohort, k.code as course, main_title(k.titles) as title, a.attended, a.held, g.mark,
        g.passed, g.attempts
      from enrollment e
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      cross join lateral (
        select course_id, max(attended) as attended, max(held) as held from (
          select course_id, attended_hours as attended, held_hours as held
          from report.student_attendance(\(today), now())
          where workshop_id = e.workshop_id and cohort_id = e.cohort_id and enrollment_id = e.id
          union all
          select course_id, null, null from report.counted_result(\(today), now())
          where workshop_id = e.workshop_id and cohort_id = e.cohort_id and enrollment_id = e.id) known
        group by course_id offset 0) a
      join course k on k.id = a.course_id
      left join lateral (
        select * from report.counted_result(\(today), now())
        where workshop_id = e.workshop_id and cohort_id = e.cohort_id and enrollment_id = e.id
          and course_id = a.course_id offset 0) g on true
      left join curriculum_item i on (i.edition_id, i.course_id) = (c.edition_id, k.id)
      where e.workshop_id = \(student.workshopID) and e.student_id = \(student.id)
      order by c.intake_on desc, i.term, k.kind, k.code
      """, of: StudentStory.Course.self)
  }
}
