import Messages

/// Why a code proves nothing, or can't be made.
public enum ProofFault: SaidError, Equatable {
  /// A text is no code of a certificate, or only a part of one.
  case notACode
  /// A code, or a serial number, without a signature.
  case noSignature
  /// A code of a version that this program does not know.
  case newer(version: Int)
  /// The signature is not one of what the code says.
  case altered
  /// None of the published keys has that fingerprint.
  case unknownKey(fingerprint: String)
  /// It was signed by a body that does not award it.
  case otherBody(body: String, serial: String)
  /// It was signed when its key had been retired, or was not valid yet.
  case retiredKey(fingerprint: String, body: String, from: String, to: String, signedOn: String)
  /// Others had its key, and the list does not vouch for it.
  case compromisedKey(fingerprint: String, body: String, on: String)
  /// The list of revocations is not as it was signed.
  case listAltered(path: String)
  /// A folder without one of the files that are published.
  case noFolder(path: String, file: String)
  /// A file holds no private key.
  case noKey
  /// An award that no QR code can hold.
  case tooLarge

  /// A word for programs.
  public var word: String {
    switch self {
    case .notACode: "not_a_code"
    case .noSignature: "not_signed"
    case .newer: "newer"
    case .altered: "altered"
    case .unknownKey: "unknown_key"
    case .otherBody: "other_body"
    case .retiredKey: "retired_key"
    case .compromisedKey: "compromised_key"
    case .listAltered, .noFolder: "list_altered"
    case .noKey: "no_key"
    case .tooLarge: "too_large"
    }
  }

  /// What is wrong, and what to do.
  public var said: Message {
    switch self {
    case .notACode:
      """
      This is no code of a certificate, or only a part of one. Scan the whole QR code again: its text begins \
      with LW1: and has no small letters.
      """
    case .noSignature:
      """
      This has no signature: nothing on the paper proves it. Ask the awarding body that the paper names, \
      with the serial number.
      """
    case .newer(let version):
      "The code is of version \(version), which this Luban does not know. Use a newer Luban."
    case .altered:
      """
      The code was altered, or scanned wrongly: its signature is not one of what it says. Scan it again; if \
      it is refused again, do not rely on the paper.
      """
    case .unknownKey(let fingerprint):
      """
      It was signed with key \(fingerprint), which is not among the published ones. Get the folder that its \
      awarding body publishes now; if the key is not there either, do not rely on the paper.
      """
    case .otherBody(let body, let serial):
      "\(serial) was signed with a key of \(body), which does not award it. Do not rely on the paper."
    case .retiredKey(let fingerprint, let body, let from, "", let signedOn):
      """
      It was signed on \(signedOn) with key \(fingerprint) of \(body), which is valid since \(from) only. Do \
      not rely on the paper before you have asked \(body).
      """
    case .retiredKey(let fingerprint, let body, let from, let to, let signedOn):
      """
      It was signed on \(signedOn) with key \(fingerprint) of \(body), which was valid from \(from) to \
      \(to). Do not rely on the paper before you have asked \(body).
      """
    case .compromisedKey(let fingerprint, let body, let day):
      """
      It was signed with key \(fingerprint) of \(body), which others may have since \(day), and \(body) does \
      not vouch for it. Do not rely on the paper before you have asked \(body).
      """
    case .listAltered(let path):
      """
      \(path): the list of revocations was altered, or is not of one time with the keys beside it. Get the \
      whole folder again from the awarding body.
      """
    case .noFolder(let path, let file):
      """
      \(path): there is no \(file) that can be read. Name the folder that the awarding body publishes, with \
      all its files.
      """
    case .noKey:
      """
      There is no private key of Ed25519 in it, as PEM without a passphrase. Name the file that was made \
      with the key.
      """
    case .tooLarge: "It is too long for a QR code. Issue it anew with a shorter title or shorter names."
    }
  }
}
