import Postgres

/// Data that comes with Luban.
public enum SeedSet: String, Sendable, CaseIterable, Codable {
  /// Countries, sister cities, ISCED, language levels.
  case reference
  /// The real workshops with their partners and programs.
  case workshops

  /// What must be there before.
  private var needs: [SeedSet] {
    switch self {
    case .reference: []
    case .workshops: [.reference]
    }
  }
}

extension Schema {
  /// Puts a set in, with what it needs; what is there already stays, what differs is brought up to date.
  ///
  /// Of two that do it at once one waits for the other.
  public func seed(_ set: SeedSet) async throws {
    try await office.write { tx in
      tx.deadline = .seconds(600)
      try set.putInWithNeeds(tx, patience: office.bulkDeadline)
    }
  }
}

extension SeedSet {
  /// What it is made of: tables, and the script that fills the real ones from them.
  var files: [Embedded] { tables + Embedded.folder("sql/seed").filter { $0.stem == rawValue } }

  private var tables: [Embedded] { Embedded.folder("seed/\(rawValue)") }

  /// Puts it in after all that it needs, while nobody else does.
  func putInWithNeeds(_ tx: Transaction, patience: Duration) throws {
    try Migrator.lock(tx, patience: patience)
    for one in needs + [self] { try one.putIn(tx) }
  }

  /// Reads the files of seed/SET into tables for the length of the transaction, from which sql/seed/SET.sql
  /// fills the real ones.
  func putIn(_ tx: Transaction) throws {
    try tx.runScript("set local client_min_messages = warning")
    for file in tables { try Self.load(file, tx) }
    try tx.runScript(SQL.file("sql/seed/\(rawValue).sql"))
  }

  /// Makes the temporary table `seed_STEM` with a text column for each of the file's, and fills it.
  static func load(_ file: Embedded, _ tx: Transaction) throws {
    let header = file.bytes.prefix { $0 != UInt8(ascii: "\n") }
    let names = String(decoding: header, as: UTF8.self).split(separator: ",").map(String.init)
    let table = "seed_\(file.stem)"
    let columns = names.map { "\(identifier: $0) text" as SQL }
    try tx.execute("drop table if exists \(identifier: table)")
    try tx.execute(
      "create temp table \(identifier: table) (\(fragment: .joined(columns, separator: ", "))) on commit drop"
    )
    var isSent = false
    try tx.copyIn("copy \(identifier: table) from stdin (format csv, header)") { buffer in
      if isSent { return false }
      buffer.append(raw: file.bytes)
      isSent = true
      return true
    }
  }
}
