import Messages
import ArgumentParser
import LocalPostgres
import Luban
import Tabular

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Looks whether all is well, and says how to mend what is not.",
    discussion: """
      Server, versions, schema, clock, collation and disk; with --deep also whether states, seats, \
      waitlists and report agree with the events they come from, which reads all of them.

      Example:
        luban doctor --deep
      """)

  @Flag(help: "Compare what is derived with what it comes from.")
  var deep = false
  @OptionGroup var show: ShowOptions

  func run() async throws {
    let office = show.connection.office()
    var findings = [Finding(check: "luban", isWell: true, found: Message(verbatim: Version.text))]
    findings += try await office.schema.examine(isDeep: deep)
    if show.connection.namedSettings == nil { findings.append(try await disk()) }
    try show.write(findings) { fields in
      fields.add(
        TextTable(
          columns: [TextColumn(""), TextColumn("check"), TextColumn("found"), TextColumn("way out")],
          rows: findings.map {
            [
              $0.isWell ? "✓" : "✗", $0.check.told(in: Speech.catalog), $0.found.told(in: Speech.catalog),
              ActionWords.commands.say($0.wayOut, $0.actions),
            ]
          }))
    }
    if !findings.allSatisfy(\.isWell) { throw Exit.ruleBroken.code }
  }

  private func disk() async throws -> Finding {
    let cluster = try ConnectionOptions.privateCluster()
    let free = try cluster.freeSpace()
    return Finding(
      check: "disk", isWell: free > 512 << 20, found: "\(Figures.size(free)) free at \(cluster.dataFolder)",
      wayOut: "Free some space: a full disk stops the server.")
  }
}
