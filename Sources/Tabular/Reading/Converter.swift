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

  /// Writes what is held back until a mark may follow, as in Vietnamese; the bytes written.
  func flush(into output: UnsafeMutableRawBufferPointer) -> Int {
    var outputPointer = output.assumingMemoryBound(to: CChar.self).baseAddress
    var outputLeft = output.count
    iconv(descriptor, nil, nil, &outputPointer, &outputLeft)
    return output.count - outputLeft
  }

  /// A short text, in which U+FFFD stands for bytes that are no character, and how many do.
  func text(of bytes: [UInt8], skipping unit: Int = 1) -> (text: String, invalid: Int) {
    var input = bytes
    var output = [UInt8](repeating: 0, count: 4 * bytes.count + 16)
    var (read, written, invalid) = (0, 0, 0)
    input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        while read < input.count {
          let progress = convert(
            UnsafeMutableRawBufferPointer(rebasing: input[read...]),
            into: UnsafeMutableRawBufferPointer(rebasing: output[written...]))
          read += progress.consumed
          written += progress.produced
          guard read < input.count else { break }
          written += flush(into: UnsafeMutableRawBufferPointer(rebasing: output[written...]))
          output[written...].copyBytes(from: Byte.replacement)
          written += Byte.replacement.count
          read += unit
          invalid += 1
        }
        written += flush(into: UnsafeMutableRawBufferPointer(rebasing: output[written...]))
      }
    }
    return (String(decoding: output[..<written], as: UTF8.self), invalid)
  }
}
