import ArgumentParser
import Luban

/// The workshop a command works in: said once in the environment by who works in one only.
struct WorkshopOptions: ParsableArguments {
  @Option(help: "Of this workshop; LUBAN_WORKSHOP unless given.")
  var workshop: WorkshopCode?

  /// The workshop named on the command line or in the environment.
  var named: WorkshopCode? { workshop ?? Self.ofEnvironment }

  /// The workshop of who works in one only.
  @TaskLocal static var ofEnvironment = ConnectionOptions.environment("LUBAN_WORKSHOP").map {
    WorkshopCode($0)
  }

  /// The workshop of a command that can't do without.
  func required() throws -> WorkshopCode {
    guard let named else {
      throw LubanError.usage("Which workshop? Give --workshop, or set LUBAN_WORKSHOP.")
    }
    return named
  }
}
