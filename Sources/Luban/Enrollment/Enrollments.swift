
/// To be written.
public struct Enrollments: Sendable { let office: Office }
