import ArgumentParser
import Glibc
import Luban
import Tabular

/// The forms in which rows leave Luban.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, jsonl, xlsx, html, md, pdf

  /// Pages, which people read and nobody sends back.
  static let pages: Set<OutputFormat> = [.html, .md, .pdf]

  /// Whether it is for people, in their language.
  var isForPeople: Bool { self == .table || self == .xlsx || Self.pages.contains(self) }

  /// What files of other programs end in: a table of text under such a name would deceive.
  private static let others: Set<String> = [
    "htm", "xls", "xlsb", "xlsm", "ods", "doc", "docx", "odt", "rtf", "xml", "tsv", "yaml", "yml",
    "sql", "zip", "gz", "parquet", "sqlite", "db", "ics",
  ]

  /// The form that the name of a file asks for; nil where it says nothing.
  init?(ofFile path: String) {
    guard let ending = Self.ending(of: path),
      let format = Self(rawValue: ending == "ndjson" ? "jsonl" : ending),
      format != .table
    else { return nil }
    self = format
  }

  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? name.split(separator: ".").last?.lowercased() : nil
  }

  /// Refuses a name that promises another form than the one asked for, or one that there is not.
  ///
  /// - Parameter isListing: whether it may be a page as well, and not only a file that is sent back.
  static func check(_ output: String?, format: OutputFormat?, isListing: Bool = false) throws {
    if let output, let ending = ending(of: output) {
      if isListing, others.contains(ending) {
        throw ValidationError(
          saying: """
            There is no form \(ending): a file ends in .csv, .xlsx, .json, .jsonl, .html, .pdf, .md, or .txt \
            for a table.
            """)
      }
      if !isListing, others.contains(ending) || Self(rawValue: ending).map(pages.contains) == true {
        throw ValidationError(
          saying: "There is no form \(ending) of a file that is sent back: it ends in .csv or .xlsx.")
      }
    }
    if let output, let format, let named = OutputFormat(ofFile: output), named != format {
      throw ValidationError(
        saying: "\(output) names the form \(named.rawValue), --format another: leave one of them out.")
    }
    if output == nil, isatty(STDOUT_FILENO) == 1 {
      if format == .xlsx {
        throw ValidationError(
          saying: "A workbook is nothing for a terminal: write it to a file with --output.")
      }
      if format == .pdf {
        throw ValidationError(saying: "PDF is nothing for a terminal: write it to a file with --output.")
      }
    }
  }
}
