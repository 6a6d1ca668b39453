import ArgumentParser

/// The version of this program.
enum Version {
  static let text = "luban 0.1.0"
}

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Prints the version of luban.",
    discussion: """
      luban doctor tells the versions of server and schema as well.

      Example:
        luban version
      """)

  func run() throws { try Talk.print(Version.text) }
}
