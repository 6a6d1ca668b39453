import Luban
import Messages
import Printing
import Tabular

/// A listing as a page that stands alone: what it is, its charts, its rows, and what its figures count.
struct ListingPage {
  /// What is told beside a word: a day, a definition.
  struct Fact: Equatable {
    let word: String
    let told: String
  }

  let title: String
  let facts: [Fact]
  let charts: [Chart]
  let columns: [TextColumn]
  let rows: [[String?]]
  let definitions: [Fact]

  private let catalog = Speech.catalog

  /// A table of GitHub's Markdown, under its title.
  var markdown: String {
    var lines = ["# \(MarkdownText.line(title))", ""]
    lines += facts.map { "- \(MarkdownText.line("\(catalog.label($0.word)) \($0.told)"))" }
    if !facts.isEmpty { lines.append("") }
    lines.append(MarkdownText.row(columns.map { $0.title(in: catalog) }))
    lines.append(MarkdownText.row(columns.map { $0.alignment == .trailing ? "--:" : ":--" }, isText: false))
    lines += rows.map { MarkdownText.row(zip(columns, $0).map { $1.map($0.told) ?? "" }) }
    if !definitions.isEmpty { lines.append("") }
    lines += definitions.map { "- \(MarkdownText.line("\(catalog.label($0.word)) \($0.told)"))" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// HTML with nothing from outside, by `seed/templates/listing.mustache`.
  func html() throws -> String { try Self.html(of: [printed], titled: title) }

  /// Several as one page, each in its language, below what it has.
  static func html(of pages: [[String: any Sendable]], titled title: String) throws -> String {
    try Listing.page([
      "language": Speech.catalog.language.rawValue, "title": title, "version": Version.text,
      "has_contents": pages.count > 1,
      "reports": zip(1..., pages).map { place, page in
        page.merging(["place": String(place)]) { own, _ in own }
      },
    ])
  }

  /// What the template prints of it.
  var printed: [String: any Sendable] {
    [
      "language": catalog.language.rawValue, "title": title,
      "facts": facts.map(\.printed), "has_facts": !facts.isEmpty,
      "charts": charts.map(\.printed),
      "columns": columns.map { ["title": $0.title(in: catalog), "side": $0.side] },
      "rows": rows.map { row in
        [
          "cells": zip(columns, row).map { column, cell in
            ["text": cell.map(column.told) ?? "", "side": column.side]
          }
        ]
      },
      "is_empty": rows.isEmpty, "nothing_word": ("Nothing found." as Message).cell,
      "rows_word": ("The rows" as Message).cell,
      "definitions": definitions.map(\.printed), "has_definitions": !definitions.isEmpty,
      "definitions_word": ("What the figures count" as Message).cell,
    ]
  }
}

extension ListingPage.Fact {
  fileprivate var printed: [String: any Sendable] { ["word": word, "told": told] }
}

extension TextColumn {
  /// The side on which its cells stand, as the page's style names it.
  fileprivate var side: String { alignment == .trailing ? "number" : "text" }

  /// A cell in the reader's language.
  func told(_ cell: String) -> String { told(cell, in: Speech.catalog) }
}
