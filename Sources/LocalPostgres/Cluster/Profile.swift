extension Cluster {
  /// How a cluster is set up when it is made.
  public enum Profile: Sendable, Hashable {
    /// For data that must last: whatever was committed survives a crash and a loss of power.
    case durable
    /// For a run of tests: nothing survives a loss of power, and anyone who gets at the socket is let in
    /// under any role.
    case throwaway
  }
}
