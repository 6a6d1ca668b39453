/// How a number in a cell is meant: what only its format tells.
enum CellFormat: Equatable {
  case number
  /// A number of so many digits, zeros in front.
  case padded(Int)
  case percent
  case day
  case time
  /// A day with a time, or what the number shows of them.
  case moment
  /// Hours, minutes and seconds that may exceed a day.
  case elapsed

  /// The format that Excel has built in under a number; those of its editions for East Asia too.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .day
    case 18...21, 45, 47: self = .time
    // 32 to 35, 55 and 56 are days in one edition and times in another.
    case 22, 32...35, 55, 56: self = .moment
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// Reads a format that a workbook has made itself, such as `dd\.mm\.yyyy;@`.
  init(code: String) {
    let letters = Letters(of: code)
    if letters.isElapsed {
      self = .elapsed
    } else if letters.hasDay || letters.hasTime {
      self = letters.hasDay && letters.hasTime ? .moment : letters.hasDay ? .day : .time
    } else if letters.rest.contains("%") {
      self = .percent
    } else if letters.rest.count > 1, letters.rest.allSatisfy({ $0 == "0" }) {
      self = .padded(letters.rest.count)
    } else {
      self = .number
    }
  }

  /// What stands in a format for parts of a number: without quoted and escaped text, and what is in brackets.
  private struct Letters {
    var isElapsed = false
    var hasDay = false
    var hasTime = false
    var rest = ""

    init(of code: String) {
      var text = Substring(code.lowercased())
      for word in ["general", "am/pm", "a/p", "上午/下午"] { text = text.removing(word) }
      while let first = text.popFirst(), first != ";" {
        switch first {
        case "\"":
          while let next = text.popFirst(), next != "\"" {}
        case "\\", "_", "*": text = text.dropFirst()
        case "[":
          let bracket = text.prefix { $0 != "]" }
          text = text.dropFirst(bracket.count + 1)
          if let unit = bracket.first, "hms".contains(unit), bracket.allSatisfy({ $0 == unit }) {
            isElapsed = true
          }
        case "e" where text.first == "+" || text.first == "-": rest.append(first)
        default: rest.append(first)
        }
      }
      hasTime = rest.contains("h") || rest.contains("s")
      let isScientific = rest.contains("e+") || rest.contains("e-")
      hasDay =
        rest.contains { "ydgb".contains($0) } || rest.contains("e") && !isScientific
        || rest.contains("m") && !hasTime
    }
  }
}

extension Substring {
  fileprivate func removing(_ word: String) -> Substring {
    guard let range = firstRange(of: word) else { return self }
    return self[..<range.lowerBound] + self[range.upperBound...].removing(word)
  }
}
