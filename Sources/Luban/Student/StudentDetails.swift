/// What may be said of a student, to enter one or to change one; `nil` says nothing.
public struct StudentDetails: Sendable, Hashable {
  /// The whole name as the person writes it; put together from its parts where `nil`.
  public var fullName: String?
  /// Family name.
  public var familyName: String?
  /// Given name.
  public var givenName: String?
  /// Patronymic.
  public var patronymic: String?
  /// The name as printed in the passport; copied, never derived.
  public var latinName: String?
  /// Chinese name.
  public var chineseName: String?
  /// Birth date.
  public var birthOn: Day?
  /// Gender.
  public var gender: Gender?
  /// Country of the passport, by its two letters.
  public var nationality: String?
  /// Identity document.
  public var document: IdentityDocument?
  /// E-mail address.
  public var email: String?
  /// Telephone number.
  public var phone: String?
  /// Highest schooling, ISCED 2011, 0 to 8.
  public var schooling: Int?
  /// Language level shown at entry.
  public var level: LanguageLevel?
  /// Day of the consent to keep these data.
  public var consentOn: Day?

  /// Nothing said yet.
  public init() {}

  /// Whether a part of the name in the person's own script is said.
  var saysNativeName: Bool {
    fullName != nil || familyName != nil || givenName != nil || patronymic != nil
  }
}

/// A student to be entered.
public struct NewStudent: Sendable, Hashable {
  /// The workshop.
  public var workshop: WorkshopCode
  /// Birth date.
  public var birthOn: Day
  /// Country of the passport, by its two letters.
  public var nationality: String
  /// Names and all the rest; birth date and nationality above go before those in here.
  public var details: StudentDetails
  /// The answer to a doubt, where there was one.
  public var answer: Answer?

  /// Who a person is that resembles one who is known.
  public enum Answer: Sendable, Hashable {
    /// That one: nobody is entered, and the name is kept as one by which they are known.
    case sameAs(StudentNumber)
    /// Another.
    case new
  }

  /// A student to be entered.
  public init(
    workshop: WorkshopCode, birthOn: Day, nationality: String, details: StudentDetails,
    answer: Answer? = nil
  ) {
    self.workshop = workshop
    self.birthOn = birthOn
    self.nationality = nationality
    self.details = details
    self.answer = answer
  }
}

/// What to change of a student.
public struct StudentChanges: Sendable, Hashable {
  /// What a changed name means for the one before it.
  public enum Renaming: Sendable, Hashable {
    /// The person has another name from that day on; the former one is kept.
    case since(Day)
    /// The name was wrong, and is replaced.
    case correction
  }

  /// What may be emptied.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case latin, chinese, gender, document, email, phone, schooling, level, consent
  }

  /// What is new.
  public var details = StudentDetails()
  /// What is to be empty.
  public var cleared: Set<Field> = []
  /// Whether names changed or were wrong.
  public var renaming = Renaming.since(.today)
  /// Whether it is said that this is another person than who has the same name and birth date.
  public var isAnother = false

  /// Nothing to change yet.
  public init() {}

  var renamedSince: Day? {
    if case .since(let day) = renaming { day } else { nil }
  }
}

/// What listing and exporting students can be narrowed to.
public struct StudentFilter: Sendable, Hashable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// With an enrollment in a cohort.
  public var cohort: CohortCode?
  /// Of a country, by its two letters.
  public var nationality: String?
  /// With an enrollment in this state: in the cohort, if one is named.
  public var state: EnrollmentState?

  /// All students.
  public init() {}
}
