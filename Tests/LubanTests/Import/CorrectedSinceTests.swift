import Luban
import Support
import Testing

@Suite("A file sent again after what it says was corrected")
struct CorrectedSinceTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  private func send(_ office: Office, _ text: String, as form: ImportForm, updates: Bool) async throws
    -> ImportOutcome
  {
    try await office.send(text, as: form) {
      $0.cohort = cohort
      $0.updates = updates
    }
  }

  /// Sends a file, has something of it corrected, and sends it again, with and without --update.
  private func again(
    _ office: Office, _ text: String, as form: ImportForm, corrected: () async throws -> Void
  ) async throws {
    #expect(try await send(office, text, as: form, updates: false).created == 1)
    try await corrected()
    for updates in [false, true] {
      let again = try await send(office, text, as: form, updates: updates)
      #expect(problems(again) == [])
      #expect((again.created, again.changed, again.unchanged) == (0, 0, 1), "\(form), \(updates)")
    }
  }

  @Test("a mark that is of another day is no second attempt")
  func results() async throws {
    try await withOffice(.taughtCohort) { office in
      let file = "student,course,mark,graded_on\nS-00001,LOG-110,4,2024-12-20\n"
      try await again(office, file, as: .results) {
        var changes = ResultChanges()
        changes.gradedOn = day("2024-12-18")
        _ = try await office.results.correct(
          ResultReference(students(1)[0], "LOG-110", cohort: cohort), changes, reason: "the sheet says so")
      }
      let rows = try await office.csv(office.results.list(), Page(columns: ["attempt", "mark", "graded_on"]))
      #expect(rows == "attempt,mark,graded_on\n1,4,2024-12-18\n")
    }
  }

  @Test("a language test that is of another day is no second test")
  func language() async throws {
    try await withOffice(.taughtCohort) { office in
      let file = "student,level,taken_on,score\nS-00001,hsk2010:2,2024-12-20,150\n"
      try await again(office, file, as: .language) {
        var correction = LanguageCertificateCorrection(reason: "the certificate says so")
        correction.takenOn = day("2024-12-14")
        _ = try await office.languageCertificates.correct(
          #require(LanguageLevel("hsk2010:2")), of: students(1)[0], on: day("2024-12-20"), correction)
      }
      let listing = try await office.languageCertificates.list()
      #expect(
        try await office.csv(listing, Page(columns: ["level", "taken_on", "score"]))
          == "level,taken_on,score\nhsk2010:2,2024-12-14,150\n")
    }
  }

  @Test("a withdrawal that was taken back, or is of another day, is not noted again")
  func changes() async throws {
    try await withOffice(.taughtCohort) { office in
      let file = "student,state,on\nS-00001,withdrawn,2025-01-10\n"
      try await again(office, file, as: .changes) {
        _ = try await office.enrollments.correct(
          event: 2, of: students(1)[0], in: cohort, to: nil, reason: "it was her sister")
      }
      #expect(try await office.enrollments.show(students(1)[0], in: cohort).state == .enrolled)
      let other = "student,state,on\nS-00002,withdrawn,2025-01-10\n"
      try await again(office, other, as: .changes) {
        _ = try await office.enrollments.correct(
          event: 2, of: students(2)[0], in: cohort, to: day("2025-02-01"), reason: "the letter came late")
        _ = try await office.enrollments.takeBack(students(2), whoLeft: cohort, on: day("2025-03-01"))
      }
      #expect(try await office.enrollments.show(students(2)[0], in: cohort).state == .enrolled)
    }
  }

  @Test("an enrollment that was annulled or has ended does not begin again, and its state is told")
  func enrollments() async throws {
    try await withOffice(.cohort) { office in
      let list =
        "full_name,birth_date,nationality\nKarimov Aziz,2006-02-01,UZ\nSaidov Ali,2006-02-02,UZ\nYusupov Jasur,2006-02-03,UZ\n"
      #expect(try await office.take(list).enrolled == 3)
      let cohort: CohortCode = "UZ-TAS-LOG-2026A"
      _ = try await office.enrollments.correct(
        event: 1, of: students(1)[0], in: cohort, to: nil, reason: "another Karimov")
      _ = try await office.enrollments.change(
        .students(students(2)), in: cohort, to: .suspended, on: day("2026-09-10"))
      let again = try await office.take(list)
      #expect((again.unchanged, again.created, again.enrolled) == (3, 0, 0))
      let note = "a list changes no state: the enrollment stays"
      #expect(again.notesByLine == ["2 \(note) annulled: Karimov Aziz", "3 \(note) suspended: Saidov Ali"])
      #expect(
        try await office.enrollments.enroll(students(1), in: cohort, appliedOn: day("2026-06-01")).done.count
          == 1)
    }
  }

  @Test("a session that was moved stays where it went")
  func sessions() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      let file = "cohort,course,date,begins,ends\nUZ-TAS-LOG-2026A,LOG-1,2026-09-22,09:00,10:30\n"
      func send(_ updates: Bool) async throws -> ImportOutcome {
        try await office.send(file, as: .sessions) {
          $0.updates = updates
          $0.replaces = updates
        }
      }
      #expect(try await send(false).created == 1)
      var changes = SessionChanges()
      changes.day = day("2026-09-24")
      _ = try await office.sessions.move(SessionReference(code, on: day("2026-09-22")), changes)
      for updates in [false, true] {
        let again = try await send(updates)
        #expect((again.created, again.changed, again.unchanged) == (0, 0, 1), "\(updates)")
      }
    }
  }
}
