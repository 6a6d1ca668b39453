import Postgres

/// What is noted of a student at a session.
public enum AttendanceStatus: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case present, late, excused, absent
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}
