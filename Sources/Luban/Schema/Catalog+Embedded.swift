import Messages

extension Catalog {
  /// What Luban says in a language: English where there is no other.
  public static func embedded(_ language: Language) -> Catalog {
    let file: String
    switch language {
    case .english: return .english
    // The language that nobody speaks asks it what there is to be translated.
    case .chinese, .pseudo: file = "zh_CN"
    case .russian: file = "ru"
    }
    // A test reads every file: none is left that can't be read.
    let text = (try? Embedded.file("po/\(file).po").text) ?? ""
    let catalog = (try? Catalog(language, portableObject: text)) ?? .english
    return Heading.lists.reduce(catalog.adding(Heading.shared(in: language), in: "column")) { catalog, list in
      catalog.adding(Heading.shared(in: language, by: "list \(list)"), in: "column of \(list)")
    }
  }
}
