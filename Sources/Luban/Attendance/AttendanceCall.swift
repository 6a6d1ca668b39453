/// The attendance of a session, as somebody says it: those named, and everyone else as present.
public struct AttendanceCall: Sendable, Hashable {
  /// The class.
  public var taughtClass: ClassCode
  /// Day of the session.
  public var on: Day
  /// When it begins; `nil` where there is but one that day.
  public var at: TimeOfDay?
  /// Who was not there.
  public var absent: [StudentNumber] = []
  /// Who came late.
  public var late: [StudentNumber] = []
  /// Who was not there and had a reason.
  public var excused: [StudentNumber] = []
  /// Hours of who was not there all the time: came late, or left early.
  public var hours: [StudentNumber: Double] = [:]

  /// Everyone present.
  public init(_ taughtClass: ClassCode, on day: Day, at time: TimeOfDay? = nil) {
    self.taughtClass = taughtClass
    on = day
    at = time
  }

  /// A student who is named twice.
  var named: StudentNumber? {
    var seen: Set<StudentNumber> = []
    return (Set(absent).sorted() + Set(late).sorted() + Set(excused).sorted()).first {
      !seen.insert($0).inserted
    }
  }
}

/// What was noted at a session: how many of each.
public struct AttendanceCount: Sendable, Hashable, Codable {
  /// The class.
  public let taughtClass: ClassCode
  /// Classes of other cohorts that met in the same lesson, and were taken with it.
  public let others: [ClassCode]
  /// Day of the session.
  public let on: Day
  /// When it begins.
  public let at: TimeOfDay
  /// How many were there.
  public let present: Int
  /// How many came late.
  public let late: Int
  /// How many were not there and had a reason.
  public let excused: Int
  /// How many were not there.
  public let absent: Int

  /// All of whom something was noted.
  public var students: Int { present + late + excused + absent }
}
