import CLibpq

/// Whether a server is there, as libpq found without logging in.
public enum PingAnswer: Sendable, Hashable {
  /// It runs and takes connections.
  case accepting
  /// It runs but takes none now: it is starting, stopping or recovering.
  case rejecting
  /// Nothing answered within `connect_timeout`.
  case noResponse
  /// The settings are such that nothing could be tried.
  case notAttempted
}

/// Asks whether a server takes connections.
///
/// No valid user, password or database is needed. Blocks.
public func ping(_ settings: ConnectionSettings) -> PingAnswer {
  guard let options = try? settings.libpqOptions() else { return .notAttempted }
  return switch options.withCArrays({ PQpingParams($0, $1, 1) }) {
  case PQPING_OK: .accepting
  case PQPING_REJECT: .rejecting
  case PQPING_NO_RESPONSE: .noResponse
  default: .notAttempted
  }
}
