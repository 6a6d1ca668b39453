import ArgumentParser
import Luban
import Messages

/// A command that works on an office: connects, runs, lets errors through to ``Main``.
protocol OfficeCommand: AsyncParsableCommand {
  var connection: ConnectionOptions { get }
  /// Whether people read what it tells, and not programs.
  var isForPeople: Bool { get }
  func run(_ office: Office) async throws
}

extension OfficeCommand {
  /// What changes something talks to people.
  var isForPeople: Bool { true }

  func run() async throws { try await withDatabase { try await run($0) } }

  /// Works on the database, which is set up first where it is a private one.
  func withDatabase(_ work: (Office) async throws -> Void) async throws {
    let office = connection.office(for: isForPeople ? Speech.catalog.language : .english)
    do { try await work(office) } catch LubanError.schema(let problem) where problem.isMendedByMigrating {
      // A private database is nobody else's: it is made, and kept up to date, without being asked.
      guard connection.namedSettings == nil else { throw LubanError.schema(problem) }
      Talk.say(
        problem == .missing
          ? "Setting up the private database …" : "Bringing the private database up to date …")
      _ = try await office.schema.migrate()
      do { try await work(office) } catch is CancellationError {
        throw Interruption.Stopped(kept: "The private database was set up; nothing else was changed.")
      }
    }
  }
}
