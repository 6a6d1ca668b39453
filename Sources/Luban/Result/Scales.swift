import Postgres

/// Grading scales and their marks: reference data.
public struct Scales: Sendable {
  let office: Office

  /// The scales as a listing, by code.
  public var list: Listing {
    Listing("grading_scale", "code name marks pass_from average (source)", by: "code")
  }

  /// One scale with its marks and their words.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown scale.
  public func show(_ code: String) async throws -> GradingScale {
    try await office.read { tx in
      let code = try tx.scale(code)
      let words = try tx.rows(
        """
        select mark, value, passes, aliases from grading_mark where scale = \(code) order by value desc, mark
        """, of: GradingMark.self)
      return try tx.one(
        """
        select name, marks_of(code) as marks, pass_from, has_average, source
        from grading_scale where code = \(code)
        """, of: GradingScale.self, with: ["code": code, "words": words])
    }
  }
}

extension Transaction {
  /// The code of a scale as it is kept.
  func scale(_ code: String) throws -> String {
    let found = try first(
      "select code from grading_scale where code = lower(btrim(\(code)))", as: String.self)
    guard let found else {
      throw try notFound("grading scale", code, among: "select code from grading_scale")
    }
    return found
  }
}
