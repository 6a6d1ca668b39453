extension String {
  /// The text with its placeholders filled: `{day}` by the value of that name.
  ///
  /// What stands in brackets is left out where a value in it is missing; outside of them a missing value
  /// leaves out all up to the next bracket, as the function `filled` of the database has it.
  public func filled(_ values: [String: String]) -> String {
    var told = ""
    var part = ""
    var isWhole = true
    var name: String?
    func end() {
      if isWhole { told += part }
      (part, isWhole) = ("", true)
    }
    for character in self {
      switch (character, name) {
      case ("[", nil), ("]", nil): end()
      case ("{", nil): name = ""
      case ("}", let placeholder?):
        if let value = values[placeholder] { part += value } else { isWhole = false }
        name = nil
      case (_, nil): part.append(character)
      case (_, let started?): name = started + String(character)
      }
    }
    end()
    return told
  }
}
