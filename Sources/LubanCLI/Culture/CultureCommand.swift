import ArgumentParser

struct CultureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "culture",
    abstract: "Culture events, who takes part in them, and the hours they count.",
    discussion: """
      A calligraphy day, a company visit, a festival, a month in Tianjin. Hours in events count toward the \
      culture hours of the program, with those attended in classes of culture modules.
      """,
    subcommands: [
      CultureAdd.self, CultureList.self, CultureShow.self, CultureEdit.self, CultureAttend.self,
      CultureCorrect.self, CultureHours.self, CultureImport.self, CultureEventImport.self, CultureRemove.self,
    ])
}
