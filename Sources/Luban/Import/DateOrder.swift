/// The order of a date with slashes or hyphens whose year is last; nothing else leaves it open.
public enum DateOrder: String, Sendable, CaseIterable {
  /// 14/03/2008.
  case dayFirst = "dd/mm/yyyy"
  /// 03/14/2008.
  case monthFirst = "mm/dd/yyyy"

  /// Reads it as people name it, with slashes, hyphens or dots.
  public init?(named name: String) {
    self.init(rawValue: String(name.lowercased().map { $0 == "." || $0 == "-" ? "/" : $0 }))
  }
}
