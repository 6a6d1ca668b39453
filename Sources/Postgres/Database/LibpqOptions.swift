import CLibpq
import Glibc

/// Keywords and values as libpq's `…Params` functions take them.
struct LibpqOptions {
  private var keywords: [String] = []
  private var values: [String] = []

  mutating func add(_ keyword: String, _ value: String) {
    keywords.append(keyword)
    values.append(value)
  }

  /// Lends C the two arrays, each ended by a null pointer.
  func withCArrays<Result>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let keywords = keywords.map { UnsafePointer(strdup($0)) } + [nil]
    let values = values.map { UnsafePointer(strdup($0)) } + [nil]
    defer { for string in keywords + values { free(UnsafeMutablePointer(mutating: string)) } }
    return body(keywords, values)
  }

  /// What the user has said, in order of weight: overrides, DSN, environment and service file.
  static func given(dsn: String?, overrides: [String: String]) throws(PostgresError) -> [String: String] {
    let named = try dsn.map(parse) ?? [:]
    return environment().merging(named) { $1 }.merging(overrides) { $1 }
  }

  /// A DSN without its password, and the password.
  static func parting(_ dsn: String) throws(PostgresError) -> (dsn: String, password: String?) {
    var options = try parse(dsn)
    guard let password = options.removeValue(forKey: "password") else { return (dsn, nil) }
    return (self.dsn(of: options), password)
  }

  /// Options as a DSN, in the order of their keywords.
  static func dsn(of options: [String: String]) -> String {
    options.sorted { $0.key < $1.key }.map { "\($0)='\(quotable($1))'" }.joined(separator: " ")
  }

  /// The text for use between the single quotes of a DSN.
  ///
  /// By scalars: a quote under an accent is still one to libpq.
  private static func quotable(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }

  private static func parse(_ dsn: String) throws(PostgresError) -> [String: String] {
    let isName = !dsn.contains("=") && !dsn.hasPrefix("postgresql://") && !dsn.hasPrefix("postgres://")
    if isName { return ["dbname": dsn] }
    var problem: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(dsn, &problem) else {
      defer { PQfreemem(problem) }
      throw .configuration(
        problem.map { String(String(cString: $0).trimmingSuffix(while: \.isWhitespace)) } ?? "malformed DSN")
    }
    defer { PQconninfoFree(options) }
    return read(options) { _ in true }
  }

  private static func environment() -> [String: String] {
    guard let options = PQconndefaults() else { return [:] }
    defer { PQconninfoFree(options) }
    return read(options) { option in
      // What is compiled in has not been said by anybody.
      if let variable = option.envvar, getenv(variable) != nil { return true }
      guard let compiled = option.compiled, let value = option.val else { return true }
      return strcmp(compiled, value) != 0
    }
  }

  private static func read(
    _ options: UnsafeMutablePointer<PQconninfoOption>, where isWanted: (PQconninfoOption) -> Bool
  ) -> [String: String] {
    var found: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val, isWanted(option.pointee) {
        found[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    return found
  }
}
