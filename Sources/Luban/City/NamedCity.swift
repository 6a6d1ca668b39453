import Postgres

/// A city as somebody names it: looked up in its country, and added where there is none of that name.
public struct NamedCity: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Its name in English or Chinese; case and accents do not matter.
  public var name: String
  /// Whether it is added though the country has one of nearly that name.
  public var isAnother: Bool

  /// A city as somebody names it.
  public init(_ name: String, isAnother: Bool = false) {
    self.name = name
    self.isAnother = isAnother
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

  /// Key of a city, which is added where the country has none that is called so, or nearly so.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` with those that are called nearly so.
  func id(of city: NamedCity, in country: String) throws -> Int {
    let known = try first(
      """
      select id from city
      where country = \(country)
        and (fold(name_en) = fold(btrim(\(city.name))) or name_zh = btrim(\(city.name)))
      order by id limit 1
      """, as: Int.self)
    if let known { return known }
    if !city.isAnother {
      let nearest = try rows(
        """
        select name_en from city
        where country = \(country) and similarity(fold(name_en), fold(\(city.name))) > \(Self.likeness)
        order by similarity(fold(name_en), fold(\(city.name))) desc, name_en limit 3
        """, as: String.self)
      if !nearest.isEmpty {
        throw LubanError.notFound(
          noun: "city in \(country) called", code: city.name, nearest: nearest, actions: [Action("city.new")])
      }
    }
    return try one(
      """
      insert into city (country, name_en) values (\(country), composed(btrim(\(city.name))))
      on conflict (country, name_en) do update set name_en = excluded.name_en returning id
      """, as: Int.self)
  }

  /// How much of two names is the same when one may be the other misspelled: Tashkent and Tashkant.
  private static var likeness: Double { 0.3 }
}
