extension Courses {
  /// Courses as a listing, by code.
  ///
  /// - Parameters:
  ///   - kind: of a kind.
  ///   - program: in a curriculum of a program, whatever its edition.
  ///   - retirement: retired or not.
  public func list(
    kind: CourseKind? = nil, program: ProgramCode? = nil, retirement: Retirement = .current,
    search: String? = nil
  ) -> Listing {
    Listing(
      "course",
      """
      code kind title (titles) theory practice credits (language level theme) requires (supports) \
      \(retirement == .current ? "(retired retire_reason)" : "retired (retire_reason)")
      """, by: "code",
      where: [.equals("kind", kind), .contains("programs", program), .retired(retirement), .named(search)])
  }
}

extension Filter {
  /// Retired, or not.
  static func retired(_ retirement: Retirement) -> Filter {
    .equals("is_retired", retirement == .all ? nil : retirement == .retired)
  }
}
