import Glibc

/// Converts bytes to UTF-8 by the C library's iconv, across the seams of chunks.
final class Converter {
  private let descriptor: iconv_t

  /// What a call to `convert` did.
  struct Progress {
    var consumed: Int
    var produced: Int
    /// Whether it stopped at bytes that are no character.
    var isInvalid: Bool
  }

  /// A converter from the encoding iconv knows as `name`; nil if this system has none.
  init?(from name: String) {
    // The failure value is (iconv_t)-1, not NULL.
    guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
    descriptor = opened
  }

  deinit {
    iconv_close(descriptor)
  }

  /// Converts as much of `input` as there is room for; a character cut off at the end stays unconsumed.
  func convert(
    _ input: UnsafeMutableRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Progress {
    var inputPointer = input.assumingMemoryBound(to: CChar.self).baseAddress
    var outputPointer = output.assumingMemoryBound(to: CChar.self).baseAddress
    var inputLeft = input.count
    var outputLeft = output.count
    let result = iconv(descriptor, &inputPointer, &inputLeft, &outputPointer, &outputLeft)
    return Progress(
      consumed: input.count - inputLeft, produced: output.count - outputLeft,
      isInvalid: result == -1 && errno == EILSEQ)
  }
}
