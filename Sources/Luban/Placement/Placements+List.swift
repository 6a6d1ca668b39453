/// What placements can be narrowed to.
public struct PlacementFilter: Sendable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Of a partner.
  public var partner: PartnerCode?
  /// Of an offer.
  public var offer: OfferCode?
  /// Of a cohort.
  public var cohort: CohortCode?
  /// Of a student.
  public var student: StudentReference?
  /// That lie on this day.
  public var on: Day?

  /// All of them.
  public init() {}

  fileprivate var conditions: [Filter] {
    [
      .equals("workshop", workshop), .equals("partner", partner), .equals("offer", offer),
      .equals("cohort", cohort),
      .upTo("begins_on", on), .from("ends_on", on),
    ] + Filter.student(student)
  }
}

extension Placements {
  /// Offers as a listing, by their days.
  ///
  /// - Parameters:
  ///   - workshop: of a workshop.
  ///   - partner: of a partner.
  ///   - day: that lie on this day.
  ///   - isFree: with free places only.
  public func offers(
    workshop: WorkshopCode? = nil, partner: PartnerCode? = nil, on day: Day? = nil, isFree: Bool = false
  ) -> Listing {
    Listing(
      "placement_offer",
      "offer partner title begins_on ends_on hours places free (course supervisor workshop key)",
      by: "begins_on key",
      where: [
        .equals("workshop", workshop), .equals("partner", partner), .upTo("begins_on", day),
        .from("ends_on", day),
        .from("free", isFree ? 1 : nil),
      ])
  }

  /// Placements as a listing, by cohort and student, with the hours worked beside those planned.
  public func list(_ filter: PlacementFilter = PlacementFilter()) -> Listing {
    Listing(
      "placement",
      """
      cohort student name offer partner begins_on ends_on planned worked (enterprise school end_reason \
      supervisor workshop key)
      """, by: "key", where: filter.conditions)
  }

  /// Sessions of the classes of students that fall into their placements, with what was logged on that day.
  public func clashes(_ filter: PlacementFilter = PlacementFilter()) -> Listing {
    Listing(
      "placement_clash",
      "cohort student offer day course begins ends hours logged (name partner workshop key)",
      by: "key", where: filter.conditions)
  }
}
