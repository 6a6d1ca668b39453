import ArgumentParser
import FoundationEssentials
import Luban
import Messages
import Proof
import Tabular

struct CredentialVerify: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Says what a certificate awards, to whom, level, hours and status, by its code or number.",
    discussion: """
      With --trust by the code on the paper, and the folder that its awarding body publishes: no database \
      and no network are needed. The code is given itself, in single quotes, in a file, or on stdin (-). \
      Without --trust by the serial number, in the database.

      Ends with 0 for a valid certificate, with 5 for one that was revoked or replaced; with 3 for a number \
      that was never given, and with 21 to 29 for a code that proves nothing: luban help exit-codes.

      Examples:
        luban credential verify code.txt --trust published
        luban credential verify UZ-TAS-2025-00001
      """)

  @Argument(help: "The code, a file that holds it, or - for stdin; or a serial number.")
  var certificate: String
  @Option(
    help: ArgumentHelp("Folder of published keys and revocations.", valueName: "folder"),
    completion: .directory)
  var trust: String?
  @OptionGroup var show: ShowOptions

  func validate() throws {
    if trust != nil { return }
    if certificate.hasPrefix(ProofCode.prefix) {
      throw ValidationError(
        saying: "This is a code. Give --trust with the folder that the awarding body publishes.")
    }
    if CredentialSerial(certificate) == nil {
      throw ValidationError(saying: "\(certificate) is no serial number. Of a code, give --trust as well.")
    }
  }

  func run() async throws {
    guard let trust else { return try await withDatabase { try await run($0) } }
    do {
      try tell(try Trust(folder: trust).verdict(on: try ProofCode(try text())))
    } catch let fault as ProofFault {
      guard show.form.format == .json else { throw fault }
      try JSON.print(Refusal(status: fault.word, said: fault.description))
      throw Failure.code(of: fault).code
    }
  }

  func run(_ office: Office) async throws {
    guard let serial = CredentialSerial(certificate) else { return }
    let credential = try await office.credentials.show(serial)
    try show.write(credential) { fields in
      fields.add(credential)
    }
    if credential.status != .valid { throw Exit.ruleBroken.code }
  }

  /// What a program is told of a code that proves nothing.
  private struct Refusal: Encodable {
    let status: String
    let said: String
  }

  /// The code: what is given, or the line of the file that holds it.
  private func text() throws -> String {
    if certificate.hasPrefix(ProofCode.prefix) { return certificate }
    guard certificate == "-" || FileManager.default.fileExists(atPath: certificate) else {
      throw CredentialSerial(certificate) == nil ? ProofFault.notACode : ProofFault.noSignature
    }
    let lines = try ByteSource(path: certificate).text().split { $0.isNewline }
    // A reader may say before it what kind of code it is.
    let found = lines.lazy.compactMap { line in
      line.firstRange(of: ProofCode.prefix).map { line[$0.lowerBound...] }
    }.first
    return String(found ?? lines.first ?? "")
  }

  private func tell(_ verdict: Verdict) throws {
    try show.write(verdict) { $0.add(verdict) }
    if verdict.listAge > 30 {
      Talk.say(
        """
        The list is \(count: verdict.listAge, "day") old: what was revoked since is not in it. Get the \
        folder again.
        """)
    }
    if verdict.status != .valid { throw Exit.ruleBroken.code }
  }
}

extension Fields {
  fileprivate mutating func add(_ verdict: Verdict) {
    let award = verdict.award
    section("Certificate \(award.serial)")
    let status = Message(verdict.status.rawValue, in: "word")
    if let day = verdict.revokedOn { add("Status", "\(status) on \(day)") } else { add("Status", status) }
    if let next = verdict.replacedBy { add("Replaced by", next) }
    add("List", "of \(verdict.listOn), \(count: verdict.listAge, "day") old")
    add("Awarded", award.title)
    for (index, body) in award.bodies.enumerated() {
      let names = [body.name, body.chineseName].compactMap(\.self).joined(separator: ", ")
      if index == 0 { add("By", "\(names) (\(body.code))") } else { add("With", "\(names) (\(body.code))") }
    }
    add("On", award.issuedOn)
    add("To", [award.name, award.latinName, award.chineseName].compactMap(\.self).joined(separator: ", "))
    add("Program", [award.program, award.programChinese].compactMap(\.self).joined(separator: ", "))
    add("Level", "ISCED \(award.level)")
    add("Hours", award.hours.amount)
    add("Workshop", "\(award.workshop), \(award.country)")
    add("Period", "\(award.intake) to \(award.completedOn)")
    add("Signed", "on \(award.signedOn) by \(verdict.key.name), key \(verdict.key.id)")
  }
}
