import Postgres

/// Cities: listed, named in more languages, renamed, and made one where two are the same.
///
/// A partner or a workshop that is entered in a new city adds it: see ``NamedCity``.
public struct Cities: Sendable {
  let office: Office

  /// Cities as a listing, with their ties to Tianjin and the standing of their country in the SCO.
  ///
  /// - Parameter isSister: only those with a tie to Tianjin.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:actions:)`` for an unknown country.
  public func list(country: String? = nil, isSister: Bool = false, search: String? = nil) async throws
    -> Listing
  {
    let country = try await office.read { tx in try country.map { try tx.country($0) } }
    return Listing(
      "city",
      """
      country city (names) name_zh name_ru sister_city tie_since sco sco_since partners workshops \
      (confidence source key)
      """, by: "key",
      where: [
        .equals("country", country), .condition(isSister ? "sister_city is not null" : nil), .named(search),
      ])
  }

  /// All that is known of a city.
  public func show(_ name: String, in country: String? = nil) async throws -> City {
    try await office.read { tx in
      try tx.city(try tx.id(ofCity: name, in: try country.map { try tx.country($0) }))
    }
  }

  /// Adds a city that none of the country is called by.
  ///
  /// - Throws: ``LubanError/conflict(_:)`` for a city that is there, ``LubanError/ruleBroken(_:)`` for a
  ///   name in another language that another city of the country has.
  @discardableResult
  public func add(_ name: String, in country: String, names: Titles = [:], source: String? = nil) async throws
    -> City
  {
    try await office.perform("city add") { tx in
      let country = try tx.country(country)
      if let known = try tx.city(called: name, in: country) {
        try tx.execute(
          """
          select refuse_duplicate('city_is_once_in_its_country',
            jsonb_build_object('city', \(try tx.city(known).name)::text, 'country', \(country)::text), 'city')
          """)
      }
      let id = try tx.id(of: NamedCity(name, isNew: true), in: country)
      try tx.city(id, isCalled: names, source: source)
      return try tx.city(id)
    }
  }

  /// Changes the names of a city; by one that is dropped it is not found any more, by the one that it was
  /// listed by it is.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` for a name that another city of its country has.
  @discardableResult
  public func edit(_ name: String, in country: String? = nil, _ changes: CityDetails) async throws -> City {
    try await office.perform("city edit") { tx in
      let id = try tx.id(ofCity: name, in: try country.map { try tx.country($0) })
      if let new = changes.name { try tx.execute("select rename_city(\(id)::int, \(new))") }
      try tx.execute(
        "delete from city_name where city_id = \(id) and language = any (\(changes.droppedNames))")
      try tx.city(id, isCalled: changes.names, source: changes.source)
      // Of which language a former name is may have been said by now.
      try tx.execute(
        """
        delete from city_name u where u.city_id = \(id) and u.language = 'und' and exists (
          select from city_name n where n.city_id = u.city_id and n.language <> 'und'
            and city_key(n.name) = city_key(u.name))
        """)
      return try tx.city(id)
    }
  }

  /// Makes one of two cities that are the same: what stands in the first stands in the second, which takes
  /// the names that it lacks.
  @discardableResult
  public func merge(_ name: String, into other: String, in country: String? = nil) async throws -> City {
    try await office.perform("city merge") { tx in
      let country = try country.map { try tx.country($0) }
      let id = try tx.id(ofCity: name, in: country)
      let into = try tx.id(ofCity: other, in: country)
      guard id != into else { throw LubanError.usage("\(name) and \(other) are one city already.") }
      try tx.execute("select merge_city(\(id)::int, \(into)::int)")
      return try tx.city(into)
    }
  }
}

extension Transaction {
  /// Writes what a city is called in other languages.
  fileprivate func city(_ id: Int, isCalled names: Titles, source: String?) throws {
    try execute(
      """
      insert into city_name (city_id, language, name, source)
      select \(id), key, composed(btrim(value)), \(source) from jsonb_each_text(\(names))
      on conflict (city_id, language) do update set name = excluded.name, source = excluded.source
      """)
  }
}
