import Postgres

/// Where an enrollment stands.
public enum EnrollmentState: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case applied, waitlisted, admitted, enrolled, suspended
  case completed, withdrawn, dismissed, transferred, rejected, declined
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}
