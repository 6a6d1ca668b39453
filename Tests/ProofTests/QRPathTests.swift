import Proof
import Testing

@Suite("QR codes on paper")
struct QRPathTests {
  /// A picture of what the path draws, `scale` points a module, and with `specks` of its modules turned around.
  private func picture(of code: QRPath, scale: Int, specks: Int = 0) throws -> [UInt8] {
    var dark = [[Bool]](repeating: [Bool](repeating: false, count: code.size), count: code.size)
    let rectangles = code.path.matches(of: /M(\d+) (\d+)h(\d+)v1H(\d+)z/)
    #expect(rectangles.map { String($0.0) }.joined() == code.path)
    for one in rectangles {
      let (x, y, width) = (try #require(Int(one.1)), try #require(Int(one.2)), try #require(Int(one.3)))
      for column in x..<x + width { dark[y][column] = true }
    }
    for speck in 0..<specks { dark[code.size / 2][code.size / 3 + speck].toggle() }
    let points = dark.flatMap { row in
      let line = row.flatMap { [UInt8](repeating: $0 ? 0 : 255, count: scale) }
      return (0..<scale).flatMap { _ in line }
    }
    return Array("P5 \(code.size * scale) \(code.size * scale) 255\n".utf8) + points
  }

  @Test("the dark modules are one path inside a margin of four")
  func path() throws {
    let code = try QRPath("LW1:ABC")
    #expect(code.size == 21 + 8)
    #expect(code.path.hasPrefix("M4 4h7v1H4z"))
    #expect(try QRPath("LW1:ABC") == code)
    #expect(throws: ProofFault.tooLarge) { try QRPath("small letters") }
    #expect(throws: ProofFault.tooLarge) { try QRPath(String(repeating: "A", count: ProofCode.longest + 1)) }
    _ = try QRPath(String(repeating: "A", count: ProofCode.longest))
  }

  @Test(
    "a reader of QR codes reads the code from what is drawn, with specks on it too",
    .enabled(if: Scratch.has("command -v zbarimg"), "zbarimg is not installed (Debian: zbar-tools)"),
    arguments: [0, 12])
  func read(specks: Int) throws {
    let code = try ProofCode(award(), by: try SigningKey())
    let folder = try Scratch()
    try folder.write("code.pgm", try picture(of: try QRPath(code.text), scale: 6, specks: specks))
    let outcome = try folder.run("zbarimg --quiet --raw code.pgm")
    #expect(outcome.output == code.text + "\n", "\(outcome.talk)")
  }
}
