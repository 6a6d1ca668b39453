import Glibc
import Luban
import Support

extension Office {
  /// Sends a file of bytes through the real import, into cohort UZ-TAS-LOG-2026A unless told otherwise.
  func take(
    _ bytes: [UInt8], _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await withFile(bytes) { path in
      var request = ImportRequest(path: path, noun: .peopleWithEnrollments)
      request.cohort = "UZ-TAS-LOG-2026A"
      request.appliedOn = Day("2026-06-01") ?? .today
      change(&request)
      return try await imports.taken(request)
    }
  }

  /// Sends a text as UTF-8.
  func take(_ text: String, _ change: (inout ImportRequest) -> Void = { _ in }) async throws -> ImportOutcome
  {
    try await take(Array(text.utf8), change)
  }

  /// Sends a text as a file of a kind, of workshop UZ-TAS unless told otherwise.
  func send(
    _ text: String, as form: ImportForm, _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: form)
      request.workshop = "UZ-TAS"
      change(&request)
      return try await imports.taken(request)
    }
  }

  /// Whole names of all students, by number.
  func names() async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        select n.full_name from student s join student_name n on (n.workshop_id, n.student_id) = (s.workshop_id, s.id)
          and n.kind = 'native' and n.valid_to = 'infinity' order by s.number
        """, as: String.self)
    }
  }
}

/// Runs a test with a file of the given bytes; the file goes away afterward.
func withFile<Value>(_ bytes: [UInt8], _ body: (String) async throws -> Value) async throws -> Value {
  try await withFile("") { path in
    guard let file = fopen(path, "w") else { throw Unwritable(path: path) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return try await body(path)
  }
}

/// What a file holds by now.
func contents(_ path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}

private struct Unwritable: Error {
  let path: String
}

/// "column:rule@line,line" of each problem, in alphabetical order.
func problems(_ outcome: ImportOutcome) -> [String] {
  outcome.problems.map { problem in
    "\(problem.column ?? ""):\(problem.rule)@\(problem.lines.map(String.init).joined(separator: ","))"
  }.sorted()
}

extension ImportOutcome {
  /// "line note: value" of each note, as far as its lines are told.
  var notesByLine: [String] {
    notes.flatMap { note in
      zip(note.lines, note.values).map { line, value in "\(line) \(note.note): \(value ?? "")" }
    }
  }
}
