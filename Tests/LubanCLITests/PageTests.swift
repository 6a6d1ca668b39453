import Support
import Testing

@Suite("Pages of listings")
struct PageTests {
  @Test("the numbers of the picture are those of the report: bars as wide, points as far, as the CSV says")
  func numbers() async throws {
    try await DemoOffice.with { office in
      let asked = "report overview --by country --as-of 2026-06-30"
      let page = try Program.shell("luban \(asked) --format html", dsn: office.dsn).output
      let stages = try Program.shell(
        "luban \(asked) --format csv --columns applications,census_size,retained,completed_of_census",
        dsn: office.dsn)
      let counts = stages.output.split(separator: "\r\n").dropFirst().flatMap { $0.split(separator: ",") }
      let bars = page.matches(of: #/<rect class="s\d" width="([\d.]+)" height="1"/>/#).map(\.output.1)
        .dropFirst(4)  // The key has one of each color.
      #expect(counts.count == 28 && Array(bars) == counts)
      let rates = try Program.shell(
        "luban \(asked) --format csv --columns retention,completion", dsn: office.dsn
      ).output.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",") }
      let points = page.matches(of: #/<path class="point" d="M([\d.]+) .5h0"/>/#).map(\.output.1)
      #expect(points == rates.map { $0[0] } + rates.map { $0[1] })
    }
  }

  @Test(
    "a page stands alone, is the same each time, and speaks the reader's language",
    arguments: [("en", "As of", "Egypt"), ("zh", "截至", "埃及"), ("ru", "На день", "Египет")])
  func alone(language: String, asOf: String, egypt: String) async throws {
    try await DemoOffice.with { office in
      let command =
        "luban report overview --by country --by intake-year --as-of 2026-06-30 --known-at 2026-07-01 --format html --lang \(language)"
      let page = try Program.shell(command, dsn: office.dsn)
      #expect(page.exitCode == 0 && page.talk.isEmpty, "\(page.talk)")
      #expect(page.output == (try Program.shell(command, dsn: office.dsn)).output)
      for part in ["<html lang=\"\(language)\">", "<dt>\(asOf)</dt><dd>2026-06-30</dd>", egypt] {
        #expect(page.output.contains(part), "\(part)")
      }
      for outside in ["<script", "http:", "https:", "<link", "url(", "src=", "{{"] {
        #expect(!page.output.contains(outside), "\(outside)")
      }
    }
  }

  @Test("a name that would be HTML or Markdown is a name")
  func escaped() async throws {
    try await TourOffice.with { office in
      let added = try Program.shell(
        "luban partner add UZ-X --kind enterprise --country UZ --name 'Bold 5 < 6 | & *Co*'", dsn: office.dsn
      )
      #expect(added.exitCode == 0, "\(added.talk)")
      let html = try Program.shell("luban partner list --search Bold --format html", dsn: office.dsn).output
      #expect(html.contains("<bdi>Bold 5 &lt; 6 | &amp; *Co*</bdi>"), "\(html)")
      let markdown = try Program.shell("luban partner list --search Bold --format md", dsn: office.dsn).output
      #expect(
        markdown == #"""
          # Lists partners, as known now

          - As of: \#(markdown.firstMatch(of: #/As of: ([\d-]+)/#)?.output.1 ?? "")

          | Code | Name | Kind | Country | City | Status | Roles | Agreements |
          | :-- | :-- | :-- | :-- | :-- | :-- | :-- | --: |
          | UZ-X | Bold 5 \< 6 \| & \*Co\* | enterprise | UZ |  | prospect |  | 0 |

          """#, "\(markdown)")
    }
  }

  @Test("a page has the columns that are asked for, charts of chief figures or not")
  func columns() async throws {
    try await DemoOffice.with { office in
      let page = try Program.shell(
        "luban report overview --by country --columns country,capacity --sort=-capacity --limit 2 --as-of 2026-06-30 --format html",
        dsn: office.dsn
      ).output
      let cells = page.matches(of: #/<td class="(?:text|number)"><bdi>([^<]*)<\/bdi>/#).map(\.output.1)
      #expect(cells == ["UZ", "50", "EG", "35"])
      #expect(page.contains("<dt>Capacity</dt>") && !page.contains("<dt>Waitlisted</dt>"))
    }
  }

  @Test("nothing found is said in it, and what is no page is refused by its name")
  func edges() async throws {
    try await TourOffice.with { office in
      let none = try Program.shell(
        "luban holiday list --country KZ --from 2100-01-01 --format html", dsn: office.dsn)
      #expect(none.exitCode == 0 && none.output.contains("<p>Nothing found.</p>"))
      let sheet = try Program.shell("luban import template people --output people.html", dsn: office.dsn)
      #expect(sheet.exitCode == 2 && sheet.talk.contains("There is no form html of a file that is sent back"))
      let word = try Program.shell("luban partner list --output partners.docx", dsn: office.dsn)
      #expect(word.exitCode == 2 && word.talk.contains(".html, .pdf, .md"), "\(word.talk)")
    }
  }

  @Test(
    "PDF is of the same page, as a browser prints it",
    .enabled(
      if: (try? Program.shell("command -v chromium && command -v pdftotext", dsn: ""))?.exitCode == 0,
      "chromium or pdftotext is not installed (Debian: chromium, poppler-utils)"))
  func pdf() async throws {
    try await DemoOffice.with { office in
      let printed = try Program.shell(
        """
        set -e
        cd "$(mktemp -d)"
        luban report year 2025 --by country --lang zh --output y.pdf
        pdftotext -layout y.pdf - | grep -c '埃及'
        """, dsn: office.dsn)
      #expect(printed.exitCode == 0, "\(printed.output)\(printed.talk)")
    }
  }
}
