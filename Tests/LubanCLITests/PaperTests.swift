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

  @Test("it takes neither a database nor a home to verify, nor to be refused")
  func offline() throws {
    let key = try SigningKey()
    let outcome = try Program.shell(
      "env -u LUBAN_DSN -u HOME LUBAN_HOME=/nowhere luban credential verify \(key.publicKey.fingerprint) --trust /nowhere",
      dsn: "")
    #expect(outcome.exitCode == 28 && outcome.talk.contains("keys.json"), "\(outcome.talk)")
  }
}
