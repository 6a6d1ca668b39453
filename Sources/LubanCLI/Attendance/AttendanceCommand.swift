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

/// Hours of students, separated by commas: `S-00007=1.5`.
struct StudentHours: ExpressibleByArgument {
  let hours: [(StudentNumber, Double)]

  init?(argument: String) {
    var hours: [(StudentNumber, Double)] = []
    for word in argument.split(separator: ",") {
      let parts = word.split(separator: "=")
      guard parts.count == 2, let number = StudentNumber(String(parts[0])), let there = Double(parts[1])
      else {
        return nil
      }
      hours.append((number, there))
    }
    if hours.isEmpty { return nil }
    self.hours = hours
  }
}

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
