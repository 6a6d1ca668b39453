import Luban
import Proof
import Support
import Testing

@Suite("Certificates on paper")
struct PaperTests {
  private static func has(_ programs: String...) -> Bool {
    programs.allSatisfy { (try? Program.shell("command -v \($0)", dsn: ""))?.exitCode == 0 }
  }

  @Test(
    "a reader of QR codes reads the code from the page as a browser draws it, and it is good",
    .enabled(
      if: has("chromium", "zbarimg"), "chromium or zbarimg is not installed (Debian: chromium, zbar-tools)"))
  func page() async throws {
    try await TourOffice.with { office in
      let folder = try Program.shell("mktemp -d", dsn: office.dsn).output.prefix { $0 != "\n" }
      defer { _ = try? Program.shell("rm -rf \(folder)", dsn: office.dsn) }
      let outcome = try Program.shell(
        """
        set -e
        luban credential issue S-00009 --cohort UZ-TAS-LOG-2022A --on 2025-07-05 --quiet
        luban credential key make --body UZ-TSTU --out key.pem --address https://tstu.example/luban --quiet
        luban credential sign --key key.pem --quiet
        luban credential print UZ-TAS-2025-00001 --output page.html
        luban credential publish published --key key.pem --quiet
        sandbox= ; [ "$(id -u)" -ne 0 ] || sandbox=--no-sandbox
        chromium $sandbox --headless --disable-gpu --no-first-run --user-data-dir=profile --window-size=1200,900 \\
          --force-device-scale-factor=2 --screenshot=page.png page.html > browser.log 2>&1
        zbarimg --quiet --raw page.png > code.txt
        luban credential code UZ-TAS-2025-00001 | cmp - code.txt
        luban credential verify code.txt --trust published
        """, dsn: office.dsn, folder: String(folder))
      #expect(outcome.exitCode == 0, "\(outcome.talk)")
      #expect(outcome.output.contains("Certificate UZ-TAS-2025-00001"))
    }
  }

  /// One certificate, signed, with its code in a file.
  private static let signed = """
    set -e
    luban credential issue S-00009 --cohort UZ-TAS-LOG-2022A --on 2025-07-05 --quiet
    luban credential key make --body UZ-TSTU --out key.pem --quiet
    luban credential sign --key key.pem --quiet
    luban credential code UZ-TAS-2025-00001 > code.txt
    """

  @Test(
    "the code is read from a scan of 150 dots an inch, turned a little; whatever the names are, a certificate is a page",
    .enabled(
      if: has("chromium", "zbarimg", "pdftoppm", "convert"),
      "chromium, zbarimg, pdftoppm or convert is not installed (Debian: chromium, zbar-tools, poppler-utils, imagemagick)"
    ))
  func scan() async throws {
    try await TourOffice.with { office in
      let folder = try Program.shell("mktemp -d", dsn: office.dsn).output.prefix { $0 != "\n" }
      defer { _ = try? Program.shell("rm -rf \(folder)", dsn: office.dsn) }
      let outcome = try Program.shell(
        """
        \(Self.signed)
        for page in across upright; do
          luban credential print UZ-TAS-2025-00001 --page $page --lang zh --output page.pdf
          pdftoppm -r 150 -png page.pdf page
          convert page-1.png -background white -rotate 3 -quality 60 page.jpg
          zbarimg --quiet --raw page.jpg | cmp - code.txt
        done
        luban db shell -- --quiet -c "set search_path = luban; alter table credential disable trigger user;
          update credential set title = repeat('W', 200), record = jsonb_set(jsonb_set(record,
            '{student,name}', to_jsonb(repeat('Щ', 200))), '{program,titles}', jsonb_build_object(
              'en', repeat('long title ', 30), 'zh', repeat('物流管理', 70), 'ru', repeat('название ', 30)))"
        for page in across upright; do
          luban credential print UZ-TAS-2025-00001 --page $page --output long.pdf
          pdfinfo long.pdf | grep Pages
          pdftotext long.pdf - | grep -c 'UZ-TAS-2025-00001'
        done
        luban credential print --cohort UZ-TAS-LOG-2022A --output folder/
        ls folder
        """, dsn: office.dsn, folder: String(folder))
      #expect(outcome.exitCode == 0, "\(outcome.talk)")
      #expect(
        outcome.output == "Pages:           1\n1\nPages:           1\n1\nUZ-TAS-2025-00001.pdf\n",
        "\(outcome.talk)")
    }
  }

  @Test(
    "each page of a supplement says whose it is, and which of how many; its code is that of the certificate",
    .enabled(
      if: has("chromium", "zbarimg", "pdftoppm"),
      "chromium, zbarimg or pdftoppm is not installed (Debian: chromium, zbar-tools, poppler-utils)"))
  func supplement() async throws {
    try await TourOffice.with { office in
      let folder = try Program.shell("mktemp -d", dsn: office.dsn).output.prefix { $0 != "\n" }
      defer { _ = try? Program.shell("rm -rf \(folder)", dsn: office.dsn) }
      let outcome = try Program.shell(
        """
        \(Self.signed)
        luban credential text system --partner UZ-TSTU --set "$(yes 'Schools, colleges, universities.' | head -150)"
        luban credential print UZ-TAS-2025-00001 --kind supplement --lang ru --output page.pdf
        pages=$(pdfinfo page.pdf | sed -n 's/^Pages: *//p')
        [ "$pages" -gt 2 ]
        for nth in $(seq "$pages"); do
          pdftotext -f $nth -l $nth page.pdf one.txt
          grep -q UZ-TAS-2025-00001 one.txt
          grep -q 'TOSHMATOV BOBUR' one.txt
          grep -q -E "^$nth ?/ ?$pages" one.txt
        done
        pdftoppm -r 150 -png page.pdf page
        for page in page-*.png; do zbarimg --quiet --raw $page || true; done | cmp - code.txt
        """, dsn: office.dsn, folder: String(folder))
      #expect(outcome.exitCode == 0, "\(outcome.output) \(outcome.talk)")
    }
  }

  @Test("it takes neither a database nor a home to verify, nor to be refused")
  func offline() throws {
    let key = try SigningKey()
    let outcome = try Program.shell(
      "env -u LUBAN_DSN -u HOME LUBAN_HOME=/nowhere luban credential verify \(key.publicKey.fingerprint) --trust /nowhere",
      dsn: "")
    #expect(outcome.exitCode == 28 && outcome.talk.contains("keys.json"), "\(outcome.talk)")
  }
}
