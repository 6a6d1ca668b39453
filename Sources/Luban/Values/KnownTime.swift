import Postgres

/// A time as of which something is known, to the microsecond, as the database writes it.
///
/// None but the database reads what people write: ``Office/knownMoment(_:)`` makes one of it, once.
public struct KnownTime: Hashable, Sendable, CustomStringConvertible {
  /// The time with its zone.
  public let description: String

  /// It by ISO 8601: `2026-10-05T08:59:12.204117Z`.
  public var iso: String { description.replacing(" ", with: "T").replacing("+00", with: "Z") }
}

extension KnownTime: SQLEncodable, SQLDecodable {
  /// Sent as `timestamptz`.
  public static var sqlType: SQLType { .timestamptz }
  /// As it was read.
  public var sqlText: String? { description }
  /// Reads what PostgreSQL writes.
  public init?(sqlText: String) { self.init(description: sqlText) }
}

/// The time for which something can be told so that it is told again.
public struct KnownMoment: Sendable, Hashable {
  /// The time.
  public let time: KnownTime
  /// Whether it is earlier than was asked, since a command that began then is still running.
  public let isHeld: Bool
  /// Whether it is earlier than was asked, since that is still to come.
  public let isToCome: Bool
}

extension Office {
  /// The time for which a figure can be told so that it is told again, whatever commits later: the one asked
  /// for, or now, but before the start of every command that is still running, whose rows are of its start.
  ///
  /// Who asks for a time within the last half second waits until it is that long past.
  ///
  /// - Parameter asked: a time as PostgreSQL reads it, in UTC where it names no zone; a day is all of it, to
  ///   its last moment.
  public func knownMoment(_ asked: String?) async throws -> KnownMoment {
    let isDay = asked.map { Day($0) != nil } ?? false
    let asked = asked.map { isDay ? $0 + " 23:59:59.999999" : $0 }
    do { return try await read { try $0.knownMoment(asked) } } catch LubanError.invalidData {
      throw LubanError.usage(
        """
        “\(asked ?? "")” is no time. Write it as in 2026-06-30T18:00+05:00; without a zone it is one of UTC.
        """)
    }
  }
}

extension Transaction {
  fileprivate func knownMoment(_ asked: String?) throws -> KnownMoment {
    let (time, isHeld, isToCome) = try one(
      "select moment, is_held, is_to_come from luban.known_moment(\(asked, as: .timestamptz))",
      as: (KnownTime.self, Bool.self, Bool.self))
    return KnownMoment(time: time, isHeld: isHeld, isToCome: isToCome)
  }
}
