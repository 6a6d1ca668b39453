import Dispatch

/// A thread's worth of blocking work: an actor on a queue of its own, with the one connection it may touch.
///
/// libpq may block here without holding one of the few threads of Swift's own pool.
actor Lane {
  private let executor = LaneExecutor()
  private let connect: @Sendable () throws -> Connection
  private var connection: Connection?

  /// - Parameter connect: called on the lane whenever it needs a new connection.
  init(connect: @escaping @Sendable () throws -> Connection) {
    self.connect = connect
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Runs work on the connection, which is opened first if there is none that lives.
  func run<Value: Sendable>(
    _ interrupt: Interrupt, _ body: @Sendable (Connection) throws -> Value
  ) throws -> Value {
    if connection?.isAlive != true { connection = nil }
    if interrupt.isRaised { throw PostgresError.cancelled }
    let connection = try connection ?? connect()
    self.connection = connection
    connection.interrupt = interrupt
    defer {
      connection.interrupt = nil
      if connection.isBroken { self.connection = nil }
    }
    return try body(connection)
  }

  /// Closes the connection.
  func close() { connection = nil }
}

/// Runs an actor's jobs one after another on a dispatch queue. (`DispatchSerialQueue`, which is an executor
/// itself, does not exist on Linux.)
private final class LaneExecutor: SerialExecutor {
  // A serial queue gets a thread of its own when it blocks, unlike the shared concurrent ones.
  private let queue = DispatchQueue(label: "postgres.lane")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
