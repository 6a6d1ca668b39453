/// One dated meeting of a class.
public struct Session: Sendable, Hashable, Codable {
  /// The class.
  public let taughtClass: ClassCode
  /// The day.
  public let on: Day
  /// When it begins, local time.
  public let begins: TimeOfDay
  /// When it ends.
  public let ends: TimeOfDay
  /// Hours it counts.
  public let hours: Double
  /// Where.
  public let room: String?
  /// Who teaches it, or stands in.
  public let instructor: InstructorCode?
  /// Why it does not take place; `nil` where it does.
  public let cancelReason: String?
  /// Day and time it was first planned for, where it was moved.
  public let movedFrom: String?
  /// Why it was moved, or cancelled before that.
  public let moveReason: String?
}

/// Which sessions of a class on a day are meant.
public struct SessionReference: Sendable, Hashable {
  /// The class.
  public var taughtClass: ClassCode
  /// The day.
  public var on: Day
  /// When it begins; `nil` where there is but one that day, or all are meant.
  public var at: TimeOfDay?

  /// Sessions of a class on a day.
  public init(_ taughtClass: ClassCode, on day: Day, at time: TimeOfDay? = nil) {
    self.taughtClass = taughtClass
    self.on = day
    at = time
  }
}

/// Where and when a session takes place instead; `nil` leaves it.
public struct SessionChanges: Sendable, Hashable {
  /// The day.
  public var day: Day?
  /// When it begins; it keeps its length unless ``ends`` is given.
  public var begins: TimeOfDay?
  /// When it ends.
  public var ends: TimeOfDay?
  /// Hours it counts.
  public var hours: Double?
  /// Where.
  public var room: String?
  /// Who stands in.
  public var instructor: InstructorCode?
  /// Why; that of a cancellation stays unless another is given.
  public var reason: String?

  /// Nothing to change yet.
  public init() {}
}

/// What listing sessions and clashes can be narrowed to.
public struct SessionFilter: Sendable, Hashable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Of a class.
  public var taughtClass: ClassCode?
  /// Of a cohort.
  public var cohort: CohortCode?
  /// Taught by an instructor, or with them standing in.
  public var instructor: InstructorCode?
  /// In a room, however it is written.
  public var room: String?
  /// On this day or later.
  public var from: Day?
  /// On this day or earlier.
  public var to: Day?
  /// Only those that were cancelled, or only those that take place.
  public var isCancelled: Bool?

  /// All sessions.
  public init() {}
}
