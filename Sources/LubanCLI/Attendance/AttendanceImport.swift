import ArgumentParser
import Luban

struct AttendanceImport: ImportingCommand {
  static let form = ImportForm.attendance
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in attendance: a sheet that comes back, or a line a student.",
    discussion: """
      A sheet of luban attendance sheet is known by its code. A cell that was changed in Luban meanwhile, to \
      something else than it says, is refused; empty cells say nothing. Behind the word may stand the hours \
      of who was not there all the time: late 1.5. Other files have a line for each \
      student and session: luban import template attendance.

      Examples:
        luban attendance sheet UZ-TAS-LOG-2022A/LOG-105 --from 2022-09-01 \\
          --to 2022-09-30 --output september.csv
        sed -i '2s/,,/,present,/' september.csv
        luban attendance import september.csv --dry-run
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportLineOptions
  @OptionGroup var result: ResultOptions
}
