/// To be written.
public struct Courses: Sendable { let office: Office }
/// To be written.
public struct Course: Sendable {}
