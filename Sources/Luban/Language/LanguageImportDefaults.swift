/// What holds for the lines of a list of tests that do not say it themselves.
public struct LanguageImportDefaults: Sendable {
  /// Level that was tested.
  public var level: LanguageLevel?
  /// Framework of levels that are named without one.
  public var framework: String?
  /// Day of the test.
  public var takenOn: Day?
  /// Test center.
  public var center: String?
  /// Purpose of the test.
  public var purpose: LanguageCertificatePurpose?

  /// Nothing said yet.
  public init() {}
}

extension LanguageCertificates {
  /// The defaults of a list of tests as parameters of an ``ImportRequest``.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown level or framework.
  public func params(_ defaults: LanguageImportDefaults) async throws -> [String: String] {
    let level = try await office.read { tx in
      if let framework = defaults.framework { try tx.checkFramework(framework) }
      return try tx.existing(defaults.level)
    }
    return [
      "level": level?.description, "framework": defaults.framework?.lowercased() ?? level?.framework,
      "on": defaults.takenOn?.iso, "center": defaults.center, "purpose": defaults.purpose?.rawValue,
    ].compactMapValues { $0 }
  }
}
