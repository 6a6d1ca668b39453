import Postgres

/// A place where schools stand, or a sister city of Tianjin.
public struct City: Sendable, Hashable, Codable {
  /// The name by which it is listed: the English one where that is known.
  public let name: String
  /// Its country, ISO 3166-1 alpha-2.
  public let country: String
  /// Its names in other languages.
  public let names: Titles
  /// The partners that stand in it.
  public let partners: [PartnerCode]
  /// The workshops that have their main site in it.
  public let workshops: [WorkshopCode]
}

/// What may be changed of the names of a city.
public struct CityDetails: Details {
  /// Names in other languages, added or replaced.
  public var names: Titles = [:]
  /// Languages in which it has no name any more.
  public var droppedNames: [String] = []
  /// The name by which it is listed from now on.
  public var name: String?
  /// Where the names were found.
  public var source: String?

  /// Nothing is changed.
  public init() {}
}

extension Transaction {
  /// Key of a city that is there, by any of its names.
  ///
  /// - Parameter country: its country; where it is `nil`, all are looked through.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:actions:)``;
  ///   ``LubanError/ambiguous(noun:code:candidates:by:)`` where two countries have one of that name.
  func id(ofCity name: String, in country: String?) throws -> Int {
    let found = try rows(
      """
      select id, country from city where id in (select cities_called(\(country), \(name))) order by country
      """, as: (Int.self, String.self))
    if let only = found.first, found.count == 1 { return only.0 }
    guard found.isEmpty else {
      throw LubanError.ambiguous(noun: "city", code: name, candidates: found.map(\.1), by: "country")
    }
    throw LubanError.notFound(
      noun: "city", code: name, nearest: try country.map { try nearestCities(to: name, in: $0) } ?? [],
      actions: [Action("list", "city")])
  }

  /// The cities of a country that may be meant by a name that none of them has; where none is near to it, a
  /// few that there are.
  func nearestCities(to name: String, in country: String) throws -> [String] {
    let near = try rows("select cities_nearly_called(\(country), \(name))", as: String.self)
    guard near.isEmpty else { return near }
    return try rows("select name from city where country = \(country) order by name limit 5", as: String.self)
  }

  /// A city with all that stands in it.
  func city(_ id: Int) throws -> City {
    try one(
      """
      select c.name, c.country,
        coalesce((select jsonb_object_agg(n.language, n.name) from city_name n where n.city_id = c.id), '{}')
          as names,
        array(select code from partner where city_id = c.id order by code) as partners,
        array(select code from workshop where city_id = c.id order by code) as workshops
      from city c where c.id = \(id)
      """
    ) { row in
      City(
        name: try row.decode("name"), country: try row.decode("country"), names: try row.decode("names"),
        partners: try row.decode("partners"), workshops: try row.decode("workshops"))
    }
  }
}
