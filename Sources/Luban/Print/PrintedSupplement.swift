import Messages

extension Credential {
  /// The values that only supplements need: what is asked for beside certificate and transcript.
  func supplement(in words: PageWords, _ said: AwardingWords) -> [String: any Sendable] {
    let (program, cohort) = (record.program, record.cohort)
    let address = said.address(of: awardedBy)
    let ask = "Not recorded here; please ask the awarding body" as Message
    var values: [String: any Sendable] = [
      "is_diploma_supplement": isOfDiploma,
      "preamble": words.each(isOfDiploma ? PageWords.diplomaPreamble : PageWords.certificatePreamble),
      "has_parts": record.student.family != nil || record.student.given != nil
        || record.student.latinFamily != nil || record.student.latinGiven != nil,
      "family_names": [record.student.family, record.student.latinFamily].distinct,
      "given_names": [record.student.given, record.student.latinGiven].distinct,
      "institutions": record.sides.filter { $0.side != side }.map { other in
        other.values(in: words, isIssuer: false, isFirst: false).merging(
          [
            "status": said.text(.status, of: other.code, program: program.code).map { words.paragraphs($0) }
              ?? []
          ]
        ) { one, _ in one }
      },
      "instruction": (cohort.languages ?? []).map { words.both(PageWords.language($0)) },
      "months": String(program.months),
      "mode": program.mode.map { mode in words.word(mode.rawValue) } ?? "",
      "stages": (program.stages ?? []).map { ["place": $0.place, "months": String($0.months)] },
      "requirements": program.requirements(in: words),
      "gradings": record.gradings(in: words), "distributions": record.distributions(in: words),
      "agreements": (record.agreements ?? []).map { agreement in
        [
          "number": agreement.number ?? agreement.code, "since": agreement.effectiveOn.iso,
          "kind": words.word(agreement.kind.rawValue),
        ]
      },
      "ask": [words.both(ask), address].compactMap(\.self).joined(separator: ": "),
    ]
    values["contact"] = address
    for item in SupplementItem.allCases {
      let titles = said.text(item, of: awardedBy, program: program.code)
      values["text_\(item.rawValue)"] = titles.map { words.paragraphs($0) } ?? []
    }
    return values
  }

  /// Whether it is of higher education: a degree program of ISCED 5 or above.
  private var isOfDiploma: Bool {
    record.program.iscedLevel >= 5 && (record.program.mode ?? .degreeEducation) == .degreeEducation
  }
}

extension CredentialRecord.Program {
  /// What is asked of those who enter the program.
  fileprivate func requirements(in words: PageWords) -> [String] {
    guard let entry else { return [] }
    var list: [String] = []
    if let schooling = entry.schooling {
      list.append(
        words.both {
          ("at least \(PageWords.isced(schooling)) (ISCED \(String(schooling)))" as Message).told(in: $0)
        })
    }
    if let framework = entry.framework, let level = entry.level {
      list.append(words.level(framework, framework.uppercased(), level))
    }
    if let code = entry.program {
      let titles = entry.titles.map { words.title($0) } ?? code
      list.append(words.both("completion of the program \(titles)" as Message))
    }
    if let age = entry.age { list.append(words.both("at least \(age) years of age" as Message)) }
    return list
  }
}

extension CredentialRecord {
  /// What the marks on the page mean, a line for each scale.
  fileprivate func gradings(in words: PageWords) -> [String] {
    var seen: Set<String> = []
    return courses.compactMap { course in
      guard let scale = course.scale, seen.insert(scale).inserted else { return nil }
      return words.scale(course) ?? course.scaleName ?? scale
    }
  }

  /// How marks were spread in the program, a table for each scale.
  fileprivate func distributions(in words: PageWords) -> [[String: any Sendable]] {
    (marks ?? []).map { spread in
      let scale = courses.first { $0.scale == spread.scale }.flatMap { words.scale($0) } ?? spread.name
      return [
        "scale": scale, "marks": String(spread.marks), "is_enough": spread.bands != nil,
        "bands": (spread.bands ?? []).map { band in
          ["band": band.told(in: words), "share": Self.share(band.marks, of: spread.marks)]
        },
      ]
    }
  }

  /// A share in percent, with one digit.
  static func share(_ part: Int, of all: Int) -> String {
    all == 0 ? "" : ((Double(part) * 1000 / Double(all)).rounded() / 10).printed
  }
}

extension CredentialRecord.Distribution.Band {
  fileprivate func told(in words: PageWords) -> String {
    if let mark { return mark }
    let (low, high) = (from.printed, to.printed)
    return isClosed ? "\(low) – \(high)" : words.both("from \(low) to below \(high)" as Message)
  }
}

extension PageWords {
  /// A sentence in each of the two languages, as paragraphs of their own.
  func each(_ message: Message) -> [[String: String]] {
    [first, second].map { ["lang": $0.language.rawValue, "words": message.told(in: $0)] }
  }

  /// A kind, which in English is its code.
  func word(_ code: String) -> String { both { $0.word(code).replacing("_", with: " ") } }

  /// A text in the two languages, in its main one where it lacks the first.
  func paragraphs(_ texts: Titles) -> [[String: String]] {
    let one = texts.byLanguage[first.language.rawValue]
    let main = texts.byLanguage.first { $0.value == texts.main }?.key ?? ""
    let other = texts.byLanguage[second.language.rawValue]
    return [["lang": one == nil ? main : first.language.rawValue, "words": one ?? texts.main]]
      + (other == nil || other == (one ?? texts.main)
        ? [] : [["lang": second.language.rawValue, "words": other ?? ""]])
  }

  /// What the marks of a scale of numbers mean.
  func scale(_ course: CredentialRecord.Course) -> String? {
    guard let lowest = course.lowest, let highest = course.highest, let passFrom = course.passFrom else {
      return nil
    }
    return both(
      "marks from \(lowest.printed) to \(highest.printed), passed from \(passFrom.printed)" as Message)
  }
}

extension [String?] {
  /// Those that there are, each once.
  fileprivate var distinct: [String] {
    compactMap(\.self).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
