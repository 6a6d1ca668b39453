import ArgumentParser
import Luban
import Tabular

struct DatabaseShell: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Opens psql on the database.",
    discussion: "Example:\n  luban db shell -- -c \"select code from luban.cohort\"")
  @OptionGroup var connection: ConnectionOptions
  @Argument(parsing: .postTerminator, help: "Arguments for psql.")
  var arguments: [String] = []

  func run() throws { try DatabaseTool("psql", for: connection).become(arguments) }
}

struct DatabaseBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Writes all of Luban's data to a file (pg_dump).",
    discussion: "The file appears when it is complete.\n\nExample:\n  luban db backup luban.backup")
  @Argument(help: ArgumentHelp("File to write.", valueName: "file"), completion: .file())
  var file: String
  @OptionGroup var result: ResultOptions

  func run() throws {
    let tool = try DatabaseTool("pg_dump", for: result.connection)
    // Names and documents of people are in it: nobody else reads it.
    let output = try OutputFile(path: file, permissions: 0o600)
    do {
      // With these schemas alone: a database may hold more than Luban. Extensions that Luban uses go along.
      let arguments =
        [
          "--format=custom", "--no-owner", "--no-privileges", "--extension=btree_gist", "--extension=pg_trgm",
          "--extension=fuzzystrmatch", "--lock-wait-timeout=30s",
        ] + Schema.names.map { "--schema=\($0)" }
      try tool.start(arguments, output: output.descriptor).finish("\(file) was not written.")
      try output.commit()
    } catch {
      output.discard()
      throw error
    }
    try result.report("Wrote \(file).", ["backup": file])
  }
}
