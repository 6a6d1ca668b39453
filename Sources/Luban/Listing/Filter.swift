import Postgres

/// A condition on the rows of a listing, by columns of its view; none where nothing is asked for.
struct Filter: Sendable {
  let condition: SQL?
  /// The code that is asked for, if it is one.
  private(set) var code: NamedCode?

  private init(_ condition: SQL?) { self.condition = condition }

  /// A condition on the row `listing`.
  static func condition(_ sql: SQL?) -> Filter { Filter(sql) }

  /// A column has a value.
  static func equals(_ column: String, _ value: (some SQLEncodable)?) -> Filter {
    var filter = compare(column, "=", value)
    filter.code = NamedCode(value)
    return filter
  }

  /// A column has one of some values; any, where there are none.
  static func among(_ column: String, _ values: [some SQLEncodable]) -> Filter {
    Filter(values.isEmpty ? nil : "listing.\(identifier: column) = any (\(values, as: .unknown))")
  }

  /// A column has this value or one behind it.
  static func from(_ column: String, _ value: (some SQLEncodable)?) -> Filter {
    compare(column, ">=", value)
  }

  /// A column has this value or one before it.
  static func upTo(_ column: String, _ value: (some SQLEncodable)?) -> Filter {
    compare(column, "<=", value)
  }

  /// A list of a column has this value among others.
  static func contains(_ column: String, _ value: (some SQLEncodable)?) -> Filter {
    var filter = Filter(value.map { "\($0, as: .unknown) = any (listing.\(identifier: column))" })
    filter.code = NamedCode(value)
    return filter
  }

  /// A column is this country, by its letters or any of its names.
  static func country(_ column: String, _ country: String?) -> Filter {
    var filter = Filter(country.map { "listing.\(identifier: column) = read_country(\($0))" })
    filter.code = country.map(NamedCode.country)
    return filter
  }

  /// The column `room` is this one, however it is written.
  static func room(_ room: String?) -> Filter {
    Filter(room.map { "room_key(listing.room) = room_key(\($0))" })
  }

  /// The text of a column begins so, whatever its case and accents.
  static func begins(_ column: String, _ text: String?) -> Filter {
    Filter(text.map { "starts_with(fold(listing.\(identifier: column)), fold(\($0)))" })
  }

  /// A text stands in that of a column, whatever its case and accents.
  static func holds(_ column: String, _ text: String?) -> Filter {
    Filter(text.map { "strpos(fold(listing.\(identifier: column)), fold(\($0))) > 0" })
  }

  /// A text stands in the code, or in any of `all_names`, whatever its case and accents.
  static func named(_ text: String?) -> Filter {
    Filter(
      text.map {
        """
        (strpos(listing.code, upper(\($0))) > 0 or exists (
          select from unnest(listing.all_names) n where strpos(fold(n), fold(\($0))) > 0))
        """
      })
  }

  /// The columns `number` and `workshop` are those of a student.
  static func student(_ student: StudentReference?) -> [Filter] {
    [.equals("number", student?.number), .equals("workshop", student?.workshop)]
  }

  /// A student of the workshop `workshop_id` has an enrollment: in a cohort, in a state, any that stands.
  ///
  /// - Parameter column: the column of the student.
  static func enrolled(
    in cohort: CohortCode?, state: EnrollmentState? = nil, as column: String = "student_id"
  ) -> Filter {
    guard cohort != nil || state != nil else { return Filter(nil) }
    return Filter(
      """
      exists (select from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        where (e.workshop_id, e.student_id) = (listing.workshop_id, listing.\(identifier: column))
          and (\(cohort) is null or c.code = \(cohort))
          and e.state = coalesce(\(state)::enrollment_state, nullif(e.state, 'annulled')))
      """)
  }

  // The server finds out the type from the column, which may be an enumeration.
  private static func compare(
    _ column: String, _ sign: SQL, _ value: (some SQLEncodable)?
  ) -> Filter {
    Filter(value.map { "listing.\(identifier: column) \(fragment: sign) \($0, as: .unknown)" })
  }
}
