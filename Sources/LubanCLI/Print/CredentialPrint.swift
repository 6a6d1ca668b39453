import ArgumentParser
import Luban
import Tabular

extension Orientation: ListedArgument {
  /// How it is typed.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

struct CredentialPrint: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Writes certificates, transcripts or supplements, to be printed.",
    discussion: """
      HTML with a style for print, or PDF where Chromium is installed; the name of the file tells which. \
      A name that ends in / is a folder that gets a file each, named by serial number. Pages are set in the \
      language of --lang, else English, and in Chinese, those in Chinese in English too. An awarding body \
      may have a template of its own: luban credential template. A supplement has the eight sections of the \
      Diploma Supplement for degree programs of ISCED 5 and above, else those of the Europass certificate \
      supplement; what only the awarding body knows, it says by luban credential text.

      Examples:
        luban credential print UZ-TAS-2025-00001 --output certificate.html
        luban credential print UZ-TAS-2025-00001 --lang ru --page upright \\
          --output upright.html
        luban credential print UZ-TAS-2025-00001 --kind transcript \\
          --output transcript.html
        luban credential print UZ-TAS-2025-00001 --kind supplement --lang ru \\
          --output supplement.html
        luban credential print --cohort UZ-TAS-LOG-2022A --format html \\
          --output certificates/
      """)

  @Argument(help: "Serial numbers; or --cohort.")
  var serials: [CredentialSerial] = []
  @Option(help: "All valid ones of this cohort.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("Of the cohort only those of this side.", valueName: "side"))
  var side: CertificateSide?
  @Option(help: "What is printed.")
  var kind = PrintKind.certificate
  @Option(help: "How the sheet lies: a certificate across, all else upright, unless it is said here.")
  var page: Orientation?
  @OptionGroup var files: PrintedFiles
  @OptionGroup var connection: ConnectionOptions

  /// What it writes is for whoever gets it, and not in the language of who runs it.
  var isForPeople: Bool { false }

  func validate() throws {
    if serials.isEmpty == (cohort == nil) {
      throw ValidationError(saying: "Name serial numbers, or give --cohort, not both.")
    }
    if side != nil, cohort == nil { throw ValidationError(saying: "--side goes with --cohort.") }
  }

  func run(_ office: Office) async throws {
    let form = PageForm(language: Speech.asked ?? .english, orientation: page)
    let selection = cohort.map { PrintSelection.cohort($0, side) } ?? .serials(serials)
    try files.write(try await office.credentials.pages(selection, kind, form))
  }
}

/// Where printed pages go: one file, a folder with a file each, or stdout.
struct PrintedFiles: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "File, ending in .html or .pdf, or folder, ending in /; HTML to stdout without it.", valueName: "file"),
    completion: .file())
  var output: String?
  @Option(help: "What the files of a folder are; pdf unless it is said here.")
  var format: Kind?

  /// What a file is.
  enum Kind: String, ListedArgument, CaseIterable {
    case pdf, html

    static var allValueStrings: [String] { allCases.map(\.rawValue) }
  }

  private var isFolder: Bool { output?.hasSuffix("/") == true }

  func validate() throws {
    if let output, !isFolder, !output.hasSuffix(".html"), !output.hasSuffix(".pdf") {
      throw ValidationError(saying: "--output ends in .html or .pdf, or in / as a folder of such files.")
    }
    if format != nil, !isFolder {
      throw ValidationError(
        saying: "--format goes with a folder, --output FOLDER/: of a file its name tells.")
    }
  }

  /// Writes all of them or none, and says where.
  func write(_ pages: [PrintedPage]) throws {
    guard let output, isFolder else {
      return try PageOutput.write(try PrintedPage.document(of: pages), to: output)
    }
    let kind = format ?? .pdf
    let contents: [[UInt8]]
    switch kind {
    case .html: contents = pages.map { Array($0.html.utf8) }
    case .pdf: contents = try Browser.pdfs(of: pages.map(\.html))
    }
    let files = zip(pages, contents).map { page, bytes in
      (name: "\(page.serial).\(kind.rawValue)", bytes: bytes)
    }
    try OutputFiles.write(files, to: String(output.dropLast()))
    Talk.say("Wrote \(count: files.count, "file") to \(output).")
  }
}

struct CredentialTemplate: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Shows, sets or drops the template of an awarding body.",
    discussion: """
      A template is HTML with Mustache tags; start from Luban's own, which is shown without --partner.

      Examples:
        luban credential template certificate > own.mustache
        luban credential template certificate --partner UZ-TSTU \\
          --set own.mustache
      """)

  @Argument(help: "Certificate, transcript or supplement.")
  var kind: PrintKind
  @Option(help: "Code of the awarding body.")
  var partner: PartnerCode?
  @Option(help: ArgumentHelp("File that becomes its template.", valueName: "file"), completion: .file())
  var set: String?
  @Flag(help: "Go back to Luban's own.")
  var drop = false
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    if (set != nil || drop) && partner == nil {
      throw ValidationError(saying: "--set and --drop go with --partner.")
    }
    if set != nil && drop { throw ValidationError(saying: "Give --set or --drop, not both.") }
  }

  func run(_ office: Office) async throws {
    guard let partner, set != nil || drop else {
      let sink = ByteSink.standardOutput()
      try sink.write(try await office.credentials.template(kind, of: partner))
      try sink.flush()
      return
    }
    let body = try set.map { try ByteSource(path: $0).text() }
    try await office.credentials.setTemplate(kind, of: partner, to: body, name: set ?? kind.rawValue)
    Talk.say(drop ? "\(partner) prints by Luban's template." : "\(partner) has a template of its own.")
  }
}
