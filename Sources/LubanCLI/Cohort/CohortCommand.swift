import ArgumentParser

struct CohortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort", abstract: "Cohorts: intakes of a program at a workshop.",
    subcommands: [
      CohortPlan.self, CohortOpen.self, CohortStart.self, CohortClose.self, CohortCancel.self,
      CohortEdit.self,
      CohortList.self, CohortShow.self, CohortRoster.self,
    ])
}
