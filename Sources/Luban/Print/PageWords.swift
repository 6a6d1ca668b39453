import Messages

/// The two languages in which a page is set: the reader's with Chinese, or Chinese with English.
struct PageWords: Sendable {
  /// The reader's.
  let first: Catalog
  /// What stands beside it.
  let second: Catalog

  init(_ language: Language) {
    first = .embedded(language)
    second = .embedded(language == .chinese ? .english : .chinese)
  }

  /// A text in both; once where they are the same.
  func both(_ message: Message) -> String { both { message.told(in: $0) } }

  /// What is said otherwise in each language, in both.
  func both(_ say: (Catalog) -> String) -> String {
    let (one, other) = (say(first), say(second))
    return one == other ? one : "\(one) · \(other)"
  }

  /// A title in the reader's language, or the main one.
  func title(_ titles: Titles) -> String { titles.byLanguage[first.language.rawValue] ?? titles.main }

  /// The same title in the second language, where it is another.
  func other(_ titles: Titles) -> String? {
    titles.byLanguage[second.language.rawValue].flatMap { $0 == title(titles) ? nil : $0 }
  }

  /// A language level as people write it: `HSK Level 2, syllabus of 2010`.
  func level(_ framework: String, _ name: String, _ level: String) -> String {
    both { Self.level(framework, name, level, in: $0) }
  }

  private static func level(_ code: String, _ name: String, _ level: String, in catalog: Catalog) -> String {
    let number = catalog.language == .chinese ? chineseNumber(level) : level
    return Framework(rawValue: code).map { words(of: $0, level, number).told(in: catalog) }
      ?? ("\(name), \(level)" as Message).told(in: catalog)
  }

  /// The frameworks that have words for their levels.
  private enum Framework: String {
    case hsk2010, hsk2025, hskk, yct, cefr
    case standards = "gf0025-2021"
  }

  /// The levels of HSKK.
  private enum SpokenLevel: String {
    case primary = "Primary"
    case intermediate = "Intermediate"
    case advanced = "Advanced"
  }

  private static func words(of framework: Framework, _ level: String, _ number: String) -> Message {
    switch framework {
    case .hsk2010: "HSK Level \(number), syllabus of \(2010)"
    case .hsk2025: "HSK Level \(number), syllabus of \(2025)"
    case .standards: "Level \(number) of the Chinese Proficiency Grading Standards (GF0025-2021)"
    case .hskk: speaking(level)
    case .yct: "YCT Level \(number)"
    case .cefr: "\(level) of the Common European Framework of Reference (CEFR)"
    }
  }

  private static func speaking(_ level: String) -> Message {
    switch SpokenLevel(rawValue: level) {
    case .primary: "HSKK (spoken Chinese), primary level"
    case .intermediate: "HSKK (spoken Chinese), intermediate level"
    case .advanced: "HSKK (spoken Chinese), advanced level"
    case nil: "HSKK (spoken Chinese), \(level)"
    }
  }

  /// The levels of ISCED 2011 in words.
  static func isced(_ level: Int) -> Message {
    let levels: [Message] = [
      "early childhood education", "primary education", "lower secondary education",
      "upper secondary education", "post-secondary non-tertiary education", "short-cycle tertiary education",
      "bachelor's or equivalent level", "master's or equivalent level", "doctoral or equivalent level",
    ]
    return levels.indices.contains(level) ? levels[level] : Message(verbatim: "")
  }

  /// A number of one digit, or a range of them, as titles of levels write it in Chinese.
  private static func chineseNumber(_ level: String) -> String {
    let digits = Array("〇一二三四五六七八九")
    return String(level.map { $0 == "-" ? "至" : $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }
}

extension PageWords {
  /// The names of all values that a template may use, those of items too.
  static let values: Set<String> = Set(labels.keys).union(supplementLabels.keys).union(
    """
    agreements ask average average_marks average_scale awarding_body awarding_names band bands \
    birth_date chinese_name code cohort completed_on contact course_groups courses credits \
    credits_listed credits_required distributions family_names framework given_names graded_on gradings \
    has_others has_parts hours hours_culture hours_language hours_listed hours_practice hours_required \
    hours_theory hours_total institutions instruction intake is_across is_diploma_supplement is_enough \
    is_first is_issuer is_last is_valid isced_field isced_field_title isced_level isced_level_title \
    issued_on kind lang language languages latin_name level mark marks mode months name name_is_long \
    needed number of part parts place preamble program program_code program_other program_titles proof \
    qr_path qr_size replaces requirements result revoke_reason revoked_on scale scales serial share \
    shows side sides signed_on since stages status student term text_authority text_basis text_more \
    text_occupations text_profession text_skills text_sources text_status text_studies text_system \
    text_title there title title_other verify_at verify_parts words workshop workshop_other
    """.split(separator: " ").map(String.init))

  /// What stands on pages beside values, by the names that templates have for it.
  var labels: [String: String] {
    Self.labels.merging(Self.supplementLabels) { one, _ in one }.mapValues { both($0) }
  }

  static let labels: [String: Message] = [
    "word_certifies": "This certifies that" as Message,
    "word_completed": "has completed the program" as Message,
    "word_born": "Born" as Message,
    "word_student": "Student No." as Message,
    "word_name": "Full name" as Message,
    "word_latin_name": "Name in the passport" as Message,
    "word_chinese_name": "Chinese name" as Message,
    "word_workshop": "Luban Workshop" as Message,
    "word_program": "Program" as Message,
    "word_field": "Field" as Message,
    "word_level": "Level" as Message,
    "word_period": "Period of study" as Message,
    "word_hours": "Hours of study" as Message,
    "word_required_hours": "Hours of required courses" as Message,
    "word_credits": "Credits" as Message,
    "word_language": "Language level" as Message,
    "word_issued": "Issued on" as Message,
    "word_serial": "Certificate No." as Message,
    "word_replaces": "Replaces" as Message,
    "word_signature": "Signature" as Message,
    "word_office": "Name, office" as Message,
    "word_seal": "Seal" as Message,
    "word_photo": "Photo" as Message,
    "word_verify": "Verify at" as Message,
    "word_unsigned": "Not signed: nothing on this page proves it" as Message,
    "word_revoked": "Revoked" as Message,
    "word_transcript": "Transcript" as Message,
    "word_issuer": "Awarding body" as Message,
    "word_average": "Weighted average" as Message,
    "word_marks": "Marks counted" as Message,
    "word_term": "Term" as Message,
    "word_course": "Course" as Message,
    "word_result": "Result" as Message,
    "word_date": "Date" as Message,
    "word_total": "Total" as Message,
    "word_courses": "Courses" as Message,
    "word_rule": "What completion asks for" as Message,
    "word_part": "Part" as Message,
    "word_needed": "Needed" as Message,
    "word_there": "Reached" as Message,
  ]

  /// A side, as the page names it.
  static func side(_ side: CertificateSide) -> Message {
    switch side {
    case .host: "Host side"
    case .chinese: "Chinese side"
    }
  }

  /// Courses that stand together in a transcript.
  static func group(_ kind: CourseKind?) -> Message {
    switch kind {
    case .technical: "Courses of the trade"
    case .language: "Language modules"
    case .culture: "Culture modules"
    case .placement: "Placement"
    case nil: "Electives and further courses"
    }
  }
}
