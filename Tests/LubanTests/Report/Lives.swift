import Luban
import Support
import Testing

extension Office {
  /// Moves a student of a life that is told by hand to another state, and sees that it was done.
  func change(
    _ student: Int, in cohort: CohortCode, to state: EnrollmentState, on: String, code: String? = nil
  ) async throws {
    let outcome = try await enrollments.change(
      .students(Support.students(student)), in: cohort, to: state, on: day(on),
      reason: ChangeReason(code: code))
    #expect(outcome.leftOut == [])
  }
}
