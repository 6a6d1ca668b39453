import Postgres

/// A city as somebody names it: one of its country, by any of its names; a new one where that is said.
public struct NamedCity: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Its name in any language that it is known in; case and accents do not matter.
  public var name: String
  /// Whether it is added where the country has none of that name.
  public var isNew: Bool

  /// A city as somebody names it.
  public init(_ name: String, isNew: Bool = false) {
    self.name = name
    self.isNew = isNew
  }

  /// A city in a program or a test.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Transaction {
  /// The two letters of a country that is named by letters or in any language; none where there is none.
  func knownCountry(_ name: String) throws -> String? {
    try first("select alpha2 from country where alpha2 = read_country(\(name))", as: String.self)
  }

  /// The two letters of a country, in capitals.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for what names no country.
  func country(_ name: String) throws -> String {
    guard let found = try knownCountry(name) else {
      throw LubanError.notFound(noun: "country", code: name, nearest: [])
    }
    return found
  }

  /// The key of the city of a country that is called so in any language.
  func city(called name: String, in country: String) throws -> Int? {
    try first("select id from cities_called(\(country), \(name)) found (id) order by id", as: Int.self)
  }

  /// Key of a city, which is added where it is new.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:actions:)`` for a name that none of the country has,
  ///   with those that may be meant.
  func id(of city: NamedCity, in country: String) throws -> Int {
    if let known = try self.city(called: city.name, in: country) { return known }
    guard city.isNew else {
      throw LubanError.notFound(
        noun: "city in \(country) called", code: city.name,
        nearest: try nearestCities(to: city.name, in: country), actions: [Action("city.new")])
    }
    // A name in Chinese characters or in Cyrillic is the Chinese or the Russian one, and listed under until a
    // name in Latin letters is known.
    return try one(
      """
      with made as (
        insert into city (country, name) values (\(country), composed(btrim(\(city.name))))
        on conflict (country, name) do update set name = excluded.name returning id, name
      ), called as (
        insert into city_name (city_id, language, name)
        select m.id, l.language, m.name from made m
        cross join lateral (
          values ('zh', '[\\u4e00-\\u9fff]'), ('ru', '[\\u0400-\\u04ff]')) l (language, letters)
        where m.name ~ l.letters on conflict do nothing
      )
      select id from made
      """, as: Int.self)
  }
}
