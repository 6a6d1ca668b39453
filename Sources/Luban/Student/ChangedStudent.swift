/// A student before and after a change.
public struct ChangedStudent: Sendable, Hashable, Codable {
  /// What was known before.
  public let before: Student
  /// What is known now.
  public let after: Student
  /// Others of the workshop who have that name and birth date since, and are not known to be others.
  public let namesakes: [StudentNumber]

  /// What differs: the column of it in files, and what stood there and stands there now; nil for nothing.
  public var differences: [(column: String, before: String?, after: String?)] {
    zip(Self.columns(before), Self.columns(after)).compactMap { before, after in
      before.value == after.value ? nil : (before.column, before.value, after.value)
    }
  }

  private static func columns(_ student: Student) -> [(column: String, value: String?)] {
    [
      ("full_name", student.fullName), ("family_name", student.familyName),
      ("given_name", student.givenName), ("patronymic", student.patronymic),
      ("latin_name", student.latinName), ("chinese_name", student.chineseName),
      ("birth_date", student.birthOn.description), ("gender", student.gender?.rawValue),
      ("nationality", student.nationality), ("document_number", student.document?.description),
      ("email", student.email), ("phone", student.phone),
      ("schooling", student.schooling.map(String.init)), ("language_level", student.level?.description),
      ("consent_date", student.consentOn?.description),
    ]
  }
}
