import Luban
import Messages
import Tabular

extension ListingOptions {
  /// As many rows as a page may have, which stands in memory: more are nothing to look at.
  private static let mostRows = 10_000

  /// Writes the rows of a listing as a page.
  ///
  /// - Returns: how many they were.
  /// - Throws: ``LubanError/usage(_:actions:)`` where there are more rows than a page may have.
  func writePage(
    _ listing: Listing, _ page: Page, of office: Office, _ story: PageStory, to sink: ByteSink
  ) async throws -> Int {
    let shown = try await self.page(of: listing, page, of: office, story)
    switch chosenFormat {
    case .pdf: for pdf in try Browser.pdfs(of: [shown.html()]) { try pdf.withUnsafeBytes(sink.write) }
    case .md: try sink.write(shown.markdown)
    default: try sink.write(shown.html())
    }
    return shown.rows.count
  }

  /// The rows of a listing as a page.
  ///
  /// - Throws: ``LubanError/usage(_:actions:)`` where there are more rows than a page may have.
  func page(of listing: Listing, _ page: Page, of office: Office, _ story: PageStory) async throws
    -> ListingPage
  {
    // Charts are of figures that the table may leave out.
    var every = page
    every.columns = nil
    every.limit = min(page.limit ?? .max, Self.mostRows + 1)
    let (columns, rows) = try await office.table(of: listing, every)
    if rows.count > Self.mostRows {
      throw LubanError.usage(
        """
        A page has at most \(Self.mostRows) rows, and there are more: ask for fewer, or for a file that ends \
        in .csv or .xlsx.
        """)
    }
    let shown = page.columns ?? listing.columns.filter(\.isShown).map(\.name)
    let places = try listing.columns(of: Page(columns: shown)).compactMap { wanted in
      columns.firstIndex { $0.name == wanted.name }
    }
    let figures = story.figures.filter { figure in columns.contains { $0.name == figure.id } }
    var facts = story.manifest?.facts ?? []
    if facts.isEmpty, let day = try await office.askedDay(of: listing) {
      facts = [ListingPage.Fact(word: ("As of" as Message).cell, told: day.description)]
    }
    return ListingPage(
      title: story.title, facts: facts,
      charts: FigureCharts(columns: columns, rows: rows, figures: figures, stages: story.stages).charts,
      columns: places.map { TextColumn(columns[$0]) }, rows: rows.map { row in places.map { row[$0] } },
      definitions: figures.filter { figure in places.contains { columns[$0].name == figure.id } }.map {
        ListingPage.Fact(
          word: TextColumn($0.id).title(in: Speech.catalog), told: Speech.catalog.reading($0.counts))
      })
  }
}

extension ReportManifest {
  /// What a page says of it: what it is about, and what makes it anew.
  fileprivate var facts: [ListingPage.Fact] {
    [
      ListingPage.Fact(word: ("As of" as Message).cell, told: asOf),
      ListingPage.Fact(word: ("Known at" as Message).cell, told: knownAt),
      ListingPage.Fact(word: ("Made by" as Message).cell, told: madeBy),
      ListingPage.Fact(word: ("Command" as Message).cell, told: command),
    ] + (note.map { [ListingPage.Fact(word: ("Note" as Message).cell, told: $0)] } ?? [])
  }
}
