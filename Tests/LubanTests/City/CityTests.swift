import Postgres
import Support
import Testing

@testable import Luban

@Suite("Cities")
struct CityTests {
  private func school(_ country: String, in city: NamedCity) -> PartnerDetails {
    var new = PartnerDetails { ($0.kind, $0.country, $0.names) = (.school, country, ["en": "School"]) }
    new.city = city
    return new
  }

  @Test(
    "one is found by each of its names, without case, accents and the 市 behind it",
    arguments: ["Tashkent", "TASHKENT", "塔什干", "塔什干市", "Ташкент", "Toshkent", " ташкент "])
  func names(name: String) async throws {
    try await withOffice { office in
      let partner = try await office.partners.add("UZ-A", school("UZ", in: NamedCity(name)))
      #expect(partner.city == "Tashkent")
      let city = try await office.cities.show(name)
      #expect(city.partners == ["UZ-A"])
    }
  }

  @Test("a name that none has is refused with those that may be meant, until somebody says that it is new")
  func new() async throws {
    try await withOffice { office in
      for (name, nearest) in [("Tashkant", "Tashkent"), ("撒马尔罕", "Tashkent")] {
        await #expect(
          throws: LubanError.notFound(
            noun: "city in UZ called", code: name, nearest: [nearest], actions: [Action("city.new")])
        ) {
          try await office.partners.add("UZ-A", school("UZ", in: NamedCity(name)))
        }
      }
      let city = NamedCity("Самарканд", isNew: true)
      try await office.partners.add("UZ-A", school("UZ", in: city))
      // Said twice it is one.
      try await office.partners.add("UZ-B", school("UZ", in: city))
      let known = try await office.cities.show("самарканд")
      #expect(known.name == "Самарканд" && known.partners == ["UZ-A", "UZ-B"])
    }
  }

  @Test("one is added with its names, and one that is there by any of them is not added again")
  func adding() async throws {
    try await withOffice { office in
      let city = try await office.cities.add("Andijon", in: "UZ", names: ["zh": "安集延", "ru": "Андижан"])
      #expect(city.name == "Andijon" && city.names.byLanguage["zh"] == "安集延")
      for name in ["Андижан", "安集延市", "ANDIJON"] {
        await #expect {
          try await office.cities.add(name, in: "UZ")
        } throws: { error in
          guard case LubanError.conflict(let rule) = error else { return false }
          return rule.name == "city_is_once_in_its_country" && rule.detail == "Andijon, UZ"
        }
      }
    }
  }

  @Test("who enters the same new city at the same moment enters one")
  func race() async throws {
    try await withOffice { office in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...4 {
          group.addTask {
            let code = PartnerCode(stringLiteral: "UZ-\(number)")
            _ = try? await office.partners.add(
              code, school("UZ", in: NamedCity(number % 2 == 0 ? "Bukhara" : "BUKHARA", isNew: true)))
          }
        }
        try await group.waitForAll()
      }
      let bukharas = try await office.database.read { tx in
        try tx.one("select count(*) from cities_called('UZ', 'Bukhara')", as: Int.self)
      }
      #expect(bukharas == 1)
    }
  }

  @Test("a name in another language is added, replaced and dropped; by a former one it is not found")
  func edit() async throws {
    try await withOffice { office in
      let city = try await office.cities.edit(
        "Tashkent", in: "UZ",
        CityDetails {
          ($0.names, $0.droppedNames) = (["ru": "Тошкент", "kk": "Ташкент"], ["zh"])
          $0.source = "a letter"
        })
      #expect(city.names == ["uz": "Toshkent", "ru": "Тошкент", "kk": "Ташкент"])
      await #expect(throws: LubanError.self) { try await office.cities.show("塔什干") }
      let renamed = try await office.cities.edit("Ташкент", CityDetails { $0.name = "Tashkent City" })
      #expect(renamed.name == "Tashkent City")
      // By the name that it was listed by it is still found, also by what comes with Luban.
      try await office.schema.seed(.workshops)
      let former = try await office.cities.show("Tashkent")
      #expect(former.name == "Tashkent City" && !former.workshops.isEmpty)
    }
  }

  @Test("of two that are one the first is gone, and found by its names in the second")
  func merge() async throws {
    try await withOffice { office in
      try await office.partners.add("UZ-A", school("UZ", in: NamedCity("Samarqand", isNew: true)))
      try await office.partners.add("UZ-B", school("UZ", in: NamedCity("撒马尔罕", isNew: true)))
      try await office.cities.edit("撒马尔罕", CityDetails { $0.names = ["ru": "Самарканд"] })
      let city = try await office.cities.merge("撒马尔罕", into: "Samarqand")
      #expect(city.partners == ["UZ-A", "UZ-B"] && city.names == ["ru": "Самарканд", "zh": "撒马尔罕"])
      let found = try await office.cities.show("撒马尔罕")
      #expect(found == city)
      await #expect(throws: LubanError.usage("撒马尔罕 and Samarqand are one city already.")) {
        try await office.cities.merge("撒马尔罕", into: "Samarqand")
      }
    }
  }

  @Test("two countries may have one of the same name: then the country is asked for")
  func countries() async throws {
    try await withOffice { office in
      try await office.partners.add("KZ-A", school("KZ", in: NamedCity("Tashkent", isNew: true)))
      await #expect(
        throws: LubanError.ambiguous(
          noun: "city", code: "Tashkent", candidates: ["KZ", "UZ"], by: "country")
      ) {
        try await office.cities.show("Tashkent")
      }
      let kazakh = try await office.cities.show("Tashkent", in: "KZ")
      #expect(kazakh.partners == ["KZ-A"])
    }
  }

  @Test("a list tells the ties to Tianjin and the standing of the country in the SCO, with their days")
  func list() async throws {
    try await withOffice { office in
      let (columns, rows) = try await office.table(
        of: try await office.cities.list(country: "TR"),
        Page(columns: [
          "country", "city", "name_zh", "name_ru", "sister_city", "tie_since", "sco", "sco_since",
        ]))
      #expect(columns.count == 8)
      #expect(
        rows == [["TR", "Izmir", "伊兹密尔", "Измир", "sister city", "1991-09-23", "partner", "2025-09-01"]])
      // Of India and Pakistan the year is known, and not the day.
      let india = try await office.table(
        of: try await office.cities.list(country: "IN"), Page(columns: ["city", "sco", "sco_since"]))
      #expect(india.rows == [["Chennai", "member", "2017"]])
      let sisters = try await office.table(of: try await office.cities.list(isSister: true))
      #expect(sisters.rows.count == 18)
    }
  }
}
