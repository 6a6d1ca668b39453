import Postgres

/// A code by which a listing is asked for.
enum NamedCode: Sendable {
  case workshop(WorkshopCode)
  case cohort(CohortCode)
  case partner(PartnerCode)
  case program(ProgramCode)
  case course(CourseCode)
  /// A country, by its letters or any of its names.
  case country(String)

  /// A value that a column is to have, if it is a code.
  init?(_ value: Any?) {
    switch value {
    case let code as WorkshopCode: self = .workshop(code)
    case let code as CohortCode: self = .cohort(code)
    case let code as PartnerCode: self = .partner(code)
    case let code as ProgramCode: self = .program(code)
    case let code as CourseCode: self = .course(code)
    default: return nil
    }
  }
}

extension Transaction {
  /// Looks codes up by which a listing was asked for that has nothing: a mistyped one is no empty answer.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:actions:)``
  func findAll(_ codes: [NamedCode]) throws {
    for code in codes {
      switch code {
      case .workshop(let code): _ = try id(ofWorkshop: code)
      case .cohort(let code): _ = try cohortKey(code)
      case .partner(let code): _ = try id(ofPartner: code)
      case .program(let code): _ = try id(ofProgram: code)
      case .course(let code): _ = try id(ofCourse: code)
      case .country(let name): _ = try country(name)
      }
    }
  }
}
