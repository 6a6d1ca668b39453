import ArgumentParser
import LocalPostgres
import Luban
import Tabular

struct DatabaseStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Starts the private server; other commands do so by themselves.",
    discussion: "Example:\n  luban db start")
  @OptionGroup var result: ResultForm

  func run() throws {
    let cluster = try ConnectionOptions.privateCluster()
    try cluster.ensureRunning()
    try result.report("The private database runs in \(cluster.dataFolder).", ["data": cluster.dataFolder])
  }
}

struct DatabaseStop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "Stops the private server; what is not committed is rolled back.",
    discussion: "Example:\n  luban db stop")
  @OptionGroup var result: ResultForm

  func run() throws {
    let hasRun = try ConnectionOptions.privateCluster().stop()
    try result.report(hasRun ? "Stopped." : "It was not running.", ["stopped": hasRun])
  }
}

struct DatabaseStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tells how the private server is.",
    discussion: "Example:\n  luban db status")
  @OptionGroup var show: ShowForm

  private struct Facts: Encodable {
    let state: String
    let version: String?
    let process: Int32?
    let data: String
    let socket: String?
    let log: String
    let bytes: Int
  }

  func run() async throws {
    let status = try await ConnectionOptions.privateCluster().status()
    let facts = Facts(
      state: status.state.rawValue, version: status.serverVersion ?? status.majorVersion.map(String.init),
      process: status.process, data: status.dataFolder, socket: status.socketFolder, log: status.logFile,
      bytes: status.sizeOnDisk)
    try show.write(facts) { fields in
      fields.section("Private database")
      fields.add("State", facts.state)
      fields.add("PostgreSQL", facts.version)
      fields.add("Process", facts.process.map { String($0) })
      fields.add("Data", facts.data)
      fields.add("Socket", facts.socket)
      fields.add("Log", facts.log)
      fields.add("Size", Figures.size(facts.bytes))
    }
  }
}

struct DatabaseWhere: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "where", abstract: "Prints how to reach the database, as libpq's DSN.",
    discussion: "Example:\n  luban db where")
  @OptionGroup var connection: ConnectionOptions

  func run() throws {
    let settings = try connection.namedSettings ?? ConnectionOptions.privateCluster().connectionSettings
    try Talk.print(settings.dsn ?? "as PG* variables say")
  }
}

struct DatabaseDestroy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy", abstract: "Removes the private database with everything in it.",
    discussion: "Example:\n  luban db destroy --yes")
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultForm

  func run() throws {
    let cluster = try ConnectionOptions.privateCluster()
    try confirmation.confirm("Remove \(cluster.dataFolder) with everything in it?")
    try cluster.destroy()
    try result.report("Removed \(cluster.dataFolder).", ["removed": cluster.dataFolder])
  }
}
