import ArgumentParser
import Glibc
import Luban

struct DatabaseRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Puts Luban's data back to what a backup holds (pg_restore).",
    discussion: """
      One transaction: what is there now is replaced whole, or stays. A backup of an older luban is brought \
      up to date with luban db migrate afterward; the private database by itself.

      Example:
        luban db restore luban.backup --yes
      """)
  @Argument(help: ArgumentHelp("File that luban db backup wrote.", valueName: "file"), completion: .file())
  var file: String
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run() throws {
    try look()
    try confirmation.confirm("Replace everything in the database by what \(file) holds?")
    try replace()
    try result.report("Restored \(file).", ["restored": file])
  }

  /// Makes sure that the file is a backup of Luban's, before anything else is asked or done.
  private func look() throws {
    guard access(file, R_OK) == 0 else {
      throw LubanError.invalidData("\(file) can't be read: \(String(cString: strerror(errno))).")
    }
    let list = try Pipe()
    let tool = try DatabaseTool.start("pg_restore", ["--list", file], output: list.input)
    list.closeInput()
    let contents = list.text()
    guard try tool.hasSucceeded(), contents.contains(" SCHEMA - luban ") else {
      throw LubanError.invalidData("\(file) is no backup that luban db backup wrote. Nothing was changed.")
    }
  }

  /// What is looked up by statement is not looked up row by row, as soon as all rows are there.
  private static let end = """
    do $$ begin
      if to_regprocedure('luban.look_up_by_statement()') is not null then
        perform luban.look_up_by_statement();
      end if;
    end $$;
    commit;

    """

  /// Feeds psql one transaction: what is there goes, what pg_restore reads comes.
  ///
  /// We hold the pipe's end, and say commit when pg_restore has read all of the file: where it fails, psql
  /// meets the end of its input without one, and the server rolls back.
  private func replace() throws {
    let pipe = try Pipe()
    let psql = try DatabaseTool("psql", for: result.connection).start(
      ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"], input: pipe.output)
    pipe.closeOutput()
    Talk.write(
      """
      begin; set local client_min_messages = warning; set local lock_timeout = '30s';
      drop schema if exists \(Schema.names.joined(separator: ", ")) cascade;

      """, to: pipe.input)
    let reader = try DatabaseTool.start("pg_restore", ["--no-owner", "--file=-", file], output: pipe.input)
    let isRead = try reader.hasSucceeded()
    if isRead { Talk.write(Self.end, to: pipe.input) }
    pipe.closeInput()
    let unchanged = "The database is as it was."
    try psql.finish(unchanged, isCommitting: isRead)
    guard isRead else {
      throw LubanError.invalidData("\(file) is damaged: what pg_restore said stands above. \(unchanged)")
    }
  }
}
