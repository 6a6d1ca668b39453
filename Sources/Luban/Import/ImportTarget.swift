import Postgres
import Tabular

/// The column of a table that a column of a flat file is written into.
///
/// From its kind follow how it is read, what may be wrong with it, and how it is written.
struct ImportTarget: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// A text that people write.
    case text
    /// What something is called: a text with letters, as they were written.
    case title
    /// The code of the row itself.
    case code
    /// A day, in any form; of a fact it is never still to come.
    case day(isFact: Bool = false)
    /// A number, with a comma or a dot.
    case number
    /// A number of things.
    case count
    /// A number of a few things.
    case smallCount
    /// A word of a list, whose meaning is of a type of the database.
    case word(type: String)
    /// The code of a row of another table, written as its `id`: of one that all workshops share, or of the
    /// workshop's own.
    case reference(to: String, ofWorkshop: Bool = false)
    /// What stands in a column of another table, by which rows of that are known.
    case listed(in: String, by: String)
    /// A city of the country that stands in the line, by any of its names, written as its `id`.
    case city
    /// Codes with semicolons between them, each once, in their order.
    case codes
    /// Titles or names in other languages, `kk=…; uz=…`.
    case titles
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
  /// Whether it is a part of what is written, and no column of the table itself.
  let isPart: Bool

  /// - Parameters:
  ///   - needed: the rule that a row breaks without it.
  ///   - rule: the rule that a value breaks which means nothing, where it may be left out.
  init(
    _ column: StaticString, _ kind: Kind, needed: String? = nil, or rule: String? = nil,
    value: StaticString? = nil, isPart: Bool = false
  ) {
    self.isPart = isPart
    self.column = column.description
    self.kind = kind
    self.rule = needed ?? rule
    isNeeded = needed != nil
    self.value = value?.description
  }

  /// How its values are meant in a workbook.
  var valueKind: Column.Kind {
    switch kind {
    case .day: .day
    case .number, .count, .smallCount: .number
    case .text, .title, .code, .word, .reference, .listed, .city, .codes, .titles: .text
    }
  }
}
