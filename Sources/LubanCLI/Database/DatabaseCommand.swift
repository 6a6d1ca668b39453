import ArgumentParser
import Luban

struct DatabaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db", abstract: "The database: schema, private server, backups.",
    subcommands: [
      DatabaseStart.self, DatabaseStop.self, DatabaseStatus.self, DatabaseShell.self, DatabaseWhere.self,
      DatabaseMigrate.self, DatabaseBackup.self, DatabaseRestore.self, DatabaseDestroy.self,
    ])
}

struct DatabaseMigrate: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Brings the schema to that of this luban.",
    discussion: """
      One transaction: all is done, or nothing. Of two that run at once, one waits and finds nothing to do.

      Examples:
        luban db migrate --plan
        luban db migrate
      """)

  @Flag(help: "Only say what would be done.")
  var plan = false
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let steps = plan ? try await office.schema.plan() : try await office.schema.migrate()
    if steps.isEmpty { return try result.report("The schema is up to date.", steps) }
    let list = steps.map { step in "\n  \(step.number.map { "\($0) " } ?? "")\(step.name)" }.joined()
    try result.report("\(plan ? "Would apply:" : "Applied:")\(list)", steps)
  }
}
