/// What was judged when a credential was issued: kept with it as it was, whatever changes later.
public struct CredentialRecord: Sendable, Hashable, Codable {
  /// The graduate.
  public let student: Person
  /// The day for which everything was judged.
  public let judgedOn: Day
  /// The day of the completion.
  public let completedOn: Day
  /// The workshop.
  public let workshop: Workshop
  /// Who awards on either side, as named on the day of issue.
  public let sides: [Side]
  /// The program.
  public let program: Program
  /// The cohort.
  public let cohort: Cohort
  /// Hours of the required courses.
  public let hours: CurriculumHours
  /// The parts of the rule of completion.
  public let parts: [Part]
  /// The courses that were passed, by term.
  public let courses: [Course]
  /// The language levels shown.
  public let languages: [Language]
  /// Credits of the courses passed.
  public let credits: Double?
  /// Weighted average of marks.
  public let average: Double?
  /// Scale of the average.
  public let averageScale: String?
  /// Of how many marks it is the average: those on that scale.
  public let averageMarks: Int?
  /// How passing marks were spread in the program, by scale.
  public let marks: [Distribution]?
  /// Agreements that covered the program on the day of issue.
  public let agreements: [Agreement]?

  /// The graduate, as known on the day of issue.
  public struct Person: Sendable, Hashable, Codable {
    /// Number of the student.
    public let number: String
    /// Name as the graduate writes it.
    public let name: String
    /// Name as in the passport.
    public let latinName: String?
    /// Chinese name.
    public let chineseName: String?
    /// Family name, where it is known apart from the others.
    public let family: String?
    /// Given name, with the patronymic.
    public let given: String?
    /// Family name as in the passport.
    public let latinFamily: String?
    /// Given name as in the passport.
    public let latinGiven: String?
    /// Birth date.
    public let birthDate: Day
  }

  /// Who awards on a side.
  public struct Side: Sendable, Hashable, Codable {
    /// Host or Chinese side.
    public let side: CertificateSide
    /// The awarding body.
    public let code: PartnerCode
    /// What it was called on the day of issue, by language.
    public let names: Titles
  }

  /// Where it was learned.
  public struct Workshop: Sendable, Hashable, Codable {
    /// Its code.
    public let code: String
    /// Its name by language.
    public let titles: Titles
    /// The country, ISO 3166-1.
    public let country: String
  }

  /// What was completed.
  public struct Program: Sendable, Hashable, Codable {
    /// Its code.
    public let code: String
    /// Its edition.
    public let edition: String
    /// Its title by language.
    public let titles: Titles
    /// Field of study, ISCED-F 2013.
    public let iscedField: String
    /// What the field is called.
    public let fieldTitle: String
    /// Level, ISCED 2011.
    public let iscedLevel: Int
    /// What the level is called.
    public let levelTitle: String
    /// Nominal duration in months.
    public let months: Int
    /// Degree education or training.
    public let mode: ProgramMode?
    /// Its stages.
    public let stages: [Stage]?
    /// What is asked of those who enter it.
    public let entry: Entry?
  }

  /// A stage of the program.
  public struct Stage: Sendable, Hashable, Codable {
    /// What or where it is.
    public let place: String
    /// Its length in months.
    public let months: Int
  }

  /// What is asked of those who enter the program.
  public struct Entry: Sendable, Hashable, Codable {
    /// Least age in years.
    public let age: Int?
    /// Least schooling, ISCED 2011.
    public let schooling: Int?
    /// Framework of the language level.
    public let framework: String?
    /// Language level.
    public let level: String?
    /// Program that must have been completed before.
    public let program: String?
    /// What that is called.
    public let titles: Titles?
  }

  /// With whom.
  public struct Cohort: Sendable, Hashable, Codable {
    /// Its code.
    public let code: String
    /// First day of teaching.
    public let intake: Day
    /// Languages of instruction, by their tags.
    public let languages: [String]?
  }

  /// How passing marks of the edition at the workshop were spread, in the three years to the day of issue.
  public struct Distribution: Sendable, Hashable, Codable {
    /// Scale.
    public let scale: String
    /// What the scale is called.
    public let name: String
    /// How many marks.
    public let marks: Int
    /// The highest first; none where there are too few marks.
    public let bands: [Band]?

    /// Marks that stand together.
    public struct Band: Sendable, Hashable, Codable {
      /// The mark, where it is one.
      public let mark: String?
      /// Lowest value.
      public let from: Double
      /// Highest value.
      public let to: Double
      /// Whether the highest value is in it.
      public let isClosed: Bool
      /// How many marks.
      public let marks: Int
    }
  }

  /// An agreement that covered the program.
  public struct Agreement: Sendable, Hashable, Codable {
    /// Its code.
    public let code: String
    /// Number on the paper.
    public let number: String?
    /// What was signed.
    public let kind: AgreementKind
    /// First day in force.
    public let effectiveOn: Day
  }

  /// A part of the rule of completion.
  public struct Part: Sendable, Hashable, Codable {
    /// What kind of part.
    public let part: String
    /// The course, group or level.
    public let of: String?
    /// What was needed.
    public let needed: Double
    /// What was there.
    public let there: Double?
  }

  /// A course that was passed, or a culture module that was attended.
  public struct Course: Sendable, Hashable, Codable {
    /// Its code.
    public let code: String
    /// Its title by language.
    public let titles: Titles
    /// Technical, language, culture or placement.
    public let kind: CourseKind
    /// Hours.
    public let hours: Double
    /// Hours of theory among them.
    public let theory: Double
    /// Hours of practice among them.
    public let practice: Double
    /// Whether the curriculum requires it; else it is an elective, or beside the curriculum.
    public let isRequired: Bool
    /// Credits.
    public let credits: Double?
    /// Term, where it stands in the curriculum.
    public let term: Int?
    /// Framework of the level that a language module leads to.
    public let framework: String?
    /// That level.
    public let level: String?
    /// The mark, unless it was attended.
    public let mark: String?
    /// Its scale.
    public let scale: String?
    /// What the scale is called.
    public let scaleName: String?
    /// Lowest mark of a scale of numbers.
    public let lowest: Double?
    /// Highest mark of it.
    public let highest: Double?
    /// Mark from which it is passed.
    public let passFrom: Double?
    /// Graded, recognized, transferred or attended.
    public let result: String
    /// Hours attended, of a culture module without a mark.
    public let attended: Double?
    /// Day of the exam or the decision.
    public let gradedOn: Day?
  }

  /// A language level.
  public struct Language: Sendable, Hashable, Codable {
    /// Code of the framework.
    public let framework: String
    /// Name of the framework.
    public let frameworkName: String
    /// The level.
    public let level: String
    /// Since when.
    public let since: Day
    /// By which test or module.
    public let shownBy: String
  }
}
