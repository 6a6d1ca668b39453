import Postgres
import Tabular

/// The column of a table that a column of a flat file is written into.
///
/// From its kind follow how it is read, what may be wrong with it, and how it is written.
struct ImportTarget: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// A text that people write.
    case text
    /// The code of the row itself.
    case code
    /// A day, in any form.
    case day
    /// A number, with a comma or a dot.
    case number
    /// A number of things.
    case count
    /// A word of a list, whose meaning is of a type of the database.
    case word(type: String)
    /// The code of a row that all workshops share, written as its `id`.
    case reference(to: String)
  }

  let column: String
  let kind: Kind
  /// The rule that is broken where it is needed and not there, or where no rule of its kind says why it
  /// can't be read.
  let rule: String?
  /// Whether a row can't be without it.
  let isNeeded: Bool
  /// What is written, where that is not what the line says, else what the row has: of `r`, what the line
  /// says, `k`, the row that is there, and rows referred to, by the name of the column of the file.
  let value: String?
  /// Whether it is the day of a fact, which is never still to come.
  let isFact: Bool

  private init(
    _ column: StaticString, _ kind: Kind, needed: String? = nil, or rule: String? = nil,
    value: StaticString? = nil, isFact: Bool = false
  ) {
    self.column = column.description
    self.kind = kind
    self.rule = needed ?? rule
    isNeeded = needed != nil
    self.value = value?.description
    self.isFact = isFact
  }

  static func text(
    _ column: StaticString, needed rule: String? = nil, value: StaticString? = nil
  ) -> ImportTarget { ImportTarget(column, .text, needed: rule, value: value) }

  static func code(_ column: StaticString) -> ImportTarget { ImportTarget(column, .code) }

  static func day(
    _ column: StaticString, needed rule: String? = nil, value: StaticString? = nil, isFact: Bool = false
  ) -> ImportTarget { ImportTarget(column, .day, needed: rule, value: value, isFact: isFact) }

  static func number(_ column: StaticString, needed rule: String) -> ImportTarget {
    ImportTarget(column, .number, needed: rule)
  }

  static func count(_ column: StaticString, needed rule: String) -> ImportTarget {
    ImportTarget(column, .count, needed: rule)
  }

  /// - Parameter rule: broken by a word that is none of the list.
  static func word(
    _ column: StaticString, type: StaticString, or rule: String, value: StaticString? = nil
  ) -> ImportTarget { ImportTarget(column, .word(type: type.description), or: rule, value: value) }

  /// - Parameter rule: broken by a code that is not known; `needed`, by none too.
  static func reference(
    _ column: StaticString, to table: StaticString, needed: String? = nil, or rule: String? = nil
  ) -> ImportTarget {
    ImportTarget(column, .reference(to: table.description), needed: needed, or: rule)
  }

  /// How its values are meant in a workbook.
  var valueKind: Column.Kind {
    switch kind {
    case .day: .day
    case .number, .count: .number
    case .text, .code, .word, .reference: .text
    }
  }
}
