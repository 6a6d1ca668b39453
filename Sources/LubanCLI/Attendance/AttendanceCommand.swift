import ArgumentParser
import Luban

struct AttendanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attendance", abstract: "Attendance: taken, corrected, counted, by command and by sheet.",
    subcommands: [
      AttendanceTake.self, AttendanceCorrect.self, AttendanceUndo.self, AttendanceShow.self,
      AttendanceList.self, AttendanceRates.self, AttendanceSheetWrite.self, AttendanceImport.self,
    ])
}

extension AttendanceStatus: WordedArgument {}

extension AttendanceUnit: ExpressibleByArgument {}

/// Numbers of students separated by commas: `S-00007,12`.
struct StudentNumbers: ExpressibleByArgument {
  let numbers: [StudentNumber]

  init?(argument: String) {
    var numbers: [StudentNumber] = []
    for word in argument.split(separator: ",") {
      guard let number = StudentNumber(String(word)) else { return nil }
      numbers.append(number)
    }
    if numbers.isEmpty { return nil }
    self.numbers = numbers
  }
}
