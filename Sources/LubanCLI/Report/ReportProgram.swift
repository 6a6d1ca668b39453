import ArgumentParser
import Luban

struct ReportProgram: SummingCommand {
  static let sum = SummedReport.program
  static let configuration = CommandConfiguration(
    commandName: "program", abstract: "The program report: how the editions of programs do.",
    discussion: """
      A row for each edition, or what --by says. Figures are those of the cohort report, added up; the load \
      pass rate weighs courses by their hours, with prior learning that was recognized as passed. Courses \
      that get no mark are in neither rate.

      Examples:
        luban report program --as-of 2026-06-30
        luban report program --by program --by workshop --mode degree-education
        luban report program --program LOG --totals --output program.xlsx
      """)

  @Option(help: ArgumentHelp("What a row is of; may be repeated.", valueName: "cut"))
  var by: [ReportCut] = [.edition]
  @OptionGroup var sums: SumOptions
  @OptionGroup var listing: ListingOptions
}
