import ArgumentParser
import Luban
import Tabular

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "What was imported, and how files are written.",
    discussion: "Files are taken in by the verb import of each noun, as in luban student import.",
    subcommands: [ImportList.self, ImportShow.self, ImportTemplate.self])
}

struct ImportList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the files that were imported.",
    discussion: "Example:\n  luban import list --workshop UZ-TAS")

  @OptionGroup var place: WorkshopOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.imports.list(workshop: place.named)
  }
}

struct ImportShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one import: file, options, counts, and people it changed.",
    discussion: "Example:\n  luban import show UZ-TAS/B-0001")

  @Argument(
    help: ArgumentHelp("Number of the batch, as in UZ-TAS/B-0001, or key of its command.", valueName: "batch")
  )
  var batch: ImportReference
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let batch = try await office.imports.show(batch)
    try show.write(batch) { fields in
      fields.section("Import \(batch.workshops.map(\.batch.description).joined(separator: ", "))")
      fields.add("File", batch.fileName)
      fields.add("Holds", batch.noun)
      fields.add("Size", Figures.size(batch.fileBytes))
      fields.add("SHA-256", batch.sha256)
      fields.add("Read", "\(batch.recordedAt) by \(batch.recordedBy)")
      fields.add("Options", batch.options)
      fields.add("Command", batch.command)
      for part in batch.workshops {
        fields.section("Workshop \(part.workshop)")
        fields.add("Lines", Figures.count(part.lines))
        if batch.countsPeople {
          fields.add("People entered", Figures.count(part.peopleCreated))
          fields.add("People changed", Figures.count(part.peopleChanged))
          fields.add("Enrollments made", Figures.count(part.enrollmentsCreated))
        } else {
          fields.add("Records made", Figures.count(part.recordsCreated))
          fields.add("Records changed", Figures.count(part.recordsChanged))
        }
        fields.add("Unchanged", Figures.count(part.unchanged))
        fields.add("Refused", Figures.count(part.refused))
      }
    }
  }
}

extension ImportReference: ExpressibleByArgument {
  /// Reads a number or a key.
  public init?(argument: String) { self.init(argument) }
}
