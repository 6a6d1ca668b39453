import ArgumentParser
import Luban

struct PlacementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "placement",
    abstract: "Work-based learning at enterprises: places, assignments, hours, evaluations.",
    subcommands: [
      PlacementOfferAdd.self, PlacementOffers.self, PlacementEdit.self, PlacementAssign.self,
      PlacementList.self, PlacementLog.self, PlacementCorrect.self, PlacementEvaluate.self,
      PlacementShow.self, PlacementClashes.self, PlacementImport.self, PlacementLogImport.self,
      PlacementEvaluateImport.self, PlacementOfferImport.self, PlacementEnd.self, PlacementRemove.self,
    ])
}

extension EvaluationSide: WordedArgument {}

/// Whose placement a command is about, and which where there are several.
struct PlacementOptions: ParsableArguments {
  @Argument(help: "Number of the student.")
  var student: StudentReference
  @OptionGroup var place: WorkshopOptions
  @Option(help: "Cohort, where the student is in several.")
  var cohort: CohortCode?
  @Option(help: "Offer; that of the day, or the latest, unless given.")
  var offer: OfferCode?

  var reference: PlacementReference {
    // A cohort says itself of which workshop it is.
    let workshop = student.workshop ?? (cohort == nil ? place.named : nil)
    return PlacementReference(
      StudentReference(workshop: workshop, number: student.number), cohort: cohort, offer: offer)
  }
}
