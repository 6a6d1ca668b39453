import Messages
import Postgres
import Tabular

/// A sheet of attendance that goes out to be filled in.
public struct AttendanceSheet: Sendable {
  /// What stands in it, so that it is known when it comes back.
  public let code: String
  /// Its sessions, side by side.
  public let grid: AttendanceGrid
}

extension Attendances {
  /// Opens a sheet for sessions of a class, with what is known of them now.
  ///
  /// What is changed in Luban after this moment is a conflict when the sheet comes back and says otherwise.
  /// - Parameter language: that of who fills it in, whose words stand in the cells and are offered there.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for a class there is none of, or without a session
  ///   in these days.
  public func openSheet(
    _ taughtClass: ClassCode, from: Day, to: Day, in language: Language = .english
  ) async throws -> AttendanceSheet {
    if to < from { throw LubanError.usage("A sheet goes from a day to the same day or a later one.") }
    let planned = try await grid(taughtClass, from: from, to: to)
    if planned.sessions.isEmpty {
      let others = try await grid(taughtClass).sessions.map(\.name)
      let nearest = [others.last { $0 < from.iso }, others.first { $0 > to.iso }].compactMap(\.self)
      throw LubanError.notFound(
        noun: "session of \(taughtClass)", code: "\(from)..\(to)", nearest: nearest)
    }
    let code = try await office.perform("attendance sheet") { tx in
      let key = try tx.classKey(taughtClass)
      return try tx.one(
        "select open_attendance_sheet(\(key.workshopID)::int, \(key.id), \(from), \(to))", as: String.self)
    }
    return AttendanceSheet(
      code: code, grid: try await grid(taughtClass, from: from, to: to, sheet: code, in: language))
  }

  /// Streams the rows of a sheet as CSV, as PostgreSQL writes them, with its header.
  ///
  /// - Returns: the number of students in it.
  @discardableResult
  public func copy(
    _ sheet: AttendanceSheet, delimiter: Delimiter = .comma, isForExcel: Bool = true,
    to sink: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws -> Int {
    let query = try sheet.grid.listing.query(Page(isForExcel: isForExcel))
    return try await office.read { tx in
      tx.deadline = office.bulkDeadline
      return try tx.copyOut("copy (\(fragment: query)) to stdout (\(fragment: delimiter.copyOptions))", sink)
    }
  }
}
