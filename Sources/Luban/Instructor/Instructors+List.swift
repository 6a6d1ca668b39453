import Postgres

/// How many instructors were trained, and for how long.
public struct TrainingFigures: Sendable, Hashable, Codable {
  /// Instructors in the listing; who is known at two workshops counts once.
  public let instructors: Int
  /// Those among them who completed a training in the time looked at.
  public let trained: Int
  /// Trainings they completed.
  public let trainings: Int
  /// Hours of these, added up over those who had them.
  public let hours: Double
}

extension Instructors {
  /// Instructors as a listing, by partner and number.
  public func list(_ filter: InstructorFilter = InstructorFilter()) -> Listing {
    Listing(
      columns: [
        Column("instructor", "partner and staff number"),
        Column("workshop", "code of the workshop"),
        Column("name", "name as they write it"),
        Column("latin_name", "name in the passport", isShown: false),
        Column("chinese_name", "Chinese name", isShown: false),
        Column("email", "e-mail address", isShown: false),
        Column("phone", "telephone number", isShown: false),
        Column("since", "first day at the workshop"),
        Column("until", "first day no longer at it"),
        Column("certified", "courses they may teach on the day asked for, else ever"),
        Column("classes", "classes they teach or taught"),
        Column("trainings", "trainings completed in the time looked at"),
        Column("hours", "hours of these trainings"),
        Column("last_training", "last day of the last of them", isShown: false),
        Column("key", "workshop, partner and staff number", isShown: false),
      ],
      order: ["instructor", "key"], body: Self.body(filter))
  }

  /// Teachers trained: a purpose of a Luban Workshop that is reported of its own.
  public func trainingFigures(_ filter: InstructorFilter = InstructorFilter()) async throws -> TrainingFigures
  {
    try await office.read { tx in
      try tx.one(
        """
        select count(distinct instructor) as instructors,
          count(distinct instructor) filter (where trainings > 0) as trained,
          coalesce(sum(trainings), 0) as trainings, coalesce(sum(hours), 0) as hours
        from (\(fragment: Self.body(filter))) listed
        """, of: TrainingFigures.self)
    }
  }

  private static func body(_ filter: InstructorFilter) -> SQL {
    let known = KnownTables(knownAt: filter.knownAt)
    return """
      select i.code || '/' || n.staff_number as instructor, w.code as workshop, n.full_name as name,
        n.latin_name, n.chinese_name, n.email, n.phone, n.since, nullif(n.until, 'infinity') as until,
        (select string_agg(distinct o.code, ', ') from \(fragment: known["instructor_certification"]) c
          join \(fragment: known["course"]) o on o.id = c.course_id
          where (c.workshop_id, c.instructor_id) = (n.workshop_id, n.id)
            and (\(filter.on) is null or c.since <= \(filter.on) and \(filter.on) < c.until)) as certified,
        (select count(*) from \(fragment: known["class"]) k
          where (k.workshop_id, k.instructor_id) = (n.workshop_id, n.id)) as classes,
        coalesce(t.trainings, 0) as trainings, trim_scale(coalesce(t.hours, 0)) as hours,
        t.last_training, w.code || '/' || i.code || '/' || n.staff_number as key
      from \(fragment: known["instructor"]) n
      join \(fragment: known["partner"]) i on i.id = n.partner_id
      join \(fragment: known["workshop"]) w on w.id = n.workshop_id
      left join lateral (
        select count(*) as trainings, sum(t.hours) as hours, max(t.ends_on) as last_training
        from \(fragment: known["instructor_training"]) t
        where (t.workshop_id, t.instructor_id) = (n.workshop_id, n.id) and t.is_completed
          and (\(filter.trainedFrom) is null or t.ends_on >= \(filter.trainedFrom))
          and (\(filter.trainedTo) is null or t.ends_on <= \(filter.trainedTo))) t on true
      where (\(filter.workshop) is null or w.code = \(filter.workshop))
        and (\(filter.partner) is null or i.code = \(filter.partner))
        and (\(filter.on) is null or n.since <= \(filter.on) and \(filter.on) < n.until)
        and (\(filter.course) is null or exists (
          select from \(fragment: known["instructor_certification"]) c
          join \(fragment: known["course"]) o on o.id = c.course_id
          where (c.workshop_id, c.instructor_id) = (n.workshop_id, n.id) and o.code = \(filter.course)
            and (\(filter.on) is null or c.since <= \(filter.on) and \(filter.on) < c.until)))
        and (\(filter.isTrained) is null or (coalesce(t.trainings, 0) > 0) = \(filter.isTrained))
      """
  }
}
