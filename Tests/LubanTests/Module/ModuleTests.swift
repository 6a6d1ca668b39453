import Luban
import Support
import Testing

@Suite("Language and culture modules")
struct ModuleTests {
  @Test("a language module takes its language and title from its level, in whatever case that is typed")
  func languageModule() async throws {
    try await withOffice { office in
      try await office.course("LOG-210")
      let module = try await office.modules.add(
        NewModule(code: "UZ-HSK3", level: LanguageLevel("HSK2010:3"), hours: 120, supports: ["LOG-210"]))
      #expect(module.course.kind == .language)
      #expect(module.course.language == "zh")
      #expect(module.course.level == LanguageLevel("hsk2010:3"))
      #expect(module.course.titles == ["en": "Chinese, HSK 2.0 (2010) level 3"])
      #expect(module.course.theory == 0 && module.course.practice == 120)
      #expect(module.course.supports == ["LOG-210"])
      #expect(module.target?.passScore == 180 && module.target?.maxScore == 300)
      #expect(try await office.courses.show("LOG-210").supportedBy == ["UZ-HSK3"])
    }
  }

  @Test("a culture module has a theme; hours of theory are among its hours")
  func cultureModule() async throws {
    try await withOffice { office in
      let module = try await office.modules.add(
        NewModule(code: "CUL-TEA", theme: "tea", titles: ["zh": "茶艺"], hours: 24, theory: 4))
      #expect(module.course.kind == .culture && module.course.theme == "tea")
      #expect(module.course.titles == ["zh": "茶艺"])
      #expect(module.course.theory == 4 && module.course.practice == 20)
      #expect(module.target == nil)
    }
  }

  @Test("levels of frameworks do not mix: an unknown one is answered with those there are")
  func unknownLevel() async throws {
    try await withOffice { office in
      func error(_ text: String) async throws -> LubanError? {
        let level = try #require(LanguageLevel(text))
        return await #expect(throws: LubanError.self) {
          try await office.modules.add(NewModule(code: "X-1", level: level, hours: 10))
        }
      }
      let levels = ["1", "2", "3", "4", "5", "6", "7-9"].map { "hsk2025:\($0)" }
      let level = try await error("hsk2025:8")
      let help = [Action("module.levels")]
      #expect(level == .notFound(noun: "language level", code: "hsk2025:8", nearest: levels, actions: help))
      let framework = try await error("hsk:3")
      #expect(
        framework
          == .notFound(
            noun: "language level", code: "hsk:3", nearest: ["hsk2010:3", "hsk2025:3"], actions: help))
    }
  }

  @Test("a level is of the language that the module teaches, whatever its script")
  func levelOfAnotherLanguage() async throws {
    try await withOffice { office in
      let level = LanguageLevel("hsk2010:3")
      await expectBroken("module_level_is_of_its_language") {
        try await office.modules.add(NewModule(code: "X-1", language: "en", level: level, hours: 10))
      }
      let module = try await office.modules.add(
        NewModule(code: "X-1", language: "zh-Hant", level: level, hours: 10))
      #expect(module.course.language == "zh-Hant")
      let english = NewModule(code: "X-2", language: "en", level: LanguageLevel("cefr:B1"), hours: 10)
      #expect(try await office.modules.add(english).course.titles.main == "English, CEFR level B1")
      await expectBroken("language_module_has_a_language") {
        try await office.modules.add(NewModule(code: "X-3", level: LanguageLevel("cefr:B1"), hours: 10))
      }
    }
  }

  @Test("a module supports technical courses and placements, no modules")
  func support() async throws {
    try await withOffice { office in
      try await office.course("LOG-400", kind: .placement)
      try await office.modules.add(NewModule(code: "RU-1", language: "ru", hours: 30, supports: ["LOG-400"]))
      await expectBroken("modules_support_technical_courses") {
        try await office.modules.add(NewModule(code: "RU-2", language: "ru", hours: 30, supports: ["RU-1"]))
      }
      var changes = CourseDetails()
      changes.noLongerSupports = ["LOG-400"]
      #expect(try await office.courses.edit("RU-1", changes).supports == [])
    }
  }

  @Test("modules are listed by language, framework and theme; levels by framework")
  func listing() async throws {
    try await withOffice { office in
      try await office.course("LOG-110")
      try await office.modules.add(NewModule(code: "ZH-3", level: LanguageLevel("hsk2010:3"), hours: 120))
      try await office.modules.add(NewModule(code: "RU-1", language: "ru", hours: 30))
      try await office.modules.add(NewModule(code: "CUL-1", theme: "Tea ceremony", hours: 12))
      func codes(_ listing: Listing) async throws -> [String?] {
        try await office.rows(of: listing, Page(columns: ["code"])).map { $0[0] }
      }
      #expect(try await codes(office.modules.list()) == ["CUL-1", "RU-1", "ZH-3"])
      #expect(try await codes(office.modules.list(language: "ru")) == ["RU-1"])
      #expect(try await codes(office.modules.list(framework: "HSK2010")) == ["ZH-3"])
      #expect(try await codes(office.modules.list(theme: "tea")) == ["CUL-1"])
      let levels = try await office.rows(
        of: office.modules.levels(of: "yct"), Page(columns: ["level", "pass"]))
      #expect(levels == [["yct:1", "120"], ["yct:2", "120"], ["yct:3", "120"], ["yct:4", "180"]])
      await #expect(
        throws: LubanError.notFound(
          noun: "language framework", code: "ytc", nearest: [], actions: [Action("module.levels")])
      ) {
        try await office.modules.levels(of: "ytc")
      }
    }
  }

  @Test("a technical course is no module")
  func notAModule() async throws {
    try await withOffice { office in
      try await office.course("LOG-110")
      await #expect(throws: LubanError.notFound(noun: "module", code: "LOG-110", nearest: [])) {
        try await office.modules.show("LOG-110")
      }
    }
  }
}
