import FoundationEssentials

/// What a certificate awards, as its code says it to those who have only the paper.
///
/// It holds neither birth date nor number of a document: who finds the paper learns nothing that is
/// not on it.
public struct Award: Sendable, Hashable, Codable {
  /// Serial number of the certificate.
  public var serial: String
  /// Title of the certificate.
  public var title: String
  /// Whose certificate it is: `host` or `chinese`.
  public var side: String
  /// Name as the graduate writes it.
  public var name: String
  /// Name as in the passport.
  public var latinName: String?
  /// Chinese name.
  public var chineseName: String?
  /// Title of the program.
  public var program: String
  /// Its Chinese title.
  public var programChinese: String?
  /// Level, ISCED 2011.
  public var level: Int
  /// Hours of the required courses.
  public var hours: Double
  /// The workshop.
  public var workshop: String
  /// Its country, ISO 3166-1.
  public var country: String
  /// Who awards: the body of this certificate first, then that of the other side's, where there is one.
  public var bodies: [Body]
  /// First day of teaching, YYYY-MM-DD as all days here.
  public var intake: String
  /// Day of the completion.
  public var completedOn: String
  /// Day of issue.
  public var issuedOn: String
  /// Day of the signature, in UTC.
  public var signedOn: String

  /// An awarding body.
  public struct Body: Sendable, Hashable, Codable {
    /// Its code, as in `UZ-TSTU`.
    public var code: String
    /// What it is called.
    public var name: String
    /// What it is called in Chinese.
    public var chineseName: String?

    /// An awarding body.
    public init(code: String, name: String, chineseName: String? = nil) {
      (self.code, self.name, self.chineseName) = (code, name, chineseName)
    }
  }

  /// What a certificate awards.
  public init(
    serial: String, title: String, side: String, name: String, latinName: String? = nil,
    chineseName: String? = nil, program: String, programChinese: String? = nil, level: Int, hours: Double,
    workshop: String, country: String, bodies: [Body], intake: String, completedOn: String, issuedOn: String,
    signedOn: String
  ) {
    (self.serial, self.title, self.side) = (serial, title, side)
    (self.name, self.latinName, self.chineseName) = (name, latinName, chineseName)
    (self.program, self.programChinese, self.level, self.hours) = (program, programChinese, level, hours)
    (self.workshop, self.country, self.bodies) = (workshop, country, bodies)
    (self.intake, self.completedOn, self.issuedOn, self.signedOn) = (intake, completedOn, issuedOn, signedOn)
  }
}

/// The same as a JSON array, whose places docs/adr/0052-paper-that-proves-itself.md names: names of fields
/// would be a third of the code.
struct PackedAward: Codable {
  let award: Award

  init(_ award: Award) { self.award = award }

  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for text in [award.serial, award.title, award.side] { try list.encode(text) }
    try list.encode([award.name, award.latinName, award.chineseName])
    try list.encode([award.program, award.programChinese])
    try list.encode(award.level)
    try list.encode(award.hours)
    for text in [award.workshop, award.country] { try list.encode(text) }
    try list.encode(award.bodies.map { [$0.code, $0.name, $0.chineseName] })
    for day in [award.intake, award.completedOn, award.issuedOn, award.signedOn] { try list.encode(day) }
  }

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    func text() throws -> String { try list.decode(String.self) }
    func texts(_ count: Int) throws -> [String?] {
      Self.filled(try list.decode([String?].self), count)
    }
    let (serial, title, side) = (try text(), try text(), try text())
    let (names, program) = (try texts(3), try texts(2))
    let (level, hours) = (try list.decode(Int.self), try list.decode(Double.self))
    let (workshop, country) = (try text(), try text())
    let bodies = try list.decode([[String?]].self).map { Self.filled($0, 3) }
    award = Award(
      serial: serial, title: title, side: side, name: names[0] ?? "", latinName: names[1],
      chineseName: names[2], program: program[0] ?? "", programChinese: program[1], level: level,
      hours: hours,
      workshop: workshop, country: country,
      bodies: bodies.map { Award.Body(code: $0[0] ?? "", name: $0[1] ?? "", chineseName: $0[2]) },
      intake: try text(), completedOn: try text(), issuedOn: try text(), signedOn: try text())
  }

  private static func filled(_ texts: [String?], _ count: Int) -> [String?] {
    Array((texts + [String?](repeating: nil, count: count)).prefix(count))
  }
}
