import ArgumentParser
import Glibc
import Luban

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
    commandName: "backup", abstract: "Writes the whole database to a file (pg_dump).",
    discussion: "The file appears when it is complete.\n\nExample:\n  luban db backup luban.backup")
  @Argument(help: ArgumentHelp("File to write.", valueName: "file"))
  var file: String
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run() throws {
    let part = file + ".part"
    do {
      try DatabaseTool("pg_dump", for: connection).run(["--format=custom", "--no-owner", "--file=\(part)"])
      guard rename(part, file) == 0 else {
        throw LubanError.connection("\(file) can't be written: \(String(cString: strerror(errno))).")
      }
    } catch {
      unlink(part)
      throw error
    }
    try result.report("Wrote \(file).", ["backup": file])
  }
}

struct DatabaseRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Puts the database back to what a backup holds (pg_restore).",
    discussion: """
      One transaction: what is there now is replaced whole, or stays.

      Example:
        luban db restore luban.backup --yes
      """)
  @Argument(help: ArgumentHelp("File that luban db backup wrote.", valueName: "file"))
  var file: String
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run() throws {
    guard access(file, R_OK) == 0 else {
      throw LubanError.invalidData("\(file) can't be read: \(String(cString: strerror(errno))).")
    }
    try confirmation.confirm("Replace everything in the database by what \(file) holds?")
    try DatabaseTool("pg_restore", for: connection).run(
      ["--clean", "--if-exists", "--no-owner", "--single-transaction", file])
    try result.report("Restored \(file).", ["restored": file])
  }
}
