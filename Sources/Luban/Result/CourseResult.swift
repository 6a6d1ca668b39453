import Postgres

/// Where a result comes from.
public enum ResultKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case graded, recognized, transferred
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// One attempt at one course, and what came of it.
public struct CourseResult: Sendable, Hashable, Codable {
  /// The student.
  public let student: StudentNumber
  /// The student's name.
  public let name: String
  /// The cohort.
  public let cohort: CohortCode
  /// The course.
  public let course: CourseCode
  /// Number of the attempt, from 1.
  public let attempt: Int
  /// Graded, recognized or transferred.
  public let kind: ResultKind
  /// Scale of the mark.
  public let scale: String
  /// The mark as its scale writes it.
  public let mark: String
  /// What the mark counts.
  public let value: Double
  /// Whether it passes.
  public let passed: Bool
  /// Day of the exam or the decision.
  public let gradedOn: Day
  /// Who graded, as `PARTNER/NUMBER`.
  public let gradedBy: String?
  /// Partner a transferred credit comes from.
  public let from: PartnerCode?
  /// Agreement under which it was transferred.
  public let agreement: AgreementCode?
  /// What a recognition or transfer rests on.
  public let evidence: String?
  /// Reason of the latest correction.
  public let note: String?
}

/// Whose attempt at which course is meant.
public struct ResultReference: Sendable, Hashable {
  /// The student.
  public var student: StudentReference
  /// The course.
  public var course: CourseCode
  /// The cohort; `nil` where the student is in one only.
  public var cohort: CohortCode?
  /// Where to look for a student whose reference names no workshop.
  public var workshop: WorkshopCode?

  /// A student in a course.
  public init(
    _ student: StudentReference, _ course: CourseCode, cohort: CohortCode? = nil,
    workshop: WorkshopCode? = nil
  ) {
    self.student = student
    self.course = course
    self.cohort = cohort
    self.workshop = workshop
  }
}

/// Where the mark of a new result comes from.
public enum ResultOrigin: Sendable, Hashable {
  /// Graded in the class, by an instructor where one is named.
  case graded(by: InstructorCode? = nil)
  /// Prior learning that is recognized for what it rests on.
  case recognized(evidence: String)
  /// Credit of a partner, transferred under an agreement on credit recognition.
  case transferred(from: PartnerCode, under: AgreementCode, evidence: String? = nil)
}

/// What to change of a result; `nil` leaves it.
public struct ResultChanges: Sendable, Hashable {
  /// The right mark, in any of its words.
  public var mark: String?
  /// The day it really was.
  public var gradedOn: Day?
  /// Who graded it.
  public var gradedBy: InstructorCode?

  /// What is to be changed.
  public init(mark: String? = nil, gradedOn: Day? = nil, gradedBy: InstructorCode? = nil) {
    self.mark = mark
    self.gradedOn = gradedOn
    self.gradedBy = gradedBy
  }
}
