import ArgumentParser
import Luban

struct ReportAttendance: SummingCommand {
  static let sum = SummedReport.attendance
  static let configuration = CommandConfiguration(
    commandName: "attendance", abstract: "The attendance report: how much was noted, and how much attended.",
    discussion: """
      Coverage tells how far the rate can be trusted: sessions at which attendance was taken, of all \
      that were held. Offered are the hours of all who were enrolled on the day of a session, noted or \
      not. Attendance is the figure of luban attendance rates and of the cohort report: attended of \
      noted hours, cut to one digit. By partner, a cohort counts for each host and each Chinese lead; \
      totals count it once. By month, sessions are told in the month in which they were held; its page \
      has a map of the months.

      Examples:
        luban report attendance --by workshop --as-of 2026-06-30
        luban report attendance --by cohort --by month --workshop UZ-TAS \\
          --as-of 2026-06-30
        luban report attendance --by program --by intake-year --totals \\
          --output attendance.xlsx
      """)

  @Option(help: ArgumentHelp("What a row is of; may be repeated.", valueName: "cut"))
  var by: [ReportCut] = [.workshop]
  @OptionGroup var sums: SumOptions
  @OptionGroup var listing: ListingOptions
}
