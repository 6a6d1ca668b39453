/// How long the client waits for the server, whatever the server's own timeouts are.
///
/// Only these end a wait for a frozen host, whose kernel may keep a TCP connection alive for ever, and for
/// a COMMIT that waits for a standby, which `statement_timeout` does not cover.
public struct Deadlines: Sendable, Hashable {
  /// How long the server may take over a statement, COMMIT included.
  ///
  /// While COPY or streamed rows flow, each step forward renews it. The caller's own work on rows does not
  /// count.
  public var statement: Duration

  /// How long, after a cancel request, the server may take to stop before the connection is dropped.
  public var grace: Duration

  /// A minute for a statement, two seconds of grace, unless told otherwise.
  public init(statement: Duration = .seconds(60), grace: Duration = .seconds(2)) {
    self.statement = statement
    self.grace = grace
  }
}
