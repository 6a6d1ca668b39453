import Postgres
import Printing

/// What is taught on a day, lesson by lesson, with those who are to be there: a teacher's sheet to print.
public struct DaySheet: Sendable, Hashable, Codable {
  /// A session, or one lesson of several cohorts.
  public struct Lesson: Sendable, Hashable, Codable {
    /// When it begins, local time.
    public let begins: TimeOfDay
    /// When it ends.
    public let ends: TimeOfDay
    /// Hours it counts.
    public let hours: Double
    /// At which workshop, by its name.
    public let workshop: String
    /// Where.
    public let room: String?
    /// The course.
    public let course: CourseCode
    /// Its title.
    public let title: String
    /// Who teaches it.
    public let instructorName: String?
    /// The cohorts that have it.
    public let cohorts: [CohortCode]
    /// Why it does not take place; `nil` where it does.
    public let cancelReason: String?
    /// Who is enrolled that day, by name; nobody where it does not take place.
    public internal(set) var students: [Student] = []
  }

  /// Who is to be there.
  public struct Student: Sendable, Hashable, Codable {
    /// Number.
    public let number: StudentNumber
    /// Name as the student writes it.
    public let name: String?
    /// Name as in the passport.
    public let latinName: String?
    /// The cohort.
    public let cohort: CohortCode
    /// What was noted already.
    public let status: AttendanceStatus?
  }

  /// The day.
  public let on: Day
  /// The day of the week: `Mon`.
  public let weekday: String
  /// By time.
  public let lessons: [Lesson]
}

extension DaySheet {
  /// A page of Luban's own template, whose names `seed/templates/day_sheet.mustache` tells.
  public static func page(_ values: [String: any Sendable]) throws -> String {
    try Template(Embedded.file("seed/templates/day_sheet.mustache").text).page(values)
  }
}

extension Sessions {
  /// What is taught on a day, by time: sessions that are one lesson together, cancelled ones told as such.
  public func daySheet(on day: Day, _ filter: SessionFilter = SessionFilter()) async throws -> DaySheet {
    try await office.read { tx in
      let workshop = try filter.workshop.map { try tx.id(ofWorkshop: $0) }
      let day = try tx.day(day, at: workshop)
      let lessons = try tx.rows(
        """
        select l.sessions, l.begins_at as begins, l.ends_at as ends, l.hours, l.room, o.code as course,
          main_title(o.titles) as title, main_title(w.titles) as workshop, n.full_name as instructor_name,
          l.cancel_reason, array(
            select c.code from cohort c where c.workshop_id = l.workshop_id and c.id = any (l.cohorts)
            order by c.code) as cohorts
        from (
          select workshop_id, course_id, instructor_id, held_on, begins_at, ends_at, room_key, room, hours,
            sessions, cohorts, null as cancel_reason
          from lesson where held_on = \(day)
          union all
          select s.workshop_id, k.course_id, coalesce(s.instructor_id, k.instructor_id), s.held_on,
            s.begins_at, s.ends_at, room_key(coalesce(s.room, k.room)), coalesce(s.room, k.room), s.hours,
            array[s.id], array[k.cohort_id], s.cancel_reason
          from session s join class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
          where s.held_on = \(day) and s.cancel_reason is not null) l
        join workshop w on w.id = l.workshop_id
        join course o on o.id = l.course_id
        left join instructor n on (n.workshop_id, n.id) = (l.workshop_id, l.instructor_id)
        left join partner i on i.id = n.partner_id
        where \(fragment: Self.lessons(filter))
        order by l.begins_at, l.ends_at, l.room, o.code
        """
      ) { row in
        (
          sessions: try row.decode("sessions", as: [Int].self),
          lesson: DaySheet.Lesson(
            begins: try row.decode("begins"), ends: try row.decode("ends"), hours: try row.decode("hours"),
            workshop: try row.decode("workshop"), room: try row.decode("room"),
            course: try row.decode("course"), title: try row.decode("title"),
            instructorName: try row.decode("instructor_name"),
            cohorts: try row.decode("cohorts", as: [String].self).map { CohortCode($0) },
            cancelReason: try row.decode("cancel_reason"))
        )
      }
      let students = try tx.students(at: lessons.filter { $0.lesson.cancelReason == nil }.flatMap(\.sessions))
      return DaySheet(
        on: day, weekday: try tx.one("select to_char(\(day)::date, 'Dy')", as: String.self),
        lessons: lessons.map { sessions, lesson in
          var lesson = lesson
          lesson.students = students.filter { sessions.contains($0.session) }.map(\.student)
          return lesson
        })
    }
  }
}

extension Transaction {
  /// Who is enrolled on the day of each session, with what was noted of them, by name.
  fileprivate func students(at sessions: [Int]) throws -> [(session: Int, student: DaySheet.Student)] {
    try rows(
      """
      select s.id as session, shown_number(t.number) as number, v.full_name as name,
        l.full_name as latin_name, c.code as cohort, a.status
      from session s
      join class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
      join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
      join enrollment e on (e.workshop_id, e.cohort_id) = (k.workshop_id, k.cohort_id)
      join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
      left join student_name v on (v.workshop_id, v.student_id, v.kind, v.valid_to)
        = (t.workshop_id, t.id, 'native', 'infinity')
      left join student_name l on (l.workshop_id, l.student_id, l.kind, l.valid_to)
        = (t.workshop_id, t.id, 'latin', 'infinity')
      left join attendance a on (a.workshop_id, a.session_id, a.enrollment_id) = (s.workshop_id, s.id, e.id)
      where s.id = any (\(sessions)) and was_enrolled_on(e.workshop_id, e.id, s.held_on)
      order by v.full_name collate "und-x-icu", t.number
      """
    ) { row in
      (
        session: try row.decode("session"),
        student: DaySheet.Student(
          number: try row.decode("number"), name: try row.decode("name"),
          latinName: try row.decode("latin_name"), cohort: try row.decode("cohort"),
          status: try row.decode("status"))
      )
    }
  }
}
