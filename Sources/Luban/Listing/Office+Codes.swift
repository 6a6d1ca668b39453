import Postgres

extension Office {
  /// Codes that begin so, in whatever case, as for a shell that completes what is typed; of a hundred rows.
  public func codes(_ column: CodeColumn, beginningWith text: String) async throws -> [String] {
    let listing = Listing(
      column.view, column.name, by: column.name, where: [.begins(column.name, text)])
    // A view may have a code several times, as that of a program with editions.
    return try await rows(of: listing, Page(limit: 100)).compactMap { $0.first ?? nil }.onceEach
  }
}

extension Students {
  /// Numbers that begin so, of the students of a workshop or cohort, or of all; a hundred at most.
  public func numbers(
    beginningWith text: String, workshop: WorkshopCode? = nil, cohort: CohortCode? = nil
  ) async throws -> [String] {
    let listing = Listing(
      "student", "student workshop", by: "nth student",
      where: [
        .equals("workshop", workshop), .enrolled(in: cohort, as: "id"),
        .condition("starts_with(shown_number(listing.nth), upper(\(text)))"),
      ])
    // `UZ-TAS/S-00012`; within the workshop the number alone.
    let found = try await office.rows(of: listing, Page(limit: 100, columns: ["student"]))
    return found.compactMap { ($0.first ?? nil)?.split(separator: "/").last.map(String.init) }.onceEach
  }
}

extension [String] {
  /// Those that follow one another once.
  fileprivate var onceEach: [String] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
