import Luban
import Postgres
import Support

extension Office {
  /// Two workshops with two programs, six cohorts with classes and sessions, partners, events, offers and 30 students:
  /// what commands of every kind need to be done.
  func walkGround() async throws {
    try await schema.seed(.reference)
    try await ground()
    try await walkPartners()
    try await walkPrograms()
    try await walkCohorts()
    try await people(22)
    try await walkStudentsOfNairobi()
    for (code, on) in [("TEA-1", "2024-10-10"), ("TEA-2", "2025-10-10")] as [(EventCode, String)] {
      for workshop in ["UZ-TAS", "KE-NBO"] as [WorkshopCode] {
        try await cultureEvents.add(
          code, in: workshop,
          CultureEventDetails { ($0.theme, $0.title, $0.beginsOn, $0.hours) = ("tea", "Tea", day(on), 4) })
      }
    }
    for (code, from, to) in [("OF-1", "2024-11-01", "2025-03-01"), ("OF-2", "2025-11-01", "2026-03-01")] {
      try await placements.offer(
        OfferCode(code), in: "UZ-TAS",
        PlacementOfferDetails {
          ($0.partner, $0.title, $0.places, $0.beginsOn, $0.endsOn, $0.hours) = (
            "UZ-DEPOT", "Depot", 3, day(from), day(to), 40
          )
        })
    }
  }

  private func walkPartners() async throws {
    try await agreement()
    try await partner("UZ-DEPOT", kind: .enterprise)
    var changes = WorkshopDetails()
    changes.newRoles = [
      NamedRole(.host, "UZ-A"), NamedRole(.lead, "CN-B"), NamedRole(.enterprise, "UZ-DEPOT"),
    ]
    changes.day = day("2024-01-01")
    try await workshops.edit("UZ-TAS", changes)
    try await workshops.open(
      "KE-NBO", in: "KE", WorkshopDetails { $0.titles = ["en": "Kenya Luban Workshop"] })
  }

  private func walkPrograms() async throws {
    for code in ["LOG-1", "LOG-2", "RAIL-1", "NEW-1"] as [CourseCode] { try await course(code) }
    try await course("PLA-1", kind: .placement)
    try await modules.add(NewModule(code: "CUL-TEA", theme: "tea", hours: 10))
    try await modules.add(NewModule(code: "HSK-1", level: LanguageLevel("hsk2010:1"), hours: 60))
    for code in ["RAIL", "NEW"] as [ProgramCode] {
      try await programs.add(
        code, edition: "2024",
        ProgramDetails {
          ($0.titles, $0.mode, $0.field, $0.level, $0.months) = (
            ["en": "Program \(code)"], .shortTermTraining, "0716", 4, 8
          )
        })
    }
    let items: [(ProgramCode, CourseCode)] = [
      ("LOG", "LOG-1"), ("LOG", "LOG-2"), ("LOG", "CUL-TEA"), ("LOG", "HSK-1"), ("LOG", "PLA-1"),
      ("RAIL", "RAIL-1"), ("NEW", "NEW-1"),
    ]
    for (program, course) in items {
      let group = course == "RAIL-1" || course == "LOG-1" || course == "NEW-1" ? nil : "E"
      try await programs.addToCurriculum(
        NewCurriculumItem(
          course: course, term: 1, electiveGroup: group, minimumCredits: group.map { _ in 0.5 }),
        of: program)
    }
    for program in ["LOG", "RAIL"] as [ProgramCode] {
      var certificates = ProgramDetails()
      certificates.certificates = [ProgramCertificate(side: .host, title: "Diploma", partner: "UZ-A")]
      try await programs.edit(program, certificates)
      var rule = CompletionRuleDetails()
      rule.scale = "percent"
      if program == "LOG" {
        rule.attendance = 40
        rule.language = LanguageLevel("hsk2010:1")
        rule.cultureHours = 2
      }
      try await programs.state(rule, of: program)
    }
  }

  private func walkCohorts() async throws {
    let cohorts: [(CohortCode, WorkshopCode, ProgramCode, String, String, Int)] = [
      ("UZ-TAS-A", "UZ-TAS", "LOG", "2024-09-01", "2026-07-01", 4),
      ("UZ-TAS-B", "UZ-TAS", "LOG", "2024-09-15", "2026-07-01", 3),
      ("UZ-TAS-C", "UZ-TAS", "RAIL", "2024-10-01", "2025-06-01", 5),
      ("UZ-TAS-D", "UZ-TAS", "LOG", "2025-09-01", "2027-07-01", 4),
      ("UZ-TAS-E", "UZ-TAS", "RAIL", "2025-07-01", "2026-03-01", 5),
      ("KE-NBO-N", "KE-NBO", "RAIL", "2024-09-01", "2026-07-01", 4),
    ]
    for (code, workshop, program, intake, end, capacity) in cohorts {
      var new = CohortDetails {
        ($0.intakeOn, $0.plannedEndOn, $0.capacity) = (day(intake), day(end), capacity)
      }
      new.windowOpensOn = day("2024-01-01")
      new.windowClosesOn = min(day(end), day("2026-11-01"))
      try await self.cohorts.plan(code, at: workshop, of: program, new)
      try await self.cohorts.open(code, on: day("2024-02-01"), override: "a walk")
      let courses: [CourseCode] = program == "LOG" ? ["LOG-1", "CUL-TEA"] : ["RAIL-1"]
      for course in courses {
        try await taughtClass(course, in: code, from: intake, to: end)
        try await walkSessions(ClassCode(cohort: code, course: course))
      }
    }
  }

  /// A session of two hours each 40 days, the last one long past.
  private func walkSessions(_ taught: ClassCode) async throws {
    try await database.write { tx in
      try tx.execute(
        """
        insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
        select l.workshop_id, l.id, l.begins_on + n * 40, '09:00', '10:30', 2
        from class l join course k on k.id = l.course_id and k.code = \(taught.course)
        join cohort c on (c.workshop_id, c.id) = (l.workshop_id, l.cohort_id) and c.code = \(taught.cohort)
        cross join generate_series(0, 11) n where l.begins_on + n * 40 between l.begins_on and least(l.ends_on, '2026-11-01')
        """)
    }
  }

  private func walkStudentsOfNairobi() async throws {
    for name in ["Amina Otieno", "Brian Wanjiru", "Caroline Mwangi", "David Kamau", "Esther Achieng"] {
      var details = StudentDetails()
      details.fullName = name
      details.gender = .female
      try await students.add(
        NewStudent(workshop: "KE-NBO", birthOn: day("2004-03-04"), nationality: "KE", details: details))
    }
  }
}
