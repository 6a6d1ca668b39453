import Postgres

extension Transaction {
  /// The keys of an instructor.
  struct InstructorKey {
    let workshopID: Int
    let id: Int
  }

  /// Key of an instructor of a workshop.
  func id(ofInstructor code: InstructorCode, in workshopID: Int) throws -> Int {
    let found = try first(
      """
      select n.id from instructor n join partner i on i.id = n.partner_id
      where n.workshop_id = \(workshopID) and i.code = \(code.partner) and n.staff_number = \(code.number)
      """, as: Int.self)
    guard let found else {
      throw try noInstructor(code, among: "n.workshop_id = \(workshopID)")
    }
    return found
  }

  /// Keys of an instructor, who may be known at several workshops: then one of them is named.
  func instructorKey(_ code: InstructorCode, of workshop: WorkshopCode?) throws -> InstructorKey {
    if let workshop {
      let workshopID = try id(ofWorkshop: workshop)
      return InstructorKey(workshopID: workshopID, id: try id(ofInstructor: code, in: workshopID))
    }
    let found = try instructorKeys(code)
    guard let only = found.first, found.count == 1 else {
      let workshops = try rows(
        "select code from workshop where id = any (\(found.map(\.workshopID))) order by code", as: String.self
      )
      throw LubanError.ambiguous(
        noun: "instructor", code: code.description, candidates: workshops, by: "workshop")
    }
    return only
  }

  /// Keys of an instructor at every workshop where they are known; at least one.
  func instructorKeys(_ code: InstructorCode) throws -> [InstructorKey] {
    let found = try rows(
      """
      select n.workshop_id, n.id from instructor n join partner i on i.id = n.partner_id
      where i.code = \(code.partner) and n.staff_number = \(code.number) order by n.workshop_id
      """
    ) { row in InstructorKey(workshopID: try row.decode(at: 0), id: try row.decode(at: 1)) }
    if found.isEmpty { throw try noInstructor(code, among: "true") }
    return found
  }

  private func noInstructor(_ code: InstructorCode, among condition: SQL) throws -> LubanError {
    try notFound(
      "instructor", code.description,
      among: """
        select i.code || '/' || n.staff_number from instructor n join partner i on i.id = n.partner_id
          where \(fragment: condition)
        """)
  }

  /// An instructor in full.
  func instructor(_ id: Int, of workshop: Int) throws -> Instructor {
    let certifications = try certifications(of: id, workshop)
    let trainings = try trainings(of: id, workshop)
    let classes = try classes(of: id, workshop)
    return try one(
      """
      select shown_instructor(n.workshop_id, n.id) as code, w.code as workshop, n.full_name as name,
        n.latin_name,
        n.chinese_name, n.email, n.phone, n.since, nullif(n.until, 'infinity') as until
      from instructor n join workshop w on w.id = n.workshop_id
      where n.workshop_id = \(workshop) and n.id = \(id)
      """, of: Instructor.self,
      with: ["certifications": certifications, "trainings": trainings, "classes": classes])
  }

  private func certifications(of id: Int, _ workshop: Int) throws -> [Certification] {
    try rows(
      """
      select o.code as course, main_title(o.titles) as title, c.since, nullif(c.until, 'infinity') as until,
        c.certificate
      from instructor_certification c join course o on o.id = c.course_id
      where c.workshop_id = \(workshop) and c.instructor_id = \(id) order by o.code, c.since
      """, of: Certification.self)
  }

  private func trainings(of id: Int, _ workshop: Int) throws -> [Training] {
    try rows(
      """
      select t.title, t.begins_on as from, t.ends_on as to, t.hours, i.code as given_by, t.place,
        t.is_completed
      from instructor_training t left join partner i on i.id = t.partner_id
      where t.workshop_id = \(workshop) and t.instructor_id = \(id) order by t.begins_on desc, t.title
      """, of: Training.self)
  }

  private func classes(of id: Int, _ workshop: Int) throws -> [InstructorClass] {
    try rows(
      """
      select c.code || '/' || o.code as code, k.begins_on as from, k.ends_on as to,
        (select count(*) from session s where (s.workshop_id, s.class_id) = (k.workshop_id, k.id)
          and s.cancel_reason is null) as sessions
      from class k join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
      join course o on o.id = k.course_id
      where k.workshop_id = \(workshop) and k.instructor_id = \(id) order by k.begins_on desc, c.code, o.code
      """, of: InstructorClass.self)
  }
}
