import Luban
import Postgres
import Support
import Testing

@Suite("Programs")
struct ProgramTests {
  private static let logistics: ProgramDetails = {
    var new = ProgramDetails {
      ($0.titles, $0.mode, $0.field) = (["en": "Logistics"], .degreeEducation, "0413")
      ($0.level, $0.months) = (5, 36)
    }
    new.minimumAge = 16
    new.minimumSchooling = 3
    new.entryLevel = LanguageLevel("hsk2010:2")
    new.industry = "logistics"
    new.stages = [ProgramStage(place: "workshop", months: 12), ProgramStage(place: "Tianjin", months: 24)]
    new.certificates = [ProgramCertificate(side: .host, title: "Diploma")]
    return new
  }()

  /// LOG 2026 with a required course of 40 + 80 hours, a module of 120, and an elective of 20 + 20.
  private func addLogistics(to office: Office) async throws {
    try await office.programs.add("LOG", edition: "2026", Self.logistics)
    try await office.courses.add(
      "LOG-210",
      CourseDetails { ($0.titles, $0.theory, $0.practice, $0.credits) = (["en": "Warehouses"], 40, 80, 6) })
    try await office.modules.add(NewModule(code: "ZH-3", level: LanguageLevel("hsk2010:3"), hours: 120))
    try await office.course("LOG-310")
    try await office.programs.addToCurriculum(
      NewCurriculumItem(course: "LOG-210", term: 2, weight: 1.5), of: "LOG")
    try await office.programs.addToCurriculum(NewCurriculumItem(course: "ZH-3", term: 1), of: "LOG")
    try await office.programs.addToCurriculum(
      NewCurriculumItem(course: "LOG-310", term: 3, electiveGroup: "e1", minimumCredits: 2), of: "LOG")
  }

  @Test("a program is added with its first edition, entry requirements, stages and certificates")
  func adding() async throws {
    try await withOffice { office in
      let program = try await office.programs.add("LOG", edition: "2026", Self.logistics)
      #expect(program.industry == "logistics")
      #expect(program.editions.map(\.edition) == ["2026"])
      let edition = program.edition
      #expect(edition.mode == .degreeEducation && edition.months == 36)
      #expect(edition.fieldTitle == "Management and administration")
      #expect(edition.minimumAge == 16 && edition.minimumSchooling == 3)
      #expect(edition.entryLevel == LanguageLevel("hsk2010:2"))
      #expect(edition.stages == Self.logistics.stages)
      #expect(edition.certificates == Self.logistics.certificates)
      #expect(!edition.isFrozen)
    }
  }

  @Test("the hours of a curriculum are those of its required courses; Chinese is no practice of the trade")
  func hours() async throws {
    try await withOffice { office in
      try await addLogistics(to: office)
      let edition = try await office.programs.show("LOG").edition
      #expect(edition.curriculum.map(\.course) == ["ZH-3", "LOG-210", "LOG-310"])
      #expect(edition.curriculum.map(\.weight) == [1, 1.5, 1])
      let hours = edition.hours
      #expect([hours.theory, hours.practice, hours.total] == [40, 80, 240])
      #expect([hours.language, hours.culture] == [120, 0])
      #expect(edition.electives.map(\.code) == ["E1"])
      #expect(edition.electives.map(\.minimumCredits) == [2])
    }
  }

  @Test("an edit leaves what it does not name, empties what it clears, and gives stages anew")
  func editing() async throws {
    try await withOffice { office in
      try await office.programs.add("LOG", edition: "2026", Self.logistics)
      var changes = ProgramDetails()
      changes.months = 30
      changes.titles = ["zh": "物流管理"]
      changes.stages = [ProgramStage(place: "workshop", months: 30)]
      changes.certificates = [ProgramCertificate(side: .chinese, title: "毕业证书")]
      changes.cleared = [.entryLevel, .industry, .hostCertificate]
      let program = try await office.programs.edit("LOG", changes)
      #expect(program.industry == nil)
      #expect(program.edition.titles == ["en": "Logistics", "zh": "物流管理"])
      #expect(program.edition.months == 30 && program.edition.minimumAge == 16)
      #expect(program.edition.entryLevel == nil)
      #expect(program.edition.stages == changes.stages)
      #expect(program.edition.certificates == changes.certificates)
    }
  }

  @Test("an edition on which a cohort was opened is frozen, all but the industry")
  func frozen() async throws {
    try await withOffice { office in
      try await addLogistics(to: office)
      try await office.course("LOG-320")
      try await office.cohort()
      let program = try await office.programs.show("LOG")
      #expect(program.edition.isFrozen && program.edition.cohorts == ["UZ-TAS-LOG-2026A"])
      var changes = ProgramDetails()
      changes.months = 24
      await expectBroken("edition_in_use_is_frozen") { try await office.programs.edit("LOG", changes) }
      changes = ProgramDetails()
      changes.stages = [ProgramStage(place: "Tianjin", months: 36)]
      await expectBroken("edition_in_use_is_frozen") { try await office.programs.edit("LOG", changes) }
      changes = ProgramDetails()
      changes.cleared = [.hostCertificate]
      await expectBroken("edition_in_use_is_frozen") { try await office.programs.edit("LOG", changes) }
      await expectBroken("edition_in_use_is_frozen") {
        try await office.programs.addToCurriculum(NewCurriculumItem(course: "LOG-320", term: 1), of: "LOG")
      }
      await expectBroken("edition_in_use_is_frozen") {
        try await office.programs.removeFromCurriculum("LOG-210", of: "LOG")
      }
      changes = ProgramDetails()
      changes.industry = "transport"
      #expect(try await office.programs.edit("LOG", changes).industry == "transport")
    }
  }

  @Test("what its paper says is amended with a reason, and told with what stood there before")
  func amended() async throws {
    try await withOffice { office in
      try await addLogistics(to: office)
      try await office.cohort()
      try await office.partner("CN-NEW")
      let day = try #require(Day("2026-05-04"))
      var amendment = ProgramAmendment(because: "a misprint", on: day)
      amendment.titles = ["zh": "物流"]
      try await office.programs.amend("LOG", amendment)
      amendment = ProgramAmendment(because: "the college merged", on: day)
      amendment.certificates = [
        ProgramCertificate(side: .host, title: "Diploma of Logistics", partner: "CN-NEW")
      ]
      let edition = try await office.programs.amend("LOG", amendment).edition
      #expect(edition.titles.byLanguage["zh"] == "物流" && edition.isFrozen)
      #expect(edition.certificates.first { $0.side == .host }?.partner == "CN-NEW")
      #expect(
        edition.amendments.map { [$0.what, $0.before, $0.after, $0.reason] } == [
          ["host_body", nil, "CN-NEW", "the college merged"],
          ["host_certificate", "Diploma", "Diploma of Logistics", "the college merged"],
          ["title zh", nil, "物流", "a misprint"],
        ])
      // The next statement is of another transaction, and frozen as before.
      var changes = ProgramDetails()
      changes.titles = ["zh": "物流管理"]
      await expectBroken("edition_in_use_is_frozen") { try await office.programs.edit("LOG", changes) }
      await expectBroken("program_amendment_has_a_reason") {
        try await office.programs.amend("LOG", ProgramAmendment(because: " "))
      }
    }
  }

  @Test("a new edition begins like its source, but for courses that were retired since, and can be changed")
  func newEdition() async throws {
    try await withOffice { office in
      try await addLogistics(to: office)
      try await office.cohort()
      try await office.courses.retire("LOG-310", reason: "old")
      let source = try await office.programs.show("LOG").edition
      let copy = try await office.programs.newEdition("2027", of: "LOG")
      #expect(copy.from == "2026" && copy.leftOut == ["LOG-310"])
      #expect(copy.edition.curriculum == Array(source.curriculum.dropLast()))
      #expect(copy.edition.electives == [])
      #expect(copy.edition.stages == source.stages && copy.edition.certificates == source.certificates)
      #expect(copy.edition.hours == source.hours && !copy.edition.isFrozen)
      var changes = ProgramDetails()
      changes.months = 24
      let changed = try await office.programs.edit("LOG", changes)
      #expect(changed.edition.edition == "2027" && changed.edition.months == 24)
      #expect(try await office.programs.show("LOG", edition: "2026").edition == source)
      #expect(changed.editions.map(\.isFrozen) == [false, true])
    }
  }

  @Test("a new edition has every column of its source, those that come later too")
  func newEditionIsWhole() async throws {
    try await withOffice { office in
      try await addLogistics(to: office)
      try await office.programs.state(CompletionRuleDetails(), of: "LOG")
      let tables = try await office.database.write { tx in
        // All that refers to an edition, but for what uses it, and what was amended of the old one.
        let tables = try tx.rows(
          """
          select conrelid::regclass::text from pg_constraint
          where confrelid = 'program_edition'::regclass
            and conrelid not in ('cohort'::regclass, 'program_amendment'::regclass) order by 1
          """, as: String.self)
        for table in tables + ["program_edition"] {
          // Rows that are there have it, a new one has it only as a copy.
          try tx.execute("alter table \(identifier: table) add column later text default 'as in the source'")
          try tx.execute("alter table \(identifier: table) alter column later drop default")
        }
        return tables
      }
      #expect(tables.count == 5)
      try await office.programs.newEdition("2027", of: "LOG")
      try await office.database.read { tx in
        let edition = try tx.one(
          "select id from program_edition where later is not null and edition = '2027'", as: Int.self)
        for table in tables {
          let (rows, copies) = try tx.one(
            "select count(*), count(later) from \(identifier: table) where edition_id = \(edition)",
            as: (Int.self, Int.self))
          #expect(rows > 0 && copies == rows, "\(table)")
        }
      }
    }
  }

  @Test("a group of electives begins with its credits and ends with its last course")
  func electives() async throws {
    try await withOffice { office in
      try await addLogistics(to: office)
      try await office.course("LOG-320")
      await expectBroken("curriculum_group_is_of_its_edition") {
        try await office.programs.addToCurriculum(
          NewCurriculumItem(course: "LOG-320", term: 3, electiveGroup: "E2"), of: "LOG")
      }
      let added = try await office.programs.addToCurriculum(
        NewCurriculumItem(course: "LOG-320", term: 3, electiveGroup: "E1"), of: "LOG")
      #expect(added.electives.map(\.offeredCredits) == [4])
      try await office.programs.removeFromCurriculum("LOG-320", of: "LOG")
      let removed = try await office.programs.removeFromCurriculum("LOG-310", of: "LOG")
      #expect(removed.electives == [])
      let error = LubanError.notFound(
        noun: "place in the curriculum for", code: "LOG-310", nearest: ["LOG-210"])
      await #expect(throws: error) { try await office.programs.removeFromCurriculum("LOG-310", of: "LOG") }
    }
  }

  @Test("programs are listed by mode, field, level and workshop, each with its latest edition")
  func listing() async throws {
    try await withOffice { office in
      try await addLogistics(to: office)
      try await office.cohort()
      try await office.programs.newEdition("2027", of: "LOG")
      try await office.programs.add(
        "CAR", edition: "2026",
        ProgramDetails {
          ($0.titles, $0.mode, $0.field) = (["zh": "新能源汽车"], .shortTermTraining, "0716")
          ($0.level, $0.months) = (4, 3)
        })
      func codes(_ listing: Listing) async throws -> [String?] {
        try await office.rows(of: listing, Page(columns: ["code"])).map { $0[0] }
      }
      #expect(try await codes(office.programs.list()) == ["CAR", "LOG"])
      #expect(try await codes(office.programs.list(mode: .shortTermTraining)) == ["CAR"])
      #expect(try await codes(office.programs.list(field: "04")) == ["LOG"])
      #expect(try await codes(office.programs.list(level: 4)) == ["CAR"])
      #expect(try await codes(office.programs.list(workshop: "UZ-TAS")) == ["LOG"])
      let rows = try await office.rows(
        of: office.programs.list(),
        Page(columns: ["code", "title", "edition", "editions", "hours", "cohorts"]))
      #expect(
        rows == [["CAR", "新能源汽车", "2026", "1", "0", "0"], ["LOG", "Logistics", "2027", "2", "240", "1"]])
    }
  }

  @Test("unknown programs, partners and levels are answered with what nearly matches")
  func unknown() async throws {
    try await withOffice { office in
      try await office.programs.add("LOG", edition: "2026", Self.logistics)
      await #expect(throws: LubanError.notFound(noun: "program", code: "LOGI", nearest: ["LOG"])) {
        try await office.programs.show("LOGI")
      }
      await #expect(throws: LubanError.notFound(noun: "edition of LOG", code: "2025", nearest: ["2026"])) {
        try await office.programs.show("LOG", edition: "2025")
      }
      var changes = ProgramDetails()
      changes.stages = [ProgramStage(place: "Tianjin", months: 6, partner: "CN-NONE")]
      await #expect(throws: LubanError.notFound(noun: "partner", code: "CN-NONE", nearest: [])) {
        try await office.programs.edit("LOG", changes)
      }
    }
  }

  @Test("what a program is said to be is checked by the database")
  func rules() async throws {
    try await withOffice { office in
      try await office.programs.add("LOG", edition: "2026", Self.logistics)
      func broken(
        _ rule: String, code: ProgramCode = "ROB", edition: String = "2026",
        _ change: (inout ProgramDetails) -> Void = { _ in }
      ) async {
        var new = Self.logistics
        change(&new)
        await expectBroken(rule) { [new] in try await office.programs.add(code, edition: edition, new) }
      }
      await broken("program_code_is_unique", code: "log")
      await broken("program_field_is_isced") { $0.field = "1234" }
      await broken("program_level_is_isced") { $0.level = 9 }
      await broken("program_schooling_is_isced") { $0.minimumSchooling = 9 }
      await broken("program_lasts_a_month_or_more") { $0.months = 0 }
      await broken("program_minimum_age_is_plausible") { $0.minimumAge = 5 }
      await broken("titles_are_by_language") { $0.titles = ["en": " "] }
      await broken("code_is_short_and_upper_case", edition: "first edition")
      await broken("program_stage_lasts_a_month_or_more") { $0.stages[0].months = 0 }
      await broken("program_stage_has_a_place") { $0.stages[0].place = "" }
      await broken("program_certificate_has_a_title") { $0.certificates[0].title = "" }
      await expectBroken("program_edition_is_once") {
        try await office.programs.newEdition("2026", of: "LOG")
      }
    }
  }
}
